"""Asks the rooms for everything one inquiry's screen shows, in one go on the records thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mi_desktop.inquiries import Inquiry
from mi_desktop.intake import PageRef
from mi_desktop.letters import LetterState
from mi_desktop.ui.inquiry.stages import Picture

if TYPE_CHECKING:
    from mi_desktop.services import Services

SIGNED = {LetterState.SIGNED, LetterState.DISPATCHED}


@dataclass(frozen=True)
class Choices:
    """What the record's fields offer: keys and names in the window's language."""

    products: tuple[tuple[str, str], ...]
    topics: tuple[tuple[str, str], ...]
    countries: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Opened:
    """An inquiry with its pages, its path and what may be chosen."""

    picture: Picture
    pages: tuple[PageRef, ...]
    choices: Choices


def pages_of(services: "Services", inquiry: Inquiry) -> tuple[PageRef, ...]:
    """All pages of all mail that belongs to the inquiry, in order."""
    pieces = services.intake.pieces(inquiry.piece_ids) if inquiry.piece_ids else []
    return tuple(page.ref for piece in pieces for page in piece.pages)


def look_up(services: "Services", inquiry_id: str, language: str) -> Opened:
    """The inquiry as it is now."""
    inquiry = services.inquiries.inquiry(inquiry_id)
    now = services.office.database.clock()
    letters = tuple(services.letters.letters(inquiry_id=inquiry_id))
    picture = Picture(
        inquiry,
        services.inquiries.clocks(inquiry_id),
        services.safety.assessment(inquiry_id),
        services.safety.gate(inquiry_id),
        letters,
        services.letters.signed(letters[-1].id)
        if letters and letters[-1].state in SIGNED
        else None,
        now,
    )
    return Opened(picture, pages_of(services, inquiry), choices(services, language))


def choices(services: "Services", language: str) -> Choices:
    """Products, topics and countries to choose from."""
    catalogue = services.catalogue
    return Choices(
        tuple((p.id, f"{p.brand} {p.strength}") for p in catalogue.products()),
        tuple(
            (t.code, f"{t.code} · {t.labels.get(language, t.code)}")
            for top in catalogue.topics()
            for t in (top, *top.subs)
        ),
        tuple((c.code, c.names.get(language, c.code)) for c in catalogue.countries()),
    )
