"""The CIOMS I form of a case as PDF: our own drawing, boxes by field name and number, A4.

Source: CIOMS I form, boxes 1-26 (domain 1.6). What does not fit into a box goes on, under the box's
number, on the pages after it; nothing is cut. PDF/A-1b, fonts embedded, the same bytes each time.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from xml.sax.saxutils import escape

import pikepdf
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer

from mi_desktop.archival import Facts, archive
from mi_desktop.basics.paths import RESOURCES
from mi_desktop.safety.cases import AeCase
from mi_desktop.safety.cioms_boxes import Ticks, boxes, ticks

_FONT, _BOLD = "Cioms", "Cioms-Bold"
_LEFT, _TOP, _WIDTH = 12 * mm, A4[1] - 24 * mm, A4[0] - 24 * mm
_GREY = HexColor("#3c474d")
_PAD, _LABEL = 1.2 * mm, 2.6 * mm
_TICK, _GAP, _MANY = 2.4 * mm, 1.2 * mm, 5


@dataclass(frozen=True)
class Header:
    """What the form says beside the case.

    Attributes:
        number: the hand-off's.
        version: of the hand-off; 1 is the initial report.
        control_number: box 24b.
        sender: box 24a, lines.
        made_at: box 25, aware, in the site's zone.
        signed: lines of the electronic signature: name, meaning, time; () where none holds.
        sha256: of the record the form shows.
        draft: not handed over yet; said on every page.
    """

    number: str
    version: int
    control_number: str
    sender: tuple[str, ...]
    made_at: datetime
    signed: tuple[str, ...]
    sha256: str
    draft: bool = False


@dataclass(frozen=True)
class Box:
    """A frame on the form: its place in mm from the top left of the form, and what it is."""

    name: str
    number: str
    label: str
    x: float
    y: float
    width: float
    height: float


# 186 mm wide; rows from the top.
_LAYOUT = (
    Box("initials", "1", "Patient initials (first, last)", 0, 5, 30, 13),
    Box("country", "1a", "Country", 30, 5, 17, 13),
    Box("birth", "2", "Date of birth", 47, 5, 24, 13),
    Box("age", "2a", "Age", 71, 5, 20, 13),
    Box("sex", "3", "Sex", 91, 5, 16, 13),
    Box("onset", "4-6", "Reaction onset (year-month-day)", 107, 5, 35, 13),
    Box("serious", "8-12", "Tick all appropriate to the reaction", 142, 5, 44, 69),
    Box("reaction", "7+13", "Describe reaction(s), including relevant tests and laboratory data",
        0, 18, 142, 56),
    Box("suspect", "14", "Suspect drug(s), with generic name and batch", 0, 79, 142, 23),
    Box("abated", "20", "Did the reaction abate after stopping the drug?", 142, 79, 44, 23),
    Box("dose", "15", "Daily dose(s)", 0, 102, 78, 15),
    Box("route", "16", "Route(s) of administration", 78, 102, 64, 15),
    Box("again", "21", "Did it reappear after reintroduction?", 142, 102, 44, 41),
    Box("indication", "17", "Indication(s) for use", 0, 117, 142, 13),
    Box("dates", "18", "Therapy dates (from, to)", 0, 130, 78, 13),
    Box("duration", "19", "Therapy duration", 78, 130, 64, 13),
    Box("concomitant", "22", "Concomitant drug(s) and dates of administration", 0, 148, 186, 20),
    Box("history", "23", "Other relevant history (allergies, pregnancy with last period, and more)",
        0, 168, 186, 24),
    Box("sender", "24a", "Name and address of manufacturer", 0, 197, 78, 20),
    Box("reporter", "26", "Reporter", 78, 197, 108, 20),
    Box("control", "24b", "Manufacturer's control number", 0, 217, 78, 11),
    Box("received", "24c", "Date received by manufacturer", 78, 217, 108, 11),
    Box("source", "24d", "Report source", 0, 228, 78, 15),
    Box("date", "25", "Date of this report", 78, 228, 48, 15),
    Box("type", "25a", "Report type", 126, 228, 60, 15),
    Box("signed", "", "Electronically signed", 0, 243, 186, 15),
)  # fmt: skip
_SECTIONS = (
    (0, "I. Reaction information"),
    (74, "II. Suspect drug(s) information"),
    (143, "III. Concomitant drug(s) and history"),
    (192, "IV. Manufacturer information"),
)


def draw_cioms(case: AeCase, header: Header) -> bytes:
    """The form as PDF/A-1b.

    Args:
        case: as it is handed over.
        header: what the form says beside it.
    """
    _fonts()
    texts = {**boxes(case), **_of_header(header)}
    chosen = {**ticks(case), "type": Ticks(_type(header))}
    fitted = {box.name: _fit(box, texts[box.name]) for box in _LAYOUT if box.name in texts}
    more = [(box, rest) for box in _LAYOUT if (rest := fitted.get(box.name, ((), ""))[1])]
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=_LEFT,
        rightMargin=_LEFT,
        topMargin=26 * mm,
        bottomMargin=20 * mm,
        invariant=1,
    )

    def form(canvas: Canvas, template: SimpleDocTemplate) -> None:
        _furniture(canvas, header, template.page)
        for y, title in _SECTIONS:
            _section(canvas, y, title)
        for box in _LAYOUT:
            _frame(canvas, box)
            if box.name in chosen:
                _draw_ticks(canvas, box, chosen[box.name])
            _draw(canvas, box, *fitted.get(box.name, ((), "")))

    def later(canvas: Canvas, template: SimpleDocTemplate) -> None:
        _furniture(canvas, header, template.page)

    document.build([Spacer(1, 1), *_continued(more)], onFirstPage=form, onLaterPages=later)
    with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
        title = f"CIOMS I, {header.number} version {header.version}"
        return archive(pdf, Facts(title, header.sender[0], header.made_at, "en"))


def _of_header(header: Header) -> dict[str, str]:
    return {
        "sender": "\n".join(header.sender),
        "control": header.control_number,
        "date": header.made_at.date().isoformat(),
        "signed": "\n".join((*header.signed, f"Record SHA-256 {header.sha256}")),
    }


def _type(header: Header) -> dict[str, bool | None]:
    first = header.version == 1
    return {"initial": first, "follow-up": not first}


def _fit(box: Box, text: str) -> tuple[list[Flowable], str]:
    """What is drawn in the box, and the text that goes on elsewhere."""
    width, height = box.width * mm - 2 * _PAD, box.height * mm - _LABEL - 2 * _PAD
    for size in (8.0, 7.0, 6.5):
        paragraphs = [Paragraph(_shown(line), _style(size)) for line in text.split("\n")]
        if sum(p.wrap(width, height)[1] for p in paragraphs) <= height:
            return paragraphs, ""
    pointer = Paragraph("… whole text on the pages after this form", _style(6.5, _BOLD))
    room = height - pointer.wrap(width, height)[1]
    begun: list[Flowable] = []
    for paragraph in paragraphs:
        used = paragraph.wrap(width, room)[1]
        if used > room:
            begun += paragraph.split(width, room)[:1]
            break
        begun.append(paragraph)
        room -= used
    return [*begun, pointer], text


def _continued(more: list[tuple[Box, str]]) -> Iterator[Flowable]:
    """The whole text of each box that was too small for it, under its number."""
    if more:
        yield PageBreak()
    for box, text in more:
        yield Paragraph(escape(f"{box.number} {box.label} (whole text)"), _style(9, _BOLD))
        for line in text.split("\n"):
            yield Paragraph(_shown(line), _style(9))
        yield Spacer(1, 4 * mm)


def _furniture(canvas: Canvas, header: Header, page: int) -> None:
    canvas.setFillColor(HexColor("#000000"))
    canvas.setFont(_BOLD, 12)
    canvas.drawString(_LEFT, A4[1] - 17 * mm, "SUSPECT ADVERSE REACTION REPORT")
    canvas.drawRightString(_LEFT + _WIDTH, A4[1] - 17 * mm, "CIOMS I")
    canvas.setFont(_FONT, 7.5)
    draft = " · DRAFT, not handed over" if header.draft else ""
    said = f"{header.number} · version {header.version}{draft}"
    canvas.drawString(_LEFT, 9 * mm, said)
    canvas.drawRightString(_LEFT + _WIDTH, 9 * mm, f"page {page}")


def _section(canvas: Canvas, y: float, title: str) -> None:
    top = _TOP - y * mm
    canvas.setFillColor(HexColor("#dfe6e8"))
    canvas.rect(_LEFT, top - 5 * mm, _WIDTH, 5 * mm, stroke=1, fill=1)
    canvas.setFillColor(HexColor("#000000"))
    canvas.setFont(_BOLD, 8)
    canvas.drawString(_LEFT + _PAD, top - 3.6 * mm, title.upper())


def _frame(canvas: Canvas, box: Box) -> None:
    left, top = _LEFT + box.x * mm, _TOP - box.y * mm
    canvas.setLineWidth(0.5)
    canvas.rect(left, top - box.height * mm, box.width * mm, box.height * mm)
    label = f"{box.number} {box.label}".strip()
    canvas.setFillColor(_GREY)
    canvas.setFont(_FONT, _size(label, box.width * mm - 2 * _PAD, 5.8))
    canvas.drawString(left + _PAD, top - _LABEL + 0.3 * mm, label)
    canvas.setFillColor(HexColor("#000000"))


def _draw(canvas: Canvas, box: Box, paragraphs: list[Flowable], _: str) -> None:
    width = box.width * mm - 2 * _PAD
    y = _TOP - box.y * mm - _LABEL - _PAD
    for paragraph in paragraphs:
        height = paragraph.wrap(width, A4[1])[1]
        paragraph.drawOn(canvas, _LEFT + box.x * mm + _PAD, y - height)
        y -= height


def _draw_ticks(canvas: Canvas, box: Box, ticks: Ticks) -> None:
    """Under each other; in two columns where the box is too low for that."""
    top = _TOP - box.y * mm - _LABEL - 2 * _PAD - _TICK
    columns = 2 if len(ticks.of) * (_TICK + _GAP) > box.height * mm - _LABEL - 2 * _PAD else 1
    step = box.width * mm / columns
    canvas.setLineWidth(0.6)
    for number, (label, ticked) in enumerate(ticks.of.items()):
        row, column = divmod(number, columns)
        left = _LEFT + box.x * mm + _PAD + column * step
        y = top - row * (_TICK + _GAP * (1 if len(ticks.of) < _MANY else 4))
        canvas.rect(left, y, _TICK, _TICK)
        if ticked:
            canvas.line(left, y, left + _TICK, y + _TICK)
            canvas.line(left, y + _TICK, left + _TICK, y)
        said = f"{label} (not known)" if ticked is None else label
        canvas.setFont(_FONT, _size(said, step - _TICK - 2 * _PAD - _GAP, 7))
        canvas.drawString(left + _TICK + _GAP, y + 0.4 * mm, said)


def _size(text: str, width: float, most: float) -> float:
    """The largest type that the text fits the width in."""
    return min(most, most * width / float(pdfmetrics.stringWidth(text, _FONT, most)))


def _shown(line: str) -> str:
    """The line with a □ for what the font lacks, ready for a paragraph."""
    known = pdfmetrics.getFont(_FONT).face.charToGlyph
    return escape("".join(c if ord(c) in known else "□" for c in line)) or "&nbsp;"


@cache
def _style(size: float, font: str = _FONT) -> ParagraphStyle:
    return ParagraphStyle(
        f"{font}-{size}", fontName=font, fontSize=size, leading=size * 1.18, splitLongWords=1
    )


@cache
def _fonts() -> None:
    for name, file in ((_FONT, "LiberationSans-Regular"), (_BOLD, "LiberationSans-Bold")):
        pdfmetrics.registerFont(TTFont(name, str(RESOURCES / "fonts" / f"{file}.ttf")))
