"""TEST across a page: paper of a test office is never taken for a real one's (P11-24).

Drawn in strokes, not in letters, so that the text of the page is read as it was.
"""

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

_INK, _WIDTH = "#E3E6E8", 9
# Each letter in a box of 3 by 4: the strokes of its pen.
_T = (((0, 4), (3, 4)), ((1.5, 4), (1.5, 0)))
_E = (((3, 4), (0, 4), (0, 0), (3, 0)), ((0, 2), (2.4, 2)))
_S = (((3, 4), (0, 4), (0, 2), (3, 2), (3, 0), (0, 0)),)
_LETTERS = (_T, _E, _S, _T)
_STEP, _UNIT = 4.2, 9 * mm


def draw_test_mark(canvas: Any, width: float, height: float) -> None:
    """Draws the mark under what follows, across the middle of a page of this size (pt)."""
    canvas.saveState()
    canvas.setStrokeColor(HexColor(_INK))
    canvas.setLineWidth(_WIDTH)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(40)
    whole = (len(_LETTERS) - 1) * _STEP + 3
    canvas.translate(-whole / 2 * _UNIT, -2 * _UNIT)
    for number, letter in enumerate(_LETTERS):
        for stroke in letter:
            path = canvas.beginPath()
            points = [((x + number * _STEP) * _UNIT, y * _UNIT) for x, y in stroke]
            path.moveTo(*points[0])
            for point in points[1:]:
                path.lineTo(*point)
            canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()
