"""Requests of a person about their own data: find, hand out, correct, let go."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import Words, words
from mi_desktop.inquiries import Requester
from mi_desktop.keeping import Footprint, Person, Request, Standing
from mi_desktop.people import Action
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import heading, label
from mi_desktop.ui.letter.sheet import SheetPanel
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.states import States
from mi_desktop.ui.words import moment, say, shown, tr

SIDE = 320
_DETAILS = ("name", "organisation", "street", "postcode", "city", "email", "phone")


class PersonalDataTab(Screen):
    """Who, what there is of them, and what is done about it; requests of before below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.fields = {name: QLineEdit() for name in ("name", "email", "phone")}
        self.identity = QLineEdit()
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.found: Footprint | None = None
        self.table = RecordsTable(tr("What there is"), _columns(), lambda s: s.id)
        self.states = States(self.table)
        self.requests = RecordsTable(tr("Requests"), self._request_columns(), lambda r: r.id)
        self.sheet = SheetPanel(desk)
        self.asking = Confirm()
        self.sure = SidePanel(tr("Before it goes"), self.asking)
        self.sure.setFixedWidth(SIDE)
        self.correction = Correction()
        self.correcting = SidePanel(tr("Correct the details"), self.correction)
        self.correcting.setFixedWidth(SIDE)
        self.look_up = self.act(tr("Find"), "Ctrl+Return", self._find)
        self.export = self.act(tr("Hand out…"), "X", self._export)
        self.correct = self.act(tr("Correct…"), "C", self._correct)
        self.pseudonymise = self.act(tr("Pseudonymise…"), "P", self._ask_pseudonym)
        self.erase = self.act(tr("Erase…"), "E", self._ask_erase)
        self.receipt = self.act(tr("Show the receipt"), "R", self._receipt)
        self._lay_out()
        for field in self.fields.values():
            field.returnPressed.connect(self.look_up.trigger)
            field.textChanged.connect(lambda *_: self._allow())
        self.identity.textChanged.connect(lambda *_: self._allow())
        self.requests.picked.connect(lambda *_: self._allow())
        self.requests.opened.connect(lambda *_: self._receipt())
        self.correction.save.clicked.connect(self._rectify)
        self.setFocusProxy(self.fields["name"])
        self._nothing()

    def arrived(self) -> None:
        """Looks again at the requests; who was found stays."""
        desk = self.desk.services.keeping.requests
        self.desk.tasks.records(desk.requests, self._show_requests)

    def person(self) -> Person:
        """Who is looked for."""
        return Person(**{name: field.text().strip() for name, field in self.fields.items()})

    # Verbs

    def _find(self) -> None:
        person = self.person()
        if person.empty:
            return
        desk, by = self.desk.services.keeping.requests, self.desk.user
        self.desk.tasks.records(lambda: desk.find(by, person), self._show, self._not_found)

    def _not_found(self, error: WorldError) -> None:
        self.found = None
        self.states.say(say(error.words), say(error.advice))
        self._allow()

    def _export(self) -> None:
        locked = bool(self.passphrase.text())
        end = "pdf" if locked else "zip"
        name, _ = QFileDialog.getSaveFileName(self, tr("Hand out…"), f"export.{end}", f"*.{end}")
        if name:
            self.export_to(Path(name))

    def export_to(self, file: Path) -> None:
        """Writes the person's data into a new file."""
        desk, by, person = self.desk.services.keeping.requests, self.desk.user, self.person()
        identity, to = self.identity.text(), (file, self.passphrase.text() or None)
        self.desk.tasks.slow(
            words("Writing the export"),
            lambda p: desk.export(by, person, to, identity, p),
            lambda path: self._done(words("{file} written", file=path.name)),
        )

    def _correct(self) -> None:
        if self.found is None:
            return
        first = next(
            (s for s in (*self.found.goes, *self.found.stays) if s.kind == "inquiry"), None
        )
        if first is not None:
            inquiries = self.desk.services.inquiries
            self.desk.tasks.records(
                lambda: inquiries.inquiry(first.id).requester, self._show_correction
            )

    def _show_correction(self, requester: Requester) -> None:
        self.correction.show_requester(requester)
        self.correcting.open(self.correction)

    def _rectify(self) -> None:
        desk, by, person = self.desk.services.keeping.requests, self.desk.user, self.person()
        requester, identity = self.correction.requester(), self.identity.text()
        self.desk.tasks.records(
            lambda: desk.rectify(by, person, requester, identity), self._rectified
        )

    def _rectified(self, numbers: list[str]) -> None:
        self.correcting.close_panel()
        self._done(words("Corrected in {numbers}", numbers=", ".join(numbers)))
        self._nothing()

    def _ask_pseudonym(self) -> None:
        desk = self.desk.services.keeping.requests
        self._ask(tr("Pseudonymise for good"), desk.pseudonymise)

    def _ask_erase(self) -> None:
        self._ask(tr("Erase for good"), self.desk.services.keeping.requests.erase)

    def _ask(self, title: str, verb: Callable[..., bytes]) -> None:
        if self.found is None:
            return
        by, person, identity = self.desk.user, self.person(), self.identity.text()

        def go() -> None:
            self.sure.close_panel()
            self.desk.tasks.slow(words("Erasing"), lambda _: verb(by, person, identity), self._gone)

        self.asking.show_question(title, self.found, go)
        self.sure.open(self.asking)

    def _gone(self, receipt: bytes) -> None:
        self._done(words("Done; the receipt says what went and what stayed."))
        self.sheet.ask(tr("Receipt"), lambda: receipt)
        self._nothing()

    def _receipt(self) -> None:
        request = self.requests.current()
        if request is not None and request.receipt_id:
            desk = self.desk.services.keeping.requests
            self.sheet.ask(tr("Receipt"), lambda: desk.receipt(request))

    def _done(self, what: Words) -> None:
        self.desk.tell(what)
        self.desk.changed()
        self.arrived()

    # What is shown

    def _nothing(self) -> None:
        self.found = None
        self.states.say(
            tr("Whose data?"),
            tr("Name, e-mail address or telephone, as they wrote it; then Ctrl+Return."),
        )
        self._allow()

    def _show(self, found: Footprint) -> None:
        self.found = found
        self.table.show_rows([*found.goes, *found.stays])
        self.states.show_content()
        self._allow()

    def _show_requests(self, found: list[Request]) -> None:
        self.requests.show_rows(found)
        self._allow()

    def _allow(self) -> None:
        self.look_up.setEnabled(not self.person().empty)
        known = self.found is not None and self.found.person == self.person()
        ready = known and bool(self.identity.text().strip())
        self.export.setEnabled(ready)
        self.correct.setEnabled(ready and self.desk.user.may(Action.REGISTER))
        going = ready and self.found is not None and bool(self.found.goes)
        self.pseudonymise.setEnabled(going)
        self.erase.setEnabled(going)
        request = self.requests.current()
        self.receipt.setEnabled(request is not None and request.receipt_id is not None)

    def _request_columns(self) -> list[Column]:
        return [
            Column(tr("Asked"), lambda r: moment(r.asked_at), lambda r: r.asked_at),
            Column(tr("Request"), lambda r: shown(r.kind)),
            Column(tr("About"), lambda r: ", ".join(r.subjects), stretch=True),
            Column(tr("Identity"), lambda r: r.identity),
            Column(tr("Done"), _done_at),
        ]

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        titles = {"name": tr("Name"), "email": tr("E-mail"), "phone": tr("Telephone")}
        for name, field in self.fields.items():
            field.setAccessibleName(titles[name])
            form.addRow(titles[name], field)
        form.addRow(self.button(self.look_up, main=True))
        asked = tr("How their identity was checked")
        self.identity.setAccessibleName(asked)
        form.addRow(asked, self.identity)
        locked = tr("Passphrase for what is handed out")
        self.passphrase.setAccessibleName(locked)
        self.passphrase.setPlaceholderText(tr("empty: an open ZIP"))
        form.addRow(locked, self.passphrase)
        side = QFrame()
        side.setProperty("panel", True)
        side.setFixedWidth(SIDE)
        under = QVBoxLayout(side)
        under.setContentsMargins(16, 16, 16, 16)
        under.setSpacing(8)
        under.addLayout(form)
        for action in (self.export, self.correct, self.pseudonymise, self.erase):
            under.addWidget(self.button(action))
        under.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(heading(tr("What there is")))
        column.addWidget(self.states, 3)
        below = QHBoxLayout()
        below.addWidget(heading(tr("Requests")))
        below.addStretch(1)
        below.addWidget(self.button(self.receipt))
        column.addLayout(below)
        column.addWidget(self.requests, 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(column, 1)
        for panel in (self.sure, self.correcting, self.sheet):
            row.addWidget(panel)


class Confirm(QWidget):
    """Says what goes and what stays before anything does."""

    def __init__(self) -> None:
        super().__init__()
        self.what = label()
        self.go = QPushButton()
        self.go.setProperty("main", True)
        self._call: Callable[[], None] = lambda: None
        self.go.clicked.connect(lambda *_: self._call())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.what)
        column.addWidget(self.go)
        column.addWidget(label(tr("Esc goes back; nothing happens then."), "dim"))
        column.addStretch(1)
        self.setFocusProxy(self.go)

    def show_question(self, title: str, found: Footprint, call: Callable[[], None]) -> None:
        """Shows the numbers; `call` is what the button does."""
        going = tr(
            "This goes for good: the words, names, addresses, mail and letters of {numbers}.",
            numbers=", ".join(s.number for s in found.goes),
        )
        staying = "\n".join(f"{s.number}: {shown(s.kept)}" for s in found.stays)
        stays = tr("This stays:") + f"\n{staying}" if staying else tr("Nothing else stays.")
        self.what.setText(f"{going}\n\n{stays}")
        self.go.setText(title)
        self.go.setAccessibleName(title)
        self._call = call


