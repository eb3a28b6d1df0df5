"""The clocks of a hand-off: the Swedish vectors of CLK-1 to CLK-12."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import IntegrityError

from mi_desktop.catalogue import CatalogueService
from mi_desktop.catalogue.calendars import BusinessCalendar, shipped
from mi_desktop.catalogue.errors import CalendarEmpty, CalendarEnds, NotInCatalogue
from mi_desktop.safety import LateReason, SafetyService, deadlines
from mi_desktop.safety.clocks import Terms, day, day_zero
from mi_desktop.safety.errors import LateNeedsReason
from mi_desktop.settings import OfficeSettings
from tests.conftest import PASSPHRASE
from tests.fakes.inquiry_desk import INQUIRY, InquiryDesk, piece

STOCKHOLM = ZoneInfo("Europe/Stockholm")
THURSDAY = datetime(2026, 6, 18, 9, 0, tzinfo=STOCKHOLM)
OWN_DAYS = [date(2026, 6, 19), date(2026, 6, 22), date(2026, 12, 25)]


class Shelf(InquiryDesk):
    """An inquiry's desk that can also be asked for calendars."""

    def __init__(self, catalogue: CatalogueService) -> None:
        super().__init__()
        self.calendars = catalogue.calendars


@pytest.fixture
def catalogue(office) -> CatalogueService:
    return CatalogueService(office)


@pytest.fixture
def desk(catalogue) -> InquiryDesk:
    return Shelf(catalogue)


@pytest.fixture
def days(office, people, desk) -> SafetyService:
    settings = OfficeSettings(handoff_business_days=1)
    return SafetyService(office, people, desk, desk, desk, desk, settings)


def swedish(business_days: int) -> Terms:
    return Terms(0, business_days, "Europe/Stockholm", shipped("SE"))


@pytest.mark.parametrize(
    ("aware", "business_days", "due"),
    [
        # Midsummer Eve is a holiday in fact.
        (datetime(2026, 6, 18, 9, tzinfo=STOCKHOLM), 1, date(2026, 6, 22)),
        # So are Christmas Eve and New Year's Eve.
        (datetime(2026, 12, 22, 9, tzinfo=STOCKHOLM), 2, date(2026, 12, 28)),
        (datetime(2026, 12, 22, 9, tzinfo=STOCKHOLM), 5, date(2027, 1, 4)),
        # CLK-3: still Wednesday in London, Thursday in Stockholm.
        (datetime(2026, 6, 17, 23, 30, tzinfo=UTC), 1, date(2026, 6, 22)),
    ],
)
def test_clk_4_business_days_of_the_site(aware: datetime, business_days: int, due: date) -> None:
    """CLK-4, business days: the Swedish vectors."""
    assert swedish(business_days).due(aware).astimezone(STOCKHOLM).date() == due


def test_clk_4_and_clk_5_elapsed_hours_run_through_midsummer_and_daylight_saving() -> None:
    """CLK-4: weekends do not stop 24 h; CLK-5: 24 h are 24 h when the clocks go back."""
    assert Terms(24).due(THURSDAY) == datetime(2026, 6, 19, 7, 0, tzinfo=UTC)
    evening = datetime(2026, 10, 24, 20, 0, tzinfo=STOCKHOLM)
    assert Terms(24).due(evening).astimezone(STOCKHOLM).hour == 19


def test_clk_6_clk_7_and_clk_12_calendar_days_for_information() -> None:
    """CLK-6: 15 and 90 days; CLK-7: Day n is Day 0 plus n; CLK-12: told, not kept as our clock."""
    zero = day_zero(THURSDAY, "Europe/Stockholm")
    assert [day(zero, n) for n in (7, 15, 90)] == [
        date(2026, 6, 25),
        date(2026, 7, 3),
        date(2026, 9, 16),
    ]


