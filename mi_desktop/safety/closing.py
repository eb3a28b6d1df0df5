"""Closing an inquiry: never against the gate, never before each department confirmed."""

from mi_desktop.basics.words import Words, words
from mi_desktop.inquiries import Closing, ClosingReason
from mi_desktop.people import Action, User
from mi_desktop.safety.errors import NotToBeClosed, ReasonMissing
from mi_desktop.safety.gate import gate
from mi_desktop.safety.model import Assessment, HandOffState
from mi_desktop.safety.standing import Neighbours, assess, subject

_CONFIRMED = (HandOffState.ACKNOWLEDGED, HandOffState.CLOSED)


class ClosingDesk:
    """The only way to close an inquiry: `services.safety.closing`."""

    def __init__(self, rooms: Neighbours) -> None:
        self._rooms = rooms

    def why_not(self, inquiry_id: str) -> tuple[Words, ...]:
        """What keeps the inquiry open, in words; () where it may be closed."""
        about = subject(self._rooms, inquiry_id)
        with self._rooms.office.database.read() as session:
            return hindrances(assess(self._rooms, session, about))

    def close(self, user: User, inquiry_id: str, reason: ClosingReason, text: str = "") -> Closing:
        """Closes an inquiry; the reason stays with it.

        Args:
            user: who closes it.
            inquiry_id: an inquiry that is registered, in progress or dispatched.
            reason: why, from the list.
            text: why, in words; needed for every reason but `answered`.

        Raises:
            NotPermitted: the user's roles do not allow it.
            NotToBeClosed: the gate is shut, or a hand-off is not acknowledged.
            ReasonMissing: no words for a reason that needs them.
            WrongOrder: a letter is on its way, or it is closed already.
            NotAnswered: `answered`, and no letter was sent.
        """
        user.must(Action.REGISTER)
        if reason is not ClosingReason.ANSWERED and not text.strip():
            raise ReasonMissing
        number = self._rooms.inquiries.inquiry(inquiry_id).number
        with self._rooms.office.database.write(user.id, "safety.close_inquiry") as session:
            # Looked up inside: mail that another desk linked a moment ago counts.
            about = subject(self._rooms, inquiry_id)
            against = hindrances(assess(self._rooms, session, about))
            if against:
                raise NotToBeClosed(number=number, why=against[0])
            return self._rooms.inquiries.close(session, inquiry_id, reason, text)

    def reopen(self, user: User, inquiry_id: str, text: str) -> Closing:
        """Opens a closed inquiry again; it keeps its number and its history.

        Raises:
            NotPermitted: the user's roles do not allow it.
            ReasonMissing: no words.
            WrongOrder: it is not closed.
        """
        user.must(Action.REGISTER)
        if not text.strip():
            raise ReasonMissing
        with self._rooms.office.database.write(user.id, "safety.reopen_inquiry") as session:
            return self._rooms.inquiries.reopen(session, inquiry_id, text)


def hindrances(standing: Assessment) -> tuple[Words, ...]:
    """What speaks against closing: the gate, and each hand-off that nobody acknowledged."""
    now = gate(standing)
    found = [] if now.open else [now.sentence]
    found += [
        words("{number} is not acknowledged.", number=h.number)
        for h in standing.handoffs
        if h.state not in _CONFIRMED
    ]
    return tuple(found)
