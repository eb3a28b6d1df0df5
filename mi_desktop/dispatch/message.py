"""The e-mail that carries a letter: the exact signed file, and nothing about its content."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from mi_desktop.dispatch.model import Email
from mi_desktop.letters import SignedLetter

# Plain ASCII, one @: what every mail server takes. Others go by post.
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_SUBJECTS = {"sv": "Svar på din fråga, {reference}", "en": "Reply to your question, {reference}"}
_BODIES = {
    "sv": (
        "Hej!\n\n"
        "Vårt svar på din fråga finns i det bifogade, elektroniskt signerade brevet {name}.\n"
        "Ange {reference} om du svarar på det här meddelandet.\n\n"
        "{sender}\n"
    ),
    "en": (
        "Hello,\n\n"
        "Our reply to your question is in the attached, electronically signed letter {name}.\n"
        "Please quote {reference} if you reply to this message.\n\n"
        "{sender}\n"
    ),
}


def usable(address: str) -> bool:
    """True for an address that fits a header and an envelope without any doubt."""
    return bool(_ADDRESS.fullmatch(address))


def subject(letter: SignedLetter) -> str:
    """Our reference and nothing else: no patient, no diagnosis, no product (GD-08)."""
    return _in(_SUBJECTS, letter.language).format(reference=letter.reference)


def message_id(email_id: str, sender: str) -> str:
    """The header by which a repeat is known as one (RFC 5322, 3.6.4)."""
    return f"<{email_id}@{sender.rpartition('@')[2] or 'localhost'}>"


def file_name(reference: str) -> str:
    """A reference as the name of a file: `MI-SE-2026-00012-L1`."""
    return re.sub(r"[^A-Za-z0-9-]", "-", reference)


def compose(
    email: Email, letter: SignedLetter, pdf: bytes, sender: tuple[str, str]
) -> EmailMessage:
    """The message, with the same Message-ID and date at every try.

    Args:
        email: from the queue.
        letter: what it carries.
        pdf: its exact signed bytes (SIG-3).
        sender: the name and address of the office.
    """
    name, address = sender
    message = EmailMessage()
    message["From"] = Address(name, addr_spec=address)
    message["To"] = email.to
    message["Subject"] = email.subject
    message["Date"] = format_datetime(email.queued_at)
    message["Message-ID"] = email.message_id
    attached = f"{file_name(letter.reference)}.pdf"
    body = _in(_BODIES, letter.language)
    message.set_content(body.format(name=attached, reference=letter.reference, sender=name))
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename=attached)
    return message


def _in(texts: dict[str, str], language: str) -> str:
    return texts.get(language, texts["en"])
