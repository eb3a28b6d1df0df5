"""Outlook's saved mails (.msg, [MS-OXMSG]), and what else comes as a compound file."""

import struct
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from io import BytesIO

import olefile  # type: ignore[import-untyped]
from compressed_rtf import decompress
from oxmsg import Message
from oxmsg.attachment import Attachment
from oxmsg.domain import constants as pid

from mi_desktop.basics.words import Words
from mi_desktop.intake.errors import BodyUnread, FileBroken, FileEncrypted, KindUnknown
from mi_desktop.intake.formats.form import Child, Limits, MailHeader, Opened
from mi_desktop.intake.formats.mail import decoded_header
from mi_desktop.intake.formats.rich import words_of
from mi_desktop.intake.formats.text import text_of_html
from mi_desktop.intake.formats.view import view_of
from mi_desktop.intake.model import Channel, Sender

MEDIA_TYPE = "application/vnd.ms-outlook"
_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DELIVERED, _COMPRESSED_RTF = 0x0E06, 0x1009
_EMBEDDED = "__substg1.0_3701000D"
# What oxmsg and olefile raise on a file that is not what its first bytes promise.
_FAILURES = (
    *(OSError, ValueError, TypeError, LookupError, AttributeError, AssertionError),
    *(ArithmeticError, RuntimeError, struct.error),
)


class Outlook:
    """A compound file: a mail, or else something that is told apart and refused."""

    def recognises(self, data: bytes, name: str) -> bool:
        """By the first eight bytes."""
        return data.startswith(_MAGIC)

    def open(self, data: bytes, limits: Limits) -> Opened:
        """The mail's header and text as pages, its attachments as children."""
        _must_be_mail(data)
        try:
            message = Message.load(data)
            text = _text(message)
            header = MailHeader(decoded_header(message.subject), _sender(message), _when(message))
            view, leaves = view_of(_shown(message, header, text or ""), limits.pages)
            children = tuple(_children(message))
            warnings = tuple(_warnings(message, text))
        except _FAILURES as e:
            raise FileBroken(kind="Outlook") from e
        return Opened(MEDIA_TYPE, leaves, view, children, header, Channel.EMAIL, warnings=warnings)


def _must_be_mail(data: bytes) -> None:
    try:
        with olefile.OleFileIO(BytesIO(data)) as compound:
            locked = compound.exists("EncryptedPackage")
            mail = compound.exists("__properties_version1.0")
    except _FAILURES as e:
        raise FileBroken(kind="compound file") from e
    if locked:
        raise FileEncrypted
    if not mail:
        raise KindUnknown


def _text(message: Message) -> str | None:
    """Plain text, else the HTML's words, else the RTF's; None where there is none of them."""
    plain = message.body
    if plain and plain.strip():
        return str(plain)
    rich = message.html_body
    if rich:
        return text_of_html(rich)
    packed = message.properties.binary_prop_value(_COMPRESSED_RTF)
    try:
        return words_of(decompress(packed)) if packed else None
    except (FileBroken, *_FAILURES):
        return None


def _warnings(message: Message, text: str | None) -> Iterator[Words]:
    if text is None and message.properties.binary_prop_value(_COMPRESSED_RTF):
        yield BodyUnread().words


def _sender(message: Message) -> Sender:
    name, address = parseaddr(message.sender or "")
    smtp = message.properties.str_prop_value(pid.PID_SENDER_SMTP_ADDRESS)
    if "@" not in address:
        # An address of the sender's own Exchange server says nothing outside it.
        address = smtp if smtp and "@" in smtp else ""
    return Sender(decoded_header(name), decoded_header(address))


def _when(message: Message) -> datetime | None:
    moment = message.properties.date_prop_value(_DELIVERED) or message.sent_date
    return moment.astimezone(UTC) if moment else None


def _shown(message: Message, header: MailHeader, text: str) -> str:
    receivers = [
        " ".join(filter(None, (r.name, f"<{r.email_address}>" if r.email_address else "")))
        for r in message.recipients
    ]
    sender = " ".join(
        filter(
            None,
            (header.sender.name, f"<{header.sender.address}>" if header.sender.address else ""),
        )
    )
    fields = {
        "From": sender,
        "To": ", ".join(receivers),
        "Date": format_datetime(header.sent_at) if header.sent_at else "",
        "Subject": header.subject,
    }
    head = "\n".join(f"{name}: {value}" for name, value in fields.items() if value)
    return f"{head}\n\n{text}"


def _children(message: Message) -> Iterator[Child]:
    for number, attachment in enumerate(message.attachments, 1):
        short = attachment.properties.str_prop_value(pid.PID_ATTACH_FILENAME)
        name = attachment.file_name or short or f"attachment-{number}.bin"
        inner = _embedded(attachment)
        if inner is not None:
            yield Child(f"{inner.subject or name}.eml", _as_mail(inner))
        else:
            yield Child(name, attachment.file_bytes or b"")


def _embedded(attachment: Attachment) -> Message | None:
    """The mail that was attached as a mail; it lies in a folder of its own."""
    # The library has no public door to it yet.
    folders = attachment._storage.storages  # type: ignore[attr-defined]
    return next((Message(folder) for folder in folders if folder.name == _EMBEDDED), None)


def _as_mail(message: Message) -> bytes:
    """An embedded mail as an e-mail file, as it has no bytes of its own to be kept."""
    sender, sent = _sender(message), _when(message)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = _one_line(f"{sender.name} <{sender.address}>")
    mail["Subject"] = _one_line(message.subject)
    if sent:
        mail["Date"] = format_datetime(sent)
    mail.set_content(_text(message) or "")
    for child in _children(message):
        mail.add_attachment(
            child.data, maintype="application", subtype="octet-stream", filename=child.name
        )
    return mail.as_bytes()


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
