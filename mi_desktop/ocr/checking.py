"""The desk where a person checks what was read: accept, type over, write down."""

from collections.abc import Callable, Sequence

from sqlalchemy.orm import Session

from mi_desktop.basics.ids import new_id
from mi_desktop.intake import IntakeService, PageRef
from mi_desktop.ocr import store
from mi_desktop.ocr.checks import Check, CheckedPage, Transcript, doubts, typed
from mi_desktop.ocr.errors import NothingToCheck, NothingWritten
from mi_desktop.ocr.finding import enter
from mi_desktop.ocr.model import Box, PageText
from mi_desktop.people import Action, User
from mi_desktop.storage import Office

LONGEST = 20_000


class CheckingDesk:
    """Corrections and transcriptions; the machine's own reading is always kept."""

    def __init__(
        self, office: Office, intake: IntakeService, products: Callable[[], Sequence[str]]
    ) -> None:
        """Takes the names of the products from a call, as the catalogue may change."""
        self._office, self._intake, self._products = office, intake, products

    def page(self, ref: PageRef) -> CheckedPage:
        """A page with what was made of it, and what wants a look.

        Raises:
            NothingToCheck: the page was not read.
        """
        with self._office.database.read() as session:
            return self._page(session, ref)

    def left(self, piece_id: str) -> int:
        """How many words of a piece want a look still.

        Raises:
            RecordMissing: no such piece.
        """
        piece, products = self._intake.piece(piece_id), self._products()
        with self._office.database.read() as session:
            read = store.texts(session, [part.id for part in piece.parts])
            return sum(
                1
                for page in read.values()
                for _ in doubts(page, store.checks(session, _ref(page)), products)
            )

    def settle(self, user: User, ref: PageRef, place: int, text: str) -> CheckedPage:
        """Says what stands at a word: what was read, something else, or (empty) no word at all.

        It goes into the record, the search index and every searchable copy made from now on.

        Args:
            user: who looked.
            ref: the page.
            place: of the word among the page's words as the machine read them, from 0.
            text: what stands there.

        Raises:
            NotPermitted: the user's roles do not allow it.
            NothingToCheck: the page was not read, or has no such word.
            NothingWritten: more than 20,000 characters.
            NoSuchSign: it holds something that is no text.
        """
        user.must(Action.CHECK_READING)
        if len(text) > LONGEST:
            raise NothingWritten(most=LONGEST)
        said = " ".join(typed(text).split())
        with self._office.database.write(user.id, "ocr.settle_word") as session:
            read = self._page(session, ref).read
            if not 0 <= place < len(read.words):
                raise NothingToCheck
            now = self._office.database.clock()
            check = Check(place, read.words[place].text, said, user.id, now)
            store.keep_check(session, ref, check)
            return self._changed(session, ref)

    def unsettle(self, user: User, ref: PageRef, place: int) -> CheckedPage:
        """Takes back what was said of a word: the machine's reading counts again.

        Raises:
            NotPermitted: the user's roles do not allow it.
            NothingToCheck: the page was not read.
        """
        user.must(Action.CHECK_READING)
        with self._office.database.write(user.id, "ocr.unsettle_word") as session:
            store.drop_check(session, ref, place)
            return self._changed(session, ref)

    def transcribe(
        self, user: User, ref: PageRef, text: str, box: Box | None = None
    ) -> CheckedPage:
        """Writes down what a person reads where the machine could not.

        Args:
            user: who reads.
            ref: the page.
            text: as it stands there, line by line.
            box: where, original px; None for the whole page.

        Raises:
            NotPermitted: the user's roles do not allow it.
            NothingWritten: there is no text, or more than 20,000 characters.
            NoSuchSign: it holds something that is no text.
            NothingToCheck: the page was not read.
        """
        user.must(Action.CHECK_READING)
        if len(text) > LONGEST or not (written := typed(text)):
            raise NothingWritten(most=LONGEST)
        with self._office.database.write(user.id, "ocr.transcribe") as session:
            now = self._office.database.clock()
            script = Transcript(new_id(), ref, written, user.id, now, box)
            store.keep_transcript(session, script)
            return self._changed(session, ref)

    def forget(self, user: User, transcript_id: str) -> CheckedPage:
        """Takes a transcription back.

        Raises:
            NotPermitted: the user's roles do not allow it.
            RecordMissing: there is none of this id.
        """
        user.must(Action.CHECK_READING)
        with self._office.database.write(user.id, "ocr.forget_transcript") as session:
            return self._changed(session, store.drop_transcript(session, transcript_id).ref)

    def _page(self, session: Session, ref: PageRef) -> CheckedPage:
        read = store.text(session, ref)
        if read is None:
            raise NothingToCheck
        checks = store.checks(session, ref)
        open_words = tuple(doubts(read, checks, self._products()))
        return CheckedPage(read, checks, store.transcripts(session, ref), open_words)

    def _changed(self, session: Session, ref: PageRef) -> CheckedPage:
        enter(session, self._office, self._intake.piece_of(session, ref.part_id))
        return self._page(session, ref)


def _ref(page: PageText) -> PageRef:
    return PageRef(page.part_id, page.number)
