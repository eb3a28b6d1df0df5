"""Calendars of business days: the sites' versions, a year as a picture, the next one entered."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout

from mi_desktop.basics.paths import write_whole
from mi_desktop.basics.words import words
from mi_desktop.catalogue import Entered, read_days, shipped, written_days
from mi_desktop.people import Action
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import label
from mi_desktop.ui.office.next_calendar import NextCalendar
from mi_desktop.ui.office.year_picture import YearPicture
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.words import day, moment, tr

LISTS = 400
_Found = tuple[list[str], list[Entered], dict[str, str], int]


class CalendarsTab(Screen):
    """Which days a site works (CLK-4); a newer version never changes an older due date."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        settings, may = desk.services.settings, desk.user.may(Action.KEEP_CATALOGUE)
        self.names: dict[str, str] = {}
        self.site = QComboBox()
        self.site.setAccessibleName(tr("Site"))
        self.site.addItem(settings.site)
        self.year = QComboBox()
        self.year.setAccessibleName(tr("Year"))
        self.versions = RecordsTable(tr("Calendars"), self._columns(), lambda e: e.calendar.name)
        self.days = RecordsTable(tr("Holidays of the year"), _day_columns(), str)
        self.picture = YearPicture()
        self.said = label(tone="dim")
        self.next = NextCalendar()
        self.add = self.act(tr("Add or change a year…"), "Ctrl+N", self._add_year)
        self.take = self.act(tr("Import from CSV…"), "Ctrl+O", self._ask_import)
        self.give = self.act(tr("Export as CSV…"), "Ctrl+Shift+S", self._ask_export)
        for action in (self.add, self.take):
            action.setEnabled(may)
        self._lay_out()
        self.versions.picked.connect(lambda _: self._show_year())
        self.year.currentIndexChanged.connect(lambda _: self._show_year())
        self.site.activated.connect(lambda _: self.arrived())
        self.next.confirmed.connect(self._enter)
        self.setFocusProxy(self.versions)

    def arrived(self) -> None:
        """Asks for the sites and for this one's calendars."""
        services, site = self.desk.services, self.site.currentText()
        country = services.settings.country

        def ask() -> _Found:
            desk = services.catalogue.calendars
            names = {user.id: user.full_name for user in services.people.users()}
            today = services.office.database.clock().year
            return desk.sites(), desk.versions(site, country), names, today

        self.desk.tasks.records(ask, self._show)

    def import_from(self, path: Path) -> None:
        """Reads a list; its years take the place of those years in the calendar."""
        self.desk.tasks.records(
            lambda: frozenset(read_days(path.read_text("utf-8", "replace"))),
            lambda days: self._review(days, path.name),
        )

    def export_to(self, path: Path) -> None:
        """Writes the days of the calendar in hand, and what each is on in the week."""
        shown = self._chosen()
        if shown is not None:
            text = "day\n" + written_days(shown.calendar.days)
            self.desk.tasks.records(
                lambda: write_whole(path, text.encode()),
                lambda _: self.desk.tell(words("{name} saved", name=path.name)),
            )

    def _show(self, found: _Found) -> None:
        sites, versions, self.names, this_year = found
        for site in sites:
            if self.site.findText(site) < 0:
                self.site.addItem(site)
        years = range(
            min(e.calendar.first_year for e in versions),
            max(e.calendar.last_year for e in versions) + 2,
        )
        if not self.year.count():
            self.year.addItems([str(year) for year in years if 1900 <= year <= 2200])
            self.choose_year(this_year)
        self.versions.show_rows(versions)
        settings = self.desk.services.settings
        if settings.handoff_business_days:
            told = tr("Hand-offs are due after {days} business days.",
                      days=settings.handoff_business_days)  # fmt: skip
        else:
            told = tr("Hand-offs are due after {hours} hours; no weekend stops those.",
                      hours=settings.handoff_hours)  # fmt: skip
        self.said.setText(told)
        self._show_year()

    def _show_year(self) -> None:
        shown, year = self._chosen(), self._year()
        if shown is None or not year:
            return
        self.picture.show_year(shown.calendar, year)
        self.days.show_rows(sorted(d for d in shown.calendar.days if d.year == year))

    def choose_year(self, year: int) -> None:
        """Shows a year, also one that no calendar holds yet."""
        if self.year.findText(str(year)) < 0:
            self.year.addItem(str(year))
        self.year.setCurrentText(str(year))

    def _year(self) -> int:
        return int(self.year.currentText() or 0)

    def _chosen(self) -> Entered | None:
        found: Entered | None = self.versions.current()
        return found

    # The next version

    def _add_year(self) -> None:
        year, newest = self._year(), self._newest()
        fill = newest if any(d.year == year for d in newest) else self._shipped()
        self._ask(frozenset(d for d in fill if d.year == year), str(year))

    def _review(self, days: frozenset[date], name: str) -> None:
        self._ask(days, tr("the years in {name}", name=name))

    def _ask(self, days: frozenset[date], years: str) -> None:
        touched = {d.year for d in days}
        others = frozenset(d for d in self._newest() if d.year not in touched)
        told = tr("You change {years}; other years stay, and so do earlier due dates.", years=years)
        self.next.ask(days, others, told)

    def _enter(self, days: frozenset[date], source: str) -> None:
        desk, user = self.desk.services.catalogue.calendars, self.desk.user
        site = self.site.currentText()

        def entered(_: object) -> None:
            self.next.close_panel()
            self.desk.tell(words("The calendar of {site} is entered", site=site))
            self.versions.take_in_hand(0)
            self.arrived()
            self.desk.changed()

        self.desk.tasks.records(
            lambda: desk.enter(user, site, days, source), entered, self.next.refused
        )

    def _newest(self) -> frozenset[date]:
        versions = self.versions.records()
        return versions[0].calendar.days if versions else frozenset()

    def _shipped(self) -> frozenset[date]:
        return shipped(self.desk.services.settings.country).days

    # Files

    def _ask_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.take.text(), "", "CSV (*.csv *.txt)")
        if name:
            self.import_from(Path(name))

    def _ask_export(self) -> None:
        shown = self._chosen()
        if shown is None:
            return
        proposed = f"calendar-{shown.calendar.name.replace('/', '-')}.csv"
        name, _ = QFileDialog.getSaveFileName(self, self.give.text(), proposed, "CSV (*.csv)")
        if name:
            self.export_to(Path(name))

    # Building

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Calendar"), lambda e: e.calendar.name),
            Column(tr("Years"), lambda e: f"{e.calendar.first_year}–{e.calendar.last_year}"),
            Column(tr("In use from"), lambda e: moment(e.at) if e.at else tr("the beginning")),
            Column(tr("Entered by"), lambda e: self.names.get(e.by, e.by) or tr("comes with it")),
            Column(tr("Source"), lambda e: e.calendar.source, stretch=True),
        ]

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.addWidget(self.site)
        for action in (self.add, self.take, self.give):
            tools.addWidget(self.button(action))
        tools.addWidget(self.said, 1)
        dates = QVBoxLayout()
        dates.addWidget(self.year)
        dates.addWidget(self.days, 1)
        year = QHBoxLayout()
        year.setSpacing(16)
        year.addWidget(self.picture, 1)
        year.addLayout(dates)
        self.days.setFixedWidth(LISTS // 2)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(tools)
        left.addWidget(self.versions, 1)
        left.addLayout(year, 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(self.next)


def _day_columns() -> list[Column]:
    return [
        Column(tr("Holiday"), day, lambda d: d, stretch=True),
        Column("", lambda d: QLocale().standaloneDayName(d.isoweekday())),
    ]
