"""E-mail files (RFC 5322, MIME): text, attachments, mails inside mails.

Read with the old `compat32` policy on purpose: it never parses a header that nobody asked
for, so hostile headers cannot stop the reading of the mail.
"""

import mimetypes
import re
from base64 import b64decode
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import MessageError
from email.generator import BytesGenerator
from email.header import decode_header
from email.message import Message
from email.policy import compat32
from email.utils import parseaddr, parsedate_to_datetime
from io import BytesIO

from mi_desktop.intake.errors import FileBroken, NestedTooDeep
from mi_desktop.intake.formats.form import Child, Limits, MailHeader, Opened
from mi_desktop.intake.formats.text import decoded, text_of_html
from mi_desktop.intake.formats.view import view_of
from mi_desktop.intake.model import Channel, Sender

MEDIA_TYPE = "message/rfc822"
_LOOK_AT = 65536
_FIELD = re.compile(rb"^([!-9;-~]{1,76}):", re.M)
_KNOWN = {
    *(b"from", b"to", b"subject", b"date", b"received", b"return-path", b"mime-version"),
    *(b"message-id", b"content-type", b"delivered-to", b"reply-to", b"cc", b"sender"),
    *(b"dkim-signature", b"authentication-results", b"content-transfer-encoding"),
}
_LEAST_KNOWN = 2
# A header line longer than this is cut before it is decoded; a mail's subject has some fifty.
_LONGEST_HEADER = 4000
_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_SAYS_MORE, _SAYS_MORE_WORDS = 1.5, 30
_HOSTILE = (
    *(ValueError, TypeError, LookupError, AttributeError, AssertionError, ArithmeticError),
    MessageError,
)


class Mail:
    """An e-mail saved as a file."""

    def recognises(self, data: bytes, name: str) -> bool:
        """Begins with header fields that mails have; two of them, or one in an `.eml`."""
        start = data[:_LOOK_AT].replace(b"\r\n", b"\n").lstrip(b"\n")
        head = start.split(b"\n\n", 1)[0]
        first = head.split(b"\n", 1)[0]
        if not (_FIELD.match(first) or first.startswith(b"From ")):
            return False
        known = _KNOWN & {field.lower() for field in _FIELD.findall(head)}
        return len(known) >= (1 if name.lower().endswith(".eml") else _LEAST_KNOWN)

    def open(self, data: bytes, limits: Limits) -> Opened:
        """Its header and text as pages, its attachments as children."""
        try:
            message = message_from_bytes(data, policy=compat32)
            text, children = _content(message)
        except RecursionError as e:
            raise NestedTooDeep(most=limits.depth) from e
        except _HOSTILE as e:
            raise FileBroken(kind="e-mail") from e
        head = "\n".join(f"{n}: {v}" for n in _SHOWN if (v := header(message, n)))
        view, leaves = view_of(f"{head}\n\n{text}" if head else text, limits.pages)
        return Opened(
            MEDIA_TYPE,
            leaves,
            view,
            tuple(children),
            MailHeader(header(message, "Subject"), _sender(message), _when(message)),
            Channel.EMAIL,
        )


def header(message: "Message[str, str]", name: str) -> str:
    """A header field's first value, decoded, on one line; empty where there is none."""
    for field, raw in message.raw_items():
        if field.lower() == name.lower():
            return decoded_header(str(raw))
    return ""


def decoded_header(raw: str) -> str:
    """A header value in words: encoded words decoded, raw bytes taken for UTF-8, one line."""
    raw = raw[:_LONGEST_HEADER]
    raw = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        pieces = [
            value if isinstance(value, str) else decoded(value, charset) or ""
            for value, charset in decode_header(raw)
        ]
    except _HOSTILE:
        pieces = [raw]
    return " ".join("".join(pieces).split())


def _sender(message: "Message[str, str]") -> Sender:
    """The person in From, else Sender; the name decoded after the address was taken apart."""
    for field in ("From", "Sender", "Return-Path"):
        raw = next((str(v) for n, v in message.raw_items() if n.lower() == field.lower()), "")
        try:
            name, address = parseaddr(raw[:_LONGEST_HEADER])
        except (*_HOSTILE, RecursionError):
            continue
        if "@" in address:
            return Sender(decoded_header(name), decoded_header(address))
        if name or address:
            return Sender(decoded_header(name or address))
    return Sender()


