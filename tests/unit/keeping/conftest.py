"""A demonstration office with one person's whole story in it: Karin Kanariefågel's."""

from pathlib import Path

import pytest

from mi_desktop.demo import PASSPHRASE
from mi_desktop.demo.answer import answer_safely
from mi_desktop.demo.model import Demonstration
from mi_desktop.inquiries import Inquiry, InquiryDraft
from tests.faults.conftest import folder, furnished, world
from tests.faults.offices import ASKER, CANARY, QUESTION, letter

__all__ = ["answered", "folder", "furnished", "world"]


def take_mail(world: Demonstration, tmp_path: Path, said: str = "") -> str:
    """A mail of hers, taken in and read."""
    mail = tmp_path / f"{CANARY}-brev{len(said)}.txt"
    mail.write_text(
        f"{ASKER.organisation}\n{ASKER.street}\n\n{QUESTION.verbatim}\n{said}\n\n{ASKER.name}\n"
    )
    [taken] = world.services.intake.take(world.staff.anna, [mail])
    assert taken.piece is not None
    list(world.services.ocr.read(world.staff.anna, [taken.piece.id]))
    return taken.piece.id


def answer(world: Demonstration, piece: str) -> Inquiry:
    """The mail registered, checked, answered by post and sent."""
    services, staff = world.services, world.staff
    inquiry = services.inquiries.register(staff.anna, piece, InquiryDraft(ASKER, (QUESTION,), "sv"))
    answer_safely(world, inquiry, None)
    letter_id = letter(world, inquiry)
    services.letters.approve(staff.erik, letter_id, PASSPHRASE)
    batch = services.dispatch.print_batch(staff.anna, [letter_id], "pdf")
    services.dispatch.tick(staff.anna, batch.id, letter_id)
    services.dispatch.posted(staff.anna, batch.id)
    return services.inquiries.inquiry(inquiry.id)


@pytest.fixture
def answered(world: Demonstration, tmp_path: Path) -> Inquiry:
    return answer(world, take_mail(world, tmp_path))
