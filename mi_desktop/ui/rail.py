"""The rail at the left: one button a screen, each with its count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from mi_desktop.ui.icons import icon
from mi_desktop.ui.theme import colours
from mi_desktop.ui.words import tr

WIDTH = 88


@dataclass(frozen=True)
class Count:
    """A number beside a screen's name.

    Attributes:
        urgent: a clock there is near its end or past it; the only thing that is red.
    """

    number: int = 0
    urgent: bool = False


class RailButton(QToolButton):
    """One screen."""

    def __init__(self, title: str, icon_name: str, shortcut: str) -> None:
        super().__init__()
        self._title = title
        self._count = Count()
        self.setText(title)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(QSize(24, 24))
        self.setFixedSize(WIDTH - 16, 64)
        self.setCheckable(True)
        self.setToolTip(f"{title} ({shortcut})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_count(Count())
        self.setIcon(icon(icon_name))

    def set_count(self, count: Count) -> None:
        """Shows a number; screen readers hear it with the name."""
        self._count = count
        name = f"{self._title}, {count.number}" if count.number else self._title
        self.setAccessibleName(f"{name}, {tr('urgent')}" if count.urgent else name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the number over the icon's shoulder."""
        super().paintEvent(event)
        if not self._count.number:
            return
        c = colours()
        ink, ground = (c.harm, c.harm_soft) if self._count.urgent else (c.text, c.accent_soft)
        text = str(self._count.number) + ("!" if self._count.urgent else "")
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.8)
        font.setBold(True)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        width = max(18, painter.fontMetrics().horizontalAdvance(text) + 10)
        place = QRectF(self.width() / 2 + 4, 4, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(place, 9, 9)
        painter.setPen(QColor(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


class Rail(QFrame):
    """All screens, the one in front pressed.

    Attributes:
        chosen: the key of the screen that was asked for.
    """

    chosen = Signal(str)

    def __init__(self, screens: Sequence[tuple[str, str, str]]) -> None:
        """`screens`: key, title and icon of each, from the top."""
        super().__init__()
        self.setProperty("bar", "side")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(tr("Screens"))
        self._buttons: dict[str, RailButton] = {}
        group = QButtonGroup(self)
        group.setExclusive(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        for number, (key, title, icon_name) in enumerate(screens, start=1):
            button = RailButton(title, icon_name, f"Alt+{number}")
            button.clicked.connect(lambda *_, key=key: self.chosen.emit(key))
            group.addButton(button)
            column.addWidget(button)
            self._buttons[key] = button
        column.addStretch(1)

    def set_current(self, key: str) -> None:
        """Presses the button of the screen in front."""
        self._buttons[key].setChecked(True)

    def set_counts(self, counts: Mapping[str, Count]) -> None:
        """Shows the counts; screens without one show none."""
        for key, button in self._buttons.items():
            button.set_count(counts.get(key, Count()))

    def button(self, key: str) -> RailButton:
        """The button of a screen."""
        return self._buttons[key]
