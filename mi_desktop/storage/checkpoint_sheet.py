"""A checkpoint on paper (P11-03): what it says, a code to type, a QR code with the signed line."""

import io

import segno
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.storage.checkpoint import Checkpoint

_FONT = "LiberationSans"
_LEFT, _TOP = 25 * mm, A4[1] - 30 * mm
_QR_SIDE = 60 * mm


def draw_checkpoint(checkpoint: Checkpoint, office_name: str) -> bytes:
    """The checkpoint as a page of PDF, A4; to be filed away from the machine."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(_FONT, RESOURCES / "fonts" / f"{_FONT}-Regular.ttf"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setTitle("Checkpoint of the audit trail")
    head = checkpoint.head
    y = _write(canvas, _TOP, 18, ["Checkpoint of the audit trail"])
    y = _write(canvas, y - 4 * mm, 11, [
        f"Office: {office_name} ({checkpoint.office})",
        f"Taken: {checkpoint.at:%Y-%m-%d %H:%M:%S} UTC",
        f"Last line: {checkpoint.seq}",
        f"Its hash: {' '.join(head[n : n + 8] for n in range(0, 32, 8))}",
        f"                {' '.join(head[n : n + 8] for n in range(32, 64, 8))}",
    ])  # fmt: skip
    y = _write(canvas, y - 6 * mm, 11, ["Code to type:"])
    y = _write(canvas, y - 2 * mm, 22, [checkpoint.code])
    y = _write(canvas, y - 4 * mm, 11, [
        "Keep this page away from the office's machine. To compare the trail with it:",
        f"mi-desktop audit verify --code {checkpoint.code}",
        "A trail that was cut off or replaced since then is found by it.",
    ])  # fmt: skip
    _draw_qr(canvas, checkpoint.line().decode().strip(), y - _QR_SIDE - 4 * mm)
    canvas.save()
    return out.getvalue()


def _write(canvas: Canvas, y: float, size: int, lines: list[str]) -> float:
    canvas.setFont(_FONT, size)
    for line in lines:
        canvas.drawString(_LEFT, y, line)
        y -= 1.5 * size
    return y


def _draw_qr(canvas: Canvas, text: str, bottom: float) -> None:
    rows = segno.make_qr(text, error="m").matrix
    dot = _QR_SIDE / len(rows)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                y = bottom + _QR_SIDE - (down + 1) * dot
                canvas.rect(_LEFT + across * dot, y, dot, dot, stroke=0, fill=1)
