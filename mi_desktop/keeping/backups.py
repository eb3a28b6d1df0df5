"""Making backups, by hand and by the clock, and trying them out (P11-20)."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from mi_desktop.basics.errors import Cancelled, WorldError
from mi_desktop.basics.ids import new_id
from mi_desktop.basics.paths import private_folder
from mi_desktop.basics.progress import Progress
from mi_desktop.basics.words import Words, words
from mi_desktop.keeping import store
from mi_desktop.keeping.erasing import Eraser
from mi_desktop.keeping.errors import NoBackupFolder, NoBackupYet
from mi_desktop.keeping.model import BackupState, Drill, Run, RunKind, RunState
from mi_desktop.keeping.receipt import sheet
from mi_desktop.people import SYSTEM, Action, User
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from mi_desktop.storage.backup import BackupReport, add_to_folder, sets_in, tables_now, write_backup
from mi_desktop.storage.backup.contents import TableSum
from mi_desktop.storage.backup.restoring import take_out
from mi_desktop.storage.backup.workplace import workplace

# A run that is still said to run after this was cut off.
_LOST_AFTER = timedelta(hours=12)
_RETRY_AFTER = timedelta(hours=1)
_CUT_OFF = words("The program ended while the backup was made.")


class BackupDesk:
    """The office's backups."""

    def __init__(self, office: Office, settings: OfficeSettings, eraser: Eraser) -> None:
        self._office = office
        self._settings = settings.keeping
        self._eraser = eraser

    def state(self) -> BackupState:
        """How the office stands with its backups."""
        with self._office.database.read() as session:
            runs, last = store.runs(session), store.last_good(session)
        now = self._office.database.clock()
        return BackupState(
            last_good=last,
            unseen=tuple(r for r in runs if r.state is RunState.FAILED and not r.seen),
            due=self._due(runs, now),
            folder=self._settings.backup_folder,
            runs=tuple(runs),
        )

    def make(
        self, user: User, file: Path, *, replace: bool = False, progress: Progress | None = None
    ) -> BackupReport:
        """The whole office in one sealed file.

        Raises:
            BackupThere, BackupFailed, BackupUntrue: see `storage.backup`.
        """
        user.must(Action.KEEP_BACKUPS)
        with _Noted(self._office, user.id, RunKind.FILE, file) as noted:
            noted.report = write_backup(self._office, file, replace=replace, progress=progress)
        return noted.report

    def add(
        self, user: User, folder: Path | None, progress: Progress | None = None
    ) -> BackupReport:
        """A backup into a folder that keeps each document once; the settings' where None is given.

        Raises:
            NoBackupFolder: none is set.
            OtherOffice, BackupFailed, BackupUntrue: see `storage.backup`.
        """
        user.must(Action.KEEP_BACKUPS)
        return self._add(user.id, folder or self._folder(), progress)

    def make_due(self, progress: Progress | None = None) -> BackupReport | None:
        """The scheduled backup, where one is due; for the running window and for cron.

        Raises:
            OtherOffice, BackupFailed, BackupUntrue: noted, and shown until seen.
        """
        if not self.state().due:
            return None
        return self._add(SYSTEM, self._folder(), progress)

    def seen(self, user: User) -> None:
        """The user was told of the failures so far."""
        user.must(Action.KEEP_BACKUPS)
        failed = self.state().unseen
        with self._office.database.write(user.id, "keeping.failures_seen") as session:
            for run in failed:
                store.put_run(session, replace(run, seen=True))

    def drill(
        self, user: User, file: Path | None = None, progress: Progress | None = None
    ) -> Drill:
        """Restores a backup into a temporary folder, verifies it, compares it, and removes it.

        Args:
            user: who tries.
            file: a backup; the latest of the folder where None is given.
            progress: may cancel.

        Raises:
            NoBackupYet: there is none.
            BackupDamaged, BackupNotOurs, BackupNewer, BackupFailed: the drill failed; noted.
        """
        user.must(Action.KEEP_BACKUPS)
        tried = file or self._latest()
        with _Noted(self._office, user.id, RunKind.DRILL, tried) as noted:
            drill = self._try(user, tried, progress)
            noted.drill = drill
        return drill

    def _try(self, user: User, file: Path, progress: Progress | None) -> Drill:
        begun = self._office.database.clock()
        keys, folder = self._office.keys, self._office.folder
        # Beside the office, on a disk that is trusted with it; all of it stays sealed.
        with workplace(folder.parent, f".drill-{folder.name}-") as work:
            found = take_out(file, work, lambda _: keys, progress)
            revision, now = tables_now(self._office, private_folder(work / "now"))
        kept = found.contents.tables
        none = TableSum(rows=0, sha256="")
        changed = {
            table: (kept.get(table, none).rows, now.get(table, none).rows)
            for table in sorted(kept.keys() | now.keys())
            if kept.get(table) != now.get(table)
        }
        drill = Drill(
            file=str(file),
            sha256=found.sha256,
            made_at=found.contents.made_at,
            begun_at=begun,
            ended_at=self._office.database.clock(),
            by=user.full_name,
            records=found.contents.records,
            documents=len(found.contents.documents),
            entries=found.contents.entries or 0,
            broken_at=found.contents.broken_at,
            damaged=found.contents.damaged,
            changed=changed,
            same_version=found.contents.revision == revision,
        )
        return replace(drill, pdf=_report(drill))

    def _add(self, by: str, folder: Path, progress: Progress | None) -> BackupReport:
        with _Noted(self._office, by, RunKind.FOLDER, folder) as noted:
            keep = self._settings.backup_keep
            noted.report = add_to_folder(self._office, folder, keep, progress)
        self._eraser.write_list()
        return noted.report

    def _folder(self) -> Path:
        if not self._settings.backup_folder:
            raise NoBackupFolder
        return Path(self._settings.backup_folder)

    def _latest(self) -> Path:
        with self._office.database.read() as session:
            last = store.last_good(session)
        if last is None:
            raise NoBackupYet
        place = Path(last.place)
        if last.kind is RunKind.FILE:
            return place
        sets = sets_in(place)
        if not sets:
            raise NoBackupYet
        return sets[-1]

    def _due(self, runs: list[Run], now: datetime) -> bool:
        if not self._settings.backup_folder:
            return False
        scheduled = [r for r in runs if r.kind is RunKind.FOLDER]
        last = scheduled[0] if scheduled else None
        if last is None:
            return True
        if last.state is RunState.RUNNING:
            return now - last.begun_at > _LOST_AFTER
        if last.state is RunState.FAILED:
            return now - last.begun_at > _RETRY_AFTER
        return now - last.begun_at >= timedelta(hours=self._settings.backup_hours)


