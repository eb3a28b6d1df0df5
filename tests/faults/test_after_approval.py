"""What comes after a letter was approved: new pages, taken answers, changes, other hands."""

from dataclasses import replace
from pathlib import Path

import pytest

from mi_desktop.demo import PASSPHRASE
from mi_desktop.demo.answer import answer_safely
from mi_desktop.demo.model import Demonstration
from mi_desktop.dispatch import PDF_FILES, BatchState
from mi_desktop.dispatch.errors import SafetyReopened
from mi_desktop.inquiries import (
    Status,
)
from mi_desktop.letters import LetterState
from mi_desktop.letters.errors import ApprovalRefused, WrongState
from mi_desktop.people import Role
from tests.faults.offices import approved, ask, letter, page


def test_a_page_that_comes_after_approval_holds_the_letter_until_it_is_answered(
    world: Demonstration, tmp_path: Path
) -> None:
    services, anna = world.services, world.staff.anna
    inquiry, letter_id = approved(world)
    services.inquiries.link(anna, page(world, tmp_path / "late.png").id, inquiry.id)
    with pytest.raises(SafetyReopened):
        services.dispatch.print_batch(anna, [letter_id], PDF_FILES)
    assert inquiry.id in {o.inquiry.id for o in services.safety.open_work()}

    answer_safely(world, services.inquiries.inquiry(inquiry.id), None)
    batch = services.dispatch.print_batch(anna, [letter_id], PDF_FILES)
    services.dispatch.tick(anna, batch.id, letter_id)
    assert services.dispatch.posted(anna, batch.id).state is BatchState.POSTED
    after = services.inquiries.inquiry(inquiry.id)
    assert after.status is Status.IN_PROGRESS, "nobody has answered the new page yet"
    assert after.dispatched_at is not None


def test_a_page_that_comes_after_printing_keeps_the_batch_from_the_post(
    world: Demonstration, tmp_path: Path
) -> None:
    services, anna = world.services, world.staff.anna
    inquiry, letter_id = approved(world)
    batch = services.dispatch.print_batch(anna, [letter_id], PDF_FILES)
    services.dispatch.tick(anna, batch.id, letter_id)
    services.inquiries.link(anna, page(world, tmp_path / "late.png").id, inquiry.id)
    with pytest.raises(SafetyReopened):
        services.dispatch.posted(anna, batch.id)
    assert services.letters.letter(letter_id).state is LetterState.SIGNED


def test_an_answer_taken_back_after_approval_is_work_again(world: Demonstration) -> None:
    services = world.services
    inquiry, letter_id = approved(world)
    services.safety.withdraw_answer(world.staff.anna, inquiry.id, "AE")
    with pytest.raises(SafetyReopened):
        services.dispatch.print_batch(world.staff.anna, [letter_id], PDF_FILES)
    assert inquiry.id in {o.inquiry.id for o in services.safety.open_work()}


def test_an_approved_letter_is_approved_once_and_a_change_voids_it(world: Demonstration) -> None:
    """P11-16."""
    letters, staff = world.services.letters, world.staff
    inquiry, letter_id = approved(world)
    with pytest.raises(WrongState):
        letters.approve(staff.erik, letter_id, PASSPHRASE)
    letters.add_text(staff.anna, letter_id, ("Ring oss gärna.",), inquiry.questions[0].id)
    assert letters.letter(letter_id).state is LetterState.DRAFT
    with pytest.raises(WrongState):
        letters.approve(staff.erik, letter_id, PASSPHRASE)


def test_a_reviewer_who_wrote_in_the_letter_does_not_approve_it(world: Demonstration) -> None:
    letters, staff = world.services.letters, world.staff
    inquiry = ask(world)
    answer_safely(world, inquiry, None)
    letter_id = letter(world, inquiry)
    both = replace(staff.erik, roles=staff.erik.roles | {Role.SPECIALIST})
    letters.add_text(both, letter_id, ("Hör gärna av dig igen till oss.",), inquiry.questions[0].id)
    letters.submit(staff.anna, letter_id, PASSPHRASE)
    with pytest.raises(ApprovalRefused) as told:
        letters.approve(both, letter_id, PASSPHRASE)
    assert {g.code for g in told.value.facts["gates"]} == {"approver-is-author"}
