"""What time, post and scanner do to paper: worn, not destroyed."""

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from mi_desktop.demo.maker.layout import font_path
from mi_desktop.demo.maker.truth import Wear

Pixels = NDArray[np.uint8]
Shade = NDArray[np.float32]
_STAMP_INK = (176, 30, 48)
_COFFEE = (150, 100, 50)


def worn(sheet: Image.Image, wear: Wear, dpi: int, rng: np.random.Generator) -> Image.Image:
    """The sheet as it lies on the glass of a scanner, RGB, same size."""
    if wear.stamp:
        sheet = _stamp(sheet, wear.stamp, dpi, rng)
    if wear.coffee:
        sheet = _coffee_ring(sheet, dpi, rng)
    pixels = np.asarray(sheet, dtype=np.uint8)
    pixels = _times(pixels, _paper_shade(pixels.shape[:2], wear.shade, rng))
    if wear.folds:
        pixels = _times(pixels, _fold_shade(pixels.shape[:2], wear.folds, dpi, rng))
    pixels = _skewed(pixels, wear.skew, rng)
    return Image.fromarray(_scanned(pixels, wear, dpi, rng))


def _times(pixels: Pixels, shade: Shade) -> Pixels:
    return np.asarray((pixels * shade[..., None]).clip(0, 255), dtype=np.uint8)


def _paper_shade(shape: tuple[int, ...], depth: float, rng: np.random.Generator) -> Shade:
    """Uneven whiteness, a few levels deep, changing slowly over the page."""
    coarse = 1 - np.abs(rng.normal(0, depth / 255, (7, 5))).astype(np.float32) - depth / 510
    smooth = cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.asarray(smooth, dtype=np.float32)


def _fold_shade(shape: tuple[int, ...], folds: int, dpi: int, rng: np.random.Generator) -> Shade:
    """Letter folds across the page: a thin dark crease and a soft shadow under it."""
    rows = np.arange(shape[0], dtype=np.float32)[:, None] / dpi * 25.4
    columns = np.arange(shape[1], dtype=np.float32)[None, :] / dpi * 25.4
    shade = np.ones(shape, dtype=np.float32)
    for fold in range(1, folds + 1):
        middle = 297 * fold / (folds + 1) + rng.uniform(-3, 3) + columns * rng.uniform(-0.01, 0.01)
        away = rows - middle
        shade -= 0.16 * np.exp(-((away / 0.22) ** 2)) + 0.05 * np.exp(-np.abs(away - 2) / 4)
    return shade


def _stamp(sheet: Image.Image, words: str, dpi: int, rng: np.random.Generator) -> Image.Image:
    """A date stamp in red, pressed unevenly and not quite straight, in the right upper part."""
    scale = dpi / 25.4
    size = (round(52 * scale), round(20 * scale))
    ink = Image.new("L", size, 0)
    pen = ImageDraw.Draw(ink)
    pen.rectangle((4, 4, size[0] - 5, size[1] - 5), outline=255, width=max(2, round(0.6 * scale)))
    font = ImageFont.truetype(font_path("LiberationSans-Bold.ttf"), 5.6 * scale)
    pen.multiline_text(
        (size[0] / 2, size[1] / 2),
        words,
        font=font,
        fill=255,
        anchor="mm",
        align="center",
        spacing=0.8 * scale,
    )
    grain = cv2.resize(rng.uniform(0.35, 1.0, (24, 60)).astype(np.float32), size)
    pressed = Image.fromarray(np.asarray(np.asarray(ink) * grain, dtype=np.uint8))
    pressed = pressed.rotate(rng.uniform(-6, 6), Image.Resampling.BICUBIC, expand=True)
    stamped = sheet.copy()
    corner = (round(rng.uniform(126, 134) * scale), round(rng.uniform(50, 56) * scale))
    stamped.paste(_STAMP_INK, corner, pressed)
    return stamped


def _coffee_ring(sheet: Image.Image, dpi: int, rng: np.random.Generator) -> Image.Image:
    """The foot of a cup: a ring 75 mm wide, dark at its rim, broken at one side."""
    scale = dpi / 25.4
    rows, columns = np.indices((sheet.height, sheet.width), dtype=np.float32) / scale
    x, y = rng.uniform(110, 170), rng.uniform(190, 250)
    radius = np.hypot(columns - x, rows - y)
    angle = np.arctan2(rows - y, columns - x)
    rim = np.exp(-(((radius - 37.5) / 1.1) ** 2)) * (
        0.62 + 0.38 * np.sin(angle + rng.uniform(0, 6))
    )
    inside = 0.10 * (radius < 37.5)
    amount = (0.55 * rim + inside)[..., None]
    pixels = np.asarray(sheet, dtype=np.float32)
    stained = pixels * (1 - amount) + pixels * np.array(_COFFEE, dtype=np.float32) / 255 * amount
    return Image.fromarray(np.asarray(stained.clip(0, 255), dtype=np.uint8))


def _skewed(pixels: Pixels, degrees: float, rng: np.random.Generator) -> Pixels:
    """Turned about its middle and moved a little, with the scanner's lid behind it."""
    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turn[:, 2] += rng.uniform(-0.006, 0.006, 2) * width
    turned = cv2.warpAffine(
        pixels, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(232, 233, 235)
    )
    return np.asarray(turned, dtype=np.uint8)


def _scanned(pixels: Pixels, wear: Wear, dpi: int, rng: np.random.Generator) -> Pixels:
    """Optics, sensor noise and dust on the glass."""
    soft = cv2.GaussianBlur(pixels, (0, 0), wear.blur * dpi / 200) if wear.blur else pixels
    grain = rng.normal(0, wear.noise, pixels.shape[:2]).astype(np.float32)[..., None]
    noisy = np.asarray((soft + grain).clip(0, 255), dtype=np.uint8)
    for _ in range(round(wear.noise * 12)):
        at = (int(rng.integers(0, pixels.shape[1])), int(rng.integers(0, pixels.shape[0])))
        cv2.circle(noisy, at, int(rng.integers(1, max(2, dpi // 100))), (90, 90, 90), -1)
    return noisy