def test_clk_1_clk_2_mail_that_lay_over_the_weekend_counts_from_its_arrival(
    days, desk, hand, staff, clock
) -> None:
    """CLK-1, CLK-2: Day 0 is Friday's arrival, not Monday's opening; late needs a reason."""
    desk.aware_since(datetime(2026, 11, 13, 15, 0, tzinfo=UTC))
    clock.now = datetime(2026, 11, 17, 8, 0, tzinfo=UTC)
    [handoff] = signed(days, staff)
    assert day_zero(handoff.awareness_at, "Europe/Stockholm") == date(2026, 11, 13)
    assert handoff.due.astimezone(STOCKHOLM).date() == date(2026, 11, 16)
    with pytest.raises(LateNeedsReason):
        days.send_handoff(staff.anna, handoff.id)
    sent = days.send_handoff(staff.anna, handoff.id, "opened on Monday", LateReason.UNOPENED)
    assert sent.late.reason is LateReason.UNOPENED


def signed(safety: SafetyService, staff) -> list:
    for ref in safety.assessment(INQUIRY).pages:
        safety.look_at(staff.anna, INQUIRY, ref)
    for code, value in (("AE", "yes"), ("SS", "no"), ("PQC", "no"), ("AE-SER", "SER-NONE")):
        safety.answer(staff.anna, INQUIRY, code, value)
    safety.sign(staff.anna, INQUIRY, PASSPHRASE)
    return safety.handoffs()


def test_a_due_date_is_reckoned_again_by_the_calendar_of_then(
    days, desk, catalogue, staff, office
) -> None:
    """CLK-4: the office's own table counts, and a newer one changes nothing that was due."""
    desk.aware_since(THURSDAY)
    first = catalogue.calendars.enter(staff.maria, "SE", OWN_DAYS, "agreement of 2026")
    [handoff] = signed(days, staff)
    assert handoff.due.astimezone(STOCKHOLM).date() == date(2026, 6, 23)
    second = catalogue.calendars.enter(staff.maria, "SE", OWN_DAYS[:1], "agreement of 2027")
    assert (first.name, second.name) == ("SE/1", "SE/2")
    with office.database.read() as session:
        assert deadlines.again(session, handoff, catalogue.calendars) == handoff.due
    assert catalogue.calendars.calendar("SE", "SE", 1).days == frozenset(OWN_DAYS)


def test_a_calendar_cannot_be_changed_only_followed_by_another(catalogue, staff, office) -> None:
    catalogue.calendars.enter(staff.maria, "SE", OWN_DAYS, "agreement")
    with (
        pytest.raises(IntegrityError, match="cannot be changed"),
        office.database.engine.execution_options(writes=True).begin() as connection,
    ):
        connection.exec_driver_sql("UPDATE business_calendar SET source = 'x'")
    with pytest.raises(CalendarEmpty):
        catalogue.calendars.enter(staff.maria, "SE", [], "nothing")
    with pytest.raises(NotInCatalogue):
        catalogue.calendars.calendar("SE", "SE", 9)


def test_a_year_that_the_table_does_not_hold_is_said_not_guessed() -> None:
    calendar = BusinessCalendar("SE", 1, 2026, 2026, frozenset({date(2026, 12, 31)}))
    with pytest.raises(CalendarEnds, match="2027"):
        calendar.after(datetime(2026, 12, 30, 9, tzinfo=UTC), 2, "Europe/Stockholm")


def test_clk_9_new_mail_gives_the_next_version_its_own_clock(days, desk, staff, clock) -> None:
    """CLK-9: the first awareness stays; what is new is due by its own day."""
    [first] = signed(days, staff)
    days.send_handoff(staff.anna, first.id)
    clock.now = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
    desk.link(piece("00002", 1, received_at=datetime(2026, 11, 18, 8, 0, tzinfo=UTC)))
    [second] = signed(days, staff)
    assert second.version == 2
    assert second.awareness_at == first.awareness_at
    assert second.due.astimezone(STOCKHOLM).date() == date(2026, 11, 19)
