"""The list that goes with a batch: on paper to tick off by, as CSV to reckon with.

It names references, towns and who approved each letter (P11-14), never whom it is about.
"""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.dispatch.model import PDF_FILES, Batch, BatchItem
from mi_desktop.people import Signature

Approvals = Mapping[str, Signature]
_NOBODY: Approvals = {}

SHORT_HASH = 12
_QR = 26 * mm
_MARGIN = 15 * mm
_WIDE = A4[0] - 2 * _MARGIN - 12  # pt; a frame pads 6 at each side
_FONT, _BOLD = "Liberation Sans", "Liberation Sans Bold"
_INK, _LINE = HexColor("#1a1a1a"), HexColor("#9a9a9a")


@dataclass(frozen=True)
class Labels:
    """The manifest's words in one language."""

    title: str
    made: str
    printer: str
    files: str
    totals: str
    heads: tuple[str, ...]
    out: str
    page: str
    sign: str
    approved: str


_LABELS = {
    "en": Labels(
        title="Print batch {number}",
        made="Made {at} by {by}",
        printer="Printer: {printer}",
        files="PDF files, to be printed by hand",
        totals="{letters} letters, {pages} pages, {sheets} sheets",
        heads=("", "No.", "Letter", "Town", "Pages", "Sheets", "Prints", "SHA-256"),
        out="taken out",
        page="{number}, page {page}",
        sign="Posted (date, signature): ",
        approved="approved: {name}, {at}",
    ),
    "sv": Labels(
        title="Utskriftsomgång {number}",
        made="Gjord {at} av {by}",
        printer="Skrivare: {printer}",
        files="PDF-filer, skrivs ut för hand",
        totals="{letters} brev, {pages} sidor, {sheets} ark",
        heads=("", "Nr", "Brev", "Ort", "Sidor", "Ark", "Utskrifter", "SHA-256"),
        out="borttaget",
        page="{number}, sida {page}",
        sign="Postat (datum, namnteckning): ",
        approved="godkänt: {name}, {at}",
    ),
}
_WIDTHS = tuple(w * mm for w in (8, 9, 48, 46.5, 13, 13, 19, 19))
COLUMNS = (
    "batch",
    "position",
    "reference",
    "country",
    "postcode",
    "town",
    "pages",
    "sheets",
    "prints",
    "ticked_off",
    "taken_out",
    "sha256",
    "signer",
    "meaning",
    "signed_at",
    "zone",
)


@dataclass(frozen=True)
class Totals:
    """What must lie on the table before posting."""

    letters: int
    pages: int
    sheets: int


def totals(batch: Batch) -> Totals:
    """Of the letters that go with the batch."""
    going = batch.going
    return Totals(len(going), sum(i.pages for i in going), sum(i.sheets for i in going))


def as_csv(batch: Batch, approvals: Approvals = _NOBODY) -> str:
    """A line a letter, with full hashes and its signature; RFC 4180, yes/no in English.

    Args:
        batch: as it stands now.
        approvals: by letter id; a letter without one has empty cells.
    """
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for i in batch.items:
        place = (i.country, i.postcode, _harmless(i.city))
        counts = (i.pages, i.sheets, i.prints, _yes(i.done), _yes(i.taken_out))
        signed = _signed_cells(approvals.get(i.letter_id))
        rows.writerow((batch.number, i.position, i.reference, *place, *counts, i.sha256, *signed))
    return out.getvalue()


def _signed_cells(approval: Signature | None) -> tuple[str, ...]:
    if approval is None:
        return ("", "", "", "")
    at = approval.at.astimezone(ZoneInfo(approval.zone)).isoformat(timespec="seconds")
    return (_harmless(approval.full_name), approval.meaning.value, at, approval.zone)


def as_pdf(batch: Batch, language: str, zone: str, approvals: Approvals = _NOBODY) -> bytes:
    """The manifest on A4, a tick box a letter, and a QR code that says the batch's number.

    Args:
        batch: as it stands now.
        language: `sv`; any other gives English.
        zone: IANA name, in which the time is printed.
        approvals: by letter id; printed under the letter's reference.
    """
    _load_fonts()
    labels = _LABELS.get(language, _LABELS["en"])
    out = io.BytesIO()
    paper = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=18 * mm,
        title=labels.title.format(number=batch.number),
        lang=language,
        invariant=1,
    )

    def foot(canvas: Canvas, _: object) -> None:
        canvas.setFont(_FONT, 8)
        text = labels.page.format(number=batch.number, page=canvas.getPageNumber())
        canvas.drawRightString(A4[0] - _MARGIN, 10 * mm, text)

    story = [*_head(batch, labels, zone), _table(batch, labels, approvals), *_end(batch, labels)]
    paper.build(story, onFirstPage=foot, onLaterPages=foot)
    return out.getvalue()


