"""The bar at the top: search, commands, the user."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton

from mi_desktop.ui.desk import Desk
from mi_desktop.ui.icons import icon
from mi_desktop.ui.labels import chip
from mi_desktop.ui.search_box import SearchBox
from mi_desktop.ui.words import LANGUAGES, tr

LOCK_CHOICES = (2, 5, 10, 15, 30, 60)


class TopBar(QFrame):
    """Search at the left, commands and the user at the right.

    Attributes:
        language_chosen: `sv` or `en`.
        theme_chosen: `light`, `dark`, `contrast` or "" for the system's.
        leaving: lock (True: the same user comes back) or sign out (False).
        lock_after_chosen: minutes without a touch after which the window locks.
        commands_wanted: the palette was asked for.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    leaving = Signal(bool)
    lock_after_chosen = Signal(str)
    commands_wanted = Signal()

    def __init__(self, desk: Desk, kinds: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("bar", "top")
        self._desk = desk
        self.search = SearchBox(desk, kinds)
        self.search.setMaximumWidth(560)
        commands = QPushButton(tr("Commands"))
        commands.setIcon(icon("command"))
        commands.setToolTip(tr("Everything that can be done here (Ctrl+K)"))
        commands.setProperty("flat", True)
        commands.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        commands.clicked.connect(self.commands_wanted)
        self.user = QToolButton()
        self.user.setText(desk.user.full_name)
        self.user.setIcon(icon("user-circle"))
        self.user.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.user.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.user.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.user.setAccessibleName(tr("User {name}", name=desk.user.full_name))
        self.user.setToolTip(tr("Language, colours, lock, sign out"))
        self.menu = self._menu()
        self.user.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addStretch(1)
        if desk.services.settings.demonstration:
            row.addWidget(chip(tr("TEST: nothing here is real"), "look"))
        row.addWidget(commands)
        row.addWidget(self.user)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        languages = menu.addMenu(tr("Language"))
        self._choices(languages, LANGUAGES, self._desk.language, self.language_chosen)
        themes = menu.addMenu(tr("Colours"))
        names = {
            "": tr("Like the system"),
            "light": tr("Light"),
            "dark": tr("Dark"),
            "contrast": tr("High contrast"),
        }
        self._choices(themes, names, self._desk.preferences.text("theme"), self.theme_chosen)
        if not self._desk.services.settings.lock_after_fixed:
            after = menu.addMenu(tr("Lock by itself"))
            minutes = {str(n): tr("after {minutes} min", minutes=n) for n in LOCK_CHOICES}
            self._choices(after, minutes, str(self._desk.lock_minutes), self.lock_after_chosen)
        menu.addSeparator()
        lock = menu.addAction(tr("Lock"))
        lock.setShortcut("Ctrl+L")
        lock.triggered.connect(lambda *_: self.leaving.emit(True))
        leave = menu.addAction(tr("Sign out"))
        leave.triggered.connect(lambda *_: self.leaving.emit(False))
        return menu

    def _choices(self, menu: QMenu, names: dict[str, str], now: str, chosen: object) -> None:
        group = QActionGroup(menu)
        for key, name in names.items():
            action = QAction(name, menu, checkable=True, checked=key == now)
            action.triggered.connect(lambda *_, key=key: chosen.emit(key))  # type: ignore[attr-defined]
            group.addAction(action)
            menu.addAction(action)
