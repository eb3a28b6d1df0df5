"""Coloured marks over text: a stamp's ink and a highlighter's are taken apart from the black ink.

Ink takes light away, each kind its own share of red, green and blue: in logarithms, what two
inks take away adds up, so that the two can be told apart dot by dot (colour deconvolution,
Ruifrok and Johnston 2001).
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from mi_desktop.ocr.engines.engine import Pixels

_STRIDE = 4
_COLOURED, _LEAST_SHARE = 48, 0.0004
_CLUMP_SHARE, _MOST_CLUMP, _SOME = 100, 0.4, 40
_BLACK, _TOUCHES, _TOUCHING_MARKS = 110, 5, 4
_BRIGHT_INK, _SOLID, _STROKE_PX, _STROKE_LONG = 190, 0.5, 12, 3
_LEAST_LEAN = 0.8
_FRAME_TONE, _FRAME_LONG = 0.85, 0.6

Colours = np.ndarray[Any, np.dtype[np.uint8]]
_Mask = np.ndarray[Any, np.dtype[np.bool_]]
_Place = tuple[int, int, int, int]
_Shades = np.ndarray[Any, np.dtype[np.floating[Any]]]


@dataclass(frozen=True)
class Stamp:
    """A coloured mark that has text of its own.

    Attributes:
        pixels: the mark alone in grey, shape (height, width).
        left: px on the page where it begins.
        top: px.
        lean: degrees, positive is clockwise.
    """

    pixels: Pixels
    left: int
    top: int
    lean: float


def apart(page: Colours, allowed: bool = True) -> tuple[Pixels, list[Stamp] | None]:
    """The page in grey; where coloured marks cover text, without them, and those marks.

    Args:
        page: grey of shape (height, width), or RGB of shape (height, width, 3).
        allowed: False for the grey alone.

    Returns:
        The grey page, and what was taken off that may be read by itself; None where nothing
        was taken off.
    """
    if page.ndim == 2:
        return page, None
    grey = np.asarray(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY), np.uint8)
    paper = np.percentile(page[:: _STRIDE * 2, :: _STRIDE * 2].reshape(-1, 3), 90, axis=0)
    small = np.ascontiguousarray(page[::_STRIDE, ::_STRIDE])
    if not allowed or _colour_of(small, paper)[0].mean() < _LEAST_SHARE:
        return grey, None
    found = [_unmixed(page, grey, paper, clump) for clump in _clumps(_colour_of(page, paper)[0])]
    taken = [stamp for done, stamp in found if done]
    return grey, [stamp for stamp in taken if stamp is not None] if taken else None


def _colour_of(page: Colours, paper: _Shades) -> tuple[_Mask, Pixels]:
    """Which dots are coloured, with the paper's own tint taken out, and each dot's lightest."""
    white = 255.0 / paper.clip(60, 255)
    red, green, blue = (
        cv2.convertScaleAbs(light, alpha=float(share))
        for light, share in zip(cv2.split(page), white, strict=True)
    )
    most = cv2.max(cv2.max(red, green), blue)
    least = cv2.min(cv2.min(red, green), blue)
    coloured = np.asarray(cv2.subtract(most, least) > _COLOURED, np.bool_)
    return coloured, np.asarray(most, np.uint8)


def _clumps(coloured: _Mask) -> list[_Place]:
    """Left, top, right, bottom of what belongs together, in px of the page."""
    height, width = (side // _STRIDE for side in coloured.shape)
    share = cv2.resize(
        coloured.astype(np.uint8) * 255, (width, height), interpolation=cv2.INTER_AREA
    )
    reach = max(1, width // _CLUMP_SHARE)
    wide = cv2.dilate(np.asarray(share > _SOME, np.uint8), np.ones((2 * reach + 1,) * 2, np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(wide)
    boxes = [(a, t, a + w, t + h) for a, t, w, h, _ in stats[1:].tolist()]
    return [
        (left * _STRIDE, top * _STRIDE, right * _STRIDE, bottom * _STRIDE)
        for left, top, right, bottom in _merged(boxes)
        if (right - left) * (bottom - top) < _MOST_CLUMP * width * height
    ]


def _merged(boxes: list[_Place]) -> list[_Place]:
    """Boxes that overlap made one, until none do."""
    apart: list[_Place] = []
    for box in boxes:
        left, top, right, bottom = box
        for other in [o for o in apart if _overlap(o, box)]:
            apart.remove(other)
            left, top = min(left, other[0]), min(top, other[1])
            right, bottom = max(right, other[2]), max(bottom, other[3])
        apart.append((left, top, right, bottom))
    return apart if len(apart) == len(boxes) else _merged(apart)


def _overlap(one: _Place, other: _Place) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def _unmixed(
    page: Colours, grey: Pixels, paper: _Shades, clump: _Place
) -> tuple[bool, Stamp | None]:
    """Takes a coloured mark off the grey page, if it covers black text.

    Returns:
        Whether it was taken off, and the mark where it may say something.
    """
    left, top, right, bottom = clump
    part = page[top:bottom, left:right]
    coloured, most = _colour_of(part, paper)
    if not coloured.any():
        return False, None
    bright = np.median(most[coloured]) > _BRIGHT_INK
    if bright and _is_highlighter(coloured):
        grey[top:bottom, left:right] = most
        return True, None
    if not _covers_text(coloured, most):
        return False, None
    ink, black = _densities(part, paper, coloured)
    tone = round(float(np.mean(paper)))
    grey[top:bottom, left:right] = most if bright else _as_grey(black, tone)
    return True, Stamp(_unframed(_as_grey(ink, tone), tone), left, top, _lean(coloured))


def _unframed(stamp: Pixels, tone: int) -> Pixels:
    """The stamp without the frame about its text, which reads as letters."""
    marks = np.asarray(stamp < _FRAME_TONE * tone, np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(marks)
    across, down = (np.asarray(stats[:, n]) for n in (cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT))
    frame = (across > _FRAME_LONG * stamp.shape[1]) | (down > _FRAME_LONG * stamp.shape[0])
    frame = np.concatenate([[False], frame[1:]])
    mask = cv2.dilate(frame[labels].astype(np.uint8), np.ones((3, 3), np.uint8))
    return np.where(mask > 0, tone, stamp).astype(np.uint8)


def _covers_text(coloured: _Mask, most: Pixels) -> bool:
    """True where several black marks touch the coloured ones."""
    black = np.asarray((most < _BLACK) & ~coloured, np.uint8)
    near = cv2.dilate(coloured.astype(np.uint8), np.ones((_TOUCHES, _TOUCHES), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(black)
    touching = np.unique(labels[(near > 0) & (labels > 0)])
    large = [n for n in touching if max(stats[n, cv2.CC_STAT_WIDTH : cv2.CC_STAT_AREA]) >= 5]
    return len(large) >= _TOUCHING_MARKS


def _densities(part: Colours, paper: _Shades, coloured: _Mask) -> tuple[_Shades, _Shades]:
    """How much coloured and how much black ink stands at each dot, by least squares."""
    taken = -np.log((part.astype(np.float32) + 1) / (paper.astype(np.float32) + 1)).clip(None, 0.02)
    taken = np.maximum(taken, 0)
    hue = np.median(taken[coloured], axis=0)
    hue /= max(float(np.linalg.norm(hue)), 1e-6)
    inks = np.stack([hue, np.ones(3, np.float32) / np.sqrt(3)])
    shares = taken @ np.linalg.pinv(inks)
    ink, black = np.maximum(shares[..., 0], 0), shares[..., 1]
    # Where the fit wants less than no coloured ink, all is black.
    black = np.where(shares[..., 0] < 0, taken.mean(axis=2) * np.sqrt(3), black)
    return ink / np.sqrt(3), np.maximum(black, 0) / np.sqrt(3)


def _as_grey(density: _Shades, tone: int) -> Pixels:
    return np.asarray((tone * np.exp(-density)).clip(0, 255), np.uint8)


def _is_highlighter(coloured: _Mask) -> bool:
    """True for solid strokes, far longer than high: nothing is written by them."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(coloured.astype(np.uint8))
    _, _, width, height, area = stats[1:].T
    stroke = (height > _STROKE_PX) & (width > _STROKE_LONG * height)
    stroke &= area > _SOLID * width * height
    return bool(area[stroke].sum() > _SOLID * area.sum())


def _lean(coloured: _Mask) -> float:
    points = cv2.findNonZero(coloured.astype(np.uint8))
    (_, (width, height), angle) = cv2.minAreaRect(points)
    lean = angle - 90 if width < height else angle
    return float(lean) if _LEAST_LEAN < abs(lean) < 20 else 0.0
