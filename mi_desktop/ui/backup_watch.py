"""Watches over the backups while the window is open: makes those that are due, tells what failed.

It looks when nothing else runs, on a background lane; the status line says how old the last good
backup is.
"""

from PySide6.QtCore import QObject, QTimer

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import Words, words
from mi_desktop.keeping import BackupState
from mi_desktop.people import Action
from mi_desktop.ui.desk import Desk, Message
from mi_desktop.ui.status_line import StatusLine
from mi_desktop.ui.tasks import Task
from mi_desktop.ui.words import moment

FIRST_MS, EACH_MS = 20_000, 300_000


class BackupWatch(QObject):
    """Belongs to the window, and ends with it."""

    def __init__(self, desk: Desk, status: StatusLine, window: QObject) -> None:
        super().__init__(window)
        self._desk, self._status = desk, status
        self._told: set[str] = set()
        self._task: Task | None = None
        desk.tasks.ended.connect(self._ended)
        self.timer = QTimer(self)
        self.timer.setInterval(EACH_MS)
        self.timer.timeout.connect(self.look)
        self.timer.start()
        QTimer.singleShot(FIRST_MS, self, self.look)

    def look(self) -> None:
        """Asks how the office stands; makes a backup where one is due and nobody works."""
        if self._task is None:
            quiet = not self._desk.tasks.busy
            backups = self._desk.services.keeping.backups
            self._desk.tasks.records(backups.state, lambda found: self._looked(found, quiet))

    def _looked(self, state: BackupState, quiet: bool) -> None:
        last, failed = state.last_good, state.unseen
        if failed:
            self._status.set_backup(words("the last backup failed"), "harm")
        elif last is not None:
            self._status.set_backup(words("backup {at}", at=moment(last.begun_at)), "")
        else:
            self._status.set_backup(words("no backup yet"), "look" if state.folder else "")
        if failed and failed[0].id not in self._told and self._desk.user.may(Action.KEEP_BACKUPS):
            self._told.add(failed[0].id)
            self._tell(failed[0].problem or words("It was stopped."))
        if state.due and quiet:
            self._make()

    def _make(self) -> None:
        backups = self._desk.services.keeping.backups
        self._task = self._desk.tasks.slow(
            words("Making the scheduled backup"), backups.make_due, failed=self._noted
        )

    def _noted(self, _: WorldError) -> None:
        """The failure is kept; the look after it tells."""

    def _ended(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.look()

    def _tell(self, why: Words) -> None:
        what = words("The scheduled backup failed: {why}", why=why)
        advice = words("Look at it in Office, Backups; it is tried again in an hour.")
        self._desk.telephone.said.emit(Message(what, advice, grave=True))
