"""Tables of safety: which checklist, answers, looks, hand-offs and their frozen packages."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.basics.words import Words
from mi_desktop.intake import PageRef
from mi_desktop.ocr import Box, Region
from mi_desktop.safety.errors import NoHandOff
from mi_desktop.safety.model import (
    Given,
    HandOff,
    HandOffKind,
    HandOffState,
    Lateness,
    LateReason,
)
from mi_desktop.storage import Code, Table, Versioned


class AssessmentRow(Versioned, Table):
    """Which checklist version an inquiry is answered by."""

    __tablename__ = "assessment"

    inquiry_id: Mapped[Code] = mapped_column(primary_key=True)
    checklist: Mapped[Code]
    version: Mapped[Code]


class AnswerRow(Table):
    """An answer as given; a later row replaces it, an empty value withdraws it."""

    __tablename__ = "safety_answer"

    inquiry_id: Mapped[Code] = mapped_column(ForeignKey("assessment.inquiry_id"), primary_key=True)
    order: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    code: Mapped[Code]
    value: Mapped[str]
    evidence: Mapped[list[Any]]
    by: Mapped[Code]
    at: Mapped[datetime]


class PageSeenRow(Table):
    """Somebody looked at this page for this inquiry (REC-4)."""

    __tablename__ = "page_seen"

    inquiry_id: Mapped[Code] = mapped_column(ForeignKey("assessment.inquiry_id"), primary_key=True)
    part_id: Mapped[Code] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    by: Mapped[Code]
    at: Mapped[datetime]


class HandOffRow(Versioned, Table):
    """A report to safety or quality."""

    __tablename__ = "handoff"
    __table_args__ = (UniqueConstraint("kind", "site", "year", "sequence"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    inquiry_id: Mapped[Code] = mapped_column(ForeignKey("assessment.inquiry_id"), index=True)
    kind: Mapped[Code]
    site: Mapped[Code]
    year: Mapped[int]
    sequence: Mapped[int]
    number: Mapped[Code] = mapped_column(unique=True)
    patient: Mapped[int]
    state: Mapped[Code] = mapped_column(index=True)
    awareness_at: Mapped[datetime]
    due: Mapped[datetime]
    codes: Mapped[list[Any]] = mapped_column(info={"plain": True})
    urgent: Mapped[bool]
    version: Mapped[int]
    sent_at: Mapped[datetime | None]
    late_reason: Mapped[Code | None] = mapped_column(info={"plain": True})
    late_text: Mapped[str | None]
    acknowledged_at: Mapped[datetime | None]
    acknowledged_by: Mapped[str]
    reference: Mapped[str] = mapped_column(server_default="")
    problem: Mapped[dict[str, Any] | None]


class PackageRow(Table):
    """What was handed over, frozen: one for each version of a hand-off."""

    __tablename__ = "handoff_package"

    handoff_id: Mapped[Code] = mapped_column(ForeignKey("handoff.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sheet_id: Mapped[Code] = mapped_column(ForeignKey("document.id"))
    sheet_sha256: Mapped[Code]
    record_id: Mapped[Code] = mapped_column(ForeignKey("document.id"))
    record_sha256: Mapped[Code]


class QueryRow(Table):
    """A question of the receiver about a hand-off, and our answer."""

    __tablename__ = "handoff_query"

    id: Mapped[Code] = mapped_column(primary_key=True)
    handoff_id: Mapped[Code] = mapped_column(ForeignKey("handoff.id"), index=True)
    asked_at: Mapped[datetime]
    asked_by: Mapped[str]
    question: Mapped[str]
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[Code | None]
    answer: Mapped[str]


def checklists_of(session: Session, inquiry_ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Id and version of the checklist each is answered by; without those before the first act."""
    rows = session.scalars(select(AssessmentRow).where(AssessmentRow.inquiry_id.in_(inquiry_ids)))
    return {row.inquiry_id: (row.checklist, row.version) for row in rows}


def begin(session: Session, inquiry_id: str, checklist: tuple[str, str]) -> None:
    """Ties the inquiry to a checklist version, once."""
    if session.get(AssessmentRow, inquiry_id) is None:
        session.add(
            AssessmentRow(inquiry_id=inquiry_id, checklist=checklist[0], version=checklist[1])
        )
        session.flush()


