"""Two pages side by side on one picture: a book, or two letters on one sheet."""

import cv2
import numpy as np

from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.preparation.letters import Plate, ink_of

_LANDSCAPE = 1.15
_SMALL = 0.25
_MIDDLE, _LEAST_VALLEY = (0.42, 0.58), 0.025
_INK_IN_VALLEY, _OTHER_GAPS = 0.002, 0.6
_LINE = 0.5
_LETTERS_A_SIDE = 60


def gutter_of(page: Pixels) -> int:
    """Px across where the right page begins; 0 where there is one page only.

    A table on a landscape sheet has clear valleys too, but several of them: pages have one.

    Args:
        page: grey, level lines, shape (height, width).
    """
    height, width = page.shape
    if width < _LANDSCAPE * height:
        return 0
    small = cv2.resize(page, None, fx=_SMALL, fy=_SMALL, interpolation=cv2.INTER_AREA)
    ink = (ink_of(np.asarray(small, np.uint8)) > 0).mean(axis=0)
    # The fold of a book or the edge of a sheet is a line from top to foot.
    gaps = _gaps((ink <= _INK_IN_VALLEY) | (ink > _LINE))
    first, last = int(np.argmax(ink > _INK_IN_VALLEY)), len(ink)
    inner = [gap for gap in gaps if gap[0] > first and gap[1] < last]
    middle = [g for g in inner if any(_MIDDLE[0] < at / len(ink) < _MIDDLE[1] for at in g)]
    if not middle:
        return 0
    start, end = max(middle, key=lambda gap: gap[1] - gap[0])
    others = [gap[1] - gap[0] for gap in inner if gap != (start, end)]
    if end - start < max(_LEAST_VALLEY * len(ink), max(others, default=0) / _OTHER_GAPS):
        return 0
    at = round((start + end) / 2 / _SMALL)
    letters = Plate(page).boxes
    right = int(np.count_nonzero(letters[:, 0] > at))
    return at if min(right, len(letters) - right) >= _LETTERS_A_SIDE else 0


def _gaps(empty: np.ndarray) -> list[tuple[int, int]]:
    """Starts and ends of the stretches that are empty."""
    steps = np.diff(np.concatenate([[0], empty.astype(np.int8), [0]]))
    return list(zip(np.flatnonzero(steps == 1), np.flatnonzero(steps == -1), strict=True))
