"""The window of a signed-in user: rail, top bar, the screens, status line. It does no work."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from mi_desktop.basics.errors import WorldError
from mi_desktop.ui.command_palette import CommandPalette
from mi_desktop.ui.desk import Desk, Message
from mi_desktop.ui.message_bar import MessageBar
from mi_desktop.ui.network import Network
from mi_desktop.ui.rail import Count, Rail
from mi_desktop.ui.rail_counts import counts, waiting_emails
from mi_desktop.ui.screen import Screen, ScreenKind
from mi_desktop.ui.status_line import StatusLine
from mi_desktop.ui.top_bar import TopBar
from mi_desktop.ui.words import say, tr

LOOK_AGAIN_MS = 60_000  # clocks run on while nobody does anything
SETTLE_MS = 150  # one look for many changes


class Window(QWidget):
    """Puts the screens together. A screen is made when it is first needed.

    Attributes:
        top: its signals `language_chosen`, `theme_chosen` and `leaving` belong to the program.
        usable: the first screen is in front and its counts are there.
    """

    usable = Signal()

    def __init__(self, desk: Desk, kinds: Sequence[ScreenKind]) -> None:
        super().__init__()
        self.desk = desk
        self._kinds = {kind.key: kind for kind in kinds}
        self._made: dict[str, Screen] = {}
        self.rail = Rail([(k.key, say(k.title), k.icon) for k in kinds])
        self.top = TopBar(desk, [record for kind in kinds for record in kind.opens])
        self.messages = MessageBar()
        self.status = StatusLine(desk.tasks)
        self.stack = QStackedWidget()
        self.palette_box = CommandPalette(self)
        self._network = Network(self)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._lay_out()
        self._add_keys()
        self._connect()
        self.go(kinds[0].key)
        self._count()

    # Going somewhere

    def go(self, key: str, ref: str = "") -> None:
        """Brings a screen to the front, and a record in it."""
        screen = self.screen_of(key)
        self.stack.setCurrentWidget(screen)
        self.rail.set_current(key)
        self.palette_box.hide()
        self.top.search.close_results()
        if ref:
            screen.show_record(ref)
        screen.arrived()
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def screen_of(self, key: str) -> Screen:
        """A screen, made now where nobody needed it before."""
        if key not in self._made:
            screen = self._kinds[key].make(self.desk)
            screen.setAccessibleName(say(self._kinds[key].title))
            self._made[key] = screen
            self.stack.addWidget(screen)
        return self._made[key]

    def place(self) -> tuple[str, str]:
        """The screen in front and its record: kept over a change of language."""
        key = next(k for k, s in self._made.items() if s is self.stack.currentWidget())
        return key, self._made[key].record()

    def keys(self) -> list[str]:
        """The screens, in the order of the rail."""
        return list(self._kinds)

    def _open(self, kind: str, ref: str) -> None:
        for key, screen in self._kinds.items():
            if kind == key or kind in screen.opens:
                self.go(key, ref)
                return

    # What is said and counted

    def _said(self, message: Message) -> None:
        if message.grave:
            self.messages.show_message(message)
        else:
            self.status.say(say(message.words))

    def _world_failed(self, error: WorldError) -> None:
        self.desk.tell(error)

    def _changed(self) -> None:
        if not self._settle.isActive():
            self._settle.start()

    def _look_again(self) -> None:
        self._count()
        screen = self.stack.currentWidget()
        if isinstance(screen, Screen):
            screen.refresh()

    def _count(self) -> None:
        services = self.desk.services
        self.desk.tasks.records(
            lambda: (counts(services), len(waiting_emails(services))),
            self._counted,
        )

    def _counted(self, found: tuple[dict[str, Count], int]) -> None:
        self.rail.set_counts(found[0])
        self.status.set_waiting(found[1])
        self.usable.emit()

    # Keys

    def open_palette(self) -> None:
        """Shows every action of the screen in front and of the window."""
        screen = self.stack.currentWidget()
        here = screen.doable() if isinstance(screen, Screen) else []
        every = [*here, *self.actions(), *self.top.menu.actions()]
        seen: dict[str, QAction] = {}
        for action in every:
            if action.menu() is None and not action.isSeparator():
                seen.setdefault(action.text(), action)
        self.palette_box.open(list(seen.values()))

    def _search(self) -> None:
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def _key(self, text: str, keys: str, call: object) -> None:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda *_: call())  # type: ignore[operator]
        self.addAction(action)

    def _add_keys(self) -> None:
        for number, (key, kind) in enumerate(self._kinds.items(), start=1):
            go = tr("Go to {screen}", screen=kind.title)
            self._key(go, f"Alt+{number}", lambda key=key: self.go(key))
        self._key(tr("Search everything"), "Ctrl+F", self._search)
        self._key(tr("Commands"), "Ctrl+K", self.open_palette)
        self._key(tr("Close the message"), "Ctrl+Backspace", self.messages.hide)
        self._key(tr("Look again"), "F5", self._look_again)

    # Building

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.top.commands_wanted.connect(self.open_palette)
        telephone = self.desk.telephone
        telephone.said.connect(self._said)
        telephone.asked.connect(self._open)
        telephone.changed.connect(self._changed)
        self.desk.tasks.world_failed.connect(self._world_failed)
        self._settle.timeout.connect(self._look_again)
        self._timer.timeout.connect(self._count)
        self._timer.start()
        self._network.online.connect(self.status.set_online)
        self._network.look()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rail, 0, 0, 4, 1)
        grid.addWidget(self.top, 0, 1)
        grid.addWidget(self.messages, 1, 1)
        grid.addWidget(self.stack, 2, 1)
        grid.addWidget(self.status, 3, 1)
        grid.setRowStretch(2, 1)
        grid.setColumnStretch(1, 1)
