"""Business days: tables of holidays with a version, so that a due date can be reckoned again.

The tables ship in `resources/catalogue/calendars.json`; an office enters newer ones for its site
(`CalendarDesk`).
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.catalogue.errors import CalendarEnds

FILE = RESOURCES / "catalogue" / "calendars.json"


@dataclass(frozen=True)
class BusinessCalendar:
    """The holidays of a site in some years; weekends are Saturday and Sunday.

    Attributes:
        site: ISO 3166 code of a shipped table, or an office's site.
        version: counts from 1; a shipped table is version 0 of every site of its country.
        first_year: of the table.
        last_year: of the table, included.
        days: the holidays.
        source: where they are from.
    """

    site: str
    version: int
    first_year: int
    last_year: int
    days: frozenset[date]
    source: str = ""

    @property
    def name(self) -> str:
        """How a record names it: `SE/3`."""
        return f"{self.site}/{self.version}"

    def is_business_day(self, day: date) -> bool:
        """True for a weekday that is no holiday.

        Raises:
            CalendarEnds: the table has no such year; nothing is guessed.
        """
        if not self.first_year <= day.year <= self.last_year:
            raise CalendarEnds(calendar=self.name, year=day.year)
        return day.weekday() < 5 and day not in self.days

    def after(self, start: datetime, days: int, zone: str) -> datetime:
        """The end of the n-th business day after `start`, in UTC.

        Args:
            start: aware; its date is taken in `zone` (CLK-3).
            days: business days to add, at least 0.
            zone: IANA time zone of the site.

        Raises:
            CalendarEnds: the table has no such year.
        """
        day = start.astimezone(ZoneInfo(zone)).date()
        while days > 0:
            day += timedelta(days=1)
            days -= self.is_business_day(day)
        end = datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=ZoneInfo(zone))
        return end.astimezone(ZoneInfo("UTC"))


@cache
def shipped(country: str) -> BusinessCalendar:
    """The table that ships for a country; weekends alone where there is none."""
    for raw in json.loads(FILE.read_bytes())["calendars"]:
        if raw["country"] == country:
            days = frozenset(map(date.fromisoformat, raw["holidays"]))
            return BusinessCalendar(
                country, 0, raw["first_year"], raw["last_year"], days, raw["source"]
            )
    return BusinessCalendar(country, 0, date.min.year, date.max.year, frozenset())


def is_business_day(day: date, country: str) -> bool:
    """True for a weekday that is no holiday; Midsummer Eve and Christmas Eve are holidays."""
    return shipped(country).is_business_day(day)


def add_business_days(start: datetime, days: int, country: str, zone: str) -> datetime:
    """The end of the n-th business day after `start`, in UTC, by the country's shipped table.

    Raises:
        CalendarEnds: the table has no such year.
    """
    return shipped(country).after(start, days, zone)
