"""A site's next calendar, before it is entered: its days, a line each, and who says so."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from mi_desktop.basics.errors import WorldError
from mi_desktop.catalogue import read_days, written_days
from mi_desktop.ui.labels import label
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.words import say, tr

WIDTH = 300


class NextCalendar(SidePanel):
    """Days to be looked through, and the button that enters them.

    Attributes:
        confirmed: every holiday of the next version, and the source.
    """

    confirmed = Signal(object, str)

    def __init__(self) -> None:
        self.told = label(tone="dim")
        self.days = QPlainTextEdit()
        self.days.setTabChangesFocus(True)
        self.days.setAccessibleName(tr("Holidays, a day a line"))
        self.source = QLineEdit()
        self.source.setPlaceholderText(tr("Who says so: a law, an agreement"))
        self.source.setAccessibleName(tr("Who says so: a law, an agreement"))
        self.problem = label(tone="harm")
        self.enter = QPushButton(tr("Enter as the next calendar"))
        self.enter.setProperty("main", True)
        self._others: frozenset[date] = frozenset()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.told, self.days, self.source, self.problem, self.enter):
            column.addWidget(part)
        super().__init__(tr("Next calendar"), body)
        self.setFixedWidth(WIDTH)
        self.enter.clicked.connect(self._confirm)
        self.source.returnPressed.connect(self._confirm)

    def ask(self, days: frozenset[date], others: frozenset[date], told: str) -> None:
        """Opens with days that may be changed; `others` go into the calendar as they are."""
        self._others = others
        self.told.setText(told)
        self.days.setPlainText(written_days(days))
        self.problem.setText("")
        self.open(self.days)

    def refused(self, error: WorldError) -> None:
        """Why it was not entered; what was typed stays."""
        self.open(self.days)
        self.problem.setText(f"{say(error.words)} {say(error.advice)}")

    def _confirm(self) -> None:
        try:
            days = read_days(self.days.toPlainText())
        except WorldError as e:
            self.refused(e)
            return
        self.problem.setText("")
        self.confirmed.emit(frozenset(days) | self._others, self.source.text().strip())
