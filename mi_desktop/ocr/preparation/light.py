"""Paper and light: shadows evened, dark borders made paper, faint ink made dark."""

import cv2
import numpy as np

from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.preparation.letters import LEAST_LETTERS, Plate

_IN_SHADOW, _WHITE = 0.55, 235
_BORDER_TONE, _BORDER_DEEP, _BORDER_LONG, _BORDER_PX = 0.5, 0.3, 0.2, 3
_LETTERS_IN_BORDER = 5
_FAINT, _LEAST_INK, _INK_PERCENT = 70, 8, 0.7
_BLACK, _PAPER_GRAIN, _FAINT_BLUR = 40, 0.35, 0.9
_LOOKED_AT, _STRIDE = 200, 3


def evened(plate: Plate) -> Pixels | None:
    """The page under even light where letters stand in shadow; None elsewhere."""
    paper, boxes = plate.paper, plate.boxes
    if len(boxes) < LEAST_LETTERS:
        return None
    share = np.array(paper.shape[::-1]) / plate.pixels.shape[::-1]
    marks = ((boxes[:, :2] + boxes[:, 2:] / 2) * share).astype(int)
    across, down = np.minimum(marks, np.array(paper.shape[::-1]) - 1).T
    darkest, lightest = np.percentile(paper[down, across], (5, 95))
    if darkest > _IN_SHADOW * lightest:
        return None
    return divided(plate)


def divided(plate: Plate) -> Pixels:
    """The page as if its paper were equally light everywhere."""
    height, width = plate.pixels.shape
    light = cv2.resize(plate.paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(plate.pixels, light, scale=_WHITE), np.uint8)


def without_borders(plate: Plate) -> Pixels | None:
    """The page with the dark that a scanner's lid leaves along its edges made paper.

    Only what hangs on an edge, runs along it and is no stroke of writing; None where there is
    no such border.
    """
    dark = np.asarray(plate.small < _BORDER_TONE * plate.tone, np.uint8)
    if not any(rim.mean() > _BORDER_LONG for rim in (dark[0], dark[-1], dark[:, 0], dark[:, -1])):
        return None
    px = _BORDER_PX
    wide = cv2.copyMakeBorder(dark, px, px, px, px, cv2.BORDER_REPLICATE)
    solid = cv2.morphologyEx(wide, cv2.MORPH_OPEN, np.ones((px, px), np.uint8))
    border = _along_edges(np.ascontiguousarray(solid[px:-px, px:-px]))
    if not border.any() or _has_letters(border, plate):
        return None
    height, width = plate.pixels.shape
    wider = cv2.dilate(border, np.ones((3, 3), np.uint8))
    mask = cv2.resize(wider, (width, height), interpolation=cv2.INTER_NEAREST)
    clean = plate.pixels.copy()
    clean[mask > 0] = round(plate.tone)
    return clean


def _has_letters(border: Pixels, plate: Plate) -> bool:
    """True where it is no border but a deep shadow that is written on."""
    share = np.array(border.shape[::-1]) / plate.pixels.shape[::-1]
    middles = ((plate.boxes[:, :2] + plate.boxes[:, 2:] / 2) * share).astype(int)
    across, down = np.minimum(middles, np.array(border.shape[::-1]) - 1).T
    return bool(np.count_nonzero(border[down, across]) > _LETTERS_IN_BORDER)


def _along_edges(dark: Pixels) -> Pixels:
    """1 where dark hangs on an edge, is long along it and is not most of the page."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=4)
    height, width = dark.shape
    found = np.zeros_like(dark)
    for number in range(1, count):
        left, top, across, down, area = (int(part) for part in stats[number])
        at_side = left == 0 or left + across == width
        at_end = top == 0 or top + down == height
        long = at_side and down > _BORDER_LONG * height
        long = long or (at_end and across > _BORDER_LONG * width)
        if long and area < _BORDER_DEEP * dark.size:
            found[labels == number] = 1
    return found


def darkened(plate: Plate) -> Pixels | None:
    """The page with its faint ink, as of a carbon copy, made dark; None where ink is dark."""
    if len(plate.boxes) >= LEAST_LETTERS and plate.tone - _ink_tone(plate) >= _FAINT:
        return None
    even = cv2.GaussianBlur(divided(plate), (0, 0), _FAINT_BLUR)
    ink, paper = np.percentile(even[::_STRIDE, ::_STRIDE], (_INK_PERCENT, 50))
    if not _LEAST_INK <= paper - ink < _FAINT:
        return None
    white = paper - _PAPER_GRAIN * (paper - ink)
    dark = (even.astype(np.float32) - ink) * ((_WHITE - _BLACK) / (white - ink)) + _BLACK
    better = Plate(np.asarray(dark.clip(0, _WHITE), np.uint8))
    # Grain on an empty sheet is made dark as well, and makes no letters.
    return better.pixels if len(better.boxes) > max(LEAST_LETTERS, len(plate.boxes)) else None


def _ink_tone(plate: Plate) -> float:
    """The middle one of the letters' darkest dots."""
    some = plate.boxes[:: max(1, len(plate.boxes) // _LOOKED_AT)].tolist()
    dots = plate.pixels
    return float(np.median([dots[t : t + h, a : a + w].min() for a, t, w, h in some]))