def _when(message: "Message[str, str]") -> datetime | None:
    """UTC; when our server got it (the topmost Received, RFC 5321 4.4), else the mail's Date."""
    received = header(message, "Received").rpartition(";")[2]
    for text in (received, header(message, "Date")):
        try:
            moment = parsedate_to_datetime(text.strip())
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
        except _HOSTILE:
            continue
    return None


def _content(message: "Message[str, str]") -> tuple[str, list[Child]]:
    """The mail's own text, and everything else in it."""
    texts: list[str] = []
    children: list[Child] = []
    for leaf in _leaves(message):
        if _is_text(leaf):
            texts.append(_text(leaf))
        else:
            children.append(_child(leaf, len(children) + 1))
    return "\n\n".join(text for text in texts if text.strip()), children


def _leaves(message: "Message[str, str]") -> list["Message[str, str]"]:
    """The parts that are no containers; of alternative texts the one that says most."""
    if message.get_content_maintype() != "multipart" or not message.is_multipart():
        return [message]
    leaves = [leaf for part in _inside(message) for leaf in _leaves(part)]
    if message.get_content_subtype() == "alternative":
        dropped = _said_again(leaves)
        leaves = [leaf for leaf in leaves if leaf not in dropped]
    return leaves


def _inside(container: "Message[str, str]") -> list["Message[str, str]"]:
    return [part for part in container.get_payload() if isinstance(part, Message)]


def _said_again(leaves: list["Message[str, str]"]) -> list["Message[str, str]"]:
    """The HTML beside a plain text, or the plain text where the HTML says much more."""
    plain = [leaf for leaf in leaves if _is_text(leaf) and not _is_html(leaf)]
    rich = [leaf for leaf in leaves if _is_text(leaf) and _is_html(leaf)]
    short, long = (sum(len(_text(leaf).split()) for leaf in kind) for kind in (plain, rich))
    return plain if long > _SAYS_MORE * short + _SAYS_MORE_WORDS else rich if short else plain


def _is_html(leaf: "Message[str, str]") -> bool:
    return leaf.get_content_subtype() == "html"


def _is_text(leaf: "Message[str, str]") -> bool:
    """Text to be read with the mail, not a file that happens to be text."""
    shown = leaf.get_content_type() in ("text/plain", "text/html", "text/enriched")
    return shown and leaf.get_content_disposition() != "attachment" and not leaf.get_filename()


def _text(leaf: "Message[str, str]") -> str:
    charset = leaf.get_content_charset()
    text = decoded(_bytes(leaf), charset) or ""
    return text_of_html(text) if _is_html(leaf) else text


def _bytes(leaf: "Message[str, str]") -> bytes:
    content = leaf.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _child(leaf: "Message[str, str]", number: int) -> Child:
    name = decoded_header(str(leaf.get_filename() or ""))
    if leaf.is_multipart():
        mails = _inside(leaf)
        subject = header(mails[0], "Subject") if mails else ""
        return Child(name or f"{subject or f'mail-{number}'}.eml", _mail_bytes(leaf, mails))
    suffix = mimetypes.guess_extension(leaf.get_content_type()) or ".bin"
    return Child(name or f"attachment-{number}{suffix}", _bytes(leaf))


def _mail_bytes(leaf: "Message[str, str]", mails: list["Message[str, str]"]) -> bytes:
    """The mail inside, as near to how it came as can be; some programs wrap it in base64."""
    if str(leaf.get("Content-Transfer-Encoding", "")).lower() == "base64" and len(mails) == 1:
        try:
            return b64decode(_bytes(mails[0]) or str(mails[0].get_payload()).encode("ascii"))
        except ValueError:
            pass
    out = BytesIO()
    generator = BytesGenerator(out, mangle_from_=False, maxheaderlen=0, policy=compat32)
    for mail in mails:
        generator.flatten(mail)
    return out.getvalue()
