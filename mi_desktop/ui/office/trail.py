"""The audit trail: found, read a page at a time, walked, taken away, anchored on paper."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
)

from mi_desktop.basics.progress import Progress
from mi_desktop.basics.words import words
from mi_desktop.people import AuditLine, ChainReport, Checkpoint, User, Wanted
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import label, set_tone
from mi_desktop.ui.office.trail_line import in_full, in_short, record_of
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.states import States
from mi_desktop.ui.tasks import Task
from mi_desktop.ui.words import moment, say, tr

_NEVER = QDate(1990, 1, 1)
_DETAIL_HEIGHT = 150


class TrailTab(Screen):
    """Lines, newest first; more of them when one asks; the line in hand in full below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.names: dict[str, str] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Words, record or action"))
        self.who, self.what = QComboBox(), QComboBox()
        self.since, self.until = _day(tr("From")), _day(tr("Until"))
        self.table = RecordsTable(tr("Audit trail"), self._columns(), lambda a: str(a.seq))
        self.states = States(self.table)
        self.full = QPlainTextEdit()
        self.full.setReadOnly(True)
        self.full.setTabChangesFocus(True)
        self.full.setFixedHeight(_DETAIL_HEIGHT)
        self.found = label(tone="dim")
        self.look = self.act(tr("Find"), "Ctrl+Return", self._look)
        self.more = self.act(tr("Show older lines"), "M", self._more)
        self.verify = self.act(tr("Verify the chain"), "V", self._verify)
        self.export = self.act(tr("Export what was found…"), "X", self._ask_export)
        self.checkpoint = self.act(tr("Checkpoint…"), "P", self._ask_checkpoint)
        self.task: Task | None = None
        self._name_fields()
        self._lay_out()
        self.search.returnPressed.connect(self.look.trigger)
        self.table.picked.connect(self._show_full)
        for box in (self.who, self.what):
            box.activated.connect(lambda *_: self._look())
        for date in (self.since, self.until):
            date.dateChanged.connect(lambda *_: self._look())
        self.setFocusProxy(self.search)
        self.states.say(tr("Looking…"))

    def arrived(self) -> None:
        """Looks again at the newest lines, and at who and what can be asked for."""
        people, by = self.desk.services.people, self.desk.user
        self.desk.tasks.records(
            lambda: (people.users(), people.trail.actions(by)), self._show_choices
        )
        if len(self.table.records()) <= 1:
            self._look()

    def show_record(self, ref: str) -> None:
        """The lines of one record, by its key."""
        self.search.setText(ref)
        self._look()

    def wanted(self) -> Wanted:
        """Which lines are asked for; days are those of the office's records, UTC."""
        return Wanted(
            words=self.search.text().strip(),
            by=self.who.currentData() or "",
            action=self.what.currentData() or "",
            since=_moment(self.since.date()),
            until=_moment(self.until.date().addDays(1) if _set(self.until) else _NEVER),
        )

    # Verbs

    def _look(self) -> None:
        self._ask(None, self._show)

    def _more(self) -> None:
        shown = self.table.records()
        if shown:
            self._ask(min(line.seq for line in shown), self._show_more)

    def _ask(self, before: int | None, then: object) -> None:
        trail, by, wanted = self.desk.services.people.trail, self.desk.user, self.wanted()
        self.desk.tasks.records(lambda: trail.newest(by, wanted, before), then)  # type: ignore[arg-type]

    def _verify(self) -> None:
        trail = self.desk.services.people.trail
        set_tone(self.found, "dim")
        self.found.setText(tr("Walking the audit trail…"))
        self.task = self.desk.tasks.slow(
            words("Walking the audit trail"), lambda p: trail.verify(progress=p), self._show_report
        )

    def _ask_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.export.text(), "audit.csv", "*.csv")
        if name:
            self.export_to(Path(name))

    def export_to(self, file: Path) -> None:
        """Writes what was found as CSV, and as PDF beside it."""
        trail, by, wanted = self.desk.services.people.trail, self.desk.user, self.wanted()

        def work(progress: Progress) -> Path:
            taken = trail.export(by, wanted, True, progress)
            file.write_bytes(taken.csv)
            file.with_suffix(".pdf").write_bytes(taken.pdf)
            return file

        self.desk.tasks.slow(words("Writing the audit trail"), work, self._written)

    def _ask_checkpoint(self) -> None:
        title = self.checkpoint.text()
        name, _ = QFileDialog.getSaveFileName(self, title, "trail.checkpoint", "*.checkpoint")
        if name:
            self.checkpoint_to(Path(name))

    def checkpoint_to(self, file: Path) -> None:
        """Takes a checkpoint: a file, and beside it a page for paper with a code."""
        people, by, office = self.desk.services.people, self.desk.user, self.desk.services.settings

        def work(_: Progress) -> Checkpoint:
            made = people.trail.checkpoint(by)
            file.write_bytes(made.line())
            file.with_suffix(".pdf").write_bytes(people.trail.sheet(made, office.name))
            return made

        self.desk.tasks.slow(words("Taking a checkpoint"), work, self._show_checkpoint)

    # What is shown

    def _show_choices(self, found: tuple[list[User], list[str]]) -> None:
        users, actions = found
        self.names = {user.id: user.name for user in users}
        _fill(self.who, tr("Everybody"), {"system": tr("the program"), **self.names})
        _fill(self.what, tr("Everything"), {action: in_short(action) for action in actions})

    def _show(self, lines: list[AuditLine]) -> None:
        self.table.show_rows(lines)
        self.more.setEnabled(bool(lines))
        if lines:
            self.states.show_content()
        else:
            self.states.say(tr("No line was found"), tr("Ask for other words or other days."))

    def _show_more(self, lines: list[AuditLine]) -> None:
        self.table.show_rows([*self.table.records(), *lines])
        self.more.setEnabled(bool(lines))

    def _show_full(self, line: AuditLine | None) -> None:
        self.full.setPlainText("" if line is None else in_full(line, self._name))

    def _show_report(self, report: ChainReport) -> None:
        said = [say(report.words), *(say(warning) for warning in report.warnings)]
        if report.jumps:
            said.append(tr("The clock jumped {count} times.", count=len(report.jumps)))
        set_tone(self.found, "" if report.broken_at is None else "harm")
        self.found.setText(" ".join(said))

    def _show_checkpoint(self, made: Checkpoint) -> None:
        set_tone(self.found, "")
        self.found.setText(
            tr("Checkpoint of line {line}: {code}. Keep it away from this machine.",
               line=made.seq, code=made.code)
        )  # fmt: skip

    def _written(self, file: Path) -> None:
        self.desk.tell(words("{file} written", file=file.name))

    def _name(self, user_id: str) -> str:
        return tr("the program") if user_id == "system" else self.names.get(user_id, user_id)

    def _columns(self) -> list[Column]:
        return [
            Column(tr("No."), lambda a: str(a.seq), lambda a: a.seq, right=True),
            Column(tr("Time"), lambda a: moment(a.at), lambda a: a.at),
            Column(tr("Who"), lambda a: self._name(a.by)),
            Column(tr("Action"), lambda a: in_short(a.action)),
            Column(tr("Record"), record_of),
            Column(tr("Changes"), lambda a: in_full(a, self._name, " · "), stretch=True),
        ]

    def _name_fields(self) -> None:
        for field, name in (
            (self.search, tr("Find in the audit trail")),
            (self.who, tr("Who")),
            (self.what, tr("Action")),
            (self.full, tr("The line in full")),
        ):
            field.setAccessibleName(name)

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self.search, 1)
        for box in (self.who, self.what):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            asked.addWidget(box)
        for date in (self.since, self.until):
            asked.addWidget(label(date.accessibleName(), "dim"))
            asked.addWidget(date)
        asked.addWidget(self.button(self.look, main=True))
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        verbs.addWidget(self.found, 1)
        for action in (self.more, self.verify, self.export, self.checkpoint):
            verbs.addWidget(self.button(action))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(asked)
        column.addWidget(self.states, 1)
        column.addWidget(self.full)
        column.addLayout(verbs)


def _day(name: str) -> QDateEdit:
    made = QDateEdit()
    made.setAccessibleName(name)
    made.setCalendarPopup(True)
    made.setMinimumDate(_NEVER)
    made.setSpecialValueText(tr("any day"))
    made.setDisplayFormat("yyyy-MM-dd")
    made.setDate(_NEVER)
    return made


def _set(day: QDateEdit) -> bool:
    return day.date() != _NEVER


def _moment(day: QDate) -> datetime | None:
    return None if day == _NEVER else datetime(day.year(), day.month(), day.day(), tzinfo=UTC)


def _fill(box: QComboBox, everything: str, choices: dict[str, str]) -> None:
    chosen = box.currentData()
    box.clear()
    box.addItem(everything, "")
    for key, text in choices.items():
        box.addItem(text, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
