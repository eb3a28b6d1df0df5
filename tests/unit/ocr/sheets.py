"""Pages of our own to be read: drawn, leaned, turned, faxed, born digital."""

from io import BytesIO

import numpy as np
import pikepdf
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mi_desktop.basics.paths import RESOURCES

FONT = str(RESOURCES / "fonts" / "LiberationSerif-Regular.ttf")
A5 = (420, 595)
SWEDISH = (
    "Hej! Jag är sjuksköterska på en vårdcentral.",
    "Får patienten dela tabletten på mitten?",
    "Hon är 72 år och har svårt att svälja hela",
    "tabletter efter en operation i halsen.",
    "Förvaras den då vid 25 °C eller i kylskåp?",
    "Svara gärna till eva.berg@sjukhus.example",
    "Med vänlig hälsning från Åsa i Örebro",
)
ENGLISH = (
    "Dear colleagues, I am a community pharmacist.",
    "May the tablet be crushed and given by tube?",
    "The patient is a woman of 72 years who has had",
    "difficulty in swallowing since her operation.",
    "Please send me whatever you know about this.",
    "With kind regards from the hospital pharmacy",
)


def drawn(lines: tuple[str, ...], dpi: int = 200, lean: float = 0.0) -> Image.Image:
    """An A5 page in grey, 12 point, leaning clockwise by so many degrees."""
    page = Image.new("L", tuple(round(side * dpi / 72) for side in A5), 250)
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(FONT, round(12 * dpi / 72))
    for row, line in enumerate(lines):
        pen.text((0.6 * dpi, (1 + row * 0.3) * dpi), line, font=font, fill=20)
    return page.rotate(-lean, fillcolor=250, resample=Image.Resampling.BICUBIC)


def png(page: Image.Image, dpi: tuple[int, int] = (200, 200)) -> bytes:
    out = BytesIO()
    page.save(out, "PNG", dpi=dpi)
    return out.getvalue()


def fax(page: Image.Image) -> bytes:
    """The page as a G3 fax of 204 x 98 dots an inch."""
    dots = page.resize((round(page.width * 1.02), round(page.height * 0.49)))
    out = BytesIO()
    bits = dots.point(lambda grey: 255 * (grey > 140)).convert("1")
    bits.save(out, "TIFF", compression="group3", dpi=(204, 98))
    return out.getvalue()


def digital(
    lines: tuple[str, ...], invisible: bool = False, under: Image.Image | None = None
) -> bytes:
    """A PDF of one page whose text is text, over a picture of the whole page where given."""
    pdfmetrics.registerFont(TTFont("Page", FONT))
    out = BytesIO()
    canvas = Canvas(out, pagesize=A5)
    if under is not None:
        canvas.drawInlineImage(under, 0, 0, *A5)
    for row, line in enumerate(lines):
        text = canvas.beginText(43, A5[1] - 84 - row * 22)
        text.setFont("Page", 12)
        text.setTextRenderMode(3 if invisible else 0)
        text.textOut(line)
        canvas.drawText(text)
    canvas.save()
    return out.getvalue()


def turned_pdf(data: bytes, degrees: int) -> bytes:
    """The PDF with its page's `/Rotate` set."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.pages[0].rotate(degrees, relative=True)
        pdf.save(out)
    return out.getvalue()


def ink_under(page: Image.Image, box: tuple[int, int, int, int]) -> float:
    """The share of dark dots in a box of a grey page."""
    left, top, right, bottom = box
    return float((np.asarray(page)[top:bottom, left:right] < 128).mean())
