"""TEST across a page: paper of a test office is never taken for a real one's (P11-24).

Drawn in strokes, not in letters, so that the text of the page is read as it was.
"""

import io
from typing import Any

import pikepdf
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

_INK, _WIDTH = "#E3E6E8", 9
# Each letter in a box of 3 by 4: the strokes of its pen.
_T = (((0, 4), (3, 4)), ((1.5, 4), (1.5, 0)))
_E = (((3, 4), (0, 4), (0, 0), (3, 0)), ((0, 2), (2.4, 2)))
_S = (((3, 4), (0, 4), (0, 2), (3, 2), (3, 0), (0, 0)),)
_LETTERS = (_T, _E, _S, _T)
_STEP, _UNIT = 4.2, 9 * mm
_FROM_FOOT = 0.18


def marked(pdf: bytes) -> bytes:
    """A PDF of ours with the mark under every page; for papers that are drawn without it."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            width, height = (float(side) for side in page.mediabox[2:])
            out = io.BytesIO()
            canvas = Canvas(out, pagesize=(width, height), invariant=1)
            draw_test_mark(canvas, width, height)
            canvas.save()
            with pikepdf.open(io.BytesIO(out.getvalue())) as drawn:
                page.add_underlay(drawn.pages[0], pikepdf.Rectangle(0, 0, width, height))
        made = io.BytesIO()
        opened.save(made, deterministic_id=True)
    return made.getvalue()


def draw_test_mark(canvas: Any, width: float, height: float) -> None:
    """Draws the mark under what follows, over the width of a page of this size (pt).

    It stands below the middle, where a draft has its own mark.
    """
    canvas.saveState()
    canvas.setStrokeColor(HexColor(_INK))
    canvas.setLineWidth(_WIDTH)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.translate(width / 2, height * _FROM_FOOT)
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
