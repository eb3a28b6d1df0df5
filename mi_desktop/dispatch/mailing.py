"""The e-mail queue: it survives being offline, and a program that ends in the middle."""

from pathlib import Path

from sqlalchemy.orm import Session

from mi_desktop.basics.errors import NotAllowedHere, WorldError
from mi_desktop.basics.ids import new_id
from mi_desktop.basics.progress import Progress, Quiet
from mi_desktop.basics.words import Words, words
from mi_desktop.dispatch import message, store
from mi_desktop.dispatch.desk import Desk
from mi_desktop.dispatch.errors import (
    MAIL_WAITS,
    SERVER_TROUBLE,
    MailNotSetUp,
    NotRefused,
    OnItsWay,
    SafetyReopened,
)
from mi_desktop.dispatch.model import Email, EmailState
from mi_desktop.dispatch.protection import EmailFacts, must_be_protected
from mi_desktop.letters import SignedLetter
from mi_desktop.people import SYSTEM, Action, User
from mi_desktop.storage.turn import turn

_INTERRUPTED = words(
    "The program ended while the e-mail was being sent; it is not known whether the server took "
    "it. It goes again under the same Message-ID, so that a repeat is known as one."
)


class EmailQueue(Desk):
    """Letters that go by e-mail."""

    def emails(self, state: EmailState | None = None) -> list[Email]:
        """The queue, in the order of queueing."""
        with self._office.database.read() as session:
            return store.emails(session, state)

    def queue_email(self, user: User, letter_id: str) -> Email:
        """Puts a signed letter into the queue; nothing is sent yet.

        Raises:
            NotSigned: the letter is not signed, or has gone out.
            BytesChanged: the kept file is not the one that was signed (SIG-3).
            SafetyReopened: the inquiry's safety checklist is open again.
            NoAddress, NotByEmail, SafetyInLetter, OpenConnection: it goes by post (GD-08).
            OnItsWay: it is in a print batch, or was queued before.
        """
        user.must(Action.DISPATCH)
        letter = self._fetch(letter_id).letter
        self._must_be_protected(letter)
        email_id = new_id()
        email = Email(
            id=email_id,
            letter_id=letter_id,
            reference=letter.reference,
            to=letter.recipient.email,
            subject=message.subject(letter),
            state=EmailState.WAITING,
            attempts=0,
            problem="",
            message_id=message.message_id(email_id, self._settings.mail.sender),
            queued_at=self._office.database.clock(),
        )
        with self._office.database.write(user.id, "dispatch.queue_email") as session:
            self._must_be_free(session, [letter])
            if store.emails_of(session, [letter_id]):
                raise OnItsWay(reference=letter.reference, where="e-mail")
            store.add_email(session, email)
        return email

    def send_waiting(self, progress: Progress | None = None) -> list[Email]:
        """Sends what waits, one after the other; stops where the server cannot be used.

        Where another window is sending, it sends these too and nothing is done here.

        Returns:
            Those that were waiting, as they are now: sent, refused, or waiting with words.
        """
        progress = progress or Quiet()
        with turn(self._sending_turn) as mine:
            if not mine:
                return []
            self._give_back()
            waiting = self.emails(EmailState.WAITING)
            for n, email in enumerate(waiting):
                said = words("Sending {reference}", reference=email.reference)
                progress.step(n, len(waiting), said)
                if not self._send(email):
                    break
        ids = {email.id for email in waiting}
        return [email for email in self.emails() if email.id in ids]

    def retry(self, user: User, email_id: str) -> Email:
        """Puts a refused e-mail back into the queue.

        Raises:
            NotRefused: it waits, is being sent or was sent.
            OnItsWay: the letter is in a print batch by now.
        """
        user.must(Action.DISPATCH)
        with self._office.database.write(user.id, "dispatch.retry") as session:
            row = store.email_row(session, email_id)
            if row.state != EmailState.REFUSED.value:
                raise NotRefused(reference=row.reference, state=row.state)
            for number in store.batches_holding(session, [row.letter_id]).values():
                raise OnItsWay(reference=row.reference, where=number)
            row.state, row.problem = EmailState.WAITING.value, None
            return store.to_email(row)

    def _recover_emails(self) -> None:
        with turn(self._sending_turn) as mine:
            if mine:
                self._give_back()

    @property
    def _sending_turn(self) -> Path:
        return self._office.folder / "sending.turn"

    def _give_back(self) -> None:
        """Whoever has the turn knows: what is being sent was left by a program that ended."""
        with self._office.database.write(SYSTEM, "dispatch.recover") as session:
            for row in store.email_rows(session, EmailState.SENDING):
                _put(row, EmailState.WAITING, _INTERRUPTED)

    def _send(self, email: Email) -> bool:
        """Sends one; False where the next one would meet the same trouble."""
        try:
            with self._office.database.write(SYSTEM, "dispatch.send_email") as session:
                row = store.email_row(session, email.id)
                row.state, row.attempts = EmailState.SENDING.value, row.attempts + 1
        except NotAllowedHere as e:  # its use was restricted since it was queued (GD-10)
            self._not_sent(email, EmailState.WAITING, e.words)
            return True
        try:
            receipt = self._hand_over(email)
        except (*MAIL_WAITS, SafetyReopened) as e:
            self._not_sent(email, EmailState.WAITING, e.words)
            return not isinstance(e, SERVER_TROUBLE)
        except WorldError as e:
            self._not_sent(email, EmailState.REFUSED, e.words)
            return True
        self._sent(email, receipt)
        return True

    def _hand_over(self, email: Email) -> str:
        outgoing = self._fetch(email.letter_id)
        self._must_be_protected(outgoing.letter)
        sender = self._settings.mail.sender
        if not message.usable(sender):
            raise MailNotSetUp(missing="sender")
        composed = message.compose(
            email, outgoing.letter, outgoing.pdf, (self._settings.letterhead.company, sender)
        )
        return self._channels.mailer.send(composed, email.to)

    def _sent(self, email: Email, receipt: str) -> None:
        """The server has it, whatever became of the letter here in the meantime."""
        try:
            with self._office.database.write(SYSTEM, "dispatch.email_sent") as session:
                self._put_sent(session, email, receipt)
                self._rooms.letters.mark_dispatched(session, email.letter_id)
        except NotAllowedHere as e:
            with self._office.database.write(SYSTEM, "dispatch.email_sent") as session:
                self._put_sent(session, email, receipt).problem = store.told(e.words)

    def _put_sent(self, session: Session, email: Email, receipt: str) -> store.EmailRow:
        row = store.email_row(session, email.id)
        row.state, row.problem, row.receipt = EmailState.SENT.value, None, receipt
        row.sent_at = self._office.database.clock()
        return row

    def _not_sent(self, email: Email, state: EmailState, why: Words) -> None:
        with self._office.database.write(SYSTEM, "dispatch.email_not_sent") as session:
            _put(store.email_row(session, email.id), state, why)

    def _must_be_protected(self, letter: SignedLetter) -> None:
        inquiry = self._rooms.inquiries.inquiry(letter.inquiry_id)
        facts = EmailFacts(
            address=message.usable(letter.recipient.email),
            health_professional=inquiry.requester.type.health_professional,
            handed_off=bool(self._rooms.safety.assessment(letter.inquiry_id).handoffs),
            encrypted=self._channels.mailer.protected,
        )
        must_be_protected(letter.reference, facts)


def _put(row: store.EmailRow, state: EmailState, why: Words) -> None:
    row.state, row.problem = state.value, store.told(why)
