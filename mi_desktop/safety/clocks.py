"""Times of a report: Day 0, when the hand-off is due. All sums are made in UTC."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from mi_desktop.catalogue import BusinessCalendar
from mi_desktop.inquiries import Inquiry


@dataclass(frozen=True)
class Terms:
    """How long a hand-off may take: elapsed hours, or business days of a site (CLK-4).

    Attributes:
        hours: elapsed hours from awareness; not asked for where there are business days.
        business_days: of `calendar`, from Day 0; 0 where elapsed hours run.
        zone: IANA zone of the site.
        calendar: None where elapsed hours run: weekends and holidays do not stop those.
    """

    hours: int
    business_days: int = 0
    zone: str = "UTC"
    calendar: BusinessCalendar | None = None

    def due(self, aware_at: datetime) -> datetime:
        """When the hand-off is due, UTC; it never pauses.

        Raises:
            CalendarEnds: the calendar has no such year.
        """
        if self.calendar is None:
            return handoff_due(aware_at, self.hours)
        return self.calendar.after(aware_at, self.business_days, self.zone)


def awareness(inquiry: Inquiry) -> datetime:
    """When the company first had it: the earlier of receipt and first awareness (CLK-1), UTC."""
    return min(inquiry.received_at, inquiry.first_aware_at)


def day_zero(aware_at: datetime, zone: str) -> date:
    """Day 0: the calendar day of awareness in the receiving site's zone (CLK-3)."""
    return aware_at.astimezone(ZoneInfo(zone)).date()


def day(zero: date, n: int) -> date:
    """Day n: n calendar days after Day 0, never moved for weekends or holidays (CLK-7)."""
    return zero + timedelta(days=n)


def handoff_due(aware_at: datetime, hours: int) -> datetime:
    """When the hand-off is due: elapsed hours in UTC, never paused (CLK-4, CLK-5)."""
    return aware_at.astimezone(UTC) + timedelta(hours=hours)
