"""A searchable PDF: the original pages untouched, the words invisibly over them."""

import io
import zlib
from itertools import groupby

import pikepdf
from PIL import Image, ImageOps
from PIL.TiffImagePlugin import ROWSPERSTRIP, STRIPBYTECOUNTS, STRIPOFFSETS, TiffImageFile
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.ocr.document import Sheet, sheets
from mi_desktop.ocr.model import PageText, Source, Word
from mi_desktop.ocr.page import PDF
from mi_desktop.sandbox import Sandbox

WRITE_SECONDS = 300
FONT = "LiberationSans"
_FONT_FILE = RESOURCES / "fonts" / "LiberationSans-Regular.ttf"
_INVISIBLE = 3
_POINTS = 72.0
_DESCENT = 0.2


def searchable_pdf(data: bytes, name: str, pages: list[PageText], sandbox: Sandbox) -> bytes:
    """A PDF of the document in which text can be searched and selected.

    Args:
        data: the document.
        name: its file name.
        pages: what was read of it, all pages in order.
        sandbox: where it is written.

    Raises:
        WorldError: why the document cannot be opened.
    """
    found = sheets(name, data, sandbox)
    return sandbox.run(write_searchable, found, pages, seconds=WRITE_SECONDS)


def write_searchable(found: list[Sheet], pages: list[PageText]) -> bytes:
    """Writes it; runs in the sandbox.

    Args:
        found: the document's pages.
        pages: what was read of them, in the same order.
    """
    out = pikepdf.new()
    for _, group in groupby(found, key=lambda sheet: sheet.part):
        part = list(group)
        with _pdf_of(part) as source:
            out.pages.extend(source.pages)
    layer = pikepdf.open(io.BytesIO(_text_pdf(out, pages)))
    for page, words, read in zip(out.pages, layer.pages, pages, strict=True):
        if read.source is Source.OCR and read.words:
            page.add_overlay(words, None)
    written = io.BytesIO()
    out.save(written)
    return written.getvalue()


def _pdf_of(part: list[Sheet]) -> pikepdf.Pdf:
    first = part[0]
    if first.media_type == PDF:
        return pikepdf.open(io.BytesIO(first.data))
    pdf = pikepdf.new()
    with Image.open(io.BytesIO(first.data)) as picture:
        for sheet in part:
            picture.seek(sheet.index)
            _add_picture(pdf, picture, sheet)
    return pdf


def _add_picture(pdf: pikepdf.Pdf, picture: Image.Image, sheet: Sheet) -> None:
    """A page with the picture as it is, without loss."""
    width, height = (side / dpi * _POINTS for side, dpi in zip(sheet.size, sheet.dpi, strict=True))
    page = pdf.add_blank_page(page_size=(width, height))
    page.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary(Im0=_embedded(pdf, picture, sheet))
    )
    page.Contents = pdf.make_stream(f"q {width:.4f} 0 0 {height:.4f} 0 0 cm /Im0 Do Q".encode())


def _embedded(pdf: pikepdf.Pdf, picture: Image.Image, sheet: Sheet) -> pikepdf.Stream:
    if picture.format == "JPEG" and picture.mode in ("L", "RGB") and picture.size == sheet.size:
        # A camera's turn is in the size already: such a picture is packed anew below.
        return _stream(pdf, sheet.data, picture, Filter=pikepdf.Name.DCTDecode)
    upright = ImageOps.exif_transpose(picture)
    if upright.mode == "1":
        # Pillow codes white dots as T.6 codes black ones.
        parameters = pikepdf.Dictionary(
            K=-1, Columns=upright.width, Rows=upright.height, BlackIs1=True
        )
        return _stream(
            pdf, _group4(upright), upright, Filter=pikepdf.Name.CCITTFaxDecode,
            DecodeParms=parameters,
        )  # fmt: skip
    plain = upright if upright.mode in ("L", "RGB") else _on_white(upright)
    return _stream(pdf, zlib.compress(plain.tobytes()), plain, Filter=pikepdf.Name.FlateDecode)


def _stream(
    pdf: pikepdf.Pdf, packed: bytes, picture: Image.Image, **how: pikepdf.Object
) -> pikepdf.Stream:
    colours = pikepdf.Name.DeviceRGB if picture.mode == "RGB" else pikepdf.Name.DeviceGray
    return pikepdf.Stream(
        pdf,
        packed,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=colours,
        BitsPerComponent=1 if picture.mode == "1" else 8,
        **how,
    )


def _group4(picture: Image.Image) -> bytes:
    """The picture's dots in one strip of ITU-T T.6, as fax machines and PDF share it."""
    tiff = io.BytesIO()
    one_strip = {ROWSPERSTRIP: picture.height}
    picture.save(tiff, "TIFF", compression="group4", tiffinfo=one_strip)
    tiff.seek(0)
    with TiffImageFile(tiff) as written:
        start, length = written.tag_v2[STRIPOFFSETS][0], written.tag_v2[STRIPBYTECOUNTS][0]
    return tiff.getvalue()[start : start + length]


def _on_white(picture: Image.Image) -> Image.Image:
    colour = picture.convert("RGBA")
    paper = Image.new("RGBA", colour.size, "white")
    return Image.alpha_composite(paper, colour).convert("RGB")


def _text_pdf(pdf: pikepdf.Pdf, pages: list[PageText]) -> bytes:
    """A PDF with the same pages and nothing on them but invisible words."""
    pdfmetrics.registerFont(TTFont(FONT, str(_FONT_FILE)))
    out = io.BytesIO()
    canvas = Canvas(out)
    for page, read in zip(pdf.pages, pages, strict=True):
        width, height = _seen_size(page)
        canvas.setPageSize((width, height))
        if read.words:
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
