"""What Outlook hides in `winmail.dat` (TNEF, [MS-OXTNEF]): a text and attachments."""

import struct
from collections.abc import Iterator

from tnefparse import TNEF
from tnefparse.tnef import TNEFAttachment

from mi_desktop.intake.errors import FileBroken
from mi_desktop.intake.formats.form import Child, Limits, Opened
from mi_desktop.intake.formats.rich import words_of
from mi_desktop.intake.formats.text import decoded, text_of_html
from mi_desktop.intake.formats.view import view_of

MEDIA_TYPE = "application/vnd.ms-tnef"
_MARK = b"\x78\x9f\x3e\x22"
_FAILURES = (
    *(OSError, ValueError, TypeError, LookupError, AttributeError, AssertionError),
    *(ArithmeticError, RuntimeError, NotImplementedError, EOFError, struct.error),
)


class Winmail:
    """A mail's rich half, wrapped by Outlook."""

    def recognises(self, data: bytes, name: str) -> bool:
        """By its first four bytes."""
        return data.startswith(_MARK)

    def open(self, data: bytes, limits: Limits) -> Opened:
        """Its text, where it has one, as pages; its attachments as children."""
        try:
            wrapped = TNEF(data, do_checksum=False)
            text = _text(wrapped)
            children = tuple(_children(wrapped))
        except _FAILURES as e:
            raise FileBroken(kind="winmail.dat") from e
        listed = text or "\n".join(child.name for child in children)
        view, leaves = view_of(listed, limits.pages)
        return Opened(MEDIA_TYPE, leaves, view, children)


def _text(wrapped: TNEF) -> str:
    plain, rich, rtf = wrapped.body, wrapped.htmlbody, wrapped.rtfbody
    if plain:
        return _string(plain).strip("\x00")
    if rich:
        return text_of_html(_string(rich))
    return words_of(rtf) if rtf else ""


def _string(value: str | bytes | list[bytes]) -> str:
    if isinstance(value, list):
        value = value[0] if value else b""
    return value if isinstance(value, str) else decoded(value) or ""


def _children(wrapped: TNEF) -> Iterator[Child]:
    attachment: TNEFAttachment
    for number, attachment in enumerate(wrapped.attachments, 1):
        name = attachment.long_filename() or attachment.name or f"attachment-{number}.bin"
        yield Child(_string(name).strip("\x00"), bytes(attachment.data))