def _head(batch: Batch, labels: Labels, zone: str) -> list[Flowable]:
    at = f"{batch.made_at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"
    printer = labels.printer.format(printer=batch.printer)
    lines = [
        Paragraph(labels.title.format(number=batch.number), _style(16, bold=True)),
        Spacer(0, 3 * mm),
        Paragraph(labels.made.format(at=at, by=_escaped(batch.made_by)), _style(10)),
        Paragraph(labels.files if batch.printer == PDF_FILES else printer, _style(10)),
        Paragraph(_totals_words(batch, labels), _style(10)),
    ]
    head = Table([[lines, _qr(batch.number)]], colWidths=(_WIDE - _QR, _QR))
    head.setStyle(
        TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("PADDING", (0, 0), (-1, -1), 0)])
    )
    return [head, Spacer(0, 6 * mm)]


def _table(batch: Batch, labels: Labels, approvals: Approvals) -> Flowable:
    rows = [
        labels.heads,
        *(_row(item, labels, approvals.get(item.letter_id)) for item in batch.items),
    ]
    table = Table(rows, colWidths=_WIDTHS, repeatRows=1)
    style = [
        ("FONT", (0, 0), (-1, 0), _BOLD, 8),
        ("FONT", (0, 1), (-1, -1), _FONT, 9),
        ("FONT", (-1, 1), (-1, -1), _FONT, 7),
        ("ALIGN", (4, 0), (6, -1), "RIGHT"),
        ("ALIGN", (1, 0), (1, -1), "RIGHT"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.3, _LINE),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, _INK),
    ]
    table.setStyle(TableStyle(style))
    return table


def _row(item: BatchItem, labels: Labels, approval: Signature | None) -> tuple[object, ...]:
    town = f"{item.country} {item.postcode} {item.city}"
    if item.taken_out:
        town = f"{town} ({labels.out})"
    place = Paragraph(_escaped(town), _style(9))
    box = "" if item.taken_out else TickBox(item.done)
    counts = (item.pages, item.sheets, item.prints)
    letter = [Paragraph(item.reference, _style(9)), *_approved(labels, approval)]
    return box, item.position, letter, place, *counts, item.sha256[:SHORT_HASH]


def _approved(labels: Labels, approval: Signature | None) -> list[Flowable]:
    if approval is None:
        return []
    at = f"{approval.at.astimezone(ZoneInfo(approval.zone)):%Y-%m-%d %H:%M %Z}"
    words = labels.approved.format(name=_escaped(approval.full_name), at=at)
    return [Paragraph(words, _style(6.5))]


def _end(batch: Batch, labels: Labels) -> list[Flowable]:
    return [
        Spacer(0, 5 * mm),
        Paragraph(_totals_words(batch, labels), _style(10, bold=True)),
        Spacer(0, 12 * mm),
        Paragraph(f"{labels.sign}{'_' * 50}", _style(10)),
    ]


def _totals_words(batch: Batch, labels: Labels) -> str:
    return labels.totals.format(**vars(totals(batch)))


class TickBox(Flowable):  # type: ignore[misc]
    """A box of 4 mm; crossed where the letter is ticked off."""

    SIDE = 4 * mm

    def __init__(self, done: bool) -> None:
        super().__init__()
        self.width = self.height = self.SIDE
        self._done = done

    def draw(self) -> None:
        """Draws the box, and the cross."""
        self.canv.setLineWidth(0.8)
        self.canv.rect(0, 0, self.SIDE, self.SIDE)
        if self._done:
            self.canv.line(0, 0, self.SIDE, self.SIDE)
            self.canv.line(0, self.SIDE, self.SIDE, 0)


def _qr(text: str) -> Drawing:
    code = QrCodeWidget(text, barLevel="M", barWidth=_QR, barHeight=_QR)
    drawing = Drawing(_QR, _QR)
    drawing.add(code)
    return drawing


def _style(size: float, bold: bool = False) -> ParagraphStyle:
    font = _BOLD if bold else _FONT
    return ParagraphStyle("", fontName=font, fontSize=size, leading=size * 1.35, textColor=_INK)


def _load_fonts() -> None:
    for name, file in ((_FONT, "LiberationSans-Regular"), (_BOLD, "LiberationSans-Bold")):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, RESOURCES / "fonts" / f"{file}.ttf"))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _harmless(text: str) -> str:
    """A town from somebody's letter, so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text


def _yes(value: bool) -> str:
    return "yes" if value else "no"
