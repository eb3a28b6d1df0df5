"""The sheet on a photograph: found on a darker table, unwarped to a level rectangle."""

from typing import Any

import cv2
import numpy as np

from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.preparation.letters import Marks, Plate

Matrix = np.ndarray[Any, np.dtype[np.float64]]
_Points = np.ndarray[Any, np.dtype[Any]]
_Corners = np.ndarray[Any, np.dtype[np.float32]]

_LEAST_SIDE = 60
_PEN = np.ones((5, 5), np.uint8)
# A first glance: a page whose rim is as bright as its middle lies on no table.
_RIM_DARKER = 0.8
_LEVELS = (1.0, 0.85, 0.7, 0.55)
_LEAST_SHEET, _MOST_SHEET = 0.2, 0.97
_LEAST_FIT, _TABLE_DARKER = 0.94, 0.8
_LEAST_ANGLE, _MOST_ANGLE = 60.0, 120.0
_LETTERS_OUTSIDE = 0.05
_RIM_PX = 6
_AT_THE_EDGE = 0.05


def unwarped(plate: Plate) -> tuple[Pixels, Matrix] | None:
    """The sheet alone, as a rectangle, and the 3 x 3 matrix from the page to it.

    Returns:
        None where no sheet is surely seen: the page is then all there is.
    """
    corners = _sheet(plate)
    if corners is None:
        return None
    upper, right, lower, left = (
        float(np.linalg.norm(corners[n] - corners[n - 3])) for n in range(4)
    )
    width, height = round(max(upper, lower)), round(max(left, right))
    level = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    bend = cv2.getPerspectiveTransform(corners, level)
    size = width, height
    flat = cv2.warpPerspective(plate.pixels, bend, size, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(flat, np.uint8), np.asarray(bend, np.float64)


def _sheet(plate: Plate) -> _Corners | None:
    """Corners in px of the page, from the left upper one, clockwise; None where not sure."""
    if min(plate.small.shape) < _LEAST_SIDE:
        return None
    # Writing is painted over: paper is one bright patch.
    smooth = np.asarray(cv2.erode(cv2.dilate(plate.small, _PEN), _PEN), np.uint8)
    scale = np.array(smooth.shape[::-1]) / plate.pixels.shape[::-1]
    rim = np.concatenate([smooth[0], smooth[-1], smooth[:, 0], smooth[:, -1]])
    if np.median(rim) > _RIM_DARKER * np.percentile(smooth, 75):
        return None
    otsu, _ = cv2.threshold(smooth, 0, 255, cv2.THRESH_OTSU)
    for level in _LEVELS:
        corners = _bright_quad(smooth, level * otsu)
        if corners is not None:
            found = np.asarray(corners / scale, np.float32)
            return found if _holds_the_letters(plate.boxes, found) else None
    return None


def _bright_quad(smooth: Pixels, level: float) -> _Corners | None:
    bright = np.asarray(smooth > level, np.uint8)
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outline = max(outlines, key=cv2.contourArea, default=None)
    if outline is None or _cut_off(outline[:, 0], bright.shape):
        return None
    hull = cv2.convexHull(outline)
    area = cv2.contourArea(hull)
    if not _LEAST_SHEET * smooth.size < area < _MOST_SHEET * smooth.size:
        return None
    rough = cv2.approxPolyDP(hull, 0.03 * cv2.arcLength(hull, closed=True), closed=True)
    if len(rough) != 4 or cv2.contourArea(outline) < _LEAST_FIT * area:
        return None
    corners = _refined(
        outline[:, 0].astype(np.float32), _clockwise(np.asarray(rough[:, 0], np.float32))
    )
    if corners is None or not _is_sheet(smooth, corners, area):
        return None
    return corners


def _cut_off(outline: _Points, shape: tuple[int, ...]) -> bool:
    """True where much of the outline is the picture's own edge: a corner may lie beyond it."""
    last = np.array(shape[::-1]) - 1
    return bool(((outline == 0) | (outline == last)).any(axis=1).mean() > _AT_THE_EDGE)


def _clockwise(corners: _Corners) -> _Corners:
    """From the left upper corner on."""
    middle = corners.mean(axis=0)
    angles = np.arctan2(*(corners - middle).T[::-1])
    around = corners[np.argsort(angles)]
    first = int(np.argmin(around.sum(axis=1)))
    return np.asarray(np.roll(around, -first, axis=0), np.float32)


def _refined(outline: _Corners, rough: _Corners) -> _Corners | None:
    """Where the sides meet, each a straight line through its part of the outline."""
    sides = []
    for start, end in zip(rough, np.roll(rough, -1, axis=0), strict=True):
        along = (end - start) / max(float(np.linalg.norm(end - start)), 1.0)
        away = outline - start
        far = np.abs(away @ np.array([-along[1], along[0]]))
        place = away @ along / max(float(np.linalg.norm(end - start)), 1.0)
        near = outline[(far < 6) & (place > 0.05) & (place < 0.95)]
        if len(near) < 10:
            return None
        x, y, at_x, at_y = cv2.fitLine(near, cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
        sides.append(np.cross([at_x, at_y, 1.0], [at_x + x, at_y + y, 1.0]))
    corners = [np.cross(sides[n - 1], sides[n]) for n in range(4)]
    if any(abs(corner[2]) < 1e-6 for corner in corners):
        return None
    return np.array([corner[:2] / corner[2] for corner in corners], np.float32)


def _is_sheet(smooth: Pixels, corners: _Corners, area: float) -> bool:
    """True for a quadrilateral near a rectangle with a darker table all around it."""
    sides = np.roll(corners, -1, axis=0) - corners
    lengths = np.linalg.norm(sides, axis=1)
    turns = np.einsum("nd,nd->n", -np.roll(sides, 1, axis=0), sides)
    angles = np.degrees(np.arccos((turns / (lengths * np.roll(lengths, 1))).clip(-1, 1)))
    if angles.min() < _LEAST_ANGLE or angles.max() > _MOST_ANGLE:
        return False
    if abs(cv2.contourArea(corners) - area) > (1 - _LEAST_FIT) * area:
        return False
    inside = np.zeros_like(smooth)
    cv2.fillConvexPoly(inside, corners.round().astype(np.int32), 1)
    ring = np.ones((2 * _RIM_PX + 1,) * 2, np.uint8)
    around = (cv2.dilate(inside, ring) == 1) & (cv2.dilate(inside, np.ones((5, 5))) == 0)
    within = (cv2.erode(inside, ring) == 0) & (cv2.erode(inside, np.ones((5, 5))) == 1)
    return bool(
        around.any() and np.median(smooth[around]) < _TABLE_DARKER * np.median(smooth[within])
    )


def _holds_the_letters(letters: Marks, corners: _Corners) -> bool:
    """True where next to nothing that looks like letters lies beside the sheet."""
    middles = letters[:, :2] + letters[:, 2:] / 2
    signed = np.ones(len(middles))
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        along, away = end - start, middles - start
        signed = np.minimum(signed, along[0] * away[:, 1] - along[1] * away[:, 0])
    return bool(np.count_nonzero(signed < 0) <= _LETTERS_OUTSIDE * len(middles))
