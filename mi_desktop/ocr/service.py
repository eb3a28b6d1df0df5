"""We read it: pages of mail into words, in the background, page by page."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.progress import Progress, Quiet
from mi_desktop.intake import IntakeService, MailPiece, Page, PageRef
from mi_desktop.ocr import store
from mi_desktop.ocr.checking import CheckingDesk
from mi_desktop.ocr.engines import Engine, Nearest, Second, SecondEngine, knowing
from mi_desktop.ocr.errors import NoReason
from mi_desktop.ocr.executor import Executor, Local
from mi_desktop.ocr.finding import enter, texts_of
from mi_desktop.ocr.language import NAMES
from mi_desktop.ocr.model import Counts, PageText, Problem
from mi_desktop.ocr.page import PageJob
from mi_desktop.ocr.queue import OpenPage, Pace, Queue
from mi_desktop.ocr.redaction import RedactionDesk
from mi_desktop.people import Action, User
from mi_desktop.sandbox import Sandbox
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office

_INDEX_STEPS = 25
# Mail can be filed before it was read, and the program be ended before it is.
_NEWEST_FILED = 200
# Of a long piece the last pages are entered into the index one by one.
_LAST_PAGES = 2 * (os.cpu_count() or 1) + 1


@dataclass(frozen=True)
class Means:
    """What reading stands on.

    Attributes:
        engine: what reads pictures.
        second: what reads again where that is in doubt; None: nobody does.
        products: gives the names of the office's products, which always want a person's look.
        executor: who reads; None: processes of this machine.
    """

    engine: Engine = field(default_factory=Nearest)
    second: SecondEngine | None = field(default_factory=Second)
    products: Callable[[], Sequence[str]] = tuple
    executor: Executor | None = None


class OcrService:
    """Reads the office's mail and keeps what was read.

    Attributes:
        checking: the desk where a person checks it.
        redaction: the desk where parts of it are hidden in a copy.
    """

    def __init__(
        self,
        office: Office,
        intake: IntakeService,
        sandbox: Sandbox,
        settings: OfficeSettings,
        means: Means | None = None,
    ) -> None:
        self._office, self._intake = office, intake
        means = means or Means()
        self._executor = means.executor or Local(sandbox)
        self._looked_at: PageRef | None = None
        self.checking = CheckingDesk(office, intake, means.products)
        self._own = tuple(NAMES[code] for code in settings.languages if code in NAMES)
        self._means = means
        self.redaction = RedactionDesk(office, intake, sandbox, (means.engine, means.second))

    def read(
        self, user: User, piece_ids: Sequence[str], progress: Progress | None = None
    ) -> Iterator[PageText]:
        """Reads the pages of these pieces that were not read, as many at once as cores.

        Each page is kept, in a transaction of its own, before it is handed out. A page that
        cannot be read is noted (see `problems`) and the others go on. Blank pages are passed
        over; a page that a person turned since is read again.

        Args:
            user: who asks.
            piece_ids: in the order in which they are wanted.
            progress: told before each page; a cancel keeps what was read.

        Raises:
            NotPermitted: the user's roles do not allow it.
            CannotWrite: the office's disk is full; what was read before stays.
        """
        user.must(Action.READ_MAIL)
        return self._read(user, piece_ids, progress or Quiet())

    def looking_at(self, ref: PageRef) -> None:
        """Somebody looks at this page: it is read next, and then the others of its piece."""
        self._looked_at = ref

    def close(self) -> None:
        """Lets go of whoever reads."""
        self._executor.close()

    def text(self, ref: PageRef) -> PageText | None:
        """What stands on a page, with what people made of it; None where it was not read."""
        with self._office.database.read() as session:
            read = store.text(session, ref)
            return None if read is None else store.checked(session, read)

    def unmask(self, user: User, ref: PageRef, why: str) -> None:
        """Notes who looks at the identity numbers of a page, and why (GD-07).

        Raises:
            NotPermitted: the user's roles do not allow it.
            NoReason: nothing says why.
        """
        user.must(Action.UNMASK)
        if not why.strip():
            raise NoReason
        with self._office.database.write(user.id, "ocr.unmask", why.strip()) as session:
            self._office.database.note(session, "page_text", f"{ref.part_id}/{ref.number}")

    def texts(self, piece_id: str) -> list[PageText]:
        """What stands on a piece's pages, with what people made of it, in their order.

        Raises:
            RecordMissing: no such piece.
        """
        piece = self._intake.piece(piece_id)
        with self._office.database.read() as session:
            return texts_of(session, piece)

    def redacted(self, piece_id: str) -> bytes | None:
        """The newest copy of a piece with parts hidden, PDF/A-1b; None where nobody made one."""
        return self.redaction.newest(piece_id)

    def unread(self) -> list[PageRef]:
        """Pages that nobody tried to read yet, oldest mail first.

        Of the tray, and of the newest mail that was filed before all of it was read.
        """
        return [page.ref for _, page in self._untried()]

    def unread_pieces(self) -> list[str]:
        """Ids of the pieces that `unread` pages belong to."""
        return list(dict.fromkeys(piece.id for piece, _ in self._untried()))

    def _untried(self) -> list[tuple[MailPiece, Page]]:
        failed = self._failed()
        waiting = [*self._intake.tray(), *self._intake.newest_filed(_NEWEST_FILED)]
        return [(piece, page) for piece, page in self._wanting(waiting) if page.ref not in failed]

    def problems(self, piece_id: str) -> list[Problem]:
        """Pages of a piece that could not be read, and why.

        Raises:
            RecordMissing: no such piece.
        """
        failed = self._failed()
        return [failed[p.ref] for p in self._intake.piece(piece_id).pages if p.ref in failed]

    def counts(self) -> Counts:
        """How far reading is, over all mail."""
        pages = [p for piece in self._intake.pieces() for p in piece.pages if not p.blank]
        with self._office.database.read() as session:
            read, failed = store.read_pages(session), store.problems(session)
        done = sum(page.ref in read for page in pages)
        bad = sum(page.ref in failed for page in pages)
        return Counts(done, len(pages) - done - bad, bad)

    def languages(self) -> tuple[str, ...]:
        """Languages that can be read here, as Tesseract names them.

        Raises:
            EngineMissing: Tesseract is not installed.
        """
        return self._means.engine.languages()

    def _read(self, user: User, piece_ids: Sequence[str], progress: Progress) -> Iterator[PageText]:
        wanting = self._wanting(self._intake.pieces(piece_ids))
        asked = [OpenPage(user, piece, page) for piece, page in wanting]
        run = Queue(asked, lambda: self._looked_at)
        pace, done, ahead = Pace(), 0, self._executor.ahead
        try:
            while True:
                progress.step(done, len(wanting), pace.words(len(wanting) - done))
                while run.waiting and len(run.reading) < ahead:
                    self._begin(run.next(), run)
                if not run.reading:
                    return
                for future in wait(run.reading, return_when=FIRST_COMPLETED).done:
                    done += 1
                    pace.one_done()
                    read = self._keep(run.reading.pop(future), future)
                    if read is not None:
                        run.heard[read.part_id] = read.language
                        yield read
        finally:
            self._end(run)

    def _end(self, run: Queue) -> None:
        """What nobody has begun is given up; pages at work are finished and kept."""
        for future in run.reading:
            if not future.running():
                future.cancel()
        for future in wait(run.reading).done:
            self._keep(run.reading[future], future)

    def _begin(self, open_page: OpenPage, run: Queue) -> None:
        page = open_page.page
        try:
            source = self._intake.page_bytes(page.ref)
        except WorldError as e:
            self._note(open_page, e)
            return
        names = tuple(self._means.products())
        job = PageJob(
            part_id=page.ref.part_id,
            number=page.ref.number,
            data=source.data,
            media_type=source.media_type,
            index=source.index,
            size=(page.width, page.height),
            turned=page.rotation,
            hint=run.heard.get(page.ref.part_id, ""),
            own=self._own,
            names=names,
            codes=page.codes,
            engine=knowing(self._means.engine, names),
            second=self._means.second,
        )
        run.reading[self._executor.submit(job)] = open_page

    def _keep(self, done: OpenPage, future: "Future[PageText]") -> PageText | None:
        if future.cancelled():
            return None
        try:
            read = future.result()
        except WorldError as e:
            self._note(done, e)
            return None
        with self._office.database.write(done.user.id, "ocr.read") as session:
            store.keep(session, read, done.page.rotation)
            self._index(session, done)
        return read

    def _index(self, session: Session, done: OpenPage) -> None:
        """Enters the piece into the search index; a long one not after each of its pages."""
        pages = done.piece.pages
        place = pages.index(done.page) + 1
        if place % (1 + len(pages) // _INDEX_STEPS) and place < len(pages) - _LAST_PAGES:
            return
        enter(session, self._office, done.piece)

    def _note(self, failed: OpenPage, error: WorldError) -> None:
        problem = Problem(failed.page.ref, error.code, error.words)
        with self._office.database.write(failed.user.id, "ocr.problem") as session:
            store.note_problem(session, problem)

    def _wanting(self, pieces: list[MailPiece]) -> list[tuple[MailPiece, Page]]:
        """The pages that were not read, or not as they stand now."""
        with self._office.database.read() as session:
            read = store.read_pages(session)
        return [
            (piece, page)
            for piece in pieces
            for page in piece.pages
            if not page.blank and read.get(page.ref) != page.rotation
        ]

    def _failed(self) -> dict[PageRef, Problem]:
        with self._office.database.read() as session:
            return store.problems(session)
