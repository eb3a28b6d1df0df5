"""Pages spoilt on purpose, each in one way, as copiers, stamps, pens and cameras do it."""

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tests.unit.ocr.sheets import FONT, drawn

Pixels = np.ndarray
RED, BLUE, GREEN, PINK = (190, 30, 50), (40, 60, 170), (90, 240, 90), (255, 90, 190)


def page(lines: tuple[str, ...], dpi: int = 200) -> Pixels:
    return np.array(drawn(lines, dpi))


def in_colour(grey: Pixels) -> Pixels:
    return np.dstack([grey] * 3)


def through_ink(sheet: Pixels, ink: Pixels, colour: tuple[int, int, int]) -> Pixels:
    """Coloured ink on a sheet: it takes light away and covers nothing.

    Args:
        sheet: RGB.
        ink: where it stands, 0..1, shape (height, width).
        colour: of the ink on white.
    """
    passed = 1 - ink[..., None] * (1 - np.array(colour) / 255)
    return (sheet * passed).astype(np.uint8)


def stamped(grey: Pixels, text: str, colour: tuple[int, int, int], at: tuple[int, int]) -> Pixels:
    """A frame with words in it, a little askew, across the lines of a page."""
    stamp = Image.new("L", (430, 170), 0)
    pen, font = ImageDraw.Draw(stamp), ImageFont.truetype(FONT, 62)
    pen.rectangle((4, 4, 425, 165), outline=255, width=5)
    pen.text((215, 85), text, font=font, fill=255, anchor="mm")
    ink = np.zeros(grey.shape)
    turned = np.asarray(stamp.rotate(5, Image.Resampling.BICUBIC, expand=True)) / 255
    ink[at[1] : at[1] + turned.shape[0], at[0] : at[0] + turned.shape[1]] = turned
    return through_ink(in_colour(grey), ink, colour)


def on_a_table(sheet: Pixels, corners: tuple[tuple[int, int], ...], tone: int = 70) -> Pixels:
    """A sheet photographed from one side; its corners from the left upper one, clockwise."""
    height, width = sheet.shape
    scene = np.full((height + 300, width + 300), tone, np.uint8)
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    bend = cv2.getPerspectiveTransform(flat, np.array(corners, np.float32))
    size = scene.shape[::-1]
    cv2.warpPerspective(
        sheet, bend, size, dst=scene, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_TRANSPARENT
    )
    return scene


def grainy(grey: Pixels, share: float = 0.008) -> Pixels:
    """Black grains of one and two dots, anywhere."""
    chance = np.random.default_rng(3)
    grains = (chance.random(grey.shape) < share).astype(np.uint8)
    grains |= cv2.dilate((chance.random(grey.shape) < 0.0008).astype(np.uint8), np.ones((2, 2)))
    return np.where(grains > 0, 10, grey).astype(np.uint8)


def screened(grey: Pixels, period: float = 5.0) -> Pixels:
    """A grid of dark dots behind the text."""
    y, x = np.indices(grey.shape)
    wave = np.cos(2 * np.pi * (x + y) / period / 1.41) + np.cos(2 * np.pi * (x - y) / period / 1.41)
    return np.minimum(grey, np.where(wave > 0.9, 60, 255)).astype(np.uint8)


def in_needle_dots(grey: Pixels, pitch: int = 4) -> Pixels:
    """Each small square of ink as one dot of a needle printer."""
    small = cv2.resize(grey, None, fx=1 / pitch, fy=1 / pitch, interpolation=cv2.INTER_AREA)
    dots = np.full((small.shape[0] * pitch, small.shape[1] * pitch), 250, np.uint8)
    for row, column in np.argwhere(small < 150):
        dots[row * pitch : row * pitch + 2, column * pitch : column * pitch + 2] = 20
    return dots


def faint(grey: Pixels) -> Pixels:
    """The last carbon copy: 25 levels between ink and paper."""
    soft = cv2.GaussianBlur(grey, (0, 0), 0.8).astype(float)
    grain = np.random.default_rng(5).normal(0, 2, grey.shape)
    return (200 - (250 - soft) * 25 / 230 + grain).clip(0, 255).astype(np.uint8)
