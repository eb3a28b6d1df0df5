"""The letter as pages: reportlab, embedded fonts, the same bytes for the same letter."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
)

from mi_desktop.letters import geometry
from mi_desktop.letters.furniture import Furniture, PagedCanvas
from mi_desktop.letters.model import ApprovedLetter, Block, BlockKind, Draft
from mi_desktop.letters.signature_block import Place, SignatureBlock
from mi_desktop.letters.stationery import (
    ACCENT,
    BOLD,
    REGULAR,
    Stationery,
    load_fonts,
    printable,
)
from mi_desktop.letters.texts import keep_units

_SMALL = {BlockKind.REFERENCES, BlockKind.ENCLOSURES}


@dataclass(frozen=True)
class Drawn:
    """Pages as reportlab made them.

    Attributes:
        seal: where the visible signature field belongs, None in a preview.
    """

    pdf: bytes
    pages: int
    seal: Place | None


def draw(draft: Draft, stationery: Stationery, approved: ApprovedLetter | None = None) -> Drawn:
    """Draws a letter; without an approval every page is marked as a draft.

    Args:
        draft: settled, with its recipient.
        stationery: letterhead, envelope, texts in the letter's language.
        approved: names and times for the signature block (P11-14).
    """
    load_fonts()
    out, places = io.BytesIO(), list[Place]()
    seal = SignatureBlock(stationery.texts, approved, places.append)
    furniture = Furniture(draft, stationery, marked=approved is None)
    document = _template(out, draft, stationery, furniture)
    story: list[Any] = [NextPageTemplate("later")]
    for block in draft.blocks:
        story += _flow(block, seal)
    numbers: list[int] = []
    document.build(story, canvasmaker=partial(PagedCanvas, furniture, numbers))
    return Drawn(out.getvalue(), len(numbers), places[0] if places and approved else None)


def _template(
    out: io.BytesIO, draft: Draft, stationery: Stationery, furniture: Furniture
) -> BaseDocTemplate:
    top = geometry.layout(stationery.envelope).body_top
    pages = [
        PageTemplate("first", [_frame(top)], onPage=furniture.first_page),
        PageTemplate("later", [_frame(geometry.LATER_TOP)], onPage=furniture.before_text),
    ]
    return BaseDocTemplate(
        out,
        pagesize=(geometry.PAGE_WIDTH * mm, geometry.PAGE_HEIGHT * mm),
        pageTemplates=pages,
        title=f"{draft.reference} {draft.subject}",
        author=stationery.letterhead.company,
        creator="MI Desktop",
        lang=draft.language,
        invariant=1,
    )


def _frame(top: float) -> Frame:
    height = geometry.BODY_BOTTOM - top
    bottom = geometry.PAGE_HEIGHT - geometry.BODY_BOTTOM
    places = (geometry.LEFT, bottom, geometry.BODY_WIDTH, height)
    x, y, w, h = (place * mm for place in places)
    return Frame(x, y, w, h, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


def _flow(block: Block, seal: SignatureBlock) -> Iterable[Flowable]:
    if block.kind is BlockKind.SUBJECT:
        yield _paragraph(block.heading, "subject")
        return
    if block.kind is BlockKind.CLOSING:
        *last, regards = block.paragraphs
        words = [_paragraph(p, "closing") for p in last]
        yield KeepTogether([*words, _paragraph(regards, "regards"), seal])
        return
    style = "small" if block.kind in _SMALL else "body"
    if block.heading:
        yield _paragraph(block.heading, f"{style}-heading")
    numbered = block.kind is BlockKind.REFERENCES
    for number, text in enumerate(block.paragraphs, 1):
        yield _paragraph(text, "reference", f"{number}.") if numbered else _paragraph(text, style)


def _paragraph(text: str, style: str, bullet: str | None = None) -> Paragraph:
    return Paragraph(escape(keep_units(printable(text))), _styles()[style], bulletText=bullet)


@cache
def _styles() -> dict[str, ParagraphStyle]:
    body = ParagraphStyle("body", None, fontName=REGULAR, fontSize=10, leading=14.2)
    body.spaceAfter, body.alignment = 6, TA_LEFT
    # No line of a paragraph stands alone at the foot or head of a page.
    body.allowWidows = body.allowOrphans = 0
    small = ParagraphStyle("small", body, fontSize=8.8, leading=12.2, spaceAfter=4)
    heading = {"fontName": BOLD, "textColor": HexColor(ACCENT), "keepWithNext": 1}
    made = [
        body,
        small,
        ParagraphStyle("subject", body, fontName=BOLD, fontSize=13, leading=17, spaceAfter=11),
        ParagraphStyle(
            "body-heading", body, fontSize=10.5, spaceBefore=6, spaceAfter=2.5, **heading
        ),
        ParagraphStyle("small-heading", small, spaceBefore=7, spaceAfter=1.5, **heading),
        ParagraphStyle("closing", body, spaceBefore=10),
        ParagraphStyle("regards", body, spaceBefore=8, spaceAfter=8),
        ParagraphStyle(
            "reference", small, leftIndent=14, bulletFontName=REGULAR, bulletFontSize=8.8
        ),
    ]
    return {style.name: style for style in made}
