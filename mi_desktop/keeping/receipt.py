"""Sheets of paper about keeping: receipts of erasure, contents of exports, reports of drills."""

import io
from collections.abc import Iterable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mi_desktop.basics.paths import RESOURCES

_FONT, _BOLD, _SIZE, _LEADING = "LiberationSans", "LiberationSans-Bold", 9, 13
_MARGIN = 20 * mm
_WIDTH, _HEIGHT = A4
# Heading and its lines.
Part = tuple[str, Sequence[str]]


def sheet(title: str, parts: Iterable[Part], foot: str) -> bytes:
    """A titled list on A4, as a PDF; `foot` stands on every page with its number."""
    for name, file in ((_FONT, "LiberationSans-Regular"), (_BOLD, "LiberationSans-Bold")):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, RESOURCES / "fonts" / f"{file}.ttf"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, initialFontName=_FONT)
    canvas.setTitle(title)
    place = _Place(canvas, foot)
    place.line(title, _BOLD, 14)
    for heading, lines in parts:
        place.skip()
        place.line(heading, _BOLD, 11)
        for line in lines:
            place.line(line, _FONT, _SIZE)
    place.end_page()
    canvas.save()
    return out.getvalue()


class _Place:
    """Where the next line goes."""

    def __init__(self, canvas: Canvas, foot: str) -> None:
        self._canvas, self._foot = canvas, foot
        self._page, self._y = 1, _HEIGHT - _MARGIN

    def line(self, text: str, font: str, size: int) -> None:
        for piece in simpleSplit(text, font, size, _WIDTH - 2 * _MARGIN) or [""]:
            if self._y < 2 * _MARGIN:
                self.end_page()
            self._canvas.setFont(font, size)
            self._canvas.drawString(_MARGIN, self._y - size, piece)
            self._y -= size + _LEADING - _SIZE

    def skip(self) -> None:
        self._y -= _LEADING

    def end_page(self) -> None:
        self._canvas.setFont(_FONT, 7)
        self._canvas.drawString(_MARGIN, _MARGIN / 2, f"{self._foot} · {self._page}")
        self._canvas.showPage()
        self._page, self._y = self._page + 1, _HEIGHT - _MARGIN
