"""Somebody else changed what one was typing: both are shown, and one chooses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from mi_desktop.people import ChangedByColleague
from mi_desktop.ui.labels import heading, label
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.words import say, tr

WIDTH = 460


@dataclass(frozen=True)
class Field:
    """A field that differs: its name, what stands in the record, what was typed."""

    name: str
    theirs: str
    mine: str


class BothPanel(SidePanel):
    """What stands there now beside what was typed; nothing is lost before one chose."""

    def __init__(self) -> None:
        self.said = label(tone="look")
        self.mine = QPushButton(tr("Keep what I &typed"))
        self.theirs = QPushButton(tr("Keep what &stands there"))
        self._mine: Callable[[], None] = _nothing
        self._theirs: Callable[[], None] = _nothing
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(tr("Both versions"))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.said, self._area, self.mine, self.theirs):
            column.addWidget(part)
        super().__init__(tr("Changed by a colleague"), body)
        self.setFixedWidth(WIDTH)
        self.mine.clicked.connect(lambda: self._choose(self._mine))
        self.theirs.clicked.connect(lambda: self._choose(self._theirs))

    def ask(
        self,
        error: ChangedByColleague,
        fields: Sequence[Field],
        mine: Callable[[], None],
        theirs: Callable[[], None],
    ) -> None:
        """Shows both; calls `mine` or `theirs` when one chose, neither when it is closed."""
        self.said.setText(say(error.words))
        self._mine, self._theirs = mine, theirs
        self._area.setWidget(_table(fields))
        self.open(self.mine)

    def _choose(self, chosen: Callable[[], None]) -> None:
        self.close_panel()
        chosen()


def _table(fields: Sequence[Field]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(8)
    for at, name in enumerate((tr("Stands there now"), tr("What you typed"))):
        grid.addWidget(heading(name), 0, at)
        grid.setColumnStretch(at, 1)
    row = 1
    for field in fields:
        grid.addWidget(label(field.name, "dim"), row, 0, 1, 2)
        for at, text in enumerate((field.theirs, field.mine)):
            shown = label(text or tr("(empty)"))
            shown.setAccessibleName(f"{field.name}: {shown.text()}")
            shown.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(shown, row + 1, at)
        row += 2
    grid.setRowStretch(row, 1)
    return table


def _nothing() -> None:
    """Nothing was asked."""
