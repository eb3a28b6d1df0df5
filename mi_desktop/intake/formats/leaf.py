"""What a page shows at a glance, once, at intake: is anything on it, and which barcodes."""

from dataclasses import replace

import cv2
import numpy as np
import zxingcpp
from PIL import Image

from mi_desktop.intake.formats.form import Leaf

LONG_SIDE_PX = 2400
A4_LONG_INCH = 11.69
# A receipt at the least, A2 at the most: cameras claim 72 dpi and mean nothing by it.
_LEAST_INCHES, _MOST_INCHES, _MOST_DPI = 1.0, 24.0, 2400
# Kinds with a check digit or error correction; the others find codes in handwriting and noise.
_KINDS = "QRCode|DataMatrix|Aztec|PDF417|Code128|EAN13"
# Sizes at about 100 dpi: what is smaller than 1.5 mm is dust, what is long and thin a fold.
_GLANCE_PX = 1170
_RIM, _EDGE = 0.015, 0.03
_INK_BELOW_PAPER = 32
_LEAST_PX, _PAPER_FROM = 300, 150
_MARK_PX = 6
_LINE_LONG_PX, _LINE_THICK_PX = 20, 3
_MARKS_OF_A_BLANK, _INK_OF_A_BLANK, _MARKS_AT_ITS_EDGE = 2, 120, 12


def examined(leaf: Leaf, picture: Image.Image) -> Leaf:
    """The leaf with its codes and whether it is blank.

    Args:
        leaf: as measured.
        picture: the page in grey with square dots, about 200 dpi, any turn.
    """
    grey = np.asarray(picture.convert("L"))
    return replace(leaf, blank=is_blank(grey), codes=codes_on(grey))


def glance_dpi(leaf: Leaf) -> float:
    """Dots per inch for `examined`: the page's own, the long side at most 2400 px."""
    long_inches = max(leaf.width / leaf.dpi_x, leaf.height / leaf.dpi_y)
    return min(max(leaf.dpi_x, leaf.dpi_y), LONG_SIDE_PX / long_inches)


def true_dpi(across: float, down: float, size: tuple[int, int]) -> tuple[float, float]:
    """The dots per inch a file claims, or, where that cannot be, those of a full A4 page.

    Args:
        across: claimed dpi across; 0 for none.
        down: claimed dpi down.
        size: px across and down.
    """
    if 0 < across < _MOST_DPI and 0 < down < _MOST_DPI:
        inches = (size[0] / across, size[1] / down)
        if min(inches) >= _LEAST_INCHES and max(inches) <= _MOST_INCHES:
            return round(float(across), 1), round(float(down), 1)
    fitting = max(round(max(size) / A4_LONG_INCH), 20)
    return float(fitting), float(fitting)


def codes_on(grey: np.ndarray) -> tuple[str, ...]:
    """Barcode texts on a page, each once; GS1 separators as ASCII 29 (GS1-2).

    Args:
        grey: page of shape (height, width), 8 bits.
    """
    kinds = zxingcpp.barcode_formats_from_str(_KINDS)
    found = zxingcpp.read_barcodes(grey, formats=kinds, text_mode=zxingcpp.TextMode.Plain)
    return tuple(dict.fromkeys(code.text for code in found if code.text))


def is_blank(grey: np.ndarray) -> bool:
    """True where the page is bright paper with next to nothing on it.

    Dust, folds, shadows at the edge and noise do not count; a short word does, and a photograph
    is never blank, so that nothing anybody sent is passed over.

    Args:
        grey: page of shape (height, width), 8 bits.
    """
    if min(grey.shape) < _LEAST_PX:
        return False
    small = _without_rim(grey)
    paper = cv2.medianBlur(small, 31)
    if np.percentile(paper, 2) < _PAPER_FROM:
        return False
    ink = (small.astype(np.int16) < paper.astype(np.int16) - _INK_BELOW_PAPER).astype(np.uint8)
    _, _, stats, centres = cv2.connectedComponentsWithStats(ink, connectivity=8)
    areas = stats[1:, cv2.CC_STAT_AREA]
    long = np.maximum(stats[1:, cv2.CC_STAT_WIDTH], stats[1:, cv2.CC_STAT_HEIGHT])
    line = (areas < _LINE_THICK_PX * long) & (long > _LINE_LONG_PX)
    marks = (long >= _MARK_PX) & ~line
    away = centres[1:] / small.shape[::-1]
    inner = marks & np.all((away > _EDGE) & (away < 1 - _EDGE), axis=1)
    return bool(
        np.count_nonzero(inner) <= _MARKS_OF_A_BLANK
        and areas[inner].sum() <= _INK_OF_A_BLANK
        and np.count_nonzero(marks) <= _MARKS_AT_ITS_EDGE
    )


def _without_rim(grey: np.ndarray) -> np.ndarray:
    """The page at about 100 dpi, without its outermost rim and single dots."""
    scale = min(1.0, _GLANCE_PX / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    rim_y, rim_x = (int(side * _RIM) for side in small.shape)
    inside = small[rim_y : small.shape[0] - rim_y, rim_x : small.shape[1] - rim_x]
    return np.asarray(cv2.medianBlur(np.ascontiguousarray(inside), 3))
