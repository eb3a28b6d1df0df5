"""Sending letters: what waits, print batches, the e-mail queue."""

from mi_desktop.dispatch import store
from mi_desktop.dispatch.mailing import EmailQueue
from mi_desktop.dispatch.model import EmailState
from mi_desktop.dispatch.printing import Printing
from mi_desktop.letters import LetterState, SignedLetter


class DispatchService(Printing, EmailQueue):
    """The office's way out: all verbs of print batches and of the e-mail queue."""

    def ready(self) -> list[SignedLetter]:
        """Signed letters that wait to be printed, in no batch yet, by reference.

        Those for the post, and those whose e-mail the server refused.
        """
        signed = {d.id: d for d in self._rooms.letters.letters(state=LetterState.SIGNED)}
        with self._office.database.read() as session:
            held = store.batches_holding(session, signed)
            mails = store.emails_of(session, signed)
        waiting = [
            self._rooms.letters.signed(letter_id)
            for letter_id, draft in signed.items()
            if letter_id not in held
            and (
                mails[letter_id].state is EmailState.REFUSED
                if letter_id in mails
                else draft.delivery == "post"
            )
        ]
        return sorted(waiting, key=lambda letter: letter.reference)

    def recover(self) -> None:
        """Says plainly what a program that ended in the middle left behind; once at the start.

        E-mails that were being sent wait again; batches that were being handed to the printer
        say that nobody knows. Nothing is touched that another open window is doing.
        """
        self._recover_emails()
        self._recover_batches()