def answers_of(session: Session, inquiry_ids: Sequence[str]) -> dict[str, dict[str, Given]]:
    """The answers as they stand, by inquiry and code."""
    found: dict[str, dict[str, Given]] = {i: {} for i in inquiry_ids}
    query = select(AnswerRow).where(AnswerRow.inquiry_id.in_(inquiry_ids))
    for row in session.scalars(query.order_by(AnswerRow.order)):
        given = found[row.inquiry_id]
        if row.value:
            evidence = tuple(map(_region, row.evidence))
            given[row.code] = Given(row.code, row.value, evidence, row.by, row.at, row.order)
        else:
            given.pop(row.code, None)
    return found


def answerers(session: Session, inquiry_id: str) -> set[str]:
    """Ids of all who ever gave or took back an answer of it."""
    query = select(AnswerRow.by).where(AnswerRow.inquiry_id == inquiry_id).distinct()
    return set(session.scalars(query))


def add_answer(session: Session, inquiry_id: str, given: Given) -> None:
    """Enters an answer, or its withdrawal (empty value), after all earlier ones."""
    last = session.scalar(
        select(func.max(AnswerRow.order)).where(AnswerRow.inquiry_id == inquiry_id)
    )
    session.add(
        AnswerRow(
            inquiry_id=inquiry_id,
            order=(last or 0) + 1,
            code=given.code,
            value=given.value,
            evidence=[_plain(region) for region in given.evidence],
            by=given.by,
            at=given.at,
        )
    )


def seen_of(session: Session, inquiry_ids: Sequence[str]) -> dict[str, set[PageRef]]:
    """The pages somebody looked at, by inquiry."""
    found: dict[str, set[PageRef]] = {i: set() for i in inquiry_ids}
    for row in session.scalars(select(PageSeenRow).where(PageSeenRow.inquiry_id.in_(inquiry_ids))):
        found[row.inquiry_id].add(PageRef(row.part_id, row.number))
    return found


def add_seen(session: Session, inquiry_id: str, ref: PageRef, look: tuple[str, datetime]) -> None:
    """Enters that a page was looked at; the first look counts."""
    if session.get(PageSeenRow, (inquiry_id, ref.part_id, ref.number)) is None:
        by, at = look
        session.add(
            PageSeenRow(inquiry_id=inquiry_id, part_id=ref.part_id, number=ref.number, by=by, at=at)
        )


def next_sequence(session: Session, kind: HandOffKind, site: str, year: int) -> int:
    """The next number of a kind, site and year; gap-free, as rows are never deleted."""
    last = session.scalar(
        select(func.max(HandOffRow.sequence)).where(
            HandOffRow.kind == kind, HandOffRow.site == site, HandOffRow.year == year
        )
    )
    return (last or 0) + 1


def add_handoff(session: Session, handoff: HandOff, place: tuple[str, int, int]) -> None:
    """Enters a new hand-off.

    Args:
        session: the transaction that took the number.
        handoff: what to keep.
        place: site, year and sequence of its number.
    """
    site, year, sequence = place
    session.add(
        HandOffRow(
            id=handoff.id,
            inquiry_id=handoff.inquiry_id,
            kind=handoff.kind,
            site=site,
            year=year,
            sequence=sequence,
            number=handoff.number,
            patient=handoff.patient,
            state=handoff.state,
            awareness_at=handoff.awareness_at,
            due=handoff.due,
            codes=list(handoff.codes),
            urgent=handoff.urgent,
            version=handoff.version,
            acknowledged_by="",
            reference="",
        )
    )
    session.flush()


def change_handoff(session: Session, handoff: HandOff) -> None:
    """Writes what may change in a hand-off: state, codes, version, times of the way."""
    row = session.get_one(HandOffRow, handoff.id)
    row.state = handoff.state
    row.codes = list(handoff.codes)
    row.urgent = handoff.urgent
    row.version = handoff.version
    row.due = handoff.due
    row.sent_at = handoff.sent_at
    row.late_reason = handoff.late.reason if handoff.late else None
    row.late_text = handoff.late.text if handoff.late else None
    row.acknowledged_at = handoff.acknowledged_at
    row.acknowledged_by = handoff.acknowledged_by
    row.reference = handoff.reference
    row.problem = told(handoff.problem)


def handoff(session: Session, handoff_id: str) -> HandOff:
    """One hand-off.

    Raises:
        NoHandOff: none has this id.
    """
    row = session.get(HandOffRow, handoff_id)
    if row is None:
        raise NoHandOff
    return _handoffs(session, [row])[0]


