"""What is still to be asked after a hand-off, and who agreed to be asked (AE-MIN-7, FU-1, FU-3)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from mi_desktop.basics.ids import new_id
from mi_desktop.people import Action, User
from mi_desktop.safety import store
from mi_desktop.safety import tracking_store as kept
from mi_desktop.safety.errors import AttemptsNeeded, NoConsent, NotADay, WordsNeeded
from mi_desktop.safety.model import Assessment, HandOff, HandOffKind
from mi_desktop.safety.standing import Neighbours
from mi_desktop.safety.tracking import (
    Attempt,
    Consent,
    ConsentState,
    FollowUp,
    FollowUpState,
    Whom,
)

# FU-3: days and attempts of a serious and of any other report; the office may move a task's day.
SERIOUS, OTHER = (14, 2), (30, 1)
PREGNANCY = "SS-PREG"
_CLOSED_BY = {ConsentState.REFUSED, ConsentState.WITHDRAWN}


class FollowUpDesk:
    """Follow-up tasks and consents; neither ever stops a report (FU-1)."""

    def __init__(self, rooms: Neighbours) -> None:
        self._rooms = rooms
        self._office = rooms.office

    def tasks(
        self, handoff_id: str | None = None, state: FollowUpState | None = None
    ) -> list[FollowUp]:
        """Tasks, the earliest due first; of every hand-off where none is named."""
        with self._office.database.read() as session:
            return kept.follow_ups(session, [handoff_id] if handoff_id else None, state)

    def add(self, user: User, handoff_id: str, what: str, due: str, whom: Whom) -> FollowUp:
        """Enters a task of one's own, for instance the outcome of a pregnancy.

        Args:
            user: who wants to know.
            handoff_id: what it belongs to.
            what: to be asked.
            due: a day at the site, `2026-11-23`.
            whom: to be asked.

        Raises:
            NotPermitted: the user's roles do not allow it.
            NoHandOff: none has this id.
            WordsNeeded: nothing is asked.
            NotADay: the day is none.
        """
        user.must(Action.HAND_OFF)
        if not what.strip():
            raise WordsNeeded
        ends = self._end_of(due)
        with self._office.database.write(user.id, "safety.add_follow_up") as session:
            handoff = store.handoff(session, handoff_id)
            task = replace(self._task(handoff, ends), what=what.strip(), whom=whom)
            kept.add_follow_up(session, task)
            session.flush()
            return next(t for t in kept.follow_ups(session, [handoff_id]) if t.id == task.id)

    def move(self, user: User, follow_up_id: str, due: str) -> None:
        """Gives a task another day, for instance a month after the expected birth (FU-3).

        Raises:
            NotPermitted: the user's roles do not allow it.
            NoFollowUp: none that is open.
            NotADay: the day is none.
        """
        user.must(Action.HAND_OFF)
        ends = self._end_of(due)
        with self._office.database.write(user.id, "safety.move_follow_up") as session:
            kept.follow_up_row(session, follow_up_id).due = ends

    def attempt(self, user: User, follow_up_id: str, channel: str, note: str = "") -> int:
        """Notes a try to reach somebody; returns how many there are now.

        Raises:
            NotPermitted: the user's roles do not allow it.
            NoFollowUp: none that is open.
            NoConsent: the person did not agree to be contacted (FU-1).
            WordsNeeded: no channel.
        """
        user.must(Action.HAND_OFF)
        if not channel.strip():
            raise WordsNeeded
        now = self._office.database.clock()
        with self._office.database.write(user.id, "safety.follow_up_attempt") as session:
            row = kept.follow_up_row(session, follow_up_id)
            whom = Whom(row.whom)
            standing = _last(session, store.handoff(session, row.handoff_id).inquiry_id, whom)
            if standing is not ConsentState.GIVEN:
                raise NoConsent(whom=whom, state=standing or FollowUpState.NOT_ANSWERED)
            attempt = Attempt(now, user.id, channel.strip(), note.strip())
            return kept.add_attempt(session, follow_up_id, attempt)

    def answered(self, user: User, follow_up_id: str, outcome: str) -> None:
        """Closes a task with what was said.

        Raises:
            NotPermitted: the user's roles do not allow it.
            NoFollowUp: none that is open.
            WordsNeeded: no outcome.
        """
        user.must(Action.HAND_OFF)
        if not outcome.strip():
            raise WordsNeeded
        with self._office.database.write(user.id, "safety.follow_up_answered") as session:
            self._end(session, [follow_up_id], FollowUpState.ANSWERED, outcome.strip())

    def give_up(self, user: User, follow_up_id: str) -> None:
        """Closes a task that nobody answered, after enough attempts (FU-3).

        Raises:
            NotPermitted: the user's roles do not allow it.
            NoFollowUp: none that is open.
            AttemptsNeeded: it was not tried often enough.
        """
        user.must(Action.HAND_OFF)
        with self._office.database.write(user.id, "safety.follow_up_given_up") as session:
            row = kept.follow_up_row(session, follow_up_id)
            made = kept.count_attempts(session, follow_up_id)
            if made < row.attempts_wanted:
                raise AttemptsNeeded(count=made, wanted=row.attempts_wanted)
            self._end(session, [follow_up_id], FollowUpState.NOT_ANSWERED, "")

    def consents(self, inquiry_id: str) -> list[Consent]:
        """All that was said about being contacted, oldest first; the last word counts."""
        with self._office.database.read() as session:
            return kept.consents(session, inquiry_id)

    def consent(
        self,
        user: User,
        inquiry_id: str,
        said: tuple[Whom, ConsentState],
        source: str,
        preferred: tuple[str, str] = ("", ""),
    ) -> Consent:
        """Notes what a person said about being contacted; a no closes what was to be asked.

        Args:
            user: who heard it.
            inquiry_id: where it belongs.
            said: who, and what.
            source: where it was said.
            preferred: channel and language, "" where none was named.

        Raises:
            NotPermitted: the user's roles do not allow it.
            WordsNeeded: no source.
        """
        user.must(Action.HAND_OFF)
        if not source.strip():
            raise WordsNeeded
        now = self._office.database.clock()
        noted = Consent(inquiry_id, *said, now, user.id, source.strip(), *preferred)
        with self._office.database.write(user.id, "safety.consent") as session:
            kept.add_consent(session, noted)
            if noted.state in _CLOSED_BY:
                ids = [h.id for h in store.handoffs(session, [inquiry_id])]
                waiting = kept.follow_ups(session, ids, FollowUpState.OPEN)
                ended = [t.id for t in waiting if t.whom is noted.whom]
                self._end(session, ended, FollowUpState.REFUSED, noted.source)
        return noted

    def fit(self, session: Session, standing: Assessment, handoff: HandOff) -> None:
        """Makes the tasks fit the answers just signed, in the caller's transaction (AE-MIN-7).

        A missing criterion becomes a task; one that is met by now is closed as answered.
        """
        if handoff.kind is not HandOffKind.SAFETY:
            return
        known = {t.code: t for t in kept.follow_ups(session, [handoff.id]) if t.code}
        wanted = dict.fromkeys(standing.to_ask)
        if PREGNANCY in handoff.codes:
            wanted[PREGNANCY] = None
        ended = [
            t.id
            for code, t in known.items()
            if t.state is FollowUpState.OPEN and code not in wanted
        ]
        self._end(session, ended, FollowUpState.ANSWERED, "")
        days, attempts = SERIOUS if handoff.urgent else OTHER
        due = self._office.database.clock() + timedelta(days=days)
        for code in wanted:
            if code not in known:
                kept.add_follow_up(session, self._task(handoff, due, code, attempts))

    def _task(self, handoff: HandOff, due: datetime, code: str = "", attempts: int = 1) -> FollowUp:
        return FollowUp(
            id=new_id(),
            handoff_id=handoff.id,
            number=handoff.number,
            inquiry_id=handoff.inquiry_id,
            code=code,
            what="",
            whom=Whom.REPORTER,
            due=due,
            attempts_wanted=attempts,
            state=FollowUpState.OPEN,
            opened_at=self._office.database.clock(),
        )

    def _end(
        self, session: Session, ids: Iterable[str], state: FollowUpState, outcome: str
    ) -> None:
        for follow_up_id in ids:
            row = kept.follow_up_row(session, follow_up_id)
            row.state, row.outcome = state.value, outcome
            row.closed_at = self._office.database.clock()

    def _end_of(self, day: str) -> datetime:
        """The last minute of a day at the site."""
        try:
            on = date.fromisoformat(day.strip())
        except ValueError as e:
            raise NotADay(text=day) from e
        return datetime.combine(on, time(23, 59), ZoneInfo(self._rooms.settings.zone))


def _last(session: Session, inquiry_id: str, whom: Whom) -> ConsentState | None:
    said = [c.state for c in kept.consents(session, inquiry_id) if c.whom is whom]
    return said[-1] if said else None