class _Noted:
    """Keeps what became of a run, also where it failed or was cut off before."""

    def __init__(self, office: Office, by: str, kind: RunKind, place: Path) -> None:
        self._office, self._by = office, by
        self._run = Run(
            new_id(), kind, str(place.absolute()), RunState.RUNNING, office.database.clock()
        )
        self.report: BackupReport
        self.drill: Drill | None = None

    def __enter__(self) -> "_Noted":
        with self._office.database.write(self._by, f"keeping.begin_{self._run.kind}") as session:
            for lost in store.runs(session):
                if lost.state is RunState.RUNNING and self._lost(lost):
                    store.put_run(session, replace(lost, state=RunState.FAILED, problem=_CUT_OFF))
            store.put_run(session, self._run)
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        now = self._office.database.clock()
        ended = replace(self._run, ended_at=now)
        if error is None:
            ended = self._done(ended)
        else:
            seen = isinstance(error, Cancelled)
            ended = replace(ended, state=RunState.FAILED, problem=_why(error), seen=seen)
        action = f"keeping.{self._run.kind}_{ended.state}"
        with self._office.database.write(self._by, action) as session:
            store.put_run(session, ended)

    def _done(self, ended: Run) -> Run:
        found = self.drill or self.report
        documents = found.documents
        return replace(
            ended,
            state=RunState.DONE,
            records=found.records,
            documents=documents,
            sha256=found.sha256,
            damaged=len(found.damaged),
        )

    def _lost(self, run: Run) -> bool:
        same = run.kind is self._run.kind and run.place == self._run.place
        return same or self._run.begun_at - run.begun_at > _LOST_AFTER


def _why(error: BaseException) -> Words:
    if isinstance(error, WorldError):
        return error.words
    if isinstance(error, Cancelled):
        return words("It was stopped.")
    return words("The program failed; a report of the fault was kept.")


def _report(drill: Drill) -> bytes:
    whole = "whole" if drill.broken_at is None else f"BROKEN at line {drill.broken_at}"
    changed = [f"{t}: {before} rows then, {now} now" for t, (before, now) in drill.changed.items()]
    seconds = (drill.ended_at - drill.begun_at).total_seconds()
    age = drill.begun_at - drill.made_at
    return sheet(
        "Restore drill",
        [
            (
                "Backup",
                [
                    drill.file,
                    f"SHA-256 {drill.sha256}",
                    f"Made {drill.made_at:%Y-%m-%d %H:%M} UTC",
                ],
            ),
            (
                "Restored and verified",
                [
                    f"{drill.records} rows, each table's hash as it was when the backup was made",
                    f"{drill.documents} documents opened and hashed, {len(drill.damaged)} were "
                    "damaged before the backup",
                    *(f"damaged: {document}" for document in drill.damaged),
                    f"{drill.entries} lines of the audit trail, the chain {whole}",
                    f"Took {seconds:.0f} seconds (recovery time); the backup was "
                    f"{age.total_seconds() / 3600:.1f} hours old (what would be lost)",
                ],
            ),
            ("Tables that changed since", changed or ["none"]),
            (
                "Signed",
                [f"Tried by {drill.by}, {drill.ended_at:%Y-%m-%d %H:%M} UTC", "",
                 "Date and signature: ______________________________"],
            ),
        ],
        f"Restore drill · {drill.begun_at:%Y-%m-%d %H:%M} UTC",
    )  # fmt: skip


def as_json(drill: Drill) -> bytes:
    """The report for machines."""
    facts = {k: v for k, v in vars(drill).items() if k != "pdf"}
    return json.dumps(facts, default=str, ensure_ascii=False, indent=1).encode()
