"""What stands on every page around the text: letterhead, window, details, header, footer."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from mi_desktop.archival import draw_test_mark
from mi_desktop.letters import geometry
from mi_desktop.letters.model import Draft
from mi_desktop.letters.stationery import (
    ACCENT,
    BLACK,
    BOLD,
    GREY,
    PALE,
    REGULAR,
    Stationery,
    printable,
    width,
)

_SEPARATOR = "  ·  "


class PagedCanvas(Canvas):  # type: ignore[misc]  # reportlab carries no types
    """Keeps pages back until their number is known, then adds `page x of y` to each."""

    def __init__(self, furniture: "Furniture", numbers: list[int], *args: Any, **kw: Any) -> None:
        super().__init__(*args, **{**kw, "initialFontName": REGULAR})
        self._furniture, self._numbers = furniture, numbers
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Keeps the page."""
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Writes all pages, each with its number."""
        for number, state in enumerate(self._kept, 1):
            self.__dict__.update(state)
            self._furniture.every_page(self, number, len(self._kept))
            self._numbers.append(number)
            super().showPage()
        super().save()


class Furniture:
    """Draws around the text of one letter."""

    def __init__(self, draft: Draft, stationery: Stationery, marked: bool) -> None:
        self._draft, self._sheet, self._marked = draft, stationery, marked
        self._texts = stationery.texts

    def first_page(self, canvas: Any, document: Any) -> None:
        """Letterhead, code, address, details and fold marks."""
        self.before_text(canvas, document)
        places = geometry.layout(self._sheet.envelope)
        self._letterhead(canvas)
        _qr(canvas, self._draft.inquiry_number)
        self._address(canvas, places.address)
        self._details(canvas, places.details)
        self._marks(canvas)

    def before_text(self, canvas: Any, _: Any) -> None:
        """The mark of a test office and the draft's, under everything else."""
        if self._sheet.test:
            draw_test_mark(canvas, geometry.PAGE_WIDTH * mm, geometry.PAGE_HEIGHT * mm)
        if self._marked:
            self._draft_mark(canvas)

    def every_page(self, canvas: Any, page: int, pages: int) -> None:
        """Footer with page x of y; from page 2 a header (GEO-3)."""
        count = self._texts("FOOTER-PAGE", page=page, pages=pages)
        if page > 1:
            top = geometry.LETTERHEAD_TOP + 4
            _put(canvas, (geometry.LEFT, top), self._draft.reference, (REGULAR, 8, GREY))
            _put_right(canvas, top, count)
            _rule(canvas, top + 2.5)
        self._footer(canvas, count)

    def _letterhead(self, canvas: Any) -> None:
        head, top = self._sheet.letterhead, geometry.LETTERHEAD_TOP
        _put(canvas, (geometry.LEFT, top + 5), head.company, (BOLD, 15, ACCENT))
        _put(canvas, (geometry.LEFT, top + 10), head.department, (REGULAR, 9, GREY))

    def _address(self, canvas: Any, box: geometry.Box) -> None:
        lines = tuple(map(printable, self._draft.recipient.lines))
        fitting = geometry.address_size(lines, tuple(map(width, lines)), box)
        size = fitting or geometry.ADDRESS_SIZES[-1]
        leading = size * geometry.ADDRESS_LEADING * geometry.POINT
        for n, line in enumerate(lines):
            _put(canvas, (box.x, box.y + (n + 0.8) * leading), line, (REGULAR, size, BLACK))

    def _details(self, canvas: Any, box: geometry.Box) -> None:
        y = box.y + 2.5
        for label, value in self._facts():
            _put(canvas, (box.x, y), label, (REGULAR, 7, GREY))
            _put(canvas, (box.x, y + 3.7), value, (REGULAR, 9, BLACK))
            y += 8.6

    def _facts(self) -> Iterable[tuple[str, str]]:
        t, head = self._texts, self._sheet.letterhead
        by_mail = self._draft.delivery == "e-mail"
        delivery = t("DELIVERY-EMAIL") if by_mail else t("DELIVERY-POST")
        yield t("WORD-DATE"), f"{t.day(self._draft.dated)}{_SEPARATOR}{delivery}"
        yield t("WORD-OUR-REF"), self._draft.reference
        yield t("WORD-PHONE"), head.phone
        yield t("WORD-EMAIL"), head.email

    def _marks(self, canvas: Any) -> None:
        canvas.setStrokeColor(HexColor(GREY))
        canvas.setLineWidth(0.4)
        hole = (self._sheet.envelope.hole,) if self._sheet.envelope.hole else ()
        for y, length in [*((f, 4) for f in self._sheet.envelope.folds), *((h, 6) for h in hole)]:
            canvas.line(5 * mm, _up(y), (5 + length) * mm, _up(y))

    def _footer(self, canvas: Any, count: str) -> None:
        t, head, draft = self._texts, self._sheet.letterhead, self._draft
        _rule(canvas, geometry.FOOTER_TOP)
        parts = [t("FOOTER-LETTER", letter=draft.reference, version=draft.version)]
        used = sorted({(b.srd_id, b.srd_version) for b in draft.blocks if b.srd_id})
        if used:
            shown = ", ".join(f"{srd} v{version}" for srd, version in used)
            parts.append(t("FOOTER-SRD", responses=shown))
        address = ", ".join(p for p in (head.street, f"{head.postcode} {head.city}") if p.strip())
        style = (REGULAR, 7.5, GREY)
        top = geometry.FOOTER_TOP + 4
        _put(canvas, (geometry.LEFT, top), _SEPARATOR.join(parts), style)
        _put_right(canvas, top, count)
        organisation = t("FOOTER-ORG", company=head.company, address=address)
        contact = _SEPARATOR.join((organisation, head.phone, head.email))
        _put(canvas, (geometry.LEFT, top + 3.8), contact, style)

    def _draft_mark(self, canvas: Any) -> None:
        canvas.saveState()
        canvas.setFillColor(HexColor(PALE))
        canvas.setFont(BOLD, 90)
        canvas.translate(geometry.PAGE_WIDTH / 2 * mm, geometry.PAGE_HEIGHT / 2 * mm)
        canvas.rotate(55)
        canvas.drawCentredString(0, 0, self._texts("WORD-DRAFT"))
        canvas.restoreState()


