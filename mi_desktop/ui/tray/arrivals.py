"""Getting mail in and having it read, in the background."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.progress import Progress
from mi_desktop.basics.words import Words, words
from mi_desktop.intake import Arrival, Channel, Taken
from mi_desktop.ocr import PageText
from mi_desktop.ui.desk import Desk, Message
from mi_desktop.ui.tasks import Task
from mi_desktop.ui.words import say

MOST_NAMED = 6  # refused files named in one message


class Arrivals(QObject):
    """Files, folders and scans on their way in; at most one reading at a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asking = False
        self._reading: Task | None = None
        self._more = False
        self._taking: list[Task] = []
        desk.tasks.ended.connect(self._ended)

    def take(self, paths: Sequence[Path]) -> None:
        """Takes files and folders in; each shows in the tray as it comes."""
        intake, user = self._desk.services.intake, self._desk.user
        self._start(
            words("Taking mail in"),
            lambda progress: intake.take(user, paths, Arrival(), progress),
        )

    def scan(self, scanner: tuple[str, str], channel: Channel) -> None:
        """Scans what lies in a device: its name and the paper's place."""
        intake, user = self._desk.services.intake, self._desk.user
        self._start(
            words("Scanning"),
            lambda progress: intake.scan(user, scanner, Arrival(channel=channel), progress),
        )

    def read(self) -> None:
        """Has everything read that is not; one that runs already goes on, then looks again."""
        if self._reading is not None or self._asking:
            self._more = True
            return
        self._asking = True
        services = self._desk.services
        self._desk.tasks.records(services.ocr.unread_pieces, self._begin, self._not_asked)

    def _begin(self, piece_ids: list[str]) -> None:
        self._asking = self._more = False
        if not piece_ids:
            return
        ocr, user = self._desk.services.ocr, self._desk.user
        self._reading = self._desk.tasks.slow(
            words("Reading pages"),
            lambda progress: ocr.read(user, piece_ids, progress),
            each=self._page_read,
        )

    def _ended(self, task: Task) -> None:
        """Done, failed or cancelled: what was finished is kept, and what is unread is read."""
        if task in self._taking:
            self._taking.remove(task)
            self._desk.changed()
            self.read()
        if task is self._reading:
            self._reading = None
            self._desk.changed()
            if self._more and not task.cancelled:
                self.read()

    def _not_asked(self, error: WorldError) -> None:
        self._asking = False
        self._desk.tell(error)

    def _start(self, title: Words, call: Callable[[Progress], Iterable[Taken]]) -> None:
        task = self._desk.tasks.slow(title, call, self._all_taken, each=self._one_taken)
        self._taking.append(task)

    def _one_taken(self, taken: Taken) -> None:
        if taken.piece is not None:
            self._desk.changed()

    def _all_taken(self, every: list[Taken]) -> None:
        refused = [t for t in every if t.refusal is not None]
        count = len(every) - len(refused)
        one = words("1 piece taken in")
        self._desk.tell(one if count == 1 else words("{count} pieces taken in", count=count))
        if refused:
            self._desk.telephone.said.emit(_refusals(refused))

    def _page_read(self, text: PageText) -> None:
        self._desk.telephone.page_read.emit(text)


def _refusals(refused: Sequence[Taken]) -> Message:
    lines = [f"{t.path.name}: {say(t.refusal.words)}" for t in refused if t.refusal is not None]
    if len(lines) > MOST_NAMED:
        lines = [*lines[:MOST_NAMED], "…"]
    first = refused[0].refusal
    advice = first.advice if first is not None and len(refused) == 1 else None
    return Message(
        words("Not taken in, kept aside: {files}", files="\n".join(lines)), advice, grave=True
    )
