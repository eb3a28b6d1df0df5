"""Times as HL7 writes them: `2026`, `20260114`, `20260115101500+0100`, as exact as they are."""

import re
from datetime import UTC, datetime, timedelta, timezone

_TIME = re.compile(r"(\d{4}(?:\d{2}){0,5})(?:\.\d{1,4})?([+-]\d{4})?")
_DAY = 8


def read_time(text: str) -> datetime | None:
    """The first moment it may mean, UTC where it names no zone; None where it is no time."""
    found = _TIME.fullmatch(text)
    if not found:
        return None
    digits, zone = found[1], found[2]
    filled = digits + "00000101000000"[len(digits) :]
    try:
        return datetime.strptime(filled, "%Y%m%d%H%M%S").replace(tzinfo=_zone(zone))
    except ValueError:
        return None


def precise_to(text: str) -> int:
    """How many digits it has: 4 for a year, 8 for a day, 14 for a second."""
    found = _TIME.fullmatch(text)
    return len(found[1]) if found else 0


def future(text: str, now: datetime) -> bool:
    """Whether it lies after now; a day, whose zone nobody knows, after tomorrow."""
    at = read_time(text)
    slack = timedelta(days=1) if precise_to(text) <= _DAY else timedelta()
    return at is not None and at > now + slack


def after(first: str, second: str) -> bool:
    """Whether the first is surely after the second: compared as far as both are exact."""
    if read_time(first) is None or read_time(second) is None:
        return False
    length = min(precise_to(first), precise_to(second), _DAY)
    return first[:length] > second[:length]


def stamp(at: datetime) -> str:
    """A moment to the second with its zone."""
    return at.strftime("%Y%m%d%H%M%S%z")


def _zone(text: str | None) -> timezone:
    if not text:
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[3:5])
    return timezone(timedelta(minutes=minutes if text[0] == "+" else -minutes))
