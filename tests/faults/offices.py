"""Demonstration offices for tests, and what one does in them in a line."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageDraw

from mi_desktop.bootstrap import open_services
from mi_desktop.demo import PASSPHRASE
from mi_desktop.demo.answer import answer_safely
from mi_desktop.demo.model import Demonstration, Staff
from mi_desktop.inquiries import (
    Inquiry,
    InquiryDraft,
    NewQuestion,
    Requester,
    RequesterType,
)
from mi_desktop.intake import MailPiece
from mi_desktop.services import Services

CANARY = "Kanariefågel"
ASKER = Requester(
    name=f"Karin {CANARY}",
    type=RequesterType.PHYSICIAN,
    organisation=f"{CANARY}s mottagning",
    street="Burvägen 1",
    postcode="753 20",
    city="Uppsala",
    phone="018-555 01 77",
    email="karin@kanariefagel.example",
)
QUESTION = NewQuestion(f"Frågar {CANARY}: kan Zelvimar delas?", "sv", "zelvimar", "DOS")


@contextmanager
def opened(folder: Path) -> Iterator[Demonstration]:
    services = open_services(folder, PASSPHRASE)
    by_name = {u.name: u for u in services.people.users()}
    staff = Staff(*(by_name[n] for n in ("anna", "erik", "sara", "maria")))
    try:
        yield Demonstration(services, staff, PASSPHRASE, PASSPHRASE)
    finally:
        services.close()


def ask(world: Demonstration, services: Services | None = None) -> Inquiry:
    draft = InquiryDraft(ASKER, (QUESTION,), "sv")
    return (services or world.services).inquiries.register(world.staff.anna, None, draft)


def letter(world: Demonstration, inquiry: Inquiry) -> str:
    """A letter of one's own words, handed in."""
    letters, anna = world.services.letters, world.staff.anna
    draft = letters.compose(anna, inquiry.id)
    text = "Tabletten kan delas i två lika stora delar längs skåran, om det behövs."
    letters.add_text(anna, draft.id, (text,), inquiry.questions[0].id)
    letters.set_delivery(anna, draft.id, "post")
    letters.submit(anna, draft.id, PASSPHRASE)
    return draft.id


def approved(world: Demonstration) -> tuple[Inquiry, str]:
    inquiry = ask(world)
    answer_safely(world, inquiry, None)
    letter_id = letter(world, inquiry)
    world.services.letters.approve(world.staff.erik, letter_id, PASSPHRASE)
    return inquiry, letter_id


def page(world: Demonstration, path: Path, grey: int = 200) -> MailPiece:
    """A page of paper, taken in."""
    paper = Image.new("L", (600, 800), grey)
    ImageDraw.Draw(paper).text((60, 80), "Tack för svaret.", fill=0, font_size=32)
    paper.save(path, dpi=(72, 72))
    [taken] = world.services.intake.take(world.staff.anna, [path])
    assert taken.piece is not None
    return taken.piece


def sealed_file(world: Demonstration, document_id: str) -> Path:
    return world.services.office.folder / "vault" / document_id[-2:] / document_id
