"""What the letters of a page tell: how high they are, how their lines lean, where most stand."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import cv2
import numpy as np

from mi_desktop.ocr.engines import Raster
from mi_desktop.ocr.engines.engine import Pixels

USUAL_LEAN, MOST_LEAN = 5.0, 15.0
LEAST_LETTERS = 30
_COARSE, _FINE = 0.25, 0.05
_CLEAR_LEAN = 2.0
_ENOUGH_SIDE = 2600
_ROW_PX = 2
_BAND_PX = 172
_WINDOW, _INK_BELOW_PAPER = 51, 25
# No outline of a mark 8 px high is shorter.
_LEAST_OUTLINE = 14
TILE, _TILES = 256, 3
_TINY_PX, _LETTER_PX, _MANY_TINY, _TINY_TO_LETTERS = 3, 8, 90, 3.0
_PAPER_SCALE, _TONE_STRIDE = 0.125, 4

Marks = np.ndarray[Any, np.dtype[np.int32]]
_Places = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True)
class Letters:
    """What letter-sized marks on a page tell.

    Attributes:
        height: px, the median; 0 where there are too few.
        lean: degrees, positive is clockwise; 0 where the lines do not tell.
    """

    height: float
    lean: float


class Plate:
    """A picture on its way to the reader, with what is measured on it, each thing once.

    Attributes:
        pixels: grey, square dots, shape (height, width).
    """

    def __init__(self, pixels: Pixels) -> None:
        self.pixels = pixels

    @cached_property
    def boxes(self) -> Marks:
        """Left, top, width, height of all that may be letters in px, shape (letters, 4).

        They are found on a copy of half the size where that is enough.
        """
        shrink = 0.5 if max(self.pixels.shape) > _ENOUGH_SIDE else 1.0
        return np.asarray(_marks(self.pixels, shrink) / shrink, np.int32)

    @cached_property
    def letters(self) -> Letters:
        """Height and lean of the letters."""
        if len(self.boxes) < LEAST_LETTERS:
            return Letters(0.0, 0.0)
        left, top, width, height = self.boxes.T
        shrink = 0.5 if max(self.pixels.shape) > _ENOUGH_SIDE else 1.0
        feet = (left + width / 2) * shrink, (top + height) * shrink
        return Letters(float(np.median(height)), _lean(*feet))

    @cached_property
    def paper(self) -> Pixels:
        """The paper alone, an eighth of the size: all as small as letters is painted over."""
        wide = cv2.dilate(self.small, np.ones((7, 7), np.uint8))
        return np.asarray(cv2.medianBlur(wide, 9), np.uint8)

    @cached_property
    def small(self) -> Pixels:
        """The page an eighth of the size."""
        scale = _PAPER_SCALE
        small = cv2.resize(self.pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        return np.asarray(small, np.uint8)

    @cached_property
    def tone(self) -> float:
        """The grey of most of the page, its paper."""
        return float(np.median(self.pixels[::_TONE_STRIDE, ::_TONE_STRIDE]))

    @cached_property
    def tiles(self) -> list[Pixels]:
        """Nine small squares from all over the page; fewer from a small one."""
        height, width = self.pixels.shape
        tops = np.linspace(0.12 * height, max(0.0, 0.88 * height - TILE), _TILES).astype(int)
        lefts = np.linspace(0.12 * width, max(0.0, 0.88 * width - TILE), _TILES).astype(int)
        found = [self.pixels[t : t + TILE, a : a + TILE] for t in tops for a in lefts]
        return [np.ascontiguousarray(tile) for tile in found if min(tile.shape) >= TILE // 2]

    @cached_property
    def dusty(self) -> bool:
        """Whether dots far smaller than letters outnumber these by far."""
        tiny = letters = 0
        for tile in self.tiles:
            _, _, stats, _ = cv2.connectedComponentsWithStats(ink_of(tile), connectivity=8)
            tiny += int(np.count_nonzero(stats[1:, 2:4].max(axis=1, initial=0) <= _TINY_PX))
            letters += int(np.count_nonzero(stats[1:, 3] >= _LETTER_PX))
        return tiny > max(_MANY_TINY, _TINY_TO_LETTERS * letters)


def measure_letters(page: Pixels) -> Letters:
    """Height and lean of the letters, from the connected marks of their size.

    Args:
        page: grey, square dots, shape (height, width).
    """
    return Plate(page).letters


def letter_marks(page: Pixels) -> Marks:
    """The middles of all marks that may be letters: px across and down, shape (marks, 2)."""
    boxes = _marks(page, 1.0)
    return boxes[:, :2] + boxes[:, 2:] // 2


def ink_of(page: Pixels, below: int = _INK_BELOW_PAPER) -> Pixels:
    """255 where a dot is darker than what is around it by so much, else 0."""
    how = cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV
    return np.asarray(cv2.adaptiveThreshold(page, 255, *how, _WINDOW, below), np.uint8)


def densest_band(raster: Raster) -> Raster:
    """The few lines of a page that hold the most text, for a quick first look."""
    pixels = raster.pixels
    small = cv2.resize(pixels, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    ink = (small < small.mean() - _INK_BELOW_PAPER).astype(np.int8)
    edges = np.count_nonzero(np.diff(ink, axis=1), axis=1)
    band = min(_BAND_PX // 4, len(edges))
    top = 4 * int(np.convolve(edges, np.ones(band), "valid").argmax())
    return Raster(np.ascontiguousarray(pixels[top : top + _BAND_PX]), raster.dpi)


def _marks(page: Pixels, shrink: float) -> Marks:
    """Boxes of the connected marks of a letter's size: left, top, width, height, in rows."""
    small = cv2.resize(page, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    # Outlines are twice as quick as labelling every dot (measured), with the same boxes.
    ink = ink_of(np.asarray(small, np.uint8))
    outlines, _ = cv2.findContours(ink, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    long = [line for line in outlines if len(line) >= _LEAST_OUTLINE]
    areas = [cv2.contourArea(line, oriented=True) for line in long]
    # Holes are run round the other way.
    kept = [(line, -area) for line, area in zip(long, areas, strict=True) if area <= 0]
    boxes = np.array([cv2.boundingRect(line) for line, _ in kept], np.int32).reshape(-1, 4)
    # Dots inside an outline, itself included (Pick).
    area = np.array([inside + len(line) / 2 + 1 for line, inside in kept])
    width, height = boxes[:, 2], boxes[:, 3]
    letter = (height >= 8) & (height < 120) & (width >= 3) & (width < 3 * height)
    return np.asarray(boxes[letter & (area > 0.15 * width * height)])


def _lean(x: _Places, y: _Places) -> float:
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