class Correction(QWidget):
    """The details of a person, to be put right."""

    def __init__(self) -> None:
        super().__init__()
        self.fields = {name: QLineEdit() for name in _DETAILS}
        self.save = QPushButton(tr("Correct everywhere"))
        self.save.setProperty("main", True)
        self._before = Requester()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        titles = (
            tr("Name"), tr("Organisation"), tr("Street"), tr("Postcode"), tr("Town"),
            tr("E-mail"), tr("Telephone"),
        )  # fmt: skip
        for title, field in zip(titles, self.fields.values(), strict=True):
            field.setAccessibleName(title)
            form.addRow(title, field)
        form.addRow(self.save)
        self.setFocusProxy(self.fields["name"])

    def show_requester(self, requester: Requester) -> None:
        """Fills the fields."""
        self._before = requester
        for name, field in self.fields.items():
            field.setText(getattr(requester, name))

    def requester(self) -> Requester:
        """The details as they are typed."""
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        return Requester(**{**vars(self._before), **typed})


def _columns() -> list[Column]:
    return [
        Column(tr("Number"), lambda s: s.number),
        Column(tr("Of"), lambda s: s.who),
        Column(
            tr("Received"), lambda s: moment(s.received_at), lambda s: s.received_at, right=True
        ),
        Column(
            tr("Stays because"), _stays, tone=lambda s: "look" if s.kept else "dim", stretch=True
        ),
    ]


def _stays(standing: Standing) -> str:
    return shown(standing.kept) if standing.kept else tr("may go")


def _done_at(request: Request) -> str:
    if request.open:
        return tr("due {at}", at=moment(request.due))
    return moment(request.done_at)
