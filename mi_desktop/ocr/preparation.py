"""Makes a page fit for reading: letters of the right size, lines that lie level.

The original is never changed: what comes out is a second picture with the way back to it.
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from mi_desktop.ocr.engines import Raster
from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.model import Box

# Measured on letters, faxes and typed pages: Tesseract reads letters of 16 to 20 px as well as
# larger ones, a quarter faster; smaller ones are blown up.
LARGEST_LETTERS, SMALLEST_LETTERS = 22, 12
LETTER_HEIGHT = 18
DPI_PER_LETTER_PX = 12
LEAST_LEAN, USUAL_LEAN, MOST_LEAN = 0.7, 5.0, 15.0
_COARSE, _FINE = 0.25, 0.05
_LEAST_LETTERS = 30
_CLEAR_LEAN = 2.0
_LEAST_SCALE, _MOST_SCALE, _MOST_SIDE = 0.3, 2.0, 6000
_ENOUGH_SIDE = 2600
LEAST_SIDE = 16
_PAPER_SCALE, _IN_SHADOW, _WHITE = 0.125, 0.55, 235
_ROW_PX = 2
_BAND_PX = 172
_WINDOW, _INK_BELOW_PAPER = 51, 25

Matrix = np.ndarray[Any, np.dtype[np.float64]]
Marks = np.ndarray[Any, np.dtype[np.int32]]


@dataclass(frozen=True)
class Prepared:
    """A page ready to be read.

    Attributes:
        raster: the picture for the reader.
        skew_degrees: how far the page's lines lean, positive is clockwise.
        back: 3 x 3 matrix from px of the raster to px of the page it was made of.
        steps: what was done, in order.
    """

    raster: Raster
    skew_degrees: float
    back: Matrix
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Letters:
    """What letter-sized marks on a page tell.

    Attributes:
        height: px, the median; 0 where there are too few.
        lean: degrees, positive is clockwise; 0 where the lines do not tell.
    """

    height: float
    lean: float


def prepare(page: Pixels) -> Prepared:
    """Scales and levels a page where that helps.

    Args:
        page: grey, square dots, shape (height, width).
    """
    if min(page.shape) < LEAST_SIDE:
        # Nothing to read: a line, a dot.
        return Prepared(Raster(page, DPI_PER_LETTER_PX * LETTER_HEIGHT), 0.0, np.eye(3))
    steps = []
    pixels = _evened(page)
    if pixels is not page:
        steps.append("light evened")
    letters = measure_letters(pixels)
    scale = _scale(page, letters.height)
    if scale != 1.0:
        steps.append("scaled")
        smooth = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        pixels = _grey(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=smooth))
    forth = np.diag([pixels.shape[1] / page.shape[1], pixels.shape[0] / page.shape[0], 1.0])
    if abs(letters.lean) > LEAST_LEAN:
        steps.append("levelled")
        pixels, level = _levelled(pixels, letters.lean)
        forth = level @ forth
    dpi = DPI_PER_LETTER_PX * round(letters.height * scale or LETTER_HEIGHT)
    back = np.linalg.inv(forth)
    return Prepared(Raster(np.ascontiguousarray(pixels), dpi), letters.lean, back, tuple(steps))


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


def _evened(page: Pixels) -> Pixels:
    """The page under even light where letters stand in shadow; the same page elsewhere."""
    small = cv2.resize(page, None, fx=_PAPER_SCALE, fy=_PAPER_SCALE, interpolation=cv2.INTER_AREA)
    # Paper is what is left when everything as small as letters is painted over.
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 9)
    marks = (letter_marks(page) * _PAPER_SCALE).astype(int)
    if len(marks) < _LEAST_LETTERS:
        return page
    across, down = np.minimum(marks, np.array(paper.shape[::-1]) - 1).T
    darkest, lightest = np.percentile(paper[down, across], (5, 95))
    if darkest > _IN_SHADOW * lightest:
        return page
    height, width = page.shape
    light = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return _grey(cv2.divide(page, light, scale=_WHITE))


def _grey(pixels: np.ndarray[Any, Any]) -> Pixels:
    return np.ascontiguousarray(pixels, dtype=np.uint8)


def densest_band(raster: Raster) -> Raster:
    """The few lines of a page that hold the most text, for a quick first look."""
    pixels = raster.pixels
    small = cv2.resize(pixels, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    ink = (small < small.mean() - _INK_BELOW_PAPER).astype(np.int8)
    edges = np.count_nonzero(np.diff(ink, axis=1), axis=1)
    band = min(_BAND_PX // 4, len(edges))
    top = 4 * int(np.convolve(edges, np.ones(band), "valid").argmax())
    return Raster(np.ascontiguousarray(pixels[top : top + _BAND_PX]), raster.dpi)


def measure_letters(page: Pixels) -> Letters:
    """Height and lean of the letters, from the connected marks of their size.

    Args:
        page: grey, square dots, shape (height, width).
    """
    shrink = 0.5 if max(page.shape) > _ENOUGH_SIDE else 1.0
    x, y, width, height = _marks(page, shrink)
    if len(x) < _LEAST_LETTERS:
        return Letters(0.0, 0.0)
    feet = x + width / 2, (y + height).astype(float)
    return Letters(float(np.median(height)) / shrink, _lean(*feet))


def letter_marks(page: Pixels) -> Marks:
    """The middles of all marks that may be letters: px across and down, shape (marks, 2)."""
    x, y, width, height = _marks(page, 1.0)
    return np.stack([x + width // 2, y + height // 2], axis=1)


def _marks(page: Pixels, shrink: float) -> Marks:
    """Boxes of the connected marks of a letter's size: left, top, width, height."""
    small = cv2.resize(page, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    ink = ink_of(_grey(small))
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    width, height, area = stats[1:, 2:].T
    letter = (height >= 8) & (height < 120) & (width >= 3) & (width < 3 * height)
    letter &= area > 0.15 * width * height
    return np.asarray(stats[1:, :4][letter].T)


def ink_of(page: Pixels) -> Pixels:
    """What is darker than the paper around it: 255, the rest 0."""
    ink = cv2.adaptiveThreshold(
        page, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _WINDOW, _INK_BELOW_PAPER
    )
    return _grey(ink)


def _lean(x: Matrix, y: Matrix) -> float:
    """The angle at which the feet of the letters fall into the fewest, fullest rows."""

    def fullness(angle: float) -> float:
        level = y - x * np.tan(np.radians(angle))
        rows = np.bincount(((level - level.min()) / _ROW_PX).astype(int))
        return float(np.square(rows.astype(float)).sum())

    for most in (USUAL_LEAN, MOST_LEAN):
        angles = np.arange(-most, most + _COARSE, _COARSE)
        scores = [fullness(angle) for angle in angles]
        if max(scores) >= _CLEAR_LEAN * float(np.mean(scores)):
            near = angles[int(np.argmax(scores))] + np.arange(-_COARSE, _COARSE + _FINE, _FINE)
            return round(float(near[int(np.argmax([fullness(angle) for angle in near]))]), 2)
    return 0.0


def _scale(page: Pixels, letter_height: float) -> float:
    scale = 1.0
    if letter_height and not SMALLEST_LETTERS <= letter_height <= LARGEST_LETTERS:
        scale = min(max(LETTER_HEIGHT / letter_height, _LEAST_SCALE), _MOST_SCALE)
    return float(min(scale, _MOST_SIDE / max(page.shape)))


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
