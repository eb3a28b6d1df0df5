"""The clocks of an answer (domain 3.5): acknowledge in one business day, answer in two."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from mi_desktop.catalogue import add_business_days
from mi_desktop.inquiries.model import Clock, Inquiry, Pace

ACKNOWLEDGE_DAYS, ANSWER_DAYS = 1, 2
CUT_OFF = time(16, 30)
_NEAR = timedelta(hours=24)


def pace(due: datetime, now: datetime, done_at: datetime | None = None) -> Pace:
    """How a clock stands; near from 24 h before its end."""
    if done_at is not None:
        return Pace.DONE
    if now > due:
        return Pace.LATE
    return Pace.NEAR if due - now <= _NEAR else Pace.ON_TIME


def due_after(received: datetime, days: int, country: str, zone: str) -> datetime:
    """The end of the n-th business day; what came after 16:30 local counts as the next day."""
    local = received.astimezone(ZoneInfo(zone))
    start = received if local.time() <= CUT_OFF else received + timedelta(days=1)
    return add_business_days(start, days, country, zone)


def clocks(inquiry: Inquiry, now: datetime, place: tuple[str, str]) -> tuple[Clock, ...]:
    """The inquiry's clocks.

    Args:
        inquiry: whose clocks.
        now: UTC.
        place: country of the calendar and IANA zone of the site.
    """
    found = []
    for name, days, done_at in (
        ("acknowledge", ACKNOWLEDGE_DAYS, inquiry.registered_at),
        ("answer", ANSWER_DAYS, inquiry.dispatched_at),
    ):
        due = due_after(inquiry.received_at, days, *place)
        found.append(Clock(name, due, pace(due, now, done_at), done_at))
    return tuple(found)