def handoffs(
    session: Session,
    inquiry_ids: Sequence[str] | None = None,
    state: HandOffState | None = None,
) -> list[HandOff]:
    """Hand-offs, the earliest due first; of all inquiries where None is given."""
    query = select(HandOffRow).order_by(HandOffRow.due, HandOffRow.number)
    if inquiry_ids is not None:
        query = query.where(HandOffRow.inquiry_id.in_(inquiry_ids))
    if state is not None:
        query = query.where(HandOffRow.state == state)
    return _handoffs(session, list(session.scalars(query)))


def handoff_by_number(session: Session, number: str) -> HandOff | None:
    """The hand-off of this number, None where there is none."""
    row = session.scalar(select(HandOffRow).where(HandOffRow.number == number))
    return _handoffs(session, [row])[0] if row else None


def add_package(
    session: Session, handoff: HandOff, sheet: tuple[str, str], record: tuple[str, str]
) -> None:
    """Enters what was handed over: document id and SHA-256 of the sheet and of the record."""
    session.add(
        PackageRow(
            handoff_id=handoff.id,
            version=handoff.version,
            sheet_id=sheet[0],
            sheet_sha256=sheet[1],
            record_id=record[0],
            record_sha256=record[1],
        )
    )


def package(session: Session, handoff_id: str) -> tuple[str, str] | None:
    """Document ids of the last frozen sheet and record; None before the first sending."""
    row = _package(session, handoff_id)
    return (row.sheet_id, row.record_id) if row else None


def record_of(session: Session, handoff_id: str, version: int) -> str | None:
    """Document id of the record of one version; None where that was not handed over."""
    row = session.get(PackageRow, (handoff_id, version))
    return row.record_id if row else None


def _package(session: Session, handoff_id: str) -> PackageRow | None:
    return session.scalars(
        select(PackageRow)
        .where(PackageRow.handoff_id == handoff_id)
        .order_by(PackageRow.version.desc())
        .limit(1)
    ).one_or_none()


def _handoffs(session: Session, rows: Sequence[HandOffRow]) -> list[HandOff]:
    """The nouns of these rows; what lies in other tables is asked once for all of them."""
    one = rows[0].id if len(rows) == 1 else None
    packages = select(PackageRow.handoff_id, PackageRow.sheet_sha256).order_by(PackageRow.version)
    queries = select(QueryRow.handoff_id, QueryRow.question).where(QueryRow.answered_at.is_(None))
    if one:
        packages = packages.where(PackageRow.handoff_id == one)
        queries = queries.where(QueryRow.handoff_id == one)
    sheets: dict[str, str] = dict(iter(session.execute(packages))) if rows else {}
    asked: dict[str, str] = dict(iter(session.execute(queries))) if rows else {}
    return [_handoff(row, sheets.get(row.id, ""), asked.get(row.id, "")) for row in rows]


def _handoff(row: HandOffRow, sheet_sha256: str, question: str) -> HandOff:
    late = Lateness(LateReason(row.late_reason), row.late_text or "") if row.late_reason else None
    return HandOff(
        id=row.id,
        number=row.number,
        inquiry_id=row.inquiry_id,
        kind=HandOffKind(row.kind),
        state=HandOffState(row.state),
        awareness_at=row.awareness_at,
        due=row.due,
        codes=tuple(row.codes),
        sent_at=row.sent_at,
        acknowledged_at=row.acknowledged_at,
        patient=row.patient,
        urgent=row.urgent,
        version=row.version,
        late=late,
        acknowledged_by=row.acknowledged_by,
        sheet_sha256=sheet_sha256,
        reference=row.reference,
        problem=untold(row.problem),
        question=question if row.state == HandOffState.QUERIED else "",
    )


def told(words: Words | None) -> dict[str, Any] | None:
    """Words as the `problem` columns keep them; facts that JSON has no form for as text."""
    if words is None:
        return None
    facts = {k: v if isinstance(v, str | int | float) else str(v) for k, v in words.facts.items()}
    return {"template": words.template, "facts": facts}


def untold(kept: dict[str, Any] | None) -> Words | None:
    """The words again."""
    return Words(kept["template"], kept["facts"]) if kept else None


def _plain(region: Region) -> dict[str, Any]:
    box = region.box
    corners = [box.left, box.top, box.right, box.bottom] if box else None
    return {"part": region.part_id, "page": region.page, "quote": region.quote, "box": corners}


def _region(raw: dict[str, Any]) -> Region:
    return Region(raw["part"], raw["page"], raw["quote"], Box(*raw["box"]) if raw["box"] else None)
