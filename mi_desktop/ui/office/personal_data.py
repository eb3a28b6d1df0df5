"""Requests of a person about their own data: find, hand out, correct, let go."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
)

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import Words, words
from mi_desktop.inquiries import Requester
from mi_desktop.keeping import Footprint, Person, Standing
from mi_desktop.people import Action
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import heading
from mi_desktop.ui.letter.sheet import SheetPanel
from mi_desktop.ui.office.ledger import Ledger
from mi_desktop.ui.office.personal_forms import Confirm, Correction
from mi_desktop.ui.office.reason import ReasonForm
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.states import States
from mi_desktop.ui.words import moment, say, shown, tr

SIDE = 320


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
        self.ledger = Ledger(desk, self.person, self.identity.text)
        self.requests = self.ledger.table
        self.sheet = SheetPanel(desk)
        self.asking = Confirm()
        self.sure = SidePanel(tr("Before it goes"), self.asking)
        self.sure.setFixedWidth(SIDE)
        self.correction = Correction()
        self.correcting = SidePanel(tr("Correct the details"), self.correction)
        self.correcting.setFixedWidth(SIDE)
        self.reason = ReasonForm()
        self.why = SidePanel(tr("Before it is done"), self.reason)
        self.why.setFixedWidth(SIDE)
        self.look_up = self.act(tr("Find"), "Ctrl+Return", self._find)
        self.export = self.act(tr("Hand out…"), "X", self._export)
        self.correct = self.act(tr("Correct…"), "C", self._correct)
        self.pseudonymise = self.act(tr("Pseudonymise…"), "P", self._ask_pseudonym)
        self.erase = self.act(tr("Erase…"), "E", self._ask_erase)
        self.restrict = self.act(tr("Restrict…"), "T", self._ask_restrict)
        self._lay_out()
        for field in self.fields.values():
            field.returnPressed.connect(self.look_up.trigger)
            field.textChanged.connect(lambda *_: self._allow())
        self.identity.textChanged.connect(lambda *_: self._allow())
        self.correction.save.clicked.connect(self._rectify)
        self.setFocusProxy(self.fields["name"])
        self._nothing()

    def arrived(self) -> None:
        """Looks again at the requests; who was found stays."""
        self.ledger.arrived()

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
        going = self._going(words("Laying the data apart"), desk.pseudonymise)
        if self.found is not None:
            self.asking.show_sealing(tr("Pseudonymise"), self.found, going)
            self.sure.open(self.asking)

    def _ask_erase(self) -> None:
        going = self._going(words("Erasing"), self.desk.services.keeping.requests.erase)
        if self.found is not None:
            self.asking.show_question(tr("Erase for good"), self.found, going)
            self.sure.open(self.asking)

    def _going(self, doing: Words, verb: Callable[..., bytes]) -> Callable[[], None]:
        by, person, identity = self.desk.user, self.person(), self.identity.text()

        def go() -> None:
            self.sure.close_panel()
            self.desk.tasks.slow(doing, lambda _: verb(by, person, identity), self._gone)

        return go

    def _ask_restrict(self) -> None:
        if self.found is None:
            return
        desk, by, person = self.desk.services.keeping.requests, self.desk.user, self.person()
        identity = self.identity.text()
        numbers = [s.number for s in (*self.found.goes, *self.found.stays) if s.kind == "inquiry"]
        what = tr(
            "{numbers}: kept and not used until the restriction is lifted; not answered, not "
            "sent, not changed. Only those who keep personal data look at it.",
            numbers=", ".join(numbers),
        )

        def go(why: str) -> None:
            self.why.close_panel()
            self.desk.tasks.records(
                lambda: desk.restrict(by, person, why, identity),
                lambda _: self._restricted(),
            )

        self.reason.ask(what, (tr("Why its use is restricted"), tr("Restrict the use")), go)
        self.why.open(self.reason)

    def _restricted(self) -> None:
        self._done(words("Restricted; it is lifted under Other names."))
        self._find()

    def _gone(self, receipt: bytes) -> None:
        self._done(words("Done; the receipt says what went and what stayed."))
        self.sheet.ask(tr("Receipt"), lambda: receipt)
        self._nothing()

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
        rows = [*found.goes, *found.stays]
        self.table.show_rows(rows)
        if rows:
            self.states.show_content()
        else:
            self.states.say(
                tr("Lies under {name}", name=", ".join(s.id for s in found.sealed)),
                tr("To hand it out or to correct it, bring the name back first: Other names."),
            )
        self._allow()

    def _allow(self) -> None:
        self.look_up.setEnabled(not self.person().empty)
        known = self.found is not None and self.found.person == self.person()
        ready = known and bool(self.identity.text().strip())
        self.export.setEnabled(ready)
        self.correct.setEnabled(ready and self.desk.user.may(Action.REGISTER))
        found = self.found
        going = ready and found is not None and bool(found.goes)
        self.pseudonymise.setEnabled(going)
        self.erase.setEnabled(going or (ready and found is not None and bool(found.sealed)))
        self.restrict.setEnabled(
            ready and found is not None and any(s.kind == "inquiry" for s in _every(found))
        )

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
        for action in (self.export, self.correct, self.restrict, self.pseudonymise, self.erase):
            under.addWidget(self.button(action))
        under.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(heading(tr("What there is")))
        column.addWidget(self.states, 3)
        column.addWidget(self.ledger, 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(column, 1)
        for panel in (*self.ledger.panels, self.sure, self.correcting, self.why, self.sheet):
            row.addWidget(panel)


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


def _every(found: Footprint) -> tuple[Standing, ...]:
    return (*found.goes, *found.stays)


def _stays(standing: Standing) -> str:
    return shown(standing.kept) if standing.kept else tr("may go")
