"""Whose a record is, how long it is kept, and what keeps it longer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from mi_desktop.inquiries import Status, restricted_of
from mi_desktop.intake import PieceStatus
from mi_desktop.keeping import store
from mi_desktop.keeping.model import (
    Footprint,
    Hold,
    Kept,
    Person,
    RetentionClass,
    Standing,
)
from mi_desktop.keeping.purge import kinds
from mi_desktop.keeping.reports import Report, report_due, reports_of, retention_class
from mi_desktop.safety import HandOffState
from mi_desktop.settings import Keeping

_MONTHS = 12


@dataclass(frozen=True)
class Terms:
    """How long what is kept, and from which day it is looked at."""

    settings: Keeping
    today: date


def footprint(session: Session, person: Person, terms: Terms) -> Footprint:
    """Everything of a person: their inquiries with the mail of each, and mail of their own."""
    inquiries = _inquiries_of(session, person)
    pieces = _loose_pieces_of(session, person)
    every = standings(session, inquiries, pieces, terms)
    return Footprint(
        person,
        tuple(s for s in every if s.kept is None),
        tuple(s for s in every if s.kept is not None),
    )


def due(session: Session, terms: Terms) -> list[Standing]:
    """What is due to be let go, and what is due but held; the earliest first (GD-03)."""
    inquiry, piece = kinds()["inquiry"], kinds()["piece"]
    erased = {e.subject_id for e in store.erasures(session)}
    limit = _months_before(terms.today, terms.settings.inquiry_months)
    ended = (Status.DISPATCHED.value, Status.CLOSED.value)
    rows = session.scalars(
        select(inquiry).where(inquiry.status.in_(ended), inquiry.received_at < limit)
    )
    declined = session.scalars(
        select(piece).where(piece.status == PieceStatus.DECLINED.value, piece.taken_at < limit)
    )
    found = standings(
        session,
        [r for r in rows if r.id not in erased],
        [r for r in declined if r.id not in erased],
        terms,
    )
    over = [s for s in found if s.due is not None and s.due <= terms.today]
    return sorted(over, key=lambda s: (s.due or terms.today, s.number))


def standing_of(session: Session, ids: Iterable[str], terms: Terms) -> list[Standing]:
    """The standings of some inquiries and pieces."""
    wanted = list(ids)
    rows = [
        list(session.scalars(select(kind).where(kind.id.in_(wanted))))
        for kind in (kinds()["inquiry"], kinds()["piece"])
    ]
    return standings(session, rows[0], rows[1], terms)


def standings(
    session: Session, inquiries: Sequence[Any], pieces: Sequence[Any], terms: Terms
) -> list[Standing]:
    """How each stands; pieces are such that belong to no inquiry."""
    held = store.holds(session)
    ids = [i.id for i in inquiries]
    reports, closed = reports_of(session, ids), _closed(session, ids)
    ends = store.authorisation_ends(session)
    restricted = restricted_of(session, ids)
    found = []
    for row in inquiries:
        ended = row.dispatched_at or closed.get(row.id)
        own = reports.get(row.id, [])
        day = _due(row, (ended, own), ends, terms)
        kept = Kept.RESTRICTED if row.id in restricted else None
        found.append(
            Standing(
                kind="inquiry",
                id=row.id,
                number=row.number,
                who=row.name,
                received_at=row.received_at,
                ended=ended,
                retention=retention_class(own),
                due=day,
                kept=kept or _kept(row, own, held, day is not None and day <= terms.today),
            )
        )
    return found + [_piece(row, held, terms) for row in pieces]


def _due(
    row: Any,
    what: tuple[datetime | None, list[Report]],
    ends: Mapping[str, date],
    terms: Terms,
) -> date | None:
    """The day from which it may go; None while that is not known."""
    ended, reports = what
    if ended is None:
        return None
    if not reports:
        return _months_after(ended, terms.settings.inquiry_months)
    days = [report_due(r, ended, ends, terms.settings) for r in reports]
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def _piece(row: Any, held: list[Hold], terms: Terms) -> Standing:
    kept = None
    if row.status != PieceStatus.DECLINED.value:
        kept = Kept.AT_WORK
    elif any(_matches(h.person, row.sender_name, row.sender_address, "") for h in held):
        kept = Kept.HELD
    return Standing(
        kind="piece",
        id=row.id,
        number=row.number,
        who=row.sender_name or row.sender_address,
        received_at=row.received_at,
        ended=row.taken_at,
        retention=RetentionClass.INQUIRY,
        due=_months_after(row.taken_at, terms.settings.inquiry_months),
        kept=kept,
    )


def _kept(row: Any, reports: list[Report], held: list[Hold], over: bool) -> Kept | None:
    for hold in held:
        named = _matches(hold.person, row.name, row.email, row.phone)
        if hold.inquiry_id == row.id or named:
            return Kept.HELD
    if any(report.state != HandOffState.CLOSED.value for report in reports):
        return Kept.OPEN_REPORT
    if reports and not over:
        return Kept.REPORT
    ended = row.status in (Status.DISPATCHED.value, Status.CLOSED.value)
    return None if ended else Kept.AT_WORK


def _matches(person: Person | None, name: str, email: str, phone: str) -> bool:
    if person is None:
        return False
    same = (
        (name_key(person.name), name_key(name)),
        (person.email.strip().casefold(), email.strip().casefold()),
        (digits(person.phone), digits(phone)),
    )
    return any(wanted and wanted == found for wanted, found in same)


def name_key(name: str) -> str:
    """A name without case, order and titles' dots, as the inquiries keep it."""
    return " ".join(sorted(w.strip(".,").casefold() for w in name.split() if len(w) > 2))


