"""What colleagues change at other desks: the window looks again, and says when the line is lost."""

from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from mi_desktop.basics.words import words
from mi_desktop.ui.desk import Desk


class Colleagues(QObject):
    """Brings the office's news to the window's thread; lives as long as its parent.

    Attributes:
        heard: kinds of records that somebody else changed, none where it may be any.
        line: whether there is a line to the records.
    """

    heard = Signal(object)
    line = Signal(bool)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.heard.connect(lambda _: desk.changed())
        self.line.connect(self._say)
        watch = desk.services.office.database.watch(self._changed, self._lost_or_back)
        parent.destroyed.connect(watch.end)

    def _changed(self, kinds: frozenset[str]) -> None:
        """On the watching thread; the window may be gone already."""
        with suppress(RuntimeError):
            self.heard.emit(kinds)

    def _lost_or_back(self, there: bool) -> None:
        with suppress(RuntimeError):
            self.line.emit(there)

    def _say(self, there: bool) -> None:
        self._desk.tell(
            words("The line to the office's server is back")
            if there
            else words("The line to the office's server is lost; trying again")
        )
