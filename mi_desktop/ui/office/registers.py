"""What a supervisor asks for: record of processing, impact assessment, breach (GD-09)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QDateEdit,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.basics.words import Words, words
from mi_desktop.keeping import Papers
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import heading, label
from mi_desktop.ui.letter.sheet import SheetPanel
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.words import tr

WIDE = 640


class RegistersTab(Screen):
    """Three papers; each is written into a folder in every form it has."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.since, self.until = QDateEdit(), QDateEdit()
        self.numbers = QLineEdit()
        self.sheet = SheetPanel(desk)
        self.processing = self.act(tr("Record of processing…"), "P", self._processing)
        self.impact = self.act(tr("Impact assessment…"), "I", self._impact)
        self.breach = self.act(tr("Breach export…"), "B", self._breach)
        self._lay_out()
        self.setFocusProxy(self.since)

    def arrived(self) -> None:
        """The last three days are offered, as long as nobody chose others."""
        today = self.desk.services.office.database.clock().date()
        day = QDate(today.year, today.month, today.day)
        for field, on in ((self.since, day.addDays(-3)), (self.until, day)):
            if field.date() == QDate(2000, 1, 1):  # as the field is made
                field.setDate(on)

    def write_to(self, folder: Path, papers: Papers) -> None:
        """Writes the forms of a paper side by side; what is there stays."""
        desk = self.desk.services.keeping.registers
        self.desk.tasks.records(
            lambda: desk.write(folder, papers),
            lambda files: self.desk.tell(
                words("{files} written", files=", ".join(f.name for f in files))
            ),
        )
        pdf = papers.files.get("pdf")
        if pdf is not None:
            self.sheet.ask(papers.name, lambda: pdf)

    def _processing(self) -> None:
        desk, by = self.desk.services.keeping.registers, self.desk.user
        self._make(words("Drawing up the record"), lambda: desk.processing(by))

    def _impact(self) -> None:
        desk, by = self.desk.services.keeping.registers, self.desk.user
        self._make(words("Drawing up the assessment"), lambda: desk.impact(by))

    def _breach(self) -> None:
        desk, by = self.desk.services.keeping.registers, self.desk.user
        period, numbers = self.period(), self.numbers.text().replace(",", " ").split()
        self._make(words("Collecting who, what and when"), lambda: desk.breach(by, period, numbers))

    def period(self) -> tuple[datetime, datetime]:
        """From the first day's beginning to the last day's end in the office, UTC."""
        zone = ZoneInfo(self.desk.services.settings.zone)

        def begins(on: date) -> datetime:
            return datetime.combine(on, time(), zone).astimezone(UTC)

        return begins(_day(self.since)), begins(_day(self.until) + timedelta(days=1))

    def _make(self, doing: Words, make: Callable[[], Papers]) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Into which folder?"))
        if folder:
            place = Path(folder)
            self.desk.tasks.slow(doing, lambda _: make(), lambda p: self.write_to(place, p))

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(heading(tr("For the supervisor")))
        for action, said in (
            (self.processing, tr("Art. 30: what is done with whose data, why and how long.")),
            (self.impact, tr("Art. 35: filled as far as the program knows; you complete it.")),
        ):
            row = QHBoxLayout()
            row.addWidget(self.button(action))
            row.addWidget(label(said, "dim"), 1)
            column.addLayout(row)
        column.addSpacing(16)
        column.addWidget(heading(tr("A breach of personal data")))
        column.addWidget(
            label(tr("Art. 33: the authority is told within 72 hours of your knowing."), "dim")
        )
        column.addWidget(self._form())
        row = QHBoxLayout()
        row.addWidget(self.button(self.breach, main=True))
        row.addWidget(
            label(tr("CSV: the persons. JSON: the persons and every deed, by whom, when."), "dim"),
            1,
        )
        column.addLayout(row)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.sheet)

    def _form(self) -> QWidget:
        made = QWidget()
        made.setMaximumWidth(WIDE)
        form = QFormLayout(made)
        form.setContentsMargins(0, 0, 0, 0)
        self.numbers.setPlaceholderText(tr("empty: everything of these days"))
        titles = (
            (tr("From"), self.since),
            (tr("Until"), self.until),
            (tr("Numbers of inquiries or mail"), self.numbers),
        )
        for title, field in titles:
            if isinstance(field, QDateEdit):
                field.setCalendarPopup(True)
                field.setDisplayFormat("yyyy-MM-dd")
            field.setAccessibleName(title)
            form.addRow(title, field)
        return made


def _day(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
