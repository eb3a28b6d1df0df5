"""Business days of a country, public holidays and de-facto ones left out (domain 1.4)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays

_KINDS = ("public", "de_facto")


def is_business_day(day: date, country: str) -> bool:
    """True for a weekday that is no holiday; Midsummer Eve and Christmas Eve are holidays."""
    supported = holidays.list_supported_countries().get(country)
    if supported is None:
        return day.weekday() < 5
    kinds = tuple(k for k in _KINDS if k in holidays.country_holidays(country).supported_categories)
    return day.weekday() < 5 and day not in holidays.country_holidays(
        country, years=day.year, categories=kinds
    )


def add_business_days(start: datetime, days: int, country: str, zone: str) -> datetime:
    """The end of the n-th business day after `start`, in UTC.

    Args:
        start: aware; its date is taken in `zone` (CLK-3).
        days: business days to add, at least 0.
        country: ISO 3166 code of the calendar.
        zone: IANA time zone of the site.
    """
    day = start.astimezone(ZoneInfo(zone)).date()
    while days > 0:
        day += timedelta(days=1)
        days -= is_business_day(day, country)
    end = datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=ZoneInfo(zone))
    return end.astimezone(ZoneInfo("UTC"))
