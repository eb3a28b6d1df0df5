"""Icons from one family (Phosphor, by qtawesome), drawn in the colours of the moment."""

from functools import lru_cache
from typing import Any

import qtawesome
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from mi_desktop.ui.theme import colours

PREFIX = "ph"


class _Glyph(QIconEngine):
    """Looks the colour up when it paints, so that another theme needs no other icon."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name, self._tone = name, tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF() if painter.device() else 1.0
        painter.drawPixmap(rect, self._drawn(rect.size() * ratio, mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._drawn(size, mode)

    def clone(self) -> Any:
        return _Glyph(self._name, self._tone)

    def _drawn(self, size: QSize, mode: QIcon.Mode) -> QPixmap:
        tone = "edge" if mode is QIcon.Mode.Disabled else self._tone
        return _draw(self._name, getattr(colours(), tone), size.width(), size.height())


@lru_cache(maxsize=512)
def _draw(name: str, colour: str, width: int, height: int) -> QPixmap:
    made = QPixmap(width, height)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setPen(QColor(colour))
    painter.setFont(qtawesome.font(PREFIX, round(height * 0.9)))
    glyph = qtawesome.charmap(f"{PREFIX}.{name}")
    painter.drawText(made.rect(), Qt.AlignmentFlag.AlignCenter, glyph)
    painter.end()
    return made


def icon(name: str, tone: str = "text") -> QIcon:
    """An icon by its Phosphor name, e.g. `tray`.

    Args:
        name: without prefix.
        tone: a colour's name in `theme.Colours`.
    """
    return QIcon(_Glyph(name, tone))
