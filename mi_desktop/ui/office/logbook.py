"""The logbook: incidents and what became of them, trainings, procedures read (P11-23, P11-24)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mi_desktop.basics.words import words
from mi_desktop.oversight import Entry, EntryKind
from mi_desktop.people import Action, User
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import label
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.states import States
from mi_desktop.ui.words import moment, shown, tr

WIDTH = 340


class EntryForm(QWidget):
    """One line of text, with a person or a version where the entry has one.

    Attributes:
        given: text, version, id of the person.
    """

    given = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.asked = label()
        self.text, self.version, self.who = QLineEdit(), QLineEdit(), QComboBox()
        self.version.setPlaceholderText(tr("Version"))
        self.version.setAccessibleName(tr("Version of the procedure"))
        self.who.setAccessibleName(tr("Who was trained"))
        self.keep = QPushButton(tr("Enter"))
        self.keep.setProperty("main", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        hint = label(tr("Without personal data: it is kept for good."), "dim")
        for widget in (self.asked, self.who, self.text, self.version, hint, self.keep):
            column.addWidget(widget)
        column.addStretch(1)
        self.keep.clicked.connect(self._give)
        self.text.returnPressed.connect(self._give)
        self.version.returnPressed.connect(self._give)
        self.setFocusProxy(self.text)

    def begin(self, asked: str, *, version: bool = False, who: bool = False) -> None:
        """Asks for another entry."""
        self.asked.setText(asked)
        self.text.setAccessibleName(asked)
        self.text.clear()
        self.version.clear()
        self.version.setVisible(version)
        self.who.setVisible(who)

    def offer(self, users: list[User]) -> None:
        """The people that may be chosen."""
        chosen = self.who.currentData()
        self.who.clear()
        for user in users:
            if user.active:
                self.who.addItem(user.full_name, user.id)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))

    def _give(self) -> None:
        if self.text.text().strip():
            who = str(self.who.currentData() or "")
            self.given.emit(self.text.text(), self.version.text(), who)


class LogbookTab(Screen):
    """The list, and a form at the side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._names: dict[str, str] = {}
        self._then: Callable[[str, str, str], object] = lambda *_: None
        self.table = RecordsTable(tr("Logbook"), self._columns(), lambda e: e.id)
        self.states = States(self.table)
        self.form = EntryForm()
        self.panel = SidePanel(tr("New entry"), self.form)
        self.panel.setFixedWidth(WIDTH)
        self.incident = self.act(tr("Report an incident"), "N", self._report)
        self.read = self.act(tr("I have read a procedure"), "P", self._read)
        self.training = self.act(tr("Enter a training"), "T", self._train)
        self.end = self.act(tr("Close the incident"), "C", self._close)
        self._lay_out()
        self.training.setEnabled(desk.user.may(Action.MANAGE_USERS))
        self.form.given.connect(self._given)
        self.table.picked.connect(self._offer)
        self.setFocusProxy(self.table)
        self.states.say(tr("Looking…"))

    def arrived(self) -> None:
        """Looks again."""
        services, by = self.desk.services, self.desk.user
        self.desk.tasks.records(
            lambda: (services.oversight.logbook.entries(by), services.people.users()), self._show
        )

    # Verbs

    def _report(self) -> None:
        desk, by = self.desk.services.oversight.logbook, self.desk.user
        self._ask(tr("What happened?"), lambda text, *_: desk.report_incident(by, text))

    def _read(self) -> None:
        desk, by = self.desk.services.oversight.logbook, self.desk.user
        asked = tr("Which procedure did you read and understand?")
        self._ask(
            asked, lambda text, version, _: desk.read_procedure(by, text, version), version=True
        )

    def _train(self) -> None:
        desk, by = self.desk.services.oversight.logbook, self.desk.user
        asked = tr("Who was trained, or is competent, in what?")
        self._ask(asked, lambda text, _, who: desk.record_training(by, who, text), who=True)

    def _close(self) -> None:
        desk, by, entry = self.desk.services.oversight.logbook, self.desk.user, self.table.current()
        if entry is not None and entry.open:
            asked = tr("What became of it: {title}", title=entry.title)
            self._ask(asked, lambda text, *_: desk.close_incident(by, entry.id, text))

    def _ask(
        self,
        asked: str,
        verb: Callable[[str, str, str], object],
        *,
        version: bool = False,
        who: bool = False,
    ) -> None:
        self.form.begin(asked, version=version, who=who)
        self._then = lambda *said: self.desk.tasks.records(partial(verb, *said), self._done)
        self.panel.open(self.form)

    def _given(self, text: str, version: str, who: str) -> None:
        self._then(text, version, who)

    def _done(self, _: object) -> None:
        self.panel.close_panel()
        self.desk.tell(words("Entered in the logbook"))
        self.arrived()

    # What is shown

    def _show(self, found: tuple[list[Entry], list[User]]) -> None:
        entries, users = found
        self._names = {u.id: u.full_name for u in users}
        self.form.offer(users)
        self.table.show_rows(entries)
        self._offer(self.table.current())
        if entries:
            self.states.show_content()
        else:
            self.states.say(
                tr("The logbook is empty"),
                tr("Incidents, trainings and procedures that were read stand here."),
                self.incident,
            )

    def _offer(self, entry: Entry | None) -> None:
        may = self.desk.user.may(Action.REVIEW_OFFICE)
        self.end.setEnabled(may and entry is not None and entry.open)

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Time"), lambda e: moment(e.at), lambda e: e.at),
            Column(tr("Kind"), lambda e: shown(e.kind), tone=lambda e: "look" if e.open else ""),
            Column(tr("Who"), lambda e: self._names.get(e.about or e.by, "")),
            Column(tr("What"), lambda e: f"{e.title} {e.version}".strip(), stretch=True),
            Column(tr("What became of it"), self._outcome),
        ]

    def _outcome(self, entry: Entry) -> str:
        if entry.open:
            return tr("open")
        if entry.kind is not EntryKind.INCIDENT:
            return ""
        return f"{entry.outcome} ({self._names.get(entry.closed_by, '')})"

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(label(tr("Nothing here is ever deleted."), "dim"), 1)
        for action in (self.end, self.training, self.read):
            top.addWidget(self.button(action))
        top.addWidget(self.button(self.incident, main=True))
        column = QVBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.states, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.panel)
