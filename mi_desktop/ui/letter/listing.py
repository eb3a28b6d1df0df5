"""All letters that are being written, reviewed or sent."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from mi_desktop.letters import Draft, LetterState
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import label
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.states import States
from mi_desktop.ui.words import day, shown, tr


class LetterList(QWidget):
    """The list, by state; those that wait for approval first.

    Attributes:
        opened: the id of a letter.
    """

    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._names: dict[str, str] = {}
        self.state = QComboBox()
        self.state.setAccessibleName(tr("State"))
        self.state.addItem(tr("All states"), None)
        for state in LetterState:
            self.state.addItem(shown(state), state)
        self.table = RecordsTable(tr("Letters"), self._columns(), lambda d: d.id)
        self.states = States(self.table)
        top = QHBoxLayout()
        top.addWidget(label(tr("Letters"), size="title"), 1)
        top.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.states, 1)
        self.table.opened.connect(lambda draft: self.opened.emit(draft.id))
        self.state.currentIndexChanged.connect(lambda _: self.look_again())
        self.states.say(tr("Looking…"))

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Reference"), lambda d: d.reference),
            Column(
                tr("State"),
                lambda d: shown(d.state),
                tone=lambda d: "look" if d.state is LetterState.IN_REVIEW else "",
            ),
            Column(tr("To"), lambda d: d.recipient.lines[0] if d.recipient.lines else ""),
            Column(tr("Subject"), lambda d: d.subject, stretch=True),
            Column(tr("Goes by"), lambda d: shown(d.delivery)),
            Column(tr("Author"), lambda d: self._names.get(d.author, "")),
            Column(tr("Dated"), lambda d: day(d.dated), lambda d: d.dated, right=True),
        ]

    def look_again(self) -> None:
        """Asks for the letters."""
        services, state = self._desk.services, self.state.currentData()
        self._desk.tasks.records(
            lambda: (
                services.letters.letters(state=state),
                {u.id: u.full_name for u in services.people.users()},
            ),
            self._show,
        )

    def _show(self, found: tuple[list[Draft], dict[str, str]]) -> None:
        letters, self._names = found
        waiting_first = sorted(letters, key=lambda d: d.state is not LetterState.IN_REVIEW)
        self.table.show_rows(waiting_first)
        if letters:
            self.states.show_content()
        elif self.state.currentData() is None:
            self.states.say(
                tr("No letters yet"), tr("Open an inquiry and write its letter with Alt+L.")
            )
        else:
            self.states.say(tr("No letter is in this state"))
