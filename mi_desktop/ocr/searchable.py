"""A searchable PDF: the original pages untouched, the words invisibly over them."""

import io
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

import pikepdf
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mi_desktop.archival import Facts, archive
from mi_desktop.basics.clock import utc_now
from mi_desktop.basics.paths import RESOURCES
from mi_desktop.ocr.document import Sheet, sheets
from mi_desktop.ocr.model import PageText, Source, Word
from mi_desktop.ocr.page import PDF
from mi_desktop.ocr.paper import add_picture, plain_scan
from mi_desktop.sandbox import Sandbox

WRITE_SECONDS = 300
FONT = "LiberationSans"
_FONT_FILE = RESOURCES / "fonts" / "LiberationSans-Regular.ttf"
_INVISIBLE = 3
_POINTS = 72.0
_DESCENT = 0.2


@dataclass(frozen=True)
class Searchable:
    """A PDF in which text can be searched and selected.

    Attributes:
        archival: it is PDF/A-1b. Pages of a PDF that are more than one picture are kept as they
            came, whatever is in them; a document with such a page is not marked as PDF/A.
    """

    pdf: bytes
    archival: bool


def searchable_pdf(
    data: bytes, name: str, pages: list[PageText], sandbox: Sandbox, at: datetime | None = None
) -> Searchable:
    """A PDF of the document in which text can be searched and selected.

    Args:
        data: the document.
        name: its file name.
        pages: what was read of it, all pages in order.
        sandbox: where it is written.
        at: what it says about when it was made, aware; now where None.

    Raises:
        WorldError: why the document cannot be opened.
    """
    found = sheets(name, data, sandbox)
    facts = Facts(name, "", at or utc_now())
    return sandbox.run(write_searchable, found, pages, facts, seconds=WRITE_SECONDS)


def write_searchable(found: list[Sheet], pages: list[PageText], facts: Facts) -> Searchable:
    """Writes it; runs in the sandbox.

    Args:
        found: the document's pages.
        pages: what was read of them, in the same order.
        facts: title, author and time.
    """
    out, archival = pikepdf.new(), True
    for _, group in groupby(found, key=lambda sheet: sheet.part):
        part = list(group)
        with _pdf_of(part) as source:
            if part[0].media_type == PDF:
                plain = [plain_scan(source, page) for page in source.pages]
                archival = archival and all(plain)
            out.pages.extend(source.pages)
    lay_words(out, [p if p.source is Source.OCR else None for p in pages])
    if archival:
        return Searchable(archive(out, facts), True)
    written = io.BytesIO()
    out.save(written)
    return Searchable(written.getvalue(), False)


def lay_words(pdf: pikepdf.Pdf, pages: list[PageText | None]) -> None:
    """Lays the words invisibly over the pages of a PDF; None for a page that keeps its own."""
    layer = pikepdf.open(io.BytesIO(_text_pdf(pdf, pages)))
    for page, words, read in zip(pdf.pages, layer.pages, pages, strict=True):
        if read is not None and read.words:
            page.add_overlay(words, None)


def _pdf_of(part: list[Sheet]) -> pikepdf.Pdf:
    first = part[0]
    if first.media_type == PDF:
        return pikepdf.open(io.BytesIO(first.data))
    pdf = pikepdf.new()
    with Image.open(io.BytesIO(first.data)) as picture:
        for sheet in part:
            picture.seek(sheet.index)
            width, height = (s / d * _POINTS for s, d in zip(sheet.size, sheet.dpi, strict=True))
            # A camera's turn is in the size already: such a picture is packed anew.
            jpeg = sheet.data if picture.size == sheet.size else b""
            add_picture(pdf, picture, (width, height), jpeg)
    return pdf


def _text_pdf(pdf: pikepdf.Pdf, pages: list[PageText | None]) -> bytes:
    """A PDF with the same pages and nothing on them but invisible words."""
    pdfmetrics.registerFont(TTFont(FONT, str(_FONT_FILE)))
    out = io.BytesIO()
    # Its own first font: reportlab's would be one that is not embedded.
    canvas = Canvas(out, initialFontName=FONT)
    for page, read in zip(pdf.pages, pages, strict=True):
        width, height = _seen_size(page)
        canvas.setPageSize((width, height))
        if read is not None and read.words:
            scale = width / read.width, height / read.height
            for word in read.words:
                _write(canvas, word, (scale, height, read.rotation))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _seen_size(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = (float(side) for side in page.cropbox)
    size = abs(right - left), abs(top - bottom)
    return (size[1], size[0]) if int(page.obj.get("/Rotate", 0)) % 180 else size


def _write(canvas: Canvas, word: Word, where: tuple[tuple[float, float], float, int]) -> None:
    """One word, as wide as its box, running the way it runs on the page."""
    (across, down), height, rotation = where
    box = word.box
    left, right = box.left * across, box.right * across
    top, bottom = height - box.top * down, height - box.bottom * down
    start = {0: (left, bottom), 90: (right, bottom), 180: (right, top), 270: (left, top)}
    long, tall = right - left, top - bottom
    if rotation % 180:
        long, tall = tall, long
    natural = pdfmetrics.stringWidth(word.text, FONT, tall)
    if long <= 0 or tall <= 0 or natural <= 0:
        return
    canvas.saveState()
    canvas.translate(*start[rotation])
    canvas.rotate(rotation)
    line = canvas.beginText(0, tall * _DESCENT)
    line.setFont(FONT, tall)
    line.setTextRenderMode(_INVISIBLE)
    line.setHorizScale(100 * long / natural)
    # The space keeps words apart for readers that go by text alone.
    line.textOut(word.text + " ")
    canvas.drawText(line)
    canvas.restoreState()
