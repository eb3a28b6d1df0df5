"""Small documents of every kind, made on the spot."""

from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import numpy as np
import zxingcpp
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from mi_desktop.basics.paths import RESOURCES

A4_AT_100 = (827, 1169)
_FONT = str(RESOURCES / "fonts" / "LiberationSans-Regular.ttf")


def sheet(*lines: str, size: tuple[int, int] = A4_AT_100, mode: str = "L") -> Image.Image:
    page = Image.new("L", size, 255)
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(_FONT, size[0] // 40)
    for row, line in enumerate(lines):
        pen.text((size[0] // 10, size[0] // 8 + row * size[0] // 25), line, font=font, fill=0)
    return page.convert(mode)


def letter(*extra: str) -> Image.Image:
    return sheet("Till Exempelia Pharma AB", "Fråga om Zelvimar", *extra, "Vänligen, Karin Almgren")


def coded(text: str, kind: str = "QRCode", gs1: bool = False) -> Image.Image:
    barcode = zxingcpp.create_barcode(text, zxingcpp.barcode_format_from_str(kind), gs1=gs1)
    dots = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(barcode, scale=8)))
    page = sheet("Blad")
    page.paste(dots.convert("L"), (200, 400))
    return page


def separator() -> Image.Image:
    return coded("MI-DESKTOP:SEPARATOR")


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def tiff(*pages: Image.Image, **options: Any) -> bytes:
    return saved(pages[0], "TIFF", save_all=True, append_images=list(pages[1:]), **options)


def scan_pdf(*pages: Image.Image) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for page in pages:
        canvas.drawImage(ImageReader(page), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def text_pdf(*pages: str, password: str | None = None) -> bytes:
    out = BytesIO()
    lock = StandardEncryption(password, "owner") if password else None
    canvas = Canvas(out, pagesize=(595, 842), encrypt=lock)
    for text in pages:
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def mail(
    body: str = "Hej, en fråga om Zelvimar.", subject: str = "Fråga om Zelvimar", **headers: str
) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Karin Almgren <karin@asebro.example>"
    message["To"] = "medinfo@exempelia.example"
    message["Subject"] = subject
    message["Date"] = "Fri, 13 Nov 2026 23:30:00 +0100"
    for name, value in headers.items():
        message[name] = value
    message.set_content(body)
    return message


def attach(message: EmailMessage, name: str, data: bytes) -> EmailMessage:
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def word(*paragraphs: str, table: list[list[str]] | None = None, picture: bytes = b"") -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Åsebro vårdcentral"
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, cells in enumerate(table):
            for column, text in enumerate(cells):
                grid.cell(row, column).text = text
    if picture:
        document.add_picture(BytesIO(picture))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
