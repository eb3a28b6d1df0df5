"""Measures how long the window did not listen: the longest stall of the event loop."""

import time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 5


class Watchdog(QObject):
    """A heartbeat on the window's thread; a late beat is a stall.

    Attributes:
        longest: ms, the longest stall since the start or the last `reset`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.longest = 0.0
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begins to watch."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> float:
        """Stops watching and returns the longest stall in ms."""
        self._timer.stop()
        return self.longest

    def reset(self) -> None:
        """Forgets the stalls so far."""
        self.longest = 0.0
        self._last = time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - BEAT_MS)
        self._last = now
