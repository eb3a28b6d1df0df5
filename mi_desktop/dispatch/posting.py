"""Print batches at the table: looked at, ticked off, posted.

The ticks are the proof: a letter has gone out when its batch is posted, and a batch is posted
when somebody has ticked off each letter that lies in its envelope.
"""

from contextlib import suppress

from mi_desktop.archival import marked
from mi_desktop.dispatch import manifest, store
from mi_desktop.dispatch.desk import Desk
from mi_desktop.dispatch.errors import NotTicked, WrongBatchState
from mi_desktop.dispatch.model import Batch, BatchState
from mi_desktop.letters import LetterMissing
from mi_desktop.people import Action, Signature, User


class Batches(Desk):
    """The office's print batches."""

    def batches(self) -> list[Batch]:
        """Every batch, the newest first."""
        with self._office.database.read() as session:
            return store.batches(session)

    def batch(self, batch_id: str) -> Batch:
        """One batch.

        Raises:
            BatchMissing: no such id.
        """
        with self._office.database.read() as session:
            return store.to_batch(store.batch_row(session, batch_id))

    def manifest_pdf(self, batch_id: str) -> bytes:
        """The batch's manifest as it stands now, in the office's language."""
        return self._manifest(self.batch(batch_id))

    def manifest_csv(self, batch_id: str) -> str:
        """The manifest with full hashes."""
        batch = self.batch(batch_id)
        return manifest.as_csv(batch, self._approvals(batch))

    def tick(self, user: User, batch_id: str, letter_id: str, done: bool = True) -> Batch:
        """Ticks a letter off: it lies in its envelope. Or takes the tick back.

        Raises:
            WrongBatchState: the batch is not printed, or is posted.
            BatchMissing: the letter does not go with this batch.
        """
        user.must(Action.DISPATCH)
        with self._office.database.write(user.id, "dispatch.tick") as session:
            row = store.batch_row(session, batch_id)
            must_be_printed(store.to_batch(row))
            store.item_row(row, letter_id).done = done
            return store.to_batch(row)

    def take_out(self, user: User, batch_id: str, letter_id: str, reason: str) -> Batch:
        """Takes a letter out of a batch before posting; it waits to be sent again.

        Raises:
            WrongBatchState: the batch is posted.
            BatchMissing: the letter does not go with this batch.
        """
        user.must(Action.DISPATCH)
        with self._office.database.write(user.id, "dispatch.take_out", reason) as session:
            row = store.batch_row(session, batch_id)
            if row.state == BatchState.POSTED.value:
                raise wrong_state(store.to_batch(row))
            item = store.item_row(row, letter_id)
            item.taken_out, item.done = True, False
            return store.to_batch(row)

    def posted(self, user: User, batch_id: str) -> Batch:
        """The batch was handed to the post: every letter in it has gone out.

        Raises:
            WrongBatchState: not printed, or posted already.
            NotTicked: a letter is not ticked off.
            NotSigned, SignedAnew, StoppedStandard: a letter changed since it was printed.
            SafetyReopened: an inquiry's safety checklist is open again.
        """
        user.must(Action.DISPATCH)
        for item in self.batch(batch_id).going:
            self._fetch_printed(item)
        with self._office.database.write(user.id, "dispatch.posted") as session:
            row = store.batch_row(session, batch_id)
            batch = store.to_batch(row)
            must_be_printed(batch)
            if missing := sum(not item.done for item in batch.going):
                raise NotTicked(count=missing, number=batch.number)
            for item in batch.going:
                self._rooms.letters.mark_dispatched(session, item.letter_id)
            row.state, row.posted_at = BatchState.POSTED.value, self._office.database.clock()
            return store.to_batch(row)

    def _manifest(self, batch: Batch) -> bytes:
        place = (self._settings.languages[0], self._settings.zone)
        drawn = manifest.as_pdf(batch, *place, self._approvals(batch))
        return marked(drawn) if self._settings.demonstration else drawn

    def _approvals(self, batch: Batch) -> dict[str, Signature]:
        """Who approved each letter of the batch, as it stands with these very bytes (P11-14)."""
        found = {}
        for item in batch.items:
            with suppress(LetterMissing):
                letter = self._rooms.letters.signed(item.letter_id)
                if letter.sha256 == item.sha256:
                    found[item.letter_id] = letter.approval
        return found


def must_be_printed(batch: Batch) -> None:
    """Passes while a batch is printed and not posted.

    Raises:
        WrongBatchState: earlier or later.
    """
    if batch.state is not BatchState.PRINTED:
        raise wrong_state(batch)


def wrong_state(batch: Batch) -> WrongBatchState:
    """The error that names the batch and its state."""
    return WrongBatchState(number=batch.number, state=batch.state.value)
