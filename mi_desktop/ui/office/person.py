"""One person: the form for somebody new, and the card of somebody who works here."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.people import Role, User
from mi_desktop.ui.labels import heading, label
from mi_desktop.ui.words import day, shown, tr

COLUMNS = 2


class RoleBoxes(QWidget):
    """A box for each role.

    Attributes:
        changed: another box is ticked.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Roles"))
        self.boxes = {role: QCheckBox(shown(role).capitalize()) for role in Role}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, box in enumerate(self.boxes.values()):
            grid.addWidget(box, *divmod(number, COLUMNS))
            box.toggled.connect(self.changed)

    def show_roles(self, roles: Iterable[Role]) -> None:
        """Ticks these and no others."""
        ticked = set(roles)
        for role, box in self.boxes.items():
            box.setChecked(role in ticked)

    def chosen(self) -> frozenset[Role]:
        """Those that are ticked."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())


class NewPassphrase(QWidget):
    """A passphrase, typed twice.

    Attributes:
        typed: something was typed.
    """

    typed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.fields = (QLineEdit(), QLineEdit())
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for field, title in zip(self.fields, (name, tr("Once more")), strict=True):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(title)
            field.textChanged.connect(self.typed)
            form.addRow(title, field)
        self.problem = label(tone="look")
        form.addRow(self.problem)
        self.setFocusProxy(self.fields[0])

    def text(self) -> str:
        """The passphrase; "" where the two differ, which the user is told."""
        first, second = (field.text() for field in self.fields)
        self.problem.setText(tr("The two differ.") if second and first != second else "")
        self.problem.setVisible(bool(self.problem.text()))
        return first if first == second else ""

    def clear(self) -> None:
        """Empties both fields."""
        for field in self.fields:
            field.clear()


class NewPerson(QWidget):
    """Asks who is new.

    Attributes:
        given: user name, full name, roles (frozenset), first passphrase.
    """

    given = Signal(str, str, object, str)

    def __init__(self) -> None:
        super().__init__()
        self.name, self.full_name = QLineEdit(), QLineEdit()
        self.name.setAccessibleName(tr("User name"))
        self.full_name.setAccessibleName(tr("Full name"))
        self.roles = RoleBoxes()
        self.passphrase = NewPassphrase(tr("First passphrase"))
        self.add = QPushButton(tr("Add"))
        self.add.setProperty("main", True)
        self.add.clicked.connect(self._give)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(tr("User name"), self.name)
        form.addRow(tr("Full name"), self.full_name)
        form.addRow(tr("Roles"), self.roles)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            label(tr("The name is never given to anybody else, not even years later."), "dim")
        )
        column.addLayout(form)
        column.addWidget(self.passphrase)
        column.addWidget(self.add)
        column.addStretch(1)
        for signal in (
            self.name.textChanged,
            self.full_name.textChanged,
            self.roles.changed,
            self.passphrase.typed,
        ):
            signal.connect(self._allow)
        self._allow()
        self.setFocusProxy(self.name)

    def begin(self) -> None:
        """Starts empty."""
        self.name.clear()
        self.full_name.clear()
        self.roles.show_roles(())
        self.passphrase.clear()

    def _allow(self, *_: object) -> None:
        named = self.name.text().strip() and self.full_name.text().strip()
        self.add.setEnabled(bool(self.passphrase.text() and named and self.roles.chosen()))

    def _give(self) -> None:
        names = (self.name.text().strip(), self.full_name.text().strip())
        self.given.emit(*names, self.roles.chosen(), self.passphrase.text())


class PersonCard(QWidget):
    """Somebody in the list: what can be changed.

    Attributes:
        roles_wanted: other roles (frozenset).
        passphrase_wanted: a new passphrase; lets somebody in again who left.
        leaving: the work here ends.
    """

    roles_wanted = Signal(object)
    passphrase_wanted = Signal(str)
    leaving = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._user: User | None = None
        self.title = heading("")
        self.state = label(tone="dim")
        self.roles = RoleBoxes()
        self.save = QPushButton(tr("Save the roles"))
        self.passphrase = NewPassphrase(tr("New passphrase"))
        self.reset = QPushButton()
        self.leave = QPushButton()
        self.sure = label(tone="look")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        above: tuple[QWidget, ...] = (self.title, self.state, self.roles, self.save)
        below: tuple[QWidget, ...] = (self.passphrase, self.reset)
        for part in above:
            column.addWidget(part)
        column.addSpacing(16)
        for part in below:
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.sure)
        column.addWidget(self.leave)
        self.roles.changed.connect(self._allow)
        self.passphrase.typed.connect(self._allow)
        self.save.clicked.connect(lambda: self.roles_wanted.emit(self.roles.chosen()))
        self.reset.clicked.connect(lambda: self.passphrase_wanted.emit(self.passphrase.text()))
        self.leave.clicked.connect(self._leave)
        self.show_person(None, {})

    def show_person(self, user: User | None, names: dict[str, str]) -> None:
        """Shows somebody; `names` are full names by id."""
        before, self._user = self._user, user
        self.setVisible(user is not None)
        if user is None or user == before:
            return  # what is half changed stays
        if before is None or before.id != user.id:
            self.passphrase.clear()
        self.title.setText(f"{user.full_name} ({user.name})")
        self.state.setText(_chosen_by(user, names))
        self.roles.show_roles(user.roles)
        shown_active: tuple[QWidget, ...] = (self.roles, self.save, self.leave)
        for part in shown_active:
            part.setVisible(user.active)
        self.reset.setText(tr("Give a new passphrase") if user.active else tr("Let in again"))
        self._ask(False)
        self._allow()

    def _allow(self, *_: object) -> None:
        user, roles = self._user, self.roles.chosen()
        self.save.setEnabled(user is not None and bool(roles) and roles != user.roles)
        self.reset.setEnabled(bool(self.passphrase.text()))

    def _leave(self) -> None:
        if self.sure.text():
            self._ask(False)
            self.leaving.emit()
        else:
            self._ask(True)

    def _ask(self, asking: bool) -> None:
        """What will happen, before it does."""
        name = self._user.full_name if self._user else ""
        self.sure.setText(
            tr("The passphrase of {name} will open nothing more.", name=name) if asking else ""
        )
        self.leave.setText(tr("Yes, end it") if asking else tr("End the work here"))
        self.sure.setVisible(asking)


def _chosen_by(user: User, names: dict[str, str]) -> str:
    if not user.active:
        return tr("Works here no more. The name stays taken.")
    if user.passphrase_at is None:
        return ""
    if user.passphrase_of_another:
        who = names.get(user.passphrase_by, tr("the recovery key"))
        return tr("Passphrase given by {name}, {day}.", name=who, day=user.passphrase_at)
    return tr("Chose the passphrase on {day}.", day=day(user.passphrase_at.date()))
