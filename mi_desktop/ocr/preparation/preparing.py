"""A page made fit for reading, step by step, and the way back to the page as it was."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import cv2
import numpy as np

from mi_desktop.ocr.engines import Raster
from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.model import Box
from mi_desktop.ocr.preparation.colour import Stamp, apart
from mi_desktop.ocr.preparation.dots import joined, unscreened, unspeckled
from mi_desktop.ocr.preparation.gutter import gutter_of
from mi_desktop.ocr.preparation.letters import USUAL_LEAN, Plate
from mi_desktop.ocr.preparation.light import darkened, divided, evened, without_borders
from mi_desktop.ocr.preparation.sheet import Matrix, unwarped

# Measured on letters, faxes and typed pages: Tesseract reads letters of 16 to 20 px as well as
# larger ones, a quarter faster; smaller ones are blown up.
LARGEST_LETTERS, SMALLEST_LETTERS = 22, 12
LETTER_HEIGHT = 18
DPI_PER_LETTER_PX = 12
LEAST_LEAN = 0.7
_LEAST_SCALE, _MOST_SCALE, _MOST_SIDE = 0.3, 2.0, 6000
LEAST_SIDE = 16
_STAMP_PX = 300


# What is done to the dots alone, in this order; None where a page does not need it.
STEPS: Mapping[str, Callable[[Plate], Pixels | None]] = {
    "dark borders cleaned": without_borders,
    "light evened": evened,
    "screen removed": unscreened,
    "faint ink darkened": darkened,
    "dots joined": joined,
    "speckle removed": unspeckled,
}
STAMPS_APART, SHEET_FOUND = "colours apart", "sheet unwarped"
SCALED, LEVELLED, TWO_PAGES = "scaled", "levelled", "two pages"
ALL = frozenset({*STEPS, STAMPS_APART, SHEET_FOUND, TWO_PAGES})


@dataclass(frozen=True)
class Prepared:
    """A page ready to be read.

    Attributes:
        raster: the picture for the reader.
        skew_degrees: how far the page's lines lean, positive is clockwise.
        back: 3 x 3 matrix from px of the raster to px of the page it was made of.
        steps: what was done, in order.
        grey: the page as it was, in grey, without coloured marks that covered text.
        gutter: px across where the right one of two pages begins; 0 for one page.
        stamps: coloured marks that covered text, each a picture of its own.
    """

    raster: Raster
    skew_degrees: float
    back: Matrix
    steps: tuple[str, ...] = ()
    grey: Pixels = field(default_factory=lambda: np.zeros((0, 0), np.uint8))
    gutter: int = 0
    stamps: tuple["Prepared", ...] = ()


def prepare(page: Pixels, allowed: frozenset[str] = ALL) -> Prepared:
    """Cleans, scales and levels a page where that helps.

    Args:
        page: square dots, grey of shape (height, width) or RGB of shape (height, width, 3).
        allowed: steps that may be done, beside scaling and levelling.
    """
    steps: list[str] = []
    grey, stamps = apart(page, STAMPS_APART in allowed)
    if min(grey.shape) < LEAST_SIDE:
        # Nothing to read: a line, a dot.
        return Prepared(Raster(grey, DPI_PER_LETTER_PX * LETTER_HEIGHT), 0.0, np.eye(3), grey=grey)
    if stamps is not None:
        steps.append(STAMPS_APART)
    plate, forth = Plate(grey), np.eye(3)
    if SHEET_FOUND in allowed and (sheet := unwarped(plate)):
        steps.append(SHEET_FOUND)
        # Without its dark table a page in weak light loses its letters to one threshold.
        plate, forth = Plate(divided(Plate(sheet[0]))), sheet[1]
    plate = _cleaned(plate, steps, allowed)
    letters = plate.letters
    scale = _scale(plate.pixels, letters.height)
    pixels, fitted = _fitted(plate.pixels, scale, letters.lean, steps)
    gutter = gutter_of(pixels) if TWO_PAGES in allowed else 0
    if gutter:
        steps.append(TWO_PAGES)
    return Prepared(
        Raster(
            np.ascontiguousarray(pixels),
            DPI_PER_LETTER_PX * round(letters.height * scale or LETTER_HEIGHT),
        ),
        letters.lean,
        np.asarray(np.linalg.inv(fitted @ forth), np.float64),
        tuple(steps),
        grey,
        gutter,
        tuple(map(_stamp, stamps or ())),
    )


def _cleaned(plate: Plate, steps: list[str], allowed: frozenset[str]) -> Plate:
    for name, step in STEPS.items():
        better = step(plate) if name in allowed else None
        if better is not None:
            steps.append(name)
            plate = Plate(better)
    return plate


def _fitted(pixels: Pixels, scale: float, lean: float, steps: list[str]) -> tuple[Pixels, Matrix]:
    """Letters of the size that reads best on level lines, and the matrix that did it."""
    height, width = pixels.shape
    if scale != 1.0:
        steps.append(SCALED)
        smooth = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        pixels = _grey(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=smooth))
    forth = np.diag([pixels.shape[1] / width, pixels.shape[0] / height, 1.0])
    if abs(lean) > LEAST_LEAN:
        steps.append(LEVELLED)
        pixels, level = _levelled(pixels, lean)
        forth = level @ forth
    return pixels, forth


def _levelled(page: Pixels, lean: float) -> tuple[Pixels, Matrix]:
    """The page turned level about its middle, and the 3 x 3 matrix that did it."""
    height, width = page.shape
    level = cv2.getRotationMatrix2D((width / 2, height / 2), lean, 1.0)
    size = width, height
    if abs(lean) > USUAL_LEAN:
        # What leans so far would lose its corners on a sheet of the same size.
        sine, cosine = (abs(part(np.radians(lean))) for part in (np.sin, np.cos))
        size = round(width * cosine + height * sine), round(height * cosine + width * sine)
        level[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    turned = cv2.warpAffine(
        page, level, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return _grey(turned), np.vstack([level, [0, 0, 1]])


def _scale(page: Pixels, letter_height: float) -> float:
    scale = 1.0
    if letter_height and not SMALLEST_LETTERS <= letter_height <= LARGEST_LETTERS:
        scale = min(max(LETTER_HEIGHT / letter_height, _LEAST_SCALE), _MOST_SCALE)
    return float(min(scale, _MOST_SIDE / max(page.shape)))


def _stamp(found: Stamp) -> Prepared:
    """A stamp level and large enough, with the way back to the page it stands on."""
    height, width = found.pixels.shape
    scale = min(_MOST_SCALE, max(_LEAST_SCALE, _STAMP_PX / min(height, width)))
    pixels, forth = _fitted(found.pixels, scale, found.lean, [])
    there = np.array([[1.0, 0.0, found.left], [0.0, 1.0, found.top], [0.0, 0.0, 1.0]])
    raster = Raster(np.ascontiguousarray(pixels), DPI_PER_LETTER_PX * LETTER_HEIGHT)
    return Prepared(raster, found.lean, there @ np.linalg.inv(forth))


def _grey(pixels: np.ndarray[Any, Any]) -> Pixels:
    return np.ascontiguousarray(pixels, dtype=np.uint8)


def box_back(box: Box, back: Matrix) -> Box:
    """Where a box of the raster lies on the page the raster was made of."""
    corners = np.array(
        [
            [box.left, box.right, box.left, box.right],
            [box.top, box.top, box.bottom, box.bottom],
            [1, 1, 1, 1],
        ]
    )
    x, y, depth = back @ corners
    x, y = x / depth, y / depth
    # Two corners of a leaning box stick out; the means of its sides are where the word is.
    left, right = x[[0, 2]].mean(), x[[1, 3]].mean()
    top, bottom = y[[0, 1]].mean(), y[[2, 3]].mean()
    return Box(round(left), round(top), round(right), round(bottom))
