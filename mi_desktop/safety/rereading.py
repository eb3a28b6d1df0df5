"""Reading "no event" answers again: a drawn sample, another person, blind (REC-3)."""

import math
import random
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from mi_desktop.basics.ids import new_id
from mi_desktop.people import Action, Meaning, Signature, User
from mi_desktop.safety import reconciliation_store as kept
from mi_desktop.safety import store
from mi_desktop.safety.errors import (
    NotAPeriod,
    NothingToDraw,
    PeriodTurned,
    SampleDrawn,
    SecondPerson,
    WordsNeeded,
)
from mi_desktop.safety.model import Answer, Given, HandOffKind
from mi_desktop.safety.reconciliation import month
from mi_desktop.safety.reconciling import Cause
from mi_desktop.safety.standing import Neighbours, work_again
from mi_desktop.safety.tracking import CaptureRate, Reread, Rereading, Sample

PERCENT, LEAST = 10, 20
_FIRST, _LAST = date(1900, 1, 1), date(9998, 12, 31)
_ANSWERS = (Meaning.NO_EVENT, Meaning.ANSWERED)


def drawn(keys: Sequence[str], seed: int, percent: int, least: int) -> list[str]:
    """So many per cent of the keys, at least so many, all where there are fewer.

    The same seed draws the same from the same keys, in whatever order they come.
    """
    wanted = max(least, math.ceil(len(keys) * percent / 100))
    return sorted(random.Random(seed).sample(sorted(keys), min(wanted, len(keys))))  # noqa: S311


class RereadingDesk:
    """The second pair of eyes, and what it found."""

    def __init__(self, rooms: Neighbours) -> None:
        self._rooms = rooms
        self._office = rooms.office

    def draw(
        self, user: User, period: str, percent: int = PERCENT, least: int = LEAST, seed: int = 0
    ) -> Sample:
        """Draws the answers of a month that are read again; once a month.

        Args:
            user: who draws.
            period: `2026-11`, in the site's zone.
            percent: of the answers.
            least: the floor.
            seed: of the draw; kept, so that it can be repeated. 0 takes the month's own number.

        Raises:
            NotPermitted: the user's roles do not allow it.
            NotAPeriod: no month, or one to come.
            SampleDrawn: drawn already.
            NothingToDraw: no "no event" was signed.
        """
        user.must(Action.HAND_OFF)
        span, now = self._span(period), self._office.database.clock()
        with self._office.database.write(user.id, "safety.draw_sample") as session:
            if any(s.period == period for s in kept.samples(session)):
                raise SampleDrawn(period=period)
            first = self._no_events(session, *span)
            if not first:
                raise NothingToDraw(period=period)
            used = seed or int(period.replace("-", ""))
            sample_id = new_id()
            items = tuple(
                Rereading(sample_id, period, i, first[i].user_id, first[i].at)
                for i in drawn(list(first), used, percent, least)
            )
            sample = Sample(sample_id, period, used, percent, least, len(first), items)
            kept.add_sample(session, sample, (user.id, now))
        return sample

    def samples(self) -> list[Sample]:
        """Every sample, the newest month first."""
        with self._office.database.read() as session:
            return kept.samples(session)

    def waiting(self, user: User) -> list[Rereading]:
        """What this user may read again: nothing that the user answered or signed first."""
        with self._office.database.read() as session:
            open_ones = [i for s in kept.samples(session) for i in s.items if not i.result]
            return [i for i in open_ones if not self._was_first(session, user, i.inquiry_id)]

    def judge(self, user: User, inquiry_id: str, found: Reread, note: str = "") -> Rereading:
        """Says what the second reading found; an event opens the checklist again.

        Raises:
            NotPermitted: the user's roles do not allow it.
            NoReread: it does not wait to be read again.
            SecondPerson: the user answered or signed it first.
            WordsNeeded: an event without a word about it.
        """
        user.must(Action.ANSWER_SAFETY)
        if found is Reread.MISSED and not note.strip():
            raise WordsNeeded
        now = self._office.database.clock()
        with self._office.database.write(user.id, "safety.reread") as session:
            row = kept.waiting_item(session, inquiry_id)
            if self._was_first(session, user, inquiry_id):
                raise SecondPerson
            row.result, row.by, row.at, row.note = found.value, user.id, now, note.strip()
            if found is Reread.MISSED:
                # The signature no longer holds: the gate is shut until somebody signs again.
                given = Given("AE", Answer.NOT_ASSESSABLE.value, (), user.id, now)
                store.add_answer(session, inquiry_id, given)
                work_again(self._rooms, session, inquiry_id)
            session.flush()
            period = next(s.period for s in kept.samples(session) if s.id == row.sample_id)
            return kept.to_rereading(row, period)

    def capture_rate(self, since: date, until: date) -> CaptureRate:
        """Events flagged at first pass, of these and of those found later (domain 6).

        Args:
            since: first day at the site.
            until: last day.

        Raises:
            PeriodTurned: it ends before it begins.
        """
        if until < since:
            raise PeriodTurned(since=since, until=until)
        # The ends of the calendar have no day after them and no other time zone.
        since, until = max(since, _FIRST), min(until, _LAST)
        begin, end = self._begin(since), self._begin(until + timedelta(days=1))
        with self._office.database.read() as session:
            missed = [
                i
                for s in kept.samples(session)
                for i in s.items
                if i.result == Reread.MISSED and i.at and begin <= i.at < end
            ]
            late = {i.inquiry_id for s in kept.samples(session) for i in s.items
                    if i.result == Reread.MISSED}  # fmt: skip
            signed = self._rooms.people.signed_between(session, [Meaning.ANSWERED], begin, end)
            reported = {h.inquiry_id for h in store.handoffs(session)
                        if h.kind is HandOffKind.SAFETY}  # fmt: skip
            first = {_inquiry(s) for s in signed} & reported - late
            found = {
                line.number or f"{run.number}/{line.position}"
                for run in kept.runs(session)
                for line in run.lines
                if line.cause == Cause.MISSED and begin <= run.made_at < end
            }
        return CaptureRate(since, until, len(first), len(missed), len(found))

    def _no_events(self, session: Session, since: datetime, until: datetime
                   ) -> dict[str, Signature]:  # fmt: skip
        """Inquiry to its last signature in the time, where that says that there was no event."""
        signed = self._rooms.people.signed_between(session, _ANSWERS, since, until)
        last = {_inquiry(s): s for s in signed}
        return {i: s for i, s in last.items() if s.meaning is Meaning.NO_EVENT}

    def _was_first(self, session: Session, user: User, inquiry_id: str) -> bool:
        signed = self._rooms.people.signatures(session, f"assessment/{inquiry_id}")
        return user.id in {s.user_id for s in signed} | store.answerers(session, inquiry_id)

    def _span(self, period: str) -> tuple[datetime, datetime]:
        found = month(period)
        if found is None or self._begin(found[0]) > self._office.database.clock():
            raise NotAPeriod(period=period)
        return self._begin(found[0]), self._begin(found[1])

    def _begin(self, on: date) -> datetime:
        return datetime.combine(on, time(), ZoneInfo(self._rooms.settings.zone))


def _inquiry(signature: Signature) -> str:
    return signature.record.partition("/")[2]
