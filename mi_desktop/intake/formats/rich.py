"""Rich Text Format (RTF 1.9): its words."""

from striprtf.striprtf import rtf_to_text

from mi_desktop.intake.errors import FileBroken
from mi_desktop.intake.formats.form import Limits, Opened
from mi_desktop.intake.formats.view import view_of

MEDIA_TYPE = "application/rtf"
_MARK = b"{\\rtf"
_FAILURES = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)


class Rich:
    """A text in RTF."""

    def recognises(self, data: bytes, name: str) -> bool:
        """By its first five characters."""
        return data[:64].lstrip().startswith(_MARK)

    def open(self, data: bytes, limits: Limits) -> Opened:
        """Its words as pages; pictures and objects inside are not taken out."""
        view, leaves = view_of(words_of(data), limits.pages)
        return Opened(MEDIA_TYPE, leaves, view)


def words_of(data: bytes) -> str:
    """The text as a reader would see it.

    Raises:
        FileBroken: no RTF after all.
    """
    try:
        # RTF is ASCII; what is not stands for itself in the Windows code page.
        text: str = rtf_to_text(data.decode("cp1252", "replace"), errors="replace")  # type: ignore[no-untyped-call]
        return text.strip()
    except _FAILURES as e:
        raise FileBroken(kind="RTF") from e
