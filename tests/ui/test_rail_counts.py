"""The rail counts open checklists with hand-offs; a day's clock is red only near its end."""

from datetime import timedelta

import pytest

from mi_desktop.ui.rail import Count
from mi_desktop.ui.rail_counts import counts
from tests.conftest import Staff
from tests.ui.office_desk import Counter

INQUIRY = "inq-1"


def test_open_checklists_are_counted_and_calm(counter: Counter) -> None:
    waiting = counter.services.safety.open_work()
    assert waiting
    assert counts(counter.services)["safety"] == Count(len(waiting), urgent=False)


@pytest.mark.parametrize(("hours", "urgent"), [(1, False), (19, True), (30, True)])
def test_an_event_is_urgent_near_the_end_of_its_day(
    counter: Counter, staff: Staff, hours: int, urgent: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CLK-4: the clock runs from awareness, signed or not."""
    services = counter.services
    services.safety.answer(staff.anna, INQUIRY, "AE", "yes")
    received = services.inquiries.inquiry(INQUIRY).received_at
    database = services.office.database
    monkeypatch.setattr(database, "clock", lambda: received + timedelta(hours=hours))
    assert counts(services)["safety"].urgent is urgent
