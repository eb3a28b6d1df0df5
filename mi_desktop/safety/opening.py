"""Opening hand-offs: numbers, clocks, and what becomes of those that are there already."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from mi_desktop.safety import deadlines, handover, store
from mi_desktop.safety.clocks import awareness, day_zero
from mi_desktop.safety.gate import urgent
from mi_desktop.safety.model import Assessment, HandOff, HandOffKind
from mi_desktop.safety.standing import Neighbours, terms_of


def open_handoffs(
    rooms: Neighbours,
    session: Session,
    standing: Assessment,
    found: Mapping[HandOffKind, tuple[str, ...]],
) -> list[HandOff]:
    """Makes the hand-offs fit the answers just signed.

    Args:
        rooms: what safety asks.
        session: the transaction of the signature.
        standing: the answers, and the hand-offs there are.
        found: department to the codes that go there.

    Returns:
        Those that were made or renewed.
    """
    inquiry, terms = rooms.inquiries.inquiry(standing.inquiry_id), terms_of(rooms)
    newest = max((p.received_at for p in rooms.intake.pieces(inquiry.piece_ids)), default=None)
    began = awareness(inquiry)
    due, pressing = terms.due(newest or began), urgent(standing)
    made = []
    for kind in HandOffKind:
        codes = found.get(kind, ())
        existing = [h for h in standing.handoffs if h.kind is kind]
        for earlier in existing:
            renewed = handover.renewed(earlier, codes, pressing, due)
            store.change_handoff(session, renewed)
            _note(rooms, session, renewed, newest or began)
            made.append(renewed)
        if codes and not existing:
            draft = handover.drafted(inquiry, kind, codes, pressing, terms)
            made.append(open_another(rooms, session, draft))
    return made


def open_another(rooms: Neighbours, session: Session, draft: HandOff) -> HandOff:
    """Takes the next number (gap-free per site and year) and keeps the hand-off with its clock."""
    site, now = rooms.settings.site, rooms.office.database.clock()
    year = day_zero(now, rooms.settings.zone).year
    sequence = store.next_sequence(session, draft.kind, site, year)
    opened = handover.numbered(draft, site, year, sequence)
    store.add_handoff(session, opened, (site, year, sequence))
    _note(rooms, session, opened, opened.awareness_at)
    return opened


def _note(rooms: Neighbours, session: Session, handoff: HandOff, start: datetime) -> None:
    deadlines.note(session, handoff, terms_of(rooms), (start, rooms.settings.country))
