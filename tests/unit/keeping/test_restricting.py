"""Restriction of use: kept and looked at by those allowed, used by nobody (GD-10)."""

from collections.abc import Callable

import pytest

from mi_desktop.basics.errors import WorldError
from mi_desktop.demo import PASSPHRASE
from mi_desktop.demo.answer import answer_safely
from mi_desktop.demo.model import Demonstration
from mi_desktop.inquiries import Inquiry, Requester
from mi_desktop.keeping import Kept
from mi_desktop.keeping.errors import LookRefused, ReasonMissing, UseRestricted
from tests.faults.offices import ASKER, CANARY, ask, letter
from tests.unit.keeping.test_erasing import CHECKED, HER

WHY = "she contests where she lives; it is looked into"


def test_a_restricted_inquiry_is_neither_answered_nor_sent_nor_changed_gd_10(
    world: Demonstration,
) -> None:
    """GD-10: every verb that would use it says why it does not; reports to safety still go."""
    services, staff = world.services, world.staff
    inquiry, other = ask(world), ask(world)
    answer_safely(world, inquiry, None)
    letter_id = letter(world, inquiry)
    services.letters.approve(staff.erik, letter_id, PASSPHRASE)
    numbers = services.keeping.requests.restrict(staff.maria, HER, WHY, CHECKED)
    assert numbers == [inquiry.number, other.number]
    for use in _uses(world, inquiry, other, letter_id):
        with pytest.raises(UseRestricted, match="may be kept, but not used"):
            use()
    before = services.safety.assessment(other.id).sha256
    assert services.safety.answer(staff.sara, other.id, "AE", "yes").sha256 != before

    found = services.keeping.requests.find(staff.maria, HER)
    assert {s.kept for s in found.stays} == {Kept.RESTRICTED}

    services.keeping.restrictions.lift(staff.maria, inquiry.id, "she was told on the telephone")
    changed = services.inquiries.inquiry(inquiry.id)
    services.inquiries.change_requester(staff.anna, inquiry.id, changed.version, ASKER)
    batch = services.dispatch.print_batch(staff.anna, [letter_id], "pdf")
    assert batch.number


def _uses(
    world: Demonstration, inquiry: Inquiry, other: Inquiry, letter_id: str
) -> list[Callable[[], object]]:
    services, anna = world.services, world.staff.anna
    return [
        lambda: services.dispatch.print_batch(anna, [letter_id], "pdf"),
        lambda: services.letters.compose(anna, other.id),
        lambda: services.inquiries.change_requester(anna, other.id, other.version, Requester()),
        lambda: services.inquiries.code_question(
            anna, inquiry.id, inquiry.questions[0].id, (None, "AE")
        ),
    ]


def test_only_those_who_keep_personal_data_look_at_it_and_it_is_noted_gd_10(
    world: Demonstration,
) -> None:
    """GD-10: nobody else's list, search or page shows it."""
    services, staff = world.services, world.staff
    inquiry = ask(world)
    desk = services.keeping.restrictions
    assert desk.look(staff.anna, inquiry.id) is None
    with pytest.raises(ReasonMissing):
        desk.restrict(staff.maria, [inquiry.id], " ")
    desk.restrict(staff.maria, [inquiry.id], WHY)
    with pytest.raises(LookRefused):
        desk.look(staff.anna, inquiry.id)
    seen = desk.look(staff.maria, inquiry.id)
    assert seen is not None
    assert seen.why == WHY
    looked = [a for a in services.office.audit_lines() if a.action == "keeping.look"]
    assert [(a.by, a.key) for a in looked] == [(staff.maria.id, inquiry.id)]
    [line] = [i for i in services.inquiries.inquiries() if i.id == inquiry.id]
    assert (line.requester, line.question) == ("", "")
    assert line.restricted
    assert services.inquiries.search(CANARY) == []


def test_a_queued_mail_of_hers_waits_and_holds_nobody_up_gd_10(world: Demonstration) -> None:
    """GD-10: what is restricted while it waits stays waiting with words; the others go."""
    services, staff = world.services, world.staff
    inquiry = ask(world)
    answer_safely(world, inquiry, None)
    letter_id = letter(world, inquiry)
    services.letters.approve(staff.erik, letter_id, PASSPHRASE)
    try:
        email = services.dispatch.queue_email(staff.anna, letter_id)
    except WorldError:
        pytest.skip("NOT TESTED: this demonstration office has no protected mail server")
    services.keeping.restrictions.restrict(staff.maria, [inquiry.id], WHY)
    [left] = services.dispatch.send_waiting()
    assert (left.id, left.state.value) == (email.id, "waiting")
    assert "restricted" in str(left.problem)
