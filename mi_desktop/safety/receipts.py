"""What the receivers say of a hand-off: received, a question, done; and what nobody said."""

from datetime import datetime

from mi_desktop.basics.ids import new_id
from mi_desktop.people import Action, User
from mi_desktop.safety import handover, store
from mi_desktop.safety import tracking_store as kept
from mi_desktop.safety.carrying import patience
from mi_desktop.safety.errors import FollowUpsOpen, UnknownNumber
from mi_desktop.safety.model import HandOff, HandOffState
from mi_desktop.safety.standing import Neighbours, work_again
from mi_desktop.safety.tracking import FollowUpState, Query


class Receipts:
    """Where the receivers' answers come in."""

    def __init__(self, rooms: Neighbours) -> None:
        self._rooms = rooms
        self._office = rooms.office

    def acknowledge(
        self, user: User, handoff_id: str, by_whom: str, reference: str = ""
    ) -> HandOff:
        """Notes who confirmed receipt, and their own number: sent is not received (HO-2).

        Raises:
            NotPermitted: the user's roles do not allow it.
            WrongState: it was not sent, or is acknowledged already.
            WordsNeeded: nobody is named.
        """
        user.must(Action.HAND_OFF)
        with self._office.database.write(user.id, "safety.acknowledge") as session:
            now = self._office.database.clock()
            done = handover.acknowledged(
                store.handoff(session, handoff_id), now, by_whom, reference
            )
            store.change_handoff(session, done)
            return done

    def acknowledge_number(
        self, user: User, number: str, by_whom: str, reference: str = ""
    ) -> HandOff:
        """The same by our number, as an imported acknowledgement names it.

        Raises:
            UnknownNumber: no hand-off has this number; nothing is acknowledged.
        """
        user.must(Action.HAND_OFF)
        with self._office.database.read() as session:
            found = store.handoff_by_number(session, number.strip())
        if found is None:
            raise UnknownNumber(number=number.strip())
        return self.acknowledge(user, found.id, by_whom, reference)

    def ask(self, user: User, handoff_id: str, by_whom: str, question: str) -> HandOff:
        """Notes a question of the receiver, which proves that they have it.

        A closed inquiry is opened again by it: somebody has to answer.

        Raises:
            NotPermitted: the user's roles do not allow it.
            WrongState: it was not sent, or a question is open.
            WordsNeeded: nobody, or nothing, is named.
        """
        user.must(Action.HAND_OFF)
        now = self._office.database.clock()
        with self._office.database.write(user.id, "safety.handoff_queried") as session:
            handoff = store.handoff(session, handoff_id)
            asked = handover.queried(handoff, now, (by_whom, question))
            store.change_handoff(session, asked)
            work_again(self._rooms, session, asked.inquiry_id, closed_only=True)
            kept.add_query(
                session, Query(new_id(), handoff_id, now, by_whom.strip(), asked.question)
            )
            return asked

    def answer(self, user: User, handoff_id: str, answer: str) -> HandOff:
        """Notes what was answered to the open question.

        Raises:
            NotPermitted: the user's roles do not allow it.
            WrongState: no question is open.
            WordsNeeded: an empty answer.
        """
        user.must(Action.HAND_OFF)
        now = self._office.database.clock()
        with self._office.database.write(user.id, "safety.handoff_answered") as session:
            done = handover.answered(store.handoff(session, handoff_id), answer)
            store.change_handoff(session, done)
            kept.answer_query(session, handoff_id, (answer.strip(), user.id, now))
            return done

    def close(self, user: User, handoff_id: str) -> HandOff:
        """The receiver is done with it.

        Raises:
            NotPermitted: the user's roles do not allow it.
            WrongState: not acknowledged, or a question is open.
            FollowUpsOpen: something is still asked for (AE-MIN-7).
        """
        user.must(Action.HAND_OFF)
        with self._office.database.write(user.id, "safety.close_handoff") as session:
            done = handover.closed(store.handoff(session, handoff_id))
            waiting = kept.follow_ups(session, [handoff_id], FollowUpState.OPEN)
            if waiting:
                raise FollowUpsOpen(number=done.number, count=len(waiting))
            store.change_handoff(session, done)
            return done

    def queries(self, handoff_id: str) -> list[Query]:
        """What the receiver asked, and what was answered, oldest first."""
        with self._office.database.read() as session:
            return kept.queries(session, handoff_id)

    def alarms(self) -> list[HandOff]:
        """Sent, and nobody acknowledged within the receiver's hours (HO-2)."""
        now = self._office.database.clock()
        with self._office.database.read() as session:
            sent = store.handoffs(session, state=HandOffState.SENT)
        return [h for h in sent if now > self.acknowledge_by(h)]

    def acknowledge_by(self, handoff: HandOff) -> datetime:
        """When an acknowledgement should be there, UTC (HO-2)."""
        return patience(self._rooms, handoff.kind).due(handoff.sent_at or handoff.due)
