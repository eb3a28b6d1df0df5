"""The screen of the office: its tabs, each made when it is first looked at."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import label
from mi_desktop.ui.office.tabs import OFFICE_TABS
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.words import say, tr

DIGITS = 9  # keys there are for tabs


class OfficeScreen(Screen):
    """Shows the tabs that the user's roles allow."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._kinds = [t for t in OFFICE_TABS if t.needs is None or desk.user.may(t.needs)]
        self._made: dict[str, Screen] = {}
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(tr("Office"))
        self._places = [QWidget() for _ in self._kinds]
        for number, kind in enumerate(self._kinds):
            self.tabs.addTab(self._places[number], say(kind.title))
            go = tr("Office: {name}", name=kind.title)
            keys = f"Ctrl+{number + 1}" if number < DIGITS else ""
            self.act(go, keys, partial(self._turn_to, number))
        self._lay_out()
        self.tabs.currentChanged.connect(self._turned)
        self._turned()

    def arrived(self) -> None:
        """Looks again at the tab in front."""
        if (tab := self.current()) is not None:
            tab.arrived()

    def refresh(self) -> None:
        """Records changed: the tab in front looks again."""
        if (tab := self.current()) is not None:
            tab.refresh()

    def show_record(self, ref: str) -> None:
        """Brings a tab to the front by its key; `key/record` shows a record in it."""
        key, _, record = ref.partition("/")
        for number, kind in enumerate(self._kinds):
            if kind.key == key:
                self._turn_to(number)
        if record and (tab := self.current()) is not None:
            tab.show_record(record)

    def record(self) -> str:
        """The tab in front and its record."""
        tab = self.current()
        if tab is None:
            return ""
        key = self._kinds[self.tabs.currentIndex()].key
        return f"{key}/{tab.record()}" if tab.record() else key

    def doable(self) -> Sequence[QAction]:
        """What can be done in the tab in front, and going to the others."""
        tab = self.current()
        return [*self.actions(), *(tab.doable() if tab else ())]

    def current(self) -> Screen | None:
        """The tab in front."""
        number = self.tabs.currentIndex()
        return self._made.get(self._kinds[number].key) if number >= 0 else None

    def _turn_to(self, number: int) -> None:
        self.tabs.setCurrentIndex(number)
        self.setFocus()

    def _turned(self, *_: object) -> None:
        number = self.tabs.currentIndex()
        if number < 0:
            return
        kind = self._kinds[number]
        if kind.key not in self._made:
            tab = kind.make(self.desk)
            tab.setAccessibleName(say(kind.title))
            self._made[kind.key] = tab
            column = QVBoxLayout(self._places[number])
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(tab)
        self.setFocusProxy(self._made[kind.key])
        if self.isVisible():
            self.arrived()

    def _lay_out(self) -> None:
        title = label(tr("Office"), size="title")
        title.setContentsMargins(16, 0, 16, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self.tabs, 1)
