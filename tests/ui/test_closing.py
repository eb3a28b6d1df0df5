"""Closing an inquiry in its screen: words for why not, undone in the same place."""

from mi_desktop.inquiries import ClosingReason, Status
from mi_desktop.ui.inquiry import InquiryScreen
from tests.conftest import Staff
from tests.ui.office_desk import Counter

INQUIRY = "inq-2"


def test_why_not_in_words_then_closed_by_keyboard_and_opened_again(
    counter: Counter, staff: Staff
) -> None:
    screen = counter.show(InquiryScreen, staff.anna, INQUIRY)
    closing = screen.page.closing
    assert "The gate is shut" in closing.says.text()
    assert not closing.button.isEnabled()

    counter.no_event(staff.anna, INQUIRY)
    screen.refresh()
    counter.rest()
    assert "Nothing speaks against" in closing.says.text()
    closing.reason.setCurrentIndex(closing.reason.findData(ClosingReason.WITHDRAWN))
    screen.close_inquiry.trigger()
    closing.turn()
    counter.rest()
    assert "A sentence that says why is missing." in closing.says.text()

    counter.qtbot.keyClicks(closing.words, "She found the leaflet\r")
    counter.rest()
    assert counter.services.inquiries.inquiry(INQUIRY).status is Status.CLOSED
    assert "by Anna Lindqvist: the requester took it back" in closing.says.text()
    assert closing.button.text() == "Open again"

    counter.qtbot.keyClicks(closing.words, "She wrote again\r")
    counter.rest()
    assert counter.services.inquiries.inquiry(INQUIRY).status is Status.IN_PROGRESS
    assert "Opened again" in closing.says.text()
