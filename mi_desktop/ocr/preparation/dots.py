"""Dots that are no letters: speckle and screens; and letters that fell into dots."""

from itertools import pairwise

import cv2
import numpy as np

from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.preparation.letters import TILE, Plate, ink_of
from mi_desktop.ocr.preparation.light import divided

_SPECK_OF_LETTER, _BESIDE = 0.16, 0.35
_USUAL_LETTER = 16
# Needle printers, and coarse screens: dots so small, so many and so regularly apart (0.6 and more
# of them; speckle has 0.3).
_DOT_PX, _FEW_DOTS, _MANY_DOTS, _ENOUGH_DOTS = 5, 10, 150, 800
_MOST_PITCH, _EVEN, _REGULAR, _DOWN = 8.0, 0.2, 0.5, 0.15
# Screens: periods in px, and how far their peak stands out (letters reach 40, screens 60 to 460).
_PERIODS = (14.0, 11.2, 9.0, 7.2, 5.8, 4.6, 3.7, 3.0, 2.4)
_CLEAR_PEAK, _SCREENEDTILES, _GRAIN, _BLUR_OF_PERIOD = 50.0, 2, 20.0, 0.4
_CELL, _GRAINY, _COVERED = 16, 5.0, 0.9
_BESIDE_PEAK, _ALONE = (0.72, 0.78, 1.22, 1.28), 4.0
_WINDOW = np.outer(np.hanning(TILE), np.hanning(TILE))
_FREQUENCIES = np.hypot(np.fft.fftfreq(TILE)[:, None], np.fft.rfftfreq(TILE)[None])
_RINGS = tuple(
    (1 / long < _FREQUENCIES) & (1 / short >= _FREQUENCIES) for long, short in pairwise(_PERIODS)
)


def unspeckled(plate: Plate) -> Pixels | None:
    """The page without dots far smaller than a decimal point; None where there are few.

    Beside letters only the smallest go, so that dots and commas that belong to them stay.
    """
    page = plate.pixels
    if not plate.dusty:
        return None
    letters = plate.boxes
    height = float(np.median(letters[:, 3])) if len(letters) else _USUAL_LETTER
    limit = max(1, round(_SPECK_OF_LETTER * height))
    ink = ink_of(page)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    widest = stats[:, 2:4].max(axis=1)
    beside = _beside(letters, page.shape, height)
    near = beside[stats[:, 1].clip(0, page.shape[0] - 1), stats[:, 0].clip(0, page.shape[1] - 1)]
    speck = (widest <= limit) & ((near == 0) | (widest <= max(1, limit - 2)))
    speck[0] = False
    clean = page.copy()
    mask = cv2.dilate(speck[labels].astype(np.uint8), np.ones((3, 3), np.uint8))
    mask[(ink > 0) & ~speck[labels]] = 0
    clean[mask > 0] = round(plate.tone)
    return clean


def _beside(letters: np.ndarray, shape: tuple[int, ...], height: float) -> Pixels:
    """1 about each letter, where its dots and commas may stand."""
    zone = np.zeros(shape, np.uint8)
    side, above = round(_BESIDE * height), round(2 * _BESIDE * height)
    for left, top, across, down in letters.tolist():
        zone[
            max(0, top - above) : top + down + above, max(0, left - side) : left + across + side
        ] = 1
    return zone


def unscreened(plate: Plate) -> Pixels | None:
    """The page without a grid of dots or fine lines behind its text; None where there is none."""
    found = [peak for peak in map(_peak, plate.tiles) if peak[0] > _CLEAR_PEAK]
    if len(found) < _SCREENEDTILES:
        return None
    period = float(np.median([period for _, period in found]))
    soft = cv2.GaussianBlur(plate.pixels, (0, 0), _BLUR_OF_PERIOD * period)
    # What is left of the pattern is a tint, darker than the paper beside it.
    return divided(Plate(np.asarray(soft, np.uint8)))


def _peak(tile: Pixels) -> tuple[float, float]:
    """How far the strongest regular pattern stands out of its like, and its period in px."""
    if tile.shape != (TILE, TILE) or not _everywhere(tile):
        return 0.0, 0.0
    waves = np.abs(np.fft.rfft2((tile - tile.mean()) * _WINDOW))
    best = (0.0, 0.0)
    for ring in _RINGS:
        strengths = waves[ring]
        place = int(strengths.argmax())
        out = float(strengths[place] / (np.median(strengths) + _GRAIN))
        down, across = (int(at[place]) for at in np.nonzero(ring))
        if _is_alone(waves, down, across):
            best = max(best, (out, float(1 / _FREQUENCIES[down, across])))
    return best


def _everywhere(tile: Pixels) -> bool:
    """True where no place is plain paper, as between lines of text."""
    cells = tile.reshape(TILE // _CELL, _CELL, TILE // _CELL, _CELL).std(axis=(1, 3))
    return bool((cells > _GRAINY).mean() > _COVERED)


def _is_alone(waves: np.ndarray, down: int, across: int) -> bool:
    """False for a rule or an edge, whose waves are of all lengths in one direction."""
    down = down - TILE if down > TILE // 2 else down
    beside = [
        float(waves[round(share * down), min(round(share * across), TILE // 2)])
        for share in _BESIDE_PEAK
    ]
    return float(waves[down, across]) > _ALONE * max(beside)


def joined(plate: Plate) -> Pixels | None:
    """The page with letters that fell into dots, as a needle printer's, made whole.

    Such dots stand one needle from each other; speckle stands anywhere.
    """
    steps = np.concatenate([np.zeros((0, 2)), *map(_to_next_dot, plate.tiles)])
    if len(steps) < _MANY_DOTS:
        return None
    apart = np.hypot(*steps.T)
    pitch = float(np.median(apart))
    regular = float((np.abs(apart - pitch) < _EVEN * pitch).mean())
    # Dotted lines of a form go across only.
    down = float((np.abs(steps[:, 1]) > np.abs(steps[:, 0])).mean())
    if pitch > _MOST_PITCH or regular < _REGULAR or down < _DOWN:
        return None
    return np.asarray(cv2.GaussianBlur(plate.pixels, (0, 0), _BLUR_OF_PERIOD * pitch), np.uint8)


def _to_next_dot(tile: Pixels) -> np.ndarray:
    """Px across and down from each dot to the next one, middle to middle, shape (dots, 2)."""
    _, _, stats, middles = cv2.connectedComponentsWithStats(ink_of(tile), connectivity=8)
    dots = middles[1:][stats[1:, 2:4].max(axis=1, initial=0) <= _DOT_PX][:_ENOUGH_DOTS]
    if len(dots) < _FEW_DOTS:
        return np.zeros((0, 2))
    ways = dots[None] - dots[:, None]
    away = np.hypot(*ways.transpose(2, 0, 1))
    np.fill_diagonal(away, np.inf)
    return np.asarray(ways[np.arange(len(dots)), away.argmin(axis=1)])
