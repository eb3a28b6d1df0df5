"""Business days: tables of holidays with a version, so that a due date can be reckoned again.

The tables ship in `resources/catalogue/calendars.json`; an office enters newer ones for its site
(`CalendarDesk`).
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.catalogue.errors import CalendarEnds, CalendarUnreadable

FILE = RESOURCES / "catalogue" / "calendars.json"
_NOTE = re.compile(r"[;,\t]")


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


@dataclass(frozen=True)
class Entered:
    """A version of a site's calendar and who entered it.

    Attributes:
        at: since when due dates are reckoned by it, UTC; None for the table that ships.
        by: user id; "" for the table that ships.
    """

    calendar: BusinessCalendar
    at: datetime | None = None
    by: str = ""


def read_days(text: str) -> list[date]:
    """The days of a list, one a line as `2027-06-25`; what follows a comma or semicolon is a note.

    Raises:
        CalendarUnreadable: a line that is no day; its number and text are said.
    """
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        said = _NOTE.split(line.lstrip("\ufeff").strip(), maxsplit=1)[0].strip().strip('"')
        if not said or (number == 1 and not said[0].isdigit()):
            continue  # an empty line, or the heading
        try:
            found.append(date.fromisoformat(said))
        except ValueError as e:
            raise CalendarUnreadable(line=number, text=said) from e
    return found


def written_days(days: Iterable[date]) -> str:
    """The days as `read_days` reads them, the earliest first."""
    return "".join(f"{day.isoformat()}\n" for day in sorted(days))


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
