"""Watches over hand-offs while the window is open: sends what waits, tells who is silent.

What could not go is tried again each minute, and at once when the network is back.
"""

from PySide6.QtCore import QObject, QTimer

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.people import Action
from mi_desktop.safety import Trip
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.network import Network
from mi_desktop.ui.status_line import StatusLine
from mi_desktop.ui.tasks import Task

EACH_MS = 60_000


class HandOffWatch(QObject):
    """Belongs to the window, and ends with it."""

    def __init__(self, desk: Desk, status: StatusLine, window: QObject) -> None:
        super().__init__(window)
        self._desk, self._status = desk, status
        self._tried: set[str] = set()
        self._task: Task | None = None
        self._network = Network(self)
        self._network.online.connect(self._online)
        desk.telephone.changed.connect(self.look)
        desk.tasks.ended.connect(self._ended)
        self.timer = QTimer(self)
        self.timer.setInterval(EACH_MS)
        self.timer.timeout.connect(self._again)
        self.timer.start()
        QTimer.singleShot(0, self, self._network.look)
        QTimer.singleShot(0, self, self.look)

    def look(self) -> None:
        """Counts alarms and what waits; sends what was not tried this minute."""
        desk = self._desk.services.safety.transmission
        self._desk.tasks.records(
            lambda: (len(desk.alarms()), {t.id for t in desk.transmissions(Trip.WAITING)}),
            self._looked,
        )

    def _looked(self, found: tuple[int, set[str]]) -> None:
        alarms, waiting = found
        self._status.set_alarms(alarms)
        fresh = waiting - self._tried
        if fresh and self._task is None and self._desk.user.may(Action.HAND_OFF):
            self._tried |= waiting
            desk = self._desk.services.safety.transmission
            self._task = self._desk.tasks.slow(
                words("Sending hand-offs"), desk.send_waiting, failed=self._noted
            )

    def _again(self) -> None:
        self._tried.clear()
        self.look()

    def _online(self, online: object) -> None:
        if online:
            self._again()

    def _noted(self, error: WorldError) -> None:
        self._desk.tell(error)

    def _ended(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self._desk.changed()
