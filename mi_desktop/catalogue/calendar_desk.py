"""The office's own calendars: `services.catalogue.calendars`."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.catalogue.calendars import BusinessCalendar, Entered, shipped
from mi_desktop.catalogue.errors import CalendarEmpty, NotInCatalogue
from mi_desktop.people import Action, User
from mi_desktop.storage import Code, Office, Table


class CalendarRow(Table):
    """A site's holidays as entered; a newer version never changes an older one."""

    __tablename__ = "business_calendar"

    site: Mapped[Code] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    first_year: Mapped[int]
    last_year: Mapped[int]
    holidays: Mapped[list[Any]] = mapped_column(info={"plain": True})
    source: Mapped[Code]
    entered_at: Mapped[datetime]
    by: Mapped[Code]


class CalendarDesk:
    """Which days a site works."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def calendar(self, site: str, country: str, version: int | None = None) -> BusinessCalendar:
        """The site's newest calendar, or a version of it; version 0 is the country's shipped one.

        Raises:
            NotInCatalogue: the site has no such version.
        """
        with self._office.database.read() as session:
            newest = _newest(session, site) if version is None else version
            if newest == 0:
                return shipped(country)
            row = session.get(CalendarRow, (site, newest))
            if row is None:
                raise NotInCatalogue(kind="calendar", key=f"{site}/{version}")
            return _noun(row)

    def sites(self) -> list[str]:
        """The sites that have a calendar of their own."""
        with self._office.database.read() as session:
            return list(session.scalars(select(CalendarRow.site).distinct().order_by("site")))

    def versions(self, site: str, country: str) -> list[Entered]:
        """Every calendar of a site, the newest first; the country's shipped one is the last."""
        query = select(CalendarRow).where(CalendarRow.site == site)
        with self._office.database.read() as session:
            rows = session.scalars(query.order_by(CalendarRow.version.desc()))
            own = [Entered(_noun(row), row.entered_at, row.by) for row in rows]
        return [*own, Entered(shipped(country))]

    def enter(self, user: User, site: str, days: Iterable[date], source: str) -> BusinessCalendar:
        """Enters the site's holidays as its next version; due dates reckoned before stay.

        Args:
            user: an administrator.
            site: the office's site code.
            days: every holiday of whole years, the first to the last year among them.
            source: who says so: an agreement, a law, a list.

        Raises:
            NotPermitted: only an administrator may.
            CalendarEmpty: no day is given.
        """
        user.must(Action.KEEP_CATALOGUE)
        given = sorted(set(days))
        if not given:
            raise CalendarEmpty
        with self._office.database.write(user.id, "catalogue.enter_calendar") as session:
            version = _newest(session, site) + 1
            session.add(
                CalendarRow(
                    site=site,
                    version=version,
                    first_year=given[0].year,
                    last_year=given[-1].year,
                    holidays=[day.isoformat() for day in given],
                    source=source.strip(),
                    entered_at=self._office.database.clock(),
                    by=user.id,
                )
            )
        return self.calendar(site, "", version)


def _noun(row: CalendarRow) -> BusinessCalendar:
    days = frozenset(map(date.fromisoformat, row.holidays))
    years = (row.first_year, row.last_year)
    return BusinessCalendar(row.site, row.version, *years, days, row.source)


def _newest(session: Session, site: str) -> int:
    last = session.scalar(select(func.max(CalendarRow.version)).where(CalendarRow.site == site))
    return last or 0
