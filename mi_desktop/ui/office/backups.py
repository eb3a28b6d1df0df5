"""Backups: how the office stands, making one now, trying one out, what to do on a bad day."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.keeping import BackupReport, BackupState, Drill, Run, RunKind, RunState
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import heading, label, set_tone
from mi_desktop.ui.letter.sheet import SheetPanel
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.states import States
from mi_desktop.ui.words import moment, say, shown, tr

SIDE = 340


class BackupsTab(Screen):
    """The state in words above the list of what was made; advice at the side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state = label()
        self.plan = label(tone="dim")
        self.problem = label(tone="harm")
        self.table = RecordsTable(tr("Backups"), self._columns(), lambda r: r.id)
        self.states = States(self.table)
        self.sheet = SheetPanel(desk)
        self.now = self.act(tr("Back up to the folder"), "B", self._to_folder)
        self.file = self.act(tr("Back up to one file…"), "Shift+B", self._to_file)
        self.drill = self.act(tr("Try the last backup out"), "T", self._try)
        self.seen = self.act(tr("I have seen the failure"), "S", self._seen)
        self._lay_out()
        self.setFocusProxy(self.table)
        self.states.say(tr("Looking…"))

    def arrived(self) -> None:
        """Looks again at what was made."""
        self.desk.tasks.records(self.desk.services.keeping.backups.state, self._show)

    # Verbs

    def _to_folder(self) -> None:
        backups, by = self.desk.services.keeping.backups, self.desk.user
        self.desk.tasks.slow(
            words("Making a backup"),
            lambda p: backups.add(by, None, p),
            self._made,
            failed=self._not_made,
        )

    def _to_file(self) -> None:
        name = f"{self.desk.services.settings.site}-{moment_name(self.desk)}.mibackup"
        found, _ = QFileDialog.getSaveFileName(self, self.file.text(), name, "*.mibackup")
        if found:
            self.back_up_to(Path(found))

    def back_up_to(self, file: Path) -> None:
        """Makes a backup in a new file."""
        backups, by = self.desk.services.keeping.backups, self.desk.user
        self.desk.tasks.slow(
            words("Making a backup"),
            lambda p: backups.make(by, file, progress=p),
            self._made,
            failed=self._not_made,
        )

    def _made(self, report: BackupReport) -> None:
        self.desk.tell(
            words(
                "Backup made and read back: {records} records, {documents} documents.",
                records=report.records,
                documents=report.documents,
            )
        )
        self.desk.changed()
        self.arrived()

    def _not_made(self, error: WorldError) -> None:
        self.desk.tell(error)
        self.arrived()

    def _try(self) -> None:
        backups, by = self.desk.services.keeping.backups, self.desk.user
        self.desk.tasks.slow(
            words("Trying a backup out"),
            lambda p: backups.drill(by, progress=p),
            self._tried,
            failed=self._not_made,
        )

    def _tried(self, drill: Drill) -> None:
        self.desk.tell(words("The backup was restored, verified and removed again."))
        self.sheet.ask(tr("Restore drill"), lambda: drill.pdf)
        self.arrived()

    def _seen(self) -> None:
        backups, by = self.desk.services.keeping.backups, self.desk.user
        self.desk.tasks.records(lambda: backups.seen(by), lambda _: self.arrived())

    # What is shown

    def _show(self, state: BackupState) -> None:
        last = state.last_good
        self.state.setText(
            tr("The last good backup is of {at}.", at=moment(last.begun_at))
            if last
            else tr("There is no backup yet. If this disk fails, everything is lost.")
        )
        set_tone(self.state, "" if last else "look")
        keeping = self.desk.services.settings.keeping
        self.plan.setText(
            tr(
                "Every {hours} hours into {folder}; {keep} are kept.",
                hours=keeping.backup_hours,
                folder=state.folder,
                keep=keeping.backup_keep,
            )
            if state.folder
            else tr("No folder is set, so none is made by itself (settings.json, keeping).")
        )
        failed = state.unseen[0] if state.unseen else None
        self.problem.setText(
            tr("The backup of {at} failed: {why}", at=moment(failed.begun_at), why=_why(failed))
            if failed
            else ""
        )
        self.problem.setVisible(failed is not None)
        self.seen.setEnabled(failed is not None)
        self.now.setEnabled(bool(state.folder))
        self.drill.setEnabled(last is not None)
        self.table.show_rows(state.runs)
        if state.runs:
            self.states.show_content()
        else:
            self.states.say(
                tr("Nothing was backed up yet"),
                tr("A backup is one encrypted file; any passphrase of today opens it."),
                self.file,
            )

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Begun"), lambda r: moment(r.begun_at), lambda r: r.begun_at),
            Column(tr("Kind"), lambda r: _KINDS[r.kind]()),
            Column(tr("State"), lambda r: shown(r.state), tone=_tone),
            Column(tr("Records"), lambda r: _number(r, r.records), right=True),
            Column(tr("Documents"), lambda r: _number(r, r.documents), right=True),
            Column(tr("Place, or why it failed"), lambda r: _why(r) or r.place, stretch=True),
        ]

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.button(self.now, main=True))
        buttons.addWidget(self.button(self.file))
        buttons.addWidget(self.button(self.drill))
        buttons.addWidget(self.button(self.seen))
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for part in (self.state, self.plan, self.problem):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self.states, 1)
        side = QFrame()
        side.setProperty("panel", True)
        side.setFixedWidth(SIDE)
        under = QVBoxLayout(side)
        under.setContentsMargins(16, 16, 16, 16)
        under.setSpacing(8)
        under.addWidget(heading(tr("On a bad day")))
        for advice in _advice():
            under.addWidget(label(advice))
        under.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(side)
        row.addWidget(self.sheet)


def moment_name(desk: Desk) -> str:
    """The time as part of a file's name."""
    return f"{desk.services.office.database.clock():%Y-%m-%d-%H%M}"


_KINDS = {
    RunKind.FILE: lambda: tr("one file"),
    RunKind.FOLDER: lambda: tr("folder"),
    RunKind.DRILL: lambda: tr("tried out"),
}


def _advice() -> list[str]:
    return [
        tr("On any machine: mi-desktop --office DIR restore FILE, into an empty folder."),
        tr("It asks for a passphrase that opened the office when the backup was made."),
        tr("Nobody has one? The words of the recovery key open every backup made since then."),
        tr("Nothing is called an office before every record and document was verified."),
        tr("Try a backup out now and then, and keep the signed sheet."),
    ]


def _tone(run: Run) -> str:
    if run.state is RunState.FAILED:
        return "dim" if run.seen else "harm"
    return "look" if run.damaged else ""


def _number(run: Run, number: int) -> str:
    return shown(number) if run.state is RunState.DONE else ""


def _why(run: Run) -> str:
    if run.problem is not None:
        return say(run.problem)
    if run.damaged:
        return tr("{count} documents were damaged before", count=run.damaged)
    return ""
