"""By which clock a hand-off's due time was reckoned: kept, so that it can be reckoned again."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.catalogue import CalendarDesk
from mi_desktop.safety.clocks import Terms
from mi_desktop.safety.model import HandOff
from mi_desktop.storage import Code, Table


class ClockRow(Table):
    """The terms of one version of a hand-off; the database refuses to change them."""

    __tablename__ = "handoff_clock"

    handoff_id: Mapped[Code] = mapped_column(ForeignKey("handoff.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    hours: Mapped[int]
    business_days: Mapped[int]
    calendar_site: Mapped[Code]
    calendar_version: Mapped[int]
    country: Mapped[Code]
    zone: Mapped[Code]
    starts_at: Mapped[datetime]


def note(session: Session, handoff: HandOff, terms: Terms, start: tuple[datetime, str]) -> None:
    """Keeps the terms that this version's due time came from, once.

    Args:
        session: the transaction that made the version.
        handoff: a version just made.
        terms: how long it may take.
        start: when its clock started (UTC), and the country of the site.
    """
    starts_at, country = start
    if session.get(ClockRow, (handoff.id, handoff.version)) is None:
        session.add(
            ClockRow(
                handoff_id=handoff.id,
                version=handoff.version,
                hours=terms.hours,
                business_days=terms.business_days,
                calendar_site=terms.calendar.site if terms.calendar else "",
                calendar_version=terms.calendar.version if terms.calendar else 0,
                country=country,
                zone=terms.zone,
                starts_at=starts_at,
            )
        )
        session.flush()


def again(session: Session, handoff: HandOff, calendars: CalendarDesk) -> datetime | None:
    """The due time reckoned anew from the terms and the calendar of then; None where none stand.

    A calendar that changed since makes no difference: its version is kept with the hand-off.
    """
    row = session.get(ClockRow, (handoff.id, handoff.version))
    if row is None:
        return None
    calendar = None
    if row.business_days:
        site, country = row.calendar_site, row.country
        calendar = calendars.calendar(site, country, row.calendar_version)
    return Terms(row.hours, row.business_days, row.zone, calendar).due(row.starts_at)
