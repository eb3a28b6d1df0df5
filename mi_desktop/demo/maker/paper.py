"""Clean paper: letters, blank backs, separator sheets and a note by hand, before any wear."""

import math

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from mi_desktop.demo.maker.layout import (
    A4_MM,
    LEFT_MM,
    RIGHT_MM,
    baseline_mm,
    font_path,
    lay_out,
)
from mi_desktop.demo.maker.truth import Page

Pixels = NDArray[np.uint8]
SEPARATOR_CODE = "MI-DESKTOP:SEPARATOR"
_PEN = (28, 36, 92)


def blank(dpi: int) -> Image.Image:
    """An empty white A4 page, RGB."""
    return Image.new("RGB", (round(A4_MM[0] / 25.4 * dpi), round(A4_MM[1] / 25.4 * dpi)), "white")


def draw_letter(page: Page, dpi: int, rng: np.random.Generator) -> Image.Image:
    """The page as a printer would give it, RGB, with a signature by pen where one belongs.

    Raises:
        ValueError: a line is wider than the page, or there are too many.
    """
    sheet = blank(dpi)
    pen = ImageDraw.Draw(sheet)
    scale = dpi / 25.4
    for line in lay_out(page):
        font = ImageFont.truetype(font_path(line.font), line.size * dpi / 72)
        if pen.textlength(line.text, font) > (RIGHT_MM + 8 - LEFT_MM) * scale:
            raise ValueError(f"too wide for the page: {line.text}")
        at = (line.edge_mm * scale, line.baseline_mm * scale)
        pen.text(
            at, line.text, font=font, fill=(20, 20, 24), anchor="rs" if line.from_right else "ls"
        )
    if page.style.qr:
        code = qr_code(page.style.qr, round(22 * scale))
        sheet.paste(code, (round((RIGHT_MM - 22) * scale), round(14 * scale)))
    if page.style.signature is not None:
        _sign(pen, (LEFT_MM + 2, baseline_mm(page, page.style.signature)), scale, rng)
    return sheet


def _sign(
    pen: ImageDraw.ImageDraw, at_mm: tuple[float, float], scale: float, rng: np.random.Generator
) -> None:
    """A quick hand: loops running to the right, one long last stroke."""
    steps = np.linspace(0, 1, 160)
    loops, tall = rng.uniform(4, 7), rng.uniform(2.2, 3.6)
    x = at_mm[0] + 38 * steps + 2.2 * np.sin(2 * math.pi * loops * steps)
    swing = np.cos(2 * math.pi * loops * steps + rng.uniform(0, 2))
    y = at_mm[1] - 1.5 + tall * swing * (1 - 0.7 * steps) - 2 * steps
    points = [(float(a) * scale, float(b) * scale) for a, b in zip(x, y, strict=True)]
    pen.line(points, fill=_PEN, width=max(2, round(0.45 * scale)), joint="curve")


def qr_code(content: str, side: int) -> Image.Image:
    """A QR code of `side` pixels, quiet zone included."""
    code = zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat.QRCode)
    dots = np.array(zxingcpp.write_barcode_to_image(code, scale=8))
    return Image.fromarray(dots).resize((side, side), Image.Resampling.NEAREST).convert("RGB")


def separator_sheet(dpi: int = 200) -> Image.Image:
    """The page a user prints and puts between letters in a pile, A4, RGB."""
    sheet, scale = blank(dpi), dpi / 25.4
    pen = ImageDraw.Draw(sheet)
    middle = sheet.width / 2
    rows = [
        ("SKILJEBLAD / SEPARATOR SHEET", 24, 40.0),
        ("Lägg detta blad mellan två brev. Det skannas men sparas inte.", 13, 215.0),
        ("Place this sheet between two letters. It is scanned but not kept.", 13, 225.0),
        (SEPARATOR_CODE, 11, 245.0),
    ]
    for text, size, height in rows:
        font = ImageFont.truetype(font_path("LiberationSans-Bold.ttf"), size * dpi / 72)
        pen.text((middle, height * scale), text, font=font, fill="black", anchor="ms")
    code = qr_code(SEPARATOR_CODE, round(130 * scale))
    sheet.paste(code, (round(middle - code.width / 2), round(62 * scale)))
    return sheet


def draw_note(page: Page, dpi: int, rng: np.random.Generator) -> Image.Image:
    """A note that looks written by hand: each letter set askew, the whole line wandering, RGB."""
    sheet = blank(dpi)
    for line in lay_out(page):
        _write_line(sheet, line.text, line.baseline_mm * dpi / 25.4, line.size * dpi / 72, rng)
    return Image.fromarray(_wander(np.asarray(sheet), dpi, rng))


def _write_line(
    sheet: Image.Image, text: str, baseline: float, size: float, rng: np.random.Generator
) -> None:
    font = ImageFont.truetype(font_path("LiberationSans-Italic.ttf"), size)
    x = 30 * sheet.width / 210 + rng.uniform(-0.4, 0.6) * size
    slope = rng.uniform(-0.012, 0.012)
    for letter in text:
        ink = Image.new("L", (round(size * 1.6), round(size * 2)), 0)
        ImageDraw.Draw(ink).text((size * 0.3, size * 1.4), letter, font=font, fill=255, anchor="ls")
        turn = ink.rotate(rng.uniform(-9, 9), Image.Resampling.BICUBIC)
        y = baseline - size * 1.4 + slope * x + rng.uniform(-0.06, 0.06) * size
        sheet.paste(_PEN, (round(x - size * 0.3), round(y)), turn)
        x += font.getlength(letter) * rng.uniform(0.86, 1.02)


def _wander(sheet: Pixels, dpi: int, rng: np.random.Generator) -> Pixels:
    """Bends the strokes by a smooth random field of a few tenths of a millimetre."""
    height, width = sheet.shape[:2]
    reach = 0.55 * dpi / 25.4
    grid = (height * 25 // dpi // 10 + 2, width * 25 // dpi // 10 + 2)
    shift = [
        cv2.resize(
            rng.normal(0, reach, grid).astype(np.float32),
            (width, height),
            interpolation=cv2.INTER_CUBIC,
        )
        for _ in range(2)
    ]
    rows, columns = np.indices((height, width), dtype=np.float32)
    bent = cv2.remap(
        sheet, columns + shift[0], rows + shift[1], cv2.INTER_LINEAR, borderValue=(255, 255, 255)
    )
    return np.asarray(bent, dtype=np.uint8)
