"""The path at the right: Received to Sent, each with its time or its clock, and a way there."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mi_desktop.inquiries import Pace
from mi_desktop.ui.inquiry.stages import Stage
from mi_desktop.ui.labels import PACE_TONES, empty_out, heading, label
from mi_desktop.ui.theme import colours
from mi_desktop.ui.words import moment, tr

WIDTH = 232
INDENT = 5


class _Dot(QWidget):
    """Filled where done, a ring where it runs, with the line to the next."""

    def __init__(self, done: bool, tone: str, last: bool) -> None:
        super().__init__()
        self._done, self._tone, self._last = done, tone, last
        self.setFixedWidth(20)

    def sizeHint(self) -> QSize:
        return QSize(20, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._last:
            painter.setPen(QPen(QColor(now.edge), 1))
            painter.drawLine(8, 18, 8, self.height())
        colour = QColor({"harm": now.harm, "look": now.look}.get(self._tone, now.accent))
        painter.setPen(QPen(colour if self._done or self._tone else QColor(now.edge), 2))
        painter.setBrush(colour if self._done else QColor(now.sheet))
        painter.drawEllipse(3, 6, 10, 10)


class PathPanel(QFrame):
    """The six steps, and below them what ends the path.

    Attributes:
        asked: the name of the screen to go to: `safety`, `letter`, `outbox`.
    """

    asked = Signal(str)

    def __init__(self, below: QWidget) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(tr("The inquiry's path"))
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(0)
        column.addWidget(heading(tr("Path")))
        column.addSpacing(8)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(0)
        column.addLayout(self._steps)
        column.addStretch(1)
        column.addWidget(below)

    def show_stages(self, stages: tuple[Stage, ...]) -> None:
        """Shows the steps."""
        empty_out(self._steps)
        self.buttons.clear()
        for stage in stages:
            self._steps.addWidget(self._step(stage, last=stage is stages[-1]))

    def _step(self, stage: Stage, last: bool) -> QWidget:
        row = QWidget()
        side = QHBoxLayout(row)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(8)
        tone = "" if stage.done or stage.clock is None else PACE_TONES[stage.clock.pace]
        side.addWidget(_Dot(stage.done, tone, last))
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 16)
        words.setSpacing(0)
        words.addWidget(self._name(stage))
        when = label(_when(stage), tone or "dim")
        when.setContentsMargins(INDENT, 0, 0, 0)
        words.addWidget(when)
        side.addLayout(words, 1)
        return row

    def _name(self, stage: Stage) -> QWidget:
        name = _names()[stage.name]
        if not stage.screen:
            made = QLabel(name)
            made.setContentsMargins(INDENT, 2, 0, 2)
            return made
        button = QPushButton(f"{name}  ›")
        button.setFlat(True)
        button.setProperty("flat", True)
        button.setStyleSheet("text-align: left; padding: 2px 4px;")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(tr("Go to {place}: {when}", place=name, when=_when(stage)))
        button.clicked.connect(lambda: self.asked.emit(stage.screen))
        self.buttons[stage.name] = button
        return button


def _names() -> dict[str, str]:
    return {
        "received": tr("Received"),
        "registered": tr("Registered"),
        "safety": tr("Safety"),
        "answer": tr("Answer"),
        "approval": tr("Approval"),
        "sent": tr("Sent"),
    }


def _when(stage: Stage) -> str:
    if stage.done:
        return moment(stage.at) if stage.at else tr("done")
    if stage.clock is None:
        return tr("not yet")
    at = moment(stage.clock.due)
    return tr("late since {at}", at=at) if stage.clock.pace is Pace.LATE else tr("by {at}", at=at)
