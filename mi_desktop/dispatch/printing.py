"""Print batches: made, printed, followed, printed again.

A batch is recorded before its letters are handed to the printer and again after that, so that a
program that ends in between leaves a record which says what nobody knows.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from mi_desktop.basics.ids import new_id
from mi_desktop.basics.progress import Progress, Quiet
from mi_desktop.basics.words import Words, words
from mi_desktop.dispatch import store
from mi_desktop.dispatch.channels import PrinterChannel
from mi_desktop.dispatch.desk import Outgoing
from mi_desktop.dispatch.errors import PRINTER_TROUBLE, BatchMissing, NothingChosen
from mi_desktop.dispatch.message import file_name
from mi_desktop.dispatch.model import PDF_FILES, Batch, BatchState, Document, JobState, Printer
from mi_desktop.dispatch.postal import in_postal_order
from mi_desktop.dispatch.posting import Batches, must_be_printed, wrong_state
from mi_desktop.people import SYSTEM, Action, User
from mi_desktop.storage import next_number
from mi_desktop.storage.turn import turn

_UNKNOWN = words(
    "The program ended while the letters were handed to the printer; it is not known whether "
    "they were printed. Look at the printer, then say so or print again."
)


class Printing(Batches):
    """Putting batches on paper."""

    def printers(self) -> list[Printer]:
        """The print queues and their state, and PDF files."""
        ways = (self._channels.printers, self._channels.files)
        return [printer for way in ways for printer in way.printers()]

    def print_batch(
        self,
        user: User,
        letter_ids: Sequence[str],
        printer: str | None = None,
        progress: Progress | None = None,
    ) -> Batch:
        """Prints signed letters in postal order, with their manifest on top.

        Args:
            user: who prints.
            letter_ids: of signed letters.
            printer: a queue, `pdf` for files, None for the office's own.
            progress: of checking the letters; cancel before anything is recorded.

        Returns:
            The batch: printed, still printing (it waits at the printer) or failed, with words.

        Raises:
            NothingChosen: no letter.
            NotSigned: a letter is not signed, or has gone out.
            OnItsWay: a letter is in a batch or in the e-mail queue.
            BytesChanged: a kept file is not the one that was signed (SIG-3).
            StoppedStandard: a standard response in a letter was withdrawn (SRD-3).
            SafetyReopened: an inquiry's safety checklist is open again.
        """
        user.must(Action.DISPATCH)
        chosen = list(dict.fromkeys(letter_ids))
        outgoing = _fetched([partial(self._fetch, i) for i in chosen], progress)
        name = printer or self._settings.printer or PDF_FILES
        with turn(self._print_turn):
            with self._office.database.write(user.id, "dispatch.print_batch") as session:
                self._must_be_free(session, [o.letter for o in outgoing.values()])
                batch = self._new_batch(session, user, name, outgoing)
            return self._print(user, batch, outgoing)

    def print_again(
        self,
        user: User,
        batch_id: str,
        printer: str | None = None,
        progress: Progress | None = None,
    ) -> Batch:
        """Prints a batch that failed, waits at its printer, or of which nothing is known.

        Args:
            user: who prints.
            batch_id: of the batch; what still waits at the old printer is taken away first.
            printer: another queue, `pdf` for files, None for the same.
            progress: of checking the letters.

        Raises:
            WrongBatchState: it is printed already (a single letter: `reprint`).
            PrintFailed: the old printer does not let go of the jobs.
            SignedAnew: a letter is another one by now; take it out first.
        """
        user.must(Action.DISPATCH)
        old = self.batch(batch_id)
        _must_need_help(old)
        outgoing = _fetched([partial(self._fetch_printed, i) for i in old.going], progress)
        if old.job:
            self._way(old.printer).cancel(old.job)
        with turn(self._print_turn):
            with self._office.database.write(user.id, "dispatch.print_again") as session:
                row = store.batch_row(session, batch_id)
                _must_need_help(store.to_batch(row))
                row.printer = printer or row.printer
                row.state, row.job, row.problem = BatchState.PRINTING.value, "", None
                batch = store.to_batch(row)
            return self._print(user, batch, outgoing)

    def follow(self) -> list[Batch]:
        """Asks the printers about the batches that wait there; returns those with news."""
        moved = []
        for batch in self.batches():
            if batch.state is BatchState.PRINTING and batch.job:
                way = self._way(batch.printer)
                state = _told(partial(way.state, batch.printer, batch.job))
                if state is not JobState.WAITING or batch.why is None:
                    moved.append(self._arrived(SYSTEM, batch, state))
        return moved

    def came_out(self, user: User, batch_id: str) -> Batch:
        """Somebody looked at the printer: the whole batch is there.

        Raises:
            WrongBatchState: nobody was in doubt.
        """
        user.must(Action.DISPATCH)
        with self._office.database.write(user.id, "dispatch.came_out") as session:
            row = store.batch_row(session, batch_id)
            _must_need_help(store.to_batch(row))
            _printed(row)
            return store.to_batch(row)

    def reprint(
        self, user: User, batch_id: str, letter_id: str, printer: str | None = None
    ) -> Batch:
        """Prints one damaged letter of a printed batch once more; it is counted.

        Raises:
            WrongBatchState: the batch is not printed, or is posted.
            BatchMissing: the letter does not go with this batch.
            WorldError: the printer's trouble (DIS-010 to DIS-014); nothing is counted.
        """
        user.must(Action.DISPATCH)
        batch = self.batch(batch_id)
        must_be_printed(batch)
        item = next((i for i in batch.going if i.letter_id == letter_id), None)
        if item is None:
            raise BatchMissing
        outgoing = {letter_id: self._fetch_printed(item)}
        name = printer or batch.printer
        self._way(name).send(name, batch.number, _letters(batch, outgoing))
        with self._office.database.write(user.id, "dispatch.reprint", "damaged") as session:
            row = store.batch_row(session, batch_id)
            again = store.item_row(row, letter_id)
            again.prints, again.done = again.prints + 1, False
            return store.to_batch(row)

    def _recover_batches(self) -> None:
        with turn(self._print_turn) as mine:
            if not mine:
                return
            with self._office.database.write(SYSTEM, "dispatch.recover") as session:
                for row in store.unknown_batches(session):
                    row.problem = store.told(_UNKNOWN)

    @property
    def _print_turn(self) -> Path:
        return self._office.folder / "printing.turn"

    def _way(self, printer: str) -> PrinterChannel:
        return self._channels.files if printer == PDF_FILES else self._channels.printers

    def _new_batch(
        self, session: Session, user: User, printer: str, outgoing: dict[str, Outgoing]
    ) -> Batch:
        now = self._office.database.clock()
        name = f"B-{now.astimezone(ZoneInfo(self._settings.zone)).year}"
        batch = Batch(
            id=new_id(),
            number=f"{name}-{next_number(session, name):05d}",
            made_at=now,
            printer=printer,
            state=BatchState.PRINTING,
            job="",
            problem="",
            items=in_postal_order([(o.letter, self.town(o.letter)) for o in outgoing.values()]),
            made_by=user.full_name,
        )
        store.add_batch(session, batch)
        return batch

    def _print(self, user: User, batch: Batch, outgoing: dict[str, Outgoing]) -> Batch:
        """The slow part, between the transactions that record its beginning and its end."""
        way = self._way(batch.printer)
        counted = replace(batch, items=tuple(replace(i, prints=i.prints + 1) for i in batch.items))
        top = Document("000-manifest", self._manifest(counted))
        try:
            job = way.send(batch.printer, batch.number, [top, *_letters(batch, outgoing)])
        except PRINTER_TROUBLE as e:
            return self._troubled(user.id, batch, BatchState.FAILED, e.words)
        with self._office.database.write(user.id, "dispatch.handed_over") as session:
            store.batch_row(session, batch.id).job = job
        state = _told(partial(way.settle, batch.printer, job))
        return self._arrived(user.id, replace(batch, job=job), state)

    def _arrived(self, by: str, batch: Batch, state: JobState) -> Batch:
        if state is JobState.LOST:
            why = words(
                "The printer {printer} vanished with the letters; look for what it printed.",
                printer=batch.printer,
            )
            return self._troubled(by, batch, BatchState.FAILED, why)
        if state is JobState.WAITING:
            why = words("The letters wait at the printer {printer}.", printer=batch.printer)
            return self._troubled(by, batch, BatchState.PRINTING, why)
        with self._office.database.write(by, "dispatch.printed") as session:
            row = store.batch_row(session, batch.id)
            if row.state == BatchState.PRINTING.value:
                _printed(row)
            return store.to_batch(row)

    def _troubled(self, by: str, batch: Batch, state: BatchState, why: Words) -> Batch:
        with self._office.database.write(by, "dispatch.trouble") as session:
            row = store.batch_row(session, batch.id)
            row.state, row.problem = state.value, store.told(why)
            return store.to_batch(row)


def _told(ask: Callable[[], JobState]) -> JobState:
    """What the print system says; while it says nothing, the jobs wait."""
    try:
        return ask()
    except PRINTER_TROUBLE:
        return JobState.WAITING


def _fetched(
    fetches: Sequence[Callable[[], Outgoing]], progress: Progress | None
) -> dict[str, Outgoing]:
    if not fetches:
        raise NothingChosen
    progress, found = progress or Quiet(), {}
    for n, fetch in enumerate(fetches):
        progress.step(n, len(fetches), words("Comparing the letters with what was signed"))
        outgoing = fetch()
        found[outgoing.letter.letter_id] = outgoing
    return found


def _letters(batch: Batch, outgoing: dict[str, Outgoing]) -> list[Document]:
    return [
        Document(f"{i.position:03d}-{file_name(i.reference)}", outgoing[i.letter_id].pdf)
        for i in batch.going
        if i.letter_id in outgoing
    ]


def _printed(row: store.BatchRow) -> None:
    row.state, row.problem = BatchState.PRINTED.value, None
    for item in row.items:
        if not item.taken_out:
            item.prints += 1


def _must_need_help(batch: Batch) -> None:
    stuck = batch.state is BatchState.PRINTING and batch.why is not None
    if not stuck and batch.state is not BatchState.FAILED:
        raise wrong_state(batch)
