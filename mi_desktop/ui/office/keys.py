"""Keys: one's own passphrase, the recovery key on paper, this machine's key ring."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.people import Action, RecoveryKey, RecoverySlot
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import heading, label, set_tone
from mi_desktop.ui.letter.sheet import SheetPanel
from mi_desktop.ui.office.paper_proof import PaperProof
from mi_desktop.ui.office.person import NewPassphrase
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.words import moment, say, tr

if TYPE_CHECKING:
    from mi_desktop.services import Services

WIDEST = 560


@dataclass(frozen=True)
class Found:
    """What the office knows of its keys."""

    recovery: RecoverySlot | None
    ring_opens_for: str | None
    names: dict[str, str]


def look_up(services: "Services") -> Found:
    """Asks which recovery key is in force and for whom the key ring opens the office."""
    people = services.people
    names = {u.id: u.full_name for u in people.users()}
    return Found(people.keys.recovery(), people.keys.key_ring_holder(), names)


class KeysTab(Screen):
    """Three cards, one below the other; the sheet of a new recovery key at the side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.old = QLineEdit()
        self.old.setEchoMode(QLineEdit.EchoMode.Password)
        self.old.setAccessibleName(tr("Old passphrase"))
        self.new = NewPassphrase(tr("New passphrase"))
        self.problem = label(tone="harm")
        self.change = QPushButton(tr("Change my passphrase"))
        self.recovery_state = label()
        self.proof = PaperProof()
        self.ring_state = label()
        self.ring = QPushButton()
        self.sheet = SheetPanel(desk)
        self._key: RecoveryKey | None = None
        self._remembered = False
        may = desk.user.may(Action.MANAGE_USERS)
        self.make = self.act(tr("Make a new recovery key"), "Ctrl+R" if may else "", self._make)
        self.make.setEnabled(may)
        self._lay_out()
        self.recovery_card.setVisible(may)
        self.change.clicked.connect(self._change)
        self.proof.proved.connect(self._put_in_force)
        self.ring.clicked.connect(self._ring)
        self.sheet.closed.connect(self._sheet_closed)
        self.new.typed.connect(self._allow)
        self.old.textChanged.connect(self._allow)
        self._allow()
        self.setFocusProxy(self.old)

    def arrived(self) -> None:
        """Looks again at the keys."""
        services = self.desk.services
        self.desk.tasks.slow(None, lambda _: look_up(services), self._show)

    def _show(self, found: Found) -> None:
        slot = found.recovery
        self.recovery_state.setText(
            tr("Recovery key {id} is in force, made {at}.", id=slot.id, at=moment(slot.made_at))
            if slot
            else tr("There is none. If nobody can sign in, everything in the office is lost.")
        )
        set_tone(self.recovery_state, "" if slot else "look")
        holder = found.ring_opens_for
        self._remembered = holder is not None
        self.ring_state.setText(
            tr(
                "This machine's key ring opens the office for {name}.",
                name=found.names.get(holder, holder),
            )
            if holder
            else tr("This machine asks for the passphrase each time.")
        )
        self.ring.setText(
            tr("Ask for the passphrase again") if holder else tr("Let the key ring open it for me")
        )

    # One's own passphrase

    def _allow(self, *_: object) -> None:
        self.change.setEnabled(bool(self.new.text() and self.old.text()))

    def _change(self) -> None:
        keys, user = self.desk.services.people.keys, self.desk.user
        old, new = self.old.text(), self.new.text()
        self.problem.setText("")
        self.change.setEnabled(False)

        def call(_: object) -> None:
            keys.change_passphrase(user, old, new)

        self.desk.tasks.slow(
            words("Wrapping the key for {name}", name=user.name),
            call,
            self._changed,
            failed=self._not_changed,
        )

    def _changed(self, _: object) -> None:
        self.old.clear()
        self.new.clear()
        self.desk.tell(words("Your passphrase is changed."))

    def _not_changed(self, error: WorldError) -> None:
        self.problem.setText(f"{say(error.words)} {say(error.advice)}")
        self._allow()
        self.old.selectAll()
        self.old.setFocus(Qt.FocusReason.OtherFocusReason)

    # The recovery key

    def _make(self) -> None:
        keys, by = self.desk.services.people.keys, self.desk.user
        place = self.desk.services.settings.name
        self.desk.tasks.records(lambda: keys.new_recovery_key(by), lambda k: self._made(k, place))

    def _made(self, key: RecoveryKey, place: str) -> None:
        keys, by = self.desk.services.people.keys, self.desk.user
        self._key = key
        self.proof.ask(key.words)
        name = tr("Recovery key {id}", id=key.id)
        self.sheet.ask(name, lambda: keys.recovery_sheet(by, key, place))

    def _put_in_force(self) -> None:
        keys, by, key = self.desk.services.people.keys, self.desk.user, self._key
        if key is not None:
            self.desk.tasks.records(lambda: keys.keep_recovery_key(by, key), self._in_force)

    def _in_force(self, _: object) -> None:
        self.sheet.close_panel()
        self.desk.tell(words("The new recovery key is in force; older sheets open nothing more."))
        self.arrived()

    def _sheet_closed(self) -> None:
        """The words are forgotten: what is not on paper by now is gone."""
        self._key = None
        self.sheet.forget()
        self.proof.forget()

    # The key ring

    def _ring(self) -> None:
        keys, user, forget = self.desk.services.people.keys, self.desk.user, self._remembered

        def call(_: object) -> bool:
            if forget:
                keys.forget(user)
                return True
            return keys.remember(user)

        self.desk.tasks.slow(None, call, self._rung)

    def _rung(self, done: bool) -> None:
        if not done:
            self.desk.tell(words("This machine has no key ring that answers."))
        self.arrived()

    # Building

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(tr("Old passphrase"), self.old)
        own = _card(tr("My passphrase"), form, self.new, self.problem, self.change)
        make = self.button(self.make)
        self.recovery_card = _card(tr("Recovery key"), self.recovery_state, make, self.proof)
        ring = _card(tr("This machine"), self.ring_state, self.ring)
        column = QVBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(24)
        for card in (own, self.recovery_card, ring):
            card.setMaximumWidth(WIDEST)
            column.addWidget(card)
        column.addStretch(1)
        inside = QWidget()
        inside.setLayout(column)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(scroll, 1)
        row.addWidget(self.sheet)


def _card(title: str, *parts: "QWidget | QFormLayout") -> QFrame:
    card = QFrame()
    card.setAccessibleName(title)
    column = QVBoxLayout(card)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(heading(title))
    for part in parts:
        if isinstance(part, QFormLayout):
            column.addLayout(part)
        elif isinstance(part, QPushButton):
            column.addWidget(part, alignment=Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(part)
    return card
