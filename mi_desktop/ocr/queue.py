"""The order in which pages are read, and how long the rest will take."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from mi_desktop.basics.words import Words, words
from mi_desktop.intake import MailPiece, Page, PageRef
from mi_desktop.ocr.model import PageText
from mi_desktop.people import User

LOOK_AHEAD = 12
# The pace of the last pages tells the rest, of more of them where much is left; fewer than so many
# tell nothing.
RECENT, MOST, LEAST = 30, 300, 4
_MINUTE = 60


@dataclass(frozen=True)
class OpenPage:
    """A page that is to be read, and who asked for it."""

    user: User
    piece: MailPiece
    page: Page


class Pace:
    """How long the rest takes, at the pace of the pages read last."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._ends: deque[float] = deque([clock()], maxlen=MOST + 1)

    def one_done(self) -> None:
        """A page came out."""
        self._ends.append(self._clock())

    def seconds(self, left: int) -> float | None:
        """Seconds for so many pages more; None while too few came out to tell.

        A page that takes long counts from now on, not only when it is out.
        """
        pages = min(len(self._ends) - 1, max(RECENT, left // 2))
        if pages < LEAST:
            return None
        waited = self._clock() - self._ends[-1]
        took = self._ends[-1] - self._ends[-1 - pages]
        each = max(took / pages, (took + waited) / (pages + 1))
        return left * each

    def words(self, left: int) -> Words:
        """What the progress says."""
        seconds = self.seconds(left)
        if seconds is None:
            return words("Reading pages")
        if seconds < _MINUTE:
            return words("Reading pages, less than a minute left")
        return words("Reading pages, about {minutes} min left", minutes=round(seconds / _MINUTE))


@dataclass
class Queue:
    """One run of reading: what waits, what is being read, and in which language parts are.

    Attributes:
        wanted: says which page somebody looks at now; None for none.
    """

    waiting: list[OpenPage]
    wanted: Callable[[], PageRef | None] = lambda: None
    reading: "dict[Future[PageText], OpenPage]" = field(default_factory=dict)
    heard: dict[str, str] = field(default_factory=dict)

    def next(self) -> OpenPage:
        """The next page: what is looked at, then its piece, then a part that is not being read.

        A part's language is known when its first page is, and is a hint for the others.
        """
        place = self._looked_at(self.wanted())
        if place is None:
            ahead: Sequence[OpenPage] = self.waiting[:LOOK_AHEAD]
            busy = {open_page.page.ref.part_id for open_page in self.reading.values()}
            place = self._place(ahead, lambda o: o.page.ref.part_id not in busy)
        return self.waiting.pop(place or 0)

    def _looked_at(self, ref: PageRef | None) -> int | None:
        if ref is None:
            return None
        there = self._place(self.waiting, lambda o: o.page.ref == ref)
        if there is not None:
            return there
        return self._place(self.waiting, lambda o: any(p.ref == ref for p in o.piece.pages))

    @staticmethod
    def _place(pages: Sequence[OpenPage], fits: Callable[[OpenPage], bool]) -> int | None:
        return next((n for n, page in enumerate(pages) if fits(page)), None)
