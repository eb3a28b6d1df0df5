"""The library: every standard response with its state, its dates and its text."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from mi_desktop.library import StandardResponse
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import label, language_name
from mi_desktop.ui.library.text import as_html
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.states import States
from mi_desktop.ui.words import day, shown, tr

if TYPE_CHECKING:
    from mi_desktop.services import Services


@dataclass(frozen=True)
class Shelf:
    """All versions, the products' names by id, and today."""

    standards: list[StandardResponse]
    brands: dict[str, str]
    today: date


def look_up(services: "Services") -> Shelf:
    """Asks for every version, usable or not."""
    return Shelf(
        services.library.standards(usable_only=False),
        {p.id: p.brand for p in services.catalogue.products()},
        services.office.database.clock().date(),
    )


class LibraryScreen(Screen):
    """The list, filtered while typing; the text at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shelf = Shelf([], {}, date.min)
        self._wanted = ""
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter: title, number, product or topic"))
        self.filter.setAccessibleName(tr("Filter standard responses"))
        self.filter.setClearButtonEnabled(True)
        self.table = RecordsTable(tr("Standard responses"), self._columns(), _key)
        self.states = States(self.table)
        self.state = label()
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("Text of the standard response"))
        self._lay_out()
        self.act(tr("Filter standard responses"), "F3", self.filter.setFocus)
        self.filter.textChanged.connect(lambda _: self._show_fitting())
        self.filter.returnPressed.connect(self.table.setFocus)
        self.table.picked.connect(self._show_text)
        self.table.opened.connect(lambda _: self.text.setFocus())
        self.setFocusProxy(self.table)
        self.states.say(tr("Looking…"))

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(label(tr("Standard responses"), size="title"))
        column.addWidget(self.filter)
        column.addWidget(self.states, 1)
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(16, 16, 16, 16)
        side.setSpacing(8)
        side.addWidget(self.state)
        side.addWidget(self.text, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([820, 380])
        split.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def arrived(self) -> None:
        """Looks again at the library."""
        services = self.desk.services
        self.desk.tasks.records(lambda: look_up(services), self._show)

    def show_record(self, ref: str) -> None:
        """Shows a standard response: `SRD-0007/sv`, or its number alone."""
        self._wanted = ref
        self.filter.clear()
        self.arrived()

    def record(self) -> str:
        """The standard response in hand, `SRD-0007/sv`."""
        found = self.table.current()
        return f"{found.id}/{found.language}" if found else ""

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Number"), lambda s: f"{s.id} v{s.version}"),
            Column(tr("Title"), lambda s: s.title, stretch=True),
            Column(tr("Language"), lambda s: language_name(s.language)),
            Column(tr("Topic"), lambda s: s.topic),
            Column(tr("State"), self._state, tone=self._tone),
            Column(tr("Until"), lambda s: day(s.expires_on), lambda s: s.expires_on, right=True),
        ]

    def _state(self, standard: StandardResponse) -> str:
        if standard.expires_on <= self._shelf.today:
            return tr("expired")
        return tr("left behind") if standard.stale else shown(standard.state)

    def _tone(self, standard: StandardResponse) -> str:
        return "" if standard.usable(self._shelf.today) else "look"

    def _show(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._show_fitting()
        if self._wanted:
            self._choose(self._wanted)
            self._wanted = ""

    def _choose(self, ref: str) -> None:
        srd_id, _, language = ref.partition("/")
        for standard in reversed(self.table.records()):
            if standard.id == srd_id and language in {"", standard.language}:
                self.table.choose(_key(standard))
                return

    def _show_fitting(self) -> None:
        asked = self.filter.text().casefold().split()
        fitting = [
            s for s in self._shelf.standards if all(word in self._searched(s) for word in asked)
        ]
        self.table.show_rows(fitting)
        if fitting:
            self.states.show_content()
        elif asked:
            self.states.say(
                tr("No standard response fits"), tr("Change the filter or take it away.")
            )
        else:
            self.states.say(
                tr("The library is empty"),
                tr("An administrator can load standard responses into it."),
            )

    def _searched(self, standard: StandardResponse) -> str:
        brand = self._shelf.brands.get(standard.product_id, "")
        return f"{standard.id} {standard.title} {brand} {standard.topic}".casefold()

    def _show_text(self, standard: StandardResponse | None) -> None:
        self.text.setHtml(as_html(standard) if standard else "")
        self.state.setText(self._state_words(standard) if standard else "")
        self.state.setProperty("tone", self._tone(standard) if standard else "")
        self.state.style().polish(self.state)

    def _state_words(self, standard: StandardResponse) -> str:
        facts = {
            "begin": standard.effective_from,
            "end": standard.expires_on,
            "state": shown(standard.state),
        }
        if standard.expires_on <= self._shelf.today:
            return tr("Expired {end}: it cannot be put into a letter.", **facts)
        if standard.stale:
            return tr(
                "The version it was translated from has moved on: it cannot be put into a letter."
            )
        if not standard.usable(self._shelf.today):
            return tr("{state}, from {begin} to {end}: it cannot be put into a letter.", **facts)
        return tr("In force from {begin} to {end}.", **facts)


def _key(standard: StandardResponse) -> str:
    return f"{standard.id}/{standard.language}/{standard.version}"