def _up(y: float) -> float:
    """From mm below the sheet's top to pt above its foot."""
    return float((geometry.PAGE_HEIGHT - y) * mm)


def _put(canvas: Any, at: tuple[float, float], text: str, style: tuple[str, float, str]) -> None:
    font, size, colour = style
    canvas.setFont(font, size)
    canvas.setFillColor(HexColor(colour))
    canvas.drawString(at[0] * mm, _up(at[1]), printable(text))


def _put_right(canvas: Any, y: float, text: str) -> None:
    canvas.setFont(REGULAR, 7.5)
    canvas.setFillColor(HexColor(GREY))
    canvas.drawRightString((geometry.PAGE_WIDTH - geometry.RIGHT) * mm, _up(y), text)


def _rule(canvas: Any, y: float) -> None:
    canvas.setStrokeColor(HexColor(PALE))
    canvas.setLineWidth(0.6)
    right = (geometry.PAGE_WIDTH - geometry.RIGHT) * mm
    canvas.line(geometry.LEFT * mm, _up(y), right, _up(y))


def _qr(canvas: Any, number: str) -> None:
    """The inquiry's number as a QR code: a reply that carries it files itself."""
    code = QrCodeWidget(number, barLevel="M").qr
    code.make()
    step = geometry.QR.width / code.getModuleCount()
    canvas.setFillColor(HexColor(BLACK))
    for row, modules in enumerate(code.modules):
        column = 0
        for dark, run in groupby(modules):
            length = len(list(run))
            if dark:
                x, y = geometry.QR.x + column * step, geometry.QR.y + (row + 1) * step
                canvas.rect(x * mm, _up(y), length * step * mm, step * mm, stroke=0, fill=1)
            column += length
