"""Lines of letters where no word was read: a heading or a stamp that was passed over."""

from collections.abc import Iterator, Sequence
from typing import Any

import cv2
import numpy as np

from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.model import Box, Word
from mi_desktop.ocr.preparation import ink_of

# Marks of letters, underlined words and words grown together; px of a prepared page.
_LOWEST, _TALLEST, _LONGEST = 8, 120, 30.0
_FULLEST, _FEWEST, _LEAST_LONG = 0.8, 3, 2.5
_APART, _TALL = 1.2, 2.5
MOST_LOST = 12

Boxes = np.ndarray[Any, np.dtype[np.int32]]


def lost_lines(page: Pixels, words: Sequence[Word]) -> list[Box]:
    """Rectangles about rows of marks that may be letters, the longest first.

    Args:
        page: level, letters of a usual size.
        words: what was read, boxes in px of the page.
    """
    marks = _bare(page, words)
    if not len(marks):
        return []
    rows = np.zeros(page.shape, np.uint8)
    reach = round(_APART * float(np.median(marks[:, 3])))
    for left, top, width, height in marks.tolist():
        rows[top : top + height, max(0, left - reach // 2) : left + width + reach // 2] = 1
    count, number = cv2.connectedComponents(rows, connectivity=4)
    middles = number[marks[:, 1] + marks[:, 3] // 2, marks[:, 0] + marks[:, 2] // 2]
    found = [box for row in range(1, count) for box in _row(marks[middles == row])]
    return sorted(found, key=lambda box: box.left - box.right)[:MOST_LOST]


def _row(marks: Boxes) -> Iterator[Box]:
    """The rectangle about a row, where it looks like a line of letters."""
    if not len(marks):
        return
    left, top = marks[:, :2].min(axis=0).tolist()
    right, foot = (marks[:, :2] + marks[:, 2:]).max(axis=0).tolist()
    letters = np.maximum(1, marks[:, 2] // marks[:, 3]).sum()
    tall = float(np.median(marks[:, 3]))
    if letters >= _FEWEST and right - left >= _LEAST_LONG * tall and foot - top <= _TALL * tall:
        yield Box(left, top, right, foot)


def _bare(page: Pixels, words: Sequence[Word]) -> Boxes:
    """Marks that no word covers: left, top, width, height."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink_of(page), connectivity=8)
    marks = stats[1:, :4]
    width, height, area = stats[1:, 2:].T
    like = (height >= _LOWEST) & (height < _TALLEST) & (width >= 3) & (width < _LONGEST * height)
    full = area / (width * height)
    like &= (full > 0.1) & (full < _FULLEST)
    covered = np.zeros(page.shape, np.uint8)
    for word in words:
        box = word.box
        covered[max(0, box.top) : box.bottom, max(0, box.left) : box.right] = 1
    middle = marks[:, :2] + marks[:, 2:] // 2
    like &= covered[middle[:, 1], middle[:, 0]] == 0
    return np.asarray(marks[like], np.int32)
