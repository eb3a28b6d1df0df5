"""Who works here: everybody who ever did, with their roles."""

from PySide6.QtWidgets import QVBoxLayout

from mi_desktop.people import User
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.states import States
from mi_desktop.ui.words import shown, tr


class PeopleTab(Screen):
    """The list of users."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.table = RecordsTable(tr("People"), self._columns(), lambda u: u.id)
        self.states = States(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.states, 1)
        self.setFocusProxy(self.table)
        self.states.say(tr("Looking…"))

    def arrived(self) -> None:
        """Looks again at who works here."""
        self.desk.tasks.records(self.desk.services.people.users, self._show)

    def _columns(self) -> list[Column]:
        return [
            Column(tr("User name"), lambda u: u.name),
            Column(tr("Full name"), lambda u: u.full_name, stretch=True),
            Column(tr("Roles"), _roles),
            Column(tr("State"), _state, tone=lambda u: "" if u.active else "dim"),
        ]

    def _show(self, users: list[User]) -> None:
        self.table.show_rows(users)
        self.states.show_content()


def _roles(user: User) -> str:
    return ", ".join(shown(role) for role in sorted(user.roles))


def _state(user: User) -> str:
    return tr("active") if user.active else tr("left")
