"""How an inquiry stands: its checklist, answers, pages and signature, gathered from the rooms."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.orm import Session

from mi_desktop.catalogue import CalendarDesk, Product
from mi_desktop.inquiries import Closing, ClosingReason, Inquiry, Status
from mi_desktop.intake import MailPiece, PageImage, PageRef
from mi_desktop.ocr import PageText
from mi_desktop.people import PeopleService
from mi_desktop.safety import checklists, store
from mi_desktop.safety.channels import NO_WAYS, Ways
from mi_desktop.safety.clocks import Terms, awareness, day_zero
from mi_desktop.safety.gate import canonical_sha256, forwards, gate
from mi_desktop.safety.model import Assessment, Checklist, HandOff, OpenChecklist
from mi_desktop.safety.package import Dossier
from mi_desktop.sandbox import Sandbox
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office


class Inquiries(Protocol):
    """What safety asks the inquiries room."""

    def inquiry(self, inquiry_id: str) -> Inquiry:
        """The inquiry."""

    def at_work(self, limit: int) -> list[Inquiry]:
        """Inquiries before approval, the earliest received first."""

    def advance(self, session: Session, inquiry_id: str, status: Status) -> None:
        """Moves it along its path, in the caller's transaction."""

    def close(self, session: Session, inquiry_id: str, reason: ClosingReason, text: str) -> Closing:
        """Closes it, in the caller's transaction."""

    def reopen(self, session: Session, inquiry_id: str, text: str) -> Closing:
        """Opens it again, in the caller's transaction."""


class Pieces(Protocol):
    """What safety asks the intake room."""

    def pieces(self, ids: Sequence[str]) -> list[MailPiece]:
        """The mail pieces."""

    def page_image(self, ref: PageRef, width: int) -> PageImage:
        """The page as a picture, upright."""


class Texts(Protocol):
    """What safety asks the reading room."""

    def text(self, ref: PageRef) -> PageText | None:
        """The page as it was read, None before."""

    def redacted(self, piece_id: str) -> bytes | None:
        """The newest copy of a piece with parts hidden, None where there is none."""


class Products(Protocol):
    """What safety asks the catalogue."""

    def products(self) -> list[Product]:
        """The company's products."""

    @property
    def calendars(self) -> CalendarDesk:
        """The office's calendars of business days."""


@dataclass(frozen=True)
class Neighbours:
    """The office, and the rooms that safety asks; files from outside are opened in the sandbox."""

    office: Office
    people: PeopleService
    intake: Pieces
    ocr: Texts
    inquiries: Inquiries
    catalogue: Products
    settings: OfficeSettings
    ways: Ways = NO_WAYS
    sandbox: Sandbox | None = None


def record_key(inquiry_id: str) -> str:
    """The name under which an assessment is signed."""
    return f"assessment/{inquiry_id}"


@dataclass(frozen=True)
class Subject:
    """An inquiry's pages, each with its part's SHA-256; looked up before a transaction begins."""

    inquiry_id: str
    pages: tuple[tuple[PageRef, str], ...]


def subject(rooms: Neighbours, inquiry_id: str) -> Subject:
    """What an inquiry's checklist is about."""
    return _subjects(rooms, [rooms.inquiries.inquiry(inquiry_id)])[0]


def assess(rooms: Neighbours, session: Session, about: Subject) -> Assessment:
    """The inquiry's checklist as it stands in this session."""
    return _assess_all(rooms, session, [about])[0]


def open_work(rooms: Neighbours, limit: int) -> list[OpenChecklist]:
    """Inquiries at work whose gate is shut, gathered with a few queries for all of them."""
    inquiries = rooms.inquiries.at_work(limit)
    about = _subjects(rooms, inquiries)
    with rooms.office.database.read() as session:
        standing = _assess_all(rooms, session, about)
    terms = terms_of(rooms)
    return [
        OpenChecklist(
            inquiry, found, terms.due(awareness(inquiry)) if forwards(assessment) else None
        )
        for inquiry, assessment in zip(inquiries, standing, strict=True)
        if not (found := gate(assessment)).open
    ]


