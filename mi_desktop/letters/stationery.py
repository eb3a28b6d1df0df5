"""What a letter is printed on: letterhead, envelope, texts; its fonts and colours."""

from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.catalogue import Envelope
from mi_desktop.letters.texts import Texts
from mi_desktop.settings import Letterhead

REGULAR, BOLD = "Letter", "Letter-Bold"
BLACK, ACCENT, GREY, PALE = "#000000", "#0f5c63", "#4d5a62", "#e3e8ea"
_FILES = {REGULAR: "LiberationSans-Regular.ttf", BOLD: "LiberationSans-Bold.ttf"}


@dataclass(frozen=True)
class Stationery:
    """What a letter is printed on.

    Attributes:
        texts: in the letter's language.
        zone: IANA name, for printed times.
        test: everything in the office is invented, and its paper says so (P11-24).
    """

    letterhead: Letterhead
    envelope: Envelope
    texts: Texts
    zone: str
    test: bool = False


@cache
def load_fonts() -> None:
    """Makes the letter's fonts known to reportlab; they are embedded as subsets."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, RESOURCES / "fonts" / file))


def width(line: str) -> float:
    """Width of a line of text in pt at 1 pt type."""
    load_fonts()
    return float(pdfmetrics.stringWidth(line, REGULAR, 1))


def printable(text: str) -> str:
    """The text with a □ for every character that the letter's font lacks."""
    load_fonts()
    known = pdfmetrics.getFont(REGULAR).face.charToGlyph
    return "".join(c if ord(c) in known else "□" for c in text)
