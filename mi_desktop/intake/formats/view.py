"""A PDF made of text, so that mail and Word documents have pages as letters have."""

from collections.abc import Iterator
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.intake.errors import TooManyPages
from mi_desktop.intake.formats.form import Leaf
from mi_desktop.intake.formats.pdf import BORN_DPI, POINTS

_FONT = "LiberationSans"
_SIZE, _LEADING = 10.5, 14.0
_MARGIN = 57.0
_WIDTH = A4[0] - 2 * _MARGIN
_LINES = int((A4[1] - 2 * _MARGIN) / _LEADING)
_TAB = "    "


def view_of(text: str, most_pages: int) -> tuple[bytes, tuple[Leaf, ...]]:
    """The text on A4 pages, wrapped, with a text layer; and the pages' sizes.

    Args:
        text: lines; a form feed begins a page.
        most_pages: more are refused.

    Raises:
        TooManyPages: the text is longer than that.
    """
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        path = RESOURCES / "fonts" / "LiberationSans-Regular.ttf"
        pdfmetrics.registerFont(TTFont(_FONT, str(path)))
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1)
    count = 0
    for count, lines in enumerate(_pages(text), 1):
        if count > most_pages:
            raise TooManyPages(most=most_pages)
        block = canvas.beginText(_MARGIN, A4[1] - _MARGIN - _SIZE)
        block.setFont(_FONT, _SIZE, _LEADING)
        for line in lines:
            block.textLine(line)
        canvas.drawText(block)
        canvas.showPage()
    canvas.save()
    width, height = (round(side * BORN_DPI / POINTS) for side in A4)
    return out.getvalue(), (Leaf(width, height, BORN_DPI, BORN_DPI),) * count


def _pages(text: str) -> Iterator[list[str]]:
    """At least one page, even of nothing."""
    for sheet in text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n\f").split("\f"):
        page: list[str] = []
        for line in sheet.split("\n"):
            for row in _wrapped(_printable(line)):
                if len(page) == _LINES:
                    yield page
                    page = []
                page.append(row)
        yield page


def _printable(line: str) -> str:
    expanded = line.replace("\t", _TAB)
    return "".join(c if c.isprintable() or c == "\u00ad" else " " for c in expanded).rstrip()


def _wrapped(line: str) -> Iterator[str]:
    """The line in rows that fit; a word longer than a row is cut."""
    row, used = "", 0.0
    for word in _words(line):
        width = pdfmetrics.stringWidth(word, _FONT, _SIZE)
        if used + width <= _WIDTH or not word.strip():
            row, used = row + word, used + width
            continue
        if row.strip():
            yield row.rstrip()
        row, used = word, width
        while used > _WIDTH:
            cut = max(1, int(len(row) * _WIDTH / used) - 1)
            yield row[:cut]
            row = row[cut:]
            used = pdfmetrics.stringWidth(row, _FONT, _SIZE)
    yield row.rstrip()


def _words(line: str) -> Iterator[str]:
    """The line cut behind each run of spaces."""
    start, spaces = 0, False
    for at, character in enumerate(line):
        if spaces and character != " ":
            yield line[start:at]
            start = at
        spaces = character == " "
    if start < len(line):
        yield line[start:]
