"""A package's files: sheet, record, source pages, E2B and form, the signed list (HO-1).

Identity numbers are hidden in all of them that are made of what was asked (GD-07).
"""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from mi_desktop.archival import marked
from mi_desktop.basics.errors import WorldError
from mi_desktop.intake import PageRef
from mi_desktop.ocr import covered
from mi_desktop.safety import store
from mi_desktop.safety.cases import store as kept_cases
from mi_desktop.safety.envelope import (
    CONTACT,
    HASHES,
    PAGE_WIDTH_PX,
    PAGES,
    RECORD,
    SHEET,
    hash_list,
    parcel_name,
    source_pages,
)
from mi_desktop.safety.forms import Going, package_parts
from mi_desktop.safety.model import Assessment, HandOff, HandOffState
from mi_desktop.safety.package import Dossier, as_bytes, contact, record
from mi_desktop.safety.sheet import draw_sheet
from mi_desktop.safety.standing import Neighbours, assess, dossier, subject
from mi_desktop.safety.tracking import Way


def pack(
    rooms: Neighbours,
    going: HandOff,
    standing: Assessment,
    facts: tuple[Way, dict[str, Any] | None],
) -> dict[str, bytes]:
    """Every file of the package, by name; slow, so before the transaction.

    Args:
        rooms: what safety asks.
        going: the hand-off as it is handed over.
        standing: the answers, signed.
        facts: how it goes, and the record of the version before (None for the first).
    """
    way, before = facts
    about = replace(dossier(rooms, going, standing), way=way, before=before)
    told = record(about)
    drawn = draw_sheet(told)
    sheet = marked(drawn) if rooms.settings.demonstration else drawn
    files = {SHEET: sheet, RECORD: as_bytes(told)}
    files[CONTACT] = as_bytes(contact(about))
    files |= _forms(rooms, going, standing, about.made_at)
    files |= _redacted(rooms, about)
    if standing.pages:
        files[PAGES] = source_pages(
            (f"{piece.number} · {part.name} · {page.ref.number}", _picture(rooms, page.ref))
            for piece in about.pieces
            for part in piece.parts
            for page in part.pages
        )
    name = parcel_name(going.number, going.version)
    files[HASHES] = hash_list(name, files, rooms.office.keys.handoff)
    return files


def _forms(
    rooms: Neighbours, going: HandOff, standing: Assessment, at: datetime
) -> dict[str, bytes]:
    """The CIOMS I form, the case and the E2B message, as far as the case was filled (HO-1)."""
    with rooms.office.database.read() as session:
        case = kept_cases.newest(session, going.id)
    if case is None:
        return {}
    local = at.astimezone(ZoneInfo(rooms.settings.zone)).replace(microsecond=0)
    return package_parts(case, rooms.settings, Going(going.version, local, standing.signature))


def _redacted(rooms: Neighbours, about: Dossier) -> dict[str, bytes]:
    """Beside the pages as they came: the newest copy with parts hidden, of each piece that has one.

    The receiver passes that one on where its own rules want it; the original is never replaced.
    """
    made = ((piece.number, rooms.ocr.redacted(piece.id)) for piece in about.pieces)
    return {f"redacted-{number}.pdf": copy for number, copy in made if copy is not None}


def frozen_record(
    rooms: Neighbours, session: Session, handoff_id: str, version: int
) -> dict[str, Any] | None:
    """The record of a version that was handed over; None where there is none."""
    document = store.record_of(session, handoff_id, version)
    if document is None:
        return None
    found: dict[str, Any] = json.loads(rooms.office.vault.read(session, document))
    return found


def _picture(rooms: Neighbours, ref: PageRef) -> bytes | str:
    try:
        picture = rooms.intake.page_image(ref, PAGE_WIDTH_PX).png
        return covered(picture, rooms.ocr.text(ref))
    except WorldError as e:
        return f"This page could not be drawn ({e.code}); its original is kept."


def frozen_or_facts(
    rooms: Neighbours, handoff_id: str
) -> tuple[tuple[bytes, bytes] | None, dict[str, Any]]:
    """The frozen sheet and record, if sent; else the facts they would be made from."""
    with rooms.office.database.read() as session:
        handoff = store.handoff(session, handoff_id)
        frozen = store.package(session, handoff_id)
        if frozen and handoff.state is not HandOffState.DRAFT:
            sheet, kept = (rooms.office.vault.read(session, document) for document in frozen)
            return (sheet, kept), {}
        standing = assess(rooms, session, subject(rooms, handoff.inquiry_id))
    return None, record(dossier(rooms, handoff, standing))