def digits(phone: str) -> str:
    """The digits of a telephone number."""
    return "".join(sign for sign in phone if sign.isdigit())


def _inquiries_of(session: Session, person: Person) -> list[Any]:
    kind = kinds()["inquiry"]
    same = []
    if name_key(person.name):
        same.append(kind.name_key == name_key(person.name))
    if person.email.strip():
        same.append(func.lower(kind.email) == person.email.strip().lower())
    if digits(person.phone):
        bare = kind.phone
        for sign in (" ", "-", "+", "(", ")", "/"):
            bare = func.replace(bare, sign, "")
        same.append(bare == digits(person.phone))
    if not same:
        return []
    query = select(kind).where(or_(*same)).order_by(kind.received_at, kind.id)
    return list(session.scalars(query))


def _loose_pieces_of(session: Session, person: Person) -> list[Any]:
    """Mail that this person sent and that belongs to no inquiry."""
    kind, filed = kinds()["piece"], kinds()["filed_piece"]
    loose = kind.id.not_in(select(filed.piece_id))
    same = []
    if person.email.strip():
        same.append(func.lower(kind.sender_address) == person.email.strip().lower())
    if person.name.strip():
        same.append(func.lower(kind.sender_name) == person.name.strip().lower())
    if not same:
        return []
    query = select(kind).where(loose, or_(*same)).order_by(kind.received_at, kind.id)
    return list(session.scalars(query))


def _closed(session: Session, inquiries: list[str]) -> dict[str, datetime]:
    """When each was closed last."""
    kind = kinds()["inquiry_closing"]
    found: dict[str, datetime] = {}
    for start in range(0, len(inquiries), 500):
        some = kind.inquiry_id.in_(inquiries[start : start + 500])
        query = select(kind.inquiry_id, kind.at).where(some, kind.opened.is_(False))
        for inquiry, at in session.execute(query.order_by(kind.order)):
            found[inquiry] = at
    return found


def _months_after(at: datetime, months: int) -> date:
    month = at.month - 1 + months
    year, month = at.year + month // _MONTHS, month % _MONTHS + 1
    return date(year, month, min(at.day, _days(year, month)))


def _months_before(at: date, months: int) -> datetime:
    month = at.month - 1 - months
    year, month = at.year + month // _MONTHS, month % _MONTHS + 1
    return datetime(year, month, min(at.day, _days(year, month)), 23, 59, tzinfo=UTC)


def _days(year: int, month: int) -> int:
    after = date(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return (after - date(year, month, 1)).days