def _subjects(rooms: Neighbours, inquiries: Sequence[Inquiry]) -> list[Subject]:
    pieces = {p.id: p for p in rooms.intake.pieces([i for q in inquiries for i in q.piece_ids])}
    made = []
    for inquiry in inquiries:
        parts = [part for i in inquiry.piece_ids if i in pieces for part in pieces[i].parts]
        pages = tuple((page.ref, part.sha256) for part in parts for page in part.pages)
        made.append(Subject(inquiry.id, pages))
    return made


def _assess_all(
    rooms: Neighbours, session: Session, subjects: Sequence[Subject]
) -> list[Assessment]:
    ids = [about.inquiry_id for about in subjects]
    tied = store.checklists_of(session, ids)
    answers, seen = store.answers_of(session, ids), store.seen_of(session, ids)
    handoffs = store.handoffs(session, ids)
    made = []
    for about in subjects:
        key, pages = about.inquiry_id, about.pages
        checklist = checklists.version(*tied[key]) if key in tied else current_checklist(rooms)
        sha256 = canonical_sha256(checklist, answers[key].values(), pages)
        # Nothing is signed before a checklist is begun.
        signed = rooms.people.signatures(session, record_key(key)) if key in tied else []
        last = signed[-1] if signed else None
        holds = last is not None and last.sha256 == sha256
        made.append(
            Assessment(
                inquiry_id=key,
                checklist=checklist,
                given=answers[key],
                seen=frozenset(seen[key]),
                pages=tuple(ref for ref, _ in pages),
                signature=last if holds else None,
                handoffs=tuple(h for h in handoffs if h.inquiry_id == key),
                sha256=sha256,
                voided=None if holds else last,
            )
        )
    return made


def current_checklist(rooms: Neighbours) -> Checklist:
    """The version that an inquiry begins with today, by the site's calendar."""
    return checklists.current(day_zero(rooms.office.database.clock(), rooms.settings.zone))


def dossier(rooms: Neighbours, handoff: HandOff, standing: Assessment) -> Dossier:
    """What a hand-off's package is made from."""
    inquiry = rooms.inquiries.inquiry(handoff.inquiry_id)
    names = {u.id: u.full_name for u in rooms.people.users()}
    names |= {p.id: p.brand for p in rooms.catalogue.products()}
    return Dossier(
        handoff=handoff,
        assessment=standing,
        inquiry=inquiry,
        pieces=tuple(rooms.intake.pieces(inquiry.piece_ids)),
        sender=rooms.settings.letterhead.company or rooms.settings.name,
        zone=rooms.settings.zone,
        names=names,
        made_at=rooms.office.database.clock(),
    )


def terms_of(rooms: Neighbours) -> Terms:
    """How long a hand-off may take in this office, by its calendar as it stands now."""
    settings = rooms.settings
    if not settings.handoff_business_days:
        return Terms(settings.handoff_hours, zone=settings.zone)
    calendar = rooms.catalogue.calendars.calendar(settings.site, settings.country)
    return Terms(0, settings.handoff_business_days, settings.zone, calendar)


def work_again(
    rooms: Neighbours, session: Session, inquiry_id: str, closed_only: bool = False
) -> None:
    """What was approved, sent or closed is work again, where everybody sees it.

    Args:
        rooms: what safety asks.
        session: of the change that makes it so.
        inquiry_id: of the inquiry.
        closed_only: True where a letter that was approved or sent may stand.
    """
    done = (Status.CLOSED,) if closed_only else (Status.APPROVED, Status.DISPATCHED, Status.CLOSED)
    if rooms.inquiries.inquiry(inquiry_id).status in done:
        rooms.inquiries.advance(session, inquiry_id, Status.IN_PROGRESS)


def product_names(rooms: Neighbours) -> tuple[str, ...]:
    """Brands, substances and other spellings of the company's products, each once."""
    names = (n for p in rooms.catalogue.products() for n in (p.brand, p.substance, *p.aliases))
    return tuple(dict.fromkeys(names))
