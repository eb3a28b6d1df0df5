"""Who works here: everybody who ever did, with their roles; adding, changing, leaving."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mi_desktop.basics.words import Words, words
from mi_desktop.people import User
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import label
from mi_desktop.ui.office.person import NewPerson, PersonCard
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.states import States
from mi_desktop.ui.words import shown, tr

CARD_WIDTH = 360


class PeopleTab(Screen):
    """The list, the card of whoever is in hand, the form for somebody new."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._names: dict[str, str] = {}
        self.table = RecordsTable(tr("People"), self._columns(), lambda u: u.id)
        self.states = States(self.table)
        self.card = PersonCard()
        self.form = NewPerson()
        self.panel = SidePanel(tr("Somebody new"), self.form)
        self.panel.setFixedWidth(CARD_WIDTH)
        self.new = self.act(tr("Add somebody"), "N", self._begin)
        self.change = self.act(tr("Change the person in hand"), "Ctrl+E", self._change)
        self._lay_out()
        self.form.given.connect(self._add)
        self.table.picked.connect(self._show_card)
        self.table.opened.connect(lambda _: self._change())
        self.card.roles_wanted.connect(self._change_roles)
        self.card.passphrase_wanted.connect(self._give_passphrase)
        self.card.leaving.connect(self._end)
        self.panel.closed.connect(self._closed)
        self.setFocusProxy(self.table)
        self.states.say(tr("Looking…"))

    def arrived(self) -> None:
        """Looks again at who works here."""
        self.desk.tasks.records(self.desk.services.people.users, self._show)

    def record(self) -> str:
        """The id of the person in hand."""
        user = self.table.current()
        return user.id if user else ""

    def show_record(self, ref: str) -> None:
        """Takes somebody in hand, by id."""
        self.table.choose(ref)

    # Verbs

    def _begin(self) -> None:
        self.form.begin()
        self._side.hide()
        self.panel.open(self.form)

    def _closed(self) -> None:
        self.form.begin()
        self._side.show()

    def _change(self) -> None:
        if self.table.current() is not None:
            self.card.roles.boxes[next(iter(self.card.roles.boxes))].setFocus()

    def _add(self, name: str, full_name: str, roles: object, passphrase: str) -> None:
        people, by = self.desk.services.people, self.desk.user
        if isinstance(roles, frozenset):
            who = (name, full_name, roles)
            self._slow(words("Adding {name}", name=name), lambda: people.add(by, who, passphrase))

    def _change_roles(self, roles: object) -> None:
        staff, by, user = self.desk.services.people.staff, self.desk.user, self.table.current()
        if user is not None and isinstance(roles, frozenset):
            self.desk.tasks.records(lambda: staff.change_roles(by, user.id, roles), self._done)

    def _give_passphrase(self, passphrase: str) -> None:
        people, by = self.desk.services.people, self.desk.user
        user: User | None = self.table.current()
        if user is None:
            return

        def give() -> User:
            if user.active:
                people.keys.reset_passphrase(by, user.id, passphrase)
                return user
            back: User = people.staff.reactivate(by, user.id, passphrase)
            return back

        self._slow(words("Wrapping the key for {name}", name=user.name), give)

    def _end(self) -> None:
        staff, by, user = self.desk.services.people.staff, self.desk.user, self.table.current()
        if user is not None:
            self.desk.tasks.records(lambda: staff.deactivate(by, user.id), self._done)

    def _slow(self, title: Words, call: Callable[[], User]) -> None:
        self.desk.tasks.slow(title, lambda _: call(), self._done)

    def _done(self, user: User) -> None:
        self.panel.close_panel()
        self.card.passphrase.clear()
        self.desk.tell(words("{name}: saved", name=user.full_name))
        self.arrived()
        self.desk.changed()

    # What is shown

    def _columns(self) -> list[Column]:
        return [
            Column(tr("User name"), lambda u: u.name),
            Column(tr("Full name"), lambda u: u.full_name),
            Column(tr("Roles"), _roles, stretch=True),
            Column(tr("State"), _state, tone=lambda u: "" if u.active else "dim"),
        ]

    def _show(self, users: list[User]) -> None:
        self._names = {u.id: u.full_name for u in users}
        self.table.show_rows(users)
        self.states.show_content()

    def _show_card(self, user: User | None) -> None:
        self.card.show_person(user, self._names)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(
            label(tr("Who left stays in the list; what they did stays theirs."), "dim"), 1
        )
        top.addWidget(self.button(self.new, main=True))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.states, 1)
        self._side = side = QFrame()
        side.setProperty("panel", True)
        side.setFixedWidth(CARD_WIDTH)
        under = QVBoxLayout(side)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.card)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(side)
        row.addWidget(self.panel)


def _roles(user: User) -> str:
    return ", ".join(shown(role) for role in sorted(user.roles))


def _state(user: User) -> str:
    return tr("active") if user.active else tr("left")
