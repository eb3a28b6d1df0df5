"""Closing an inquiry: real rooms, tried around the window too (domain 3.5)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mi_desktop.bootstrap import assemble
from mi_desktop.inquiries import (
    ClosingReason,
    Inquiry,
    InquiryDraft,
    InquiryService,
    NewQuestion,
    Requester,
    Status,
)
from mi_desktop.inquiries.errors import NotAnswered, WrongOrder
from mi_desktop.people import User
from mi_desktop.people.errors import NotPermitted
from mi_desktop.safety import HandOff
from mi_desktop.safety.errors import NotToBeClosed, ReasonMissing
from mi_desktop.services import Services
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from tests.conftest import PASSPHRASE, Staff

WITHDRAWN = ClosingReason.WITHDRAWN


@pytest.fixture
def services(office: Office) -> Iterator[Services]:
    made = assemble(office, OfficeSettings(name="An office"))
    yield made
    made.sandbox.close()


@pytest.fixture
def inquiry(services: Services, staff: Staff) -> Inquiry:
    asked = NewQuestion("May it be split?", "en")
    return services.inquiries.register(staff.anna, None, InquiryDraft(Requester("A"), (asked,)))


def signed(services: Services, anna: User, inquiry: Inquiry, event: str = "no") -> None:
    for code, value in (("AE", event), ("SS", "no"), ("PQC", "no"), ("AE-SER", "SER-NONE")):
        if code != "AE-SER" or event == "yes":
            services.safety.answer(anna, inquiry.id, code, value)
    services.safety.sign(anna, inquiry.id, PASSPHRASE)


def test_no_inquiry_is_closed_against_the_gate(
    services: Services, staff: Staff, inquiry: Inquiry
) -> None:
    with pytest.raises(NotToBeClosed, match="gate is shut"):
        services.safety.closing.close(staff.anna, inquiry.id, WITHDRAWN, "She called")
    assert services.inquiries.inquiry(inquiry.id).status is Status.REGISTERED
    assert services.safety.closing.why_not(inquiry.id)


def test_no_inquiry_is_closed_before_the_hand_off_is_acknowledged_ho_2(
    services: Services, staff: Staff, inquiry: Inquiry
) -> None:
    """HO-2: sent is not received."""
    signed(services, staff.anna, inquiry, "yes")
    [handoff] = services.safety.handoffs()
    for _ in range(2):
        with pytest.raises(NotToBeClosed, match=f"{handoff.number} is not acknowledged"):
            services.safety.closing.close(staff.anna, inquiry.id, WITHDRAWN, "She called")
        handoff = _sent(services, staff.anna, handoff)
    services.safety.transmission.acknowledge(staff.anna, handoff.id, "Sara Holm")
    closed = services.safety.closing.close(staff.anna, inquiry.id, WITHDRAWN, "She called")
    assert closed.status_before is Status.REGISTERED
    assert services.inquiries.inquiry(inquiry.id).status is Status.CLOSED


def _sent(services: Services, anna: User, handoff: HandOff) -> HandOff:
    standing = services.safety.handoffs()[0]
    if standing.state.value == "draft":
        services.safety.send_handoff(anna, handoff.id)
    return services.safety.handoffs()[0]


def test_around_the_window_there_is_no_other_way_p11_18(
    services: Services, staff: Staff, inquiry: Inquiry
) -> None:
    """P11-18: no verb of the inquiries room takes a user and closes; the path does not either."""
    assert not any("close" in name for name in _verbs(services.inquiries))
    with (
        pytest.raises(WrongOrder),
        services.office.database.write(staff.anna.id, "test.around") as session,
    ):
        services.inquiries.advance(session, inquiry.id, Status.CLOSED)
    assert services.inquiries.inquiry(inquiry.id).status is Status.REGISTERED


def _verbs(service: InquiryService) -> list[str]:
    return [
        name
        for name in dir(service)
        if not name.startswith("_")
        and callable(getattr(service, name))
        and User in getattr(service, name).__annotations__.values()
    ]


def test_a_reason_needs_words_and_answered_needs_a_letter(
    services: Services, staff: Staff, inquiry: Inquiry
) -> None:
    signed(services, staff.anna, inquiry)
    with pytest.raises(ReasonMissing):
        services.safety.closing.close(staff.anna, inquiry.id, WITHDRAWN, " ")
    with pytest.raises(NotAnswered):
        services.safety.closing.close(staff.anna, inquiry.id, ClosingReason.ANSWERED)
    with pytest.raises(NotPermitted):
        services.safety.closing.close(staff.erik, inquiry.id, WITHDRAWN, "She called")


def test_opened_again_it_keeps_its_number_and_history(
    services: Services, staff: Staff, inquiry: Inquiry
) -> None:
    signed(services, staff.anna, inquiry)
    services.safety.closing.close(staff.anna, inquiry.id, WITHDRAWN, "She called")
    with pytest.raises(WrongOrder):
        services.safety.closing.close(staff.anna, inquiry.id, WITHDRAWN, "Again")
    with pytest.raises(ReasonMissing):
        services.safety.closing.reopen(staff.anna, inquiry.id, "")
    services.safety.closing.reopen(staff.anna, inquiry.id, "She wrote again")
    again = services.inquiries.inquiry(inquiry.id)
    assert (again.number, again.status) == (inquiry.number, Status.IN_PROGRESS)
    history = services.inquiries.closings(inquiry.id)
    assert [(c.opened, c.reason, c.text, c.by) for c in history] == [
        (False, WITHDRAWN, "She called", staff.anna.id),
        (True, None, "She wrote again", staff.anna.id),
    ]


def test_an_answer_changed_after_closing_opens_it_again(
    services: Services, staff: Staff, inquiry: Inquiry
) -> None:
    signed(services, staff.anna, inquiry)
    services.safety.closing.close(staff.anna, inquiry.id, WITHDRAWN, "She called")
    services.safety.answer(staff.anna, inquiry.id, "AE", "yes")
    assert services.inquiries.inquiry(inquiry.id).status is Status.IN_PROGRESS
    assert [c.opened for c in services.inquiries.closings(inquiry.id)] == [False, True]


def test_a_question_or_a_second_patient_opens_a_closed_inquiry_again(
    services: Services, staff: Staff, inquiry: Inquiry
) -> None:
    """HO-2, AE-MIN-8: nothing is left to be done behind a closed door."""
    signed(services, staff.anna, inquiry, "yes")
    [event] = services.safety.assessment(inquiry.id).handoffs
    desk = services.safety.transmission
    desk.hand_over(staff.anna, event.id)
    desk.acknowledge(staff.anna, event.id, "Sara")
    for opens in (
        lambda: desk.ask(staff.anna, event.id, "Sara", "Which batch?"),
        lambda: services.safety.add_patient(staff.anna, event.id),
    ):
        services.safety.closing.close(staff.anna, inquiry.id, WITHDRAWN, "She called")
        opens()
        assert services.inquiries.inquiry(inquiry.id).status is Status.IN_PROGRESS
        with pytest.raises(NotToBeClosed, match="not acknowledged"):
            services.safety.closing.close(staff.anna, inquiry.id, WITHDRAWN, "Again")
        if desk.handoff(event.id).question:
            desk.answer(staff.anna, event.id, "ZV2609A")


def test_mail_linked_after_closing_opens_it_and_shuts_the_gate(
    services: Services, staff: Staff, inquiry: Inquiry, tmp_path: Path
) -> None:
    """REC-4: its pages are looked at too."""
    signed(services, staff.anna, inquiry)
    services.safety.closing.close(staff.anna, inquiry.id, WITHDRAWN, "She called")
    (tmp_path / "more.txt").write_text("I got a rash from it.", encoding="utf-8")
    [taken] = services.intake.take(staff.anna, [tmp_path / "more.txt"])
    services.inquiries.link(staff.anna, taken.piece.id, inquiry.id)
    assert services.inquiries.inquiry(inquiry.id).status is Status.IN_PROGRESS
    with pytest.raises(NotToBeClosed, match="not looked at"):
        services.safety.closing.close(staff.anna, inquiry.id, WITHDRAWN, "Again")
