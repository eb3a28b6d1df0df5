"""The recovery key on paper: one A4 page with the words and a QR code of them, never kept."""

import io

import segno
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.storage.recovery import RecoveryKey

_PLAIN, _BOLD = "LiberationSans", "LiberationSans-Bold"
_LEFT, _RIGHT = 25 * mm, A4[0] - 25 * mm
_ROWS = 8
_QR = 62 * mm
_SAYS = (
    "Återställningsnyckel: öppnar kontoret när ingen kan logga in.",
    "Recovery key: opens the office when nobody can sign in.",
    "",
    "Den som har orden kan läsa allt. Förvara bladet inlåst, inte tillsammans med datorn.",
    "Whoever has the words can read everything. Lock the sheet away, apart from the computer.",
    "",
    "Att öppna / to open:  mi-desktop --office FOLDER recovery-key open --user NAME",
    "En ny nyckel gör den här ogiltig. / A new key voids this one.",
)


def draw_sheet(key: RecoveryKey, place: str) -> bytes:
    """The sheet as a PDF, A4 upright.

    Args:
        key: its words are printed, numbered down the columns, and as a QR code.
        place: the office's name.
    """
    for name, file in ((_PLAIN, "LiberationSans-Regular"), (_BOLD, "LiberationSans-Bold")):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, RESOURCES / "fonts" / f"{file}.ttf"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setTitle(f"Recovery key {key.id}")
    y = A4[1] - 30 * mm
    canvas.setFont(_BOLD, 18)
    canvas.drawString(_LEFT, y, place)
    canvas.setFont(_PLAIN, 11)
    canvas.drawString(_LEFT, y - 8 * mm, f"{key.id} · {key.made_at:%Y-%m-%d %H:%M} UTC")
    _draw_says(canvas, y - 20 * mm)
    _draw_words(canvas, y - 78 * mm, key.words)
    _draw_code(canvas, 25 * mm, " ".join(key.words))
    canvas.save()
    return out.getvalue()


def _draw_says(canvas: Canvas, y: float) -> None:
    canvas.setFont(_PLAIN, 10)
    for row, text in enumerate(_SAYS):
        canvas.drawString(_LEFT, y - row * 6 * mm, text)


def _draw_words(canvas: Canvas, y: float, words: tuple[str, ...]) -> None:
    canvas.setFont(_BOLD, 14)
    width = (_RIGHT - _LEFT) / (len(words) // _ROWS)
    for number, word in enumerate(words):
        column, row = divmod(number, _ROWS)
        canvas.drawString(_LEFT + column * width, y - row * 9 * mm, f"{number + 1}. {word}")


def _draw_code(canvas: Canvas, y: float, text: str) -> None:
    matrix = segno.make_qr(text, error="m").matrix
    dot = _QR / len(matrix)
    for row, line in enumerate(matrix):
        for column, dark in enumerate(line):
            if dark:
                at = (_LEFT + column * dot, y + _QR - (row + 1) * dot)
                canvas.rect(*at, dot, dot, stroke=0, fill=1)
