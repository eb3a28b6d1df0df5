"""Tables of inquiries and their questions."""

from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, func, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from mi_desktop.inquiries.model import (
    Closing,
    ClosingReason,
    Inquiry,
    Question,
    Requester,
    RequesterType,
    Status,
)
from mi_desktop.intake import Channel
from mi_desktop.ocr import Box, Region
from mi_desktop.storage import Code, Table, Versioned

_REQUESTER = [f.name for f in fields(Requester)]


class InquiryRow(Table):
    """An inquiry with its requester."""

    __tablename__ = "inquiry"
    # A page of one status, the latest first, is read from the index and never sorted.
    __table_args__ = (Index(None, "status", "received_at", "id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[Code] = mapped_column(unique=True)
    status: Mapped[Code]
    channel: Mapped[Code]
    received_at: Mapped[datetime] = mapped_column(index=True)
    first_aware_at: Mapped[datetime]
    registered_at: Mapped[datetime]
    dispatched_at: Mapped[datetime | None]
    owner: Mapped[Code]
    language: Mapped[Code]
    name: Mapped[str]
    type: Mapped[Code]
    organisation: Mapped[str]
    street: Mapped[str]
    postcode: Mapped[str]
    city: Mapped[str]
    country: Mapped[Code]
    email: Mapped[str] = mapped_column(index=True)
    phone: Mapped[str] = mapped_column(index=True)
    name_key: Mapped[str] = mapped_column(index=True)
    version: Mapped[int] = mapped_column()
    questions: Mapped[list["QuestionRow"]] = relationship(
        order_by="QuestionRow.position", lazy="selectin"
    )
    pieces: Mapped[list["FiledRow"]] = relationship(order_by="FiledRow.at", lazy="selectin")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class QuestionRow(Versioned, Table):
    """A question; the database refuses to change its verbatim text."""

    __tablename__ = "question"

    id: Mapped[str] = mapped_column(primary_key=True)
    inquiry_id: Mapped[Code] = mapped_column(ForeignKey("inquiry.id"), index=True)
    position: Mapped[int]
    verbatim: Mapped[str]
    language: Mapped[Code]
    product_id: Mapped[Code | None]
    topic: Mapped[Code]
    evidence: Mapped[dict[str, Any] | None]


class FiledRow(Table):
    """Which piece belongs to which inquiry; a piece to one at most."""

    __tablename__ = "filed_piece"

    piece_id: Mapped[str] = mapped_column(primary_key=True)
    inquiry_id: Mapped[Code] = mapped_column(ForeignKey("inquiry.id"), index=True)
    at: Mapped[datetime]


class ClosingRow(Table):
    """An inquiry was closed or opened again; the database refuses to change it."""

    __tablename__ = "inquiry_closing"

    inquiry_id: Mapped[Code] = mapped_column(ForeignKey("inquiry.id"), primary_key=True)
    order: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    opened: Mapped[bool]
    reason: Mapped[Code]
    text: Mapped[str]
    status_before: Mapped[Code]
    at: Mapped[datetime]
    by: Mapped[Code]


def name_key(name: str) -> str:
    """A name without case, titles' dots and order: what two spellings have in common."""
    return " ".join(sorted(w.strip(".,").casefold() for w in name.split() if len(w) > 2))


def add(session: Session, inquiry: Inquiry) -> None:
    """Enters a new inquiry with its questions."""
    row = InquiryRow(
        id=inquiry.id,
        number=inquiry.number,
        status=inquiry.status,
        channel=inquiry.channel,
        received_at=inquiry.received_at,
        first_aware_at=inquiry.first_aware_at,
        registered_at=inquiry.registered_at,
        owner=inquiry.owner,
        language=inquiry.language,
    )
    set_requester(row, inquiry.requester)
    session.add(row)
    session.flush()
    for question in inquiry.questions:
        add_question(session, inquiry.id, question)


def add_question(session: Session, inquiry_id: str, question: Question) -> None:
    """Enters a question."""
    evidence = asdict(question.evidence) if question.evidence else None
    session.add(QuestionRow(inquiry_id=inquiry_id, **{**vars(question), "evidence": evidence}))


def set_requester(row: InquiryRow, requester: Requester) -> None:
    """Writes the requester's fields."""
    for field in _REQUESTER:
        setattr(row, field, getattr(requester, field))
    row.name_key = name_key(requester.name)


def row_of(session: Session, inquiry_id: str) -> InquiryRow | None:
    """The row, or None."""
    return session.get(InquiryRow, inquiry_id)


def by_number(session: Session, number: str) -> Inquiry | None:
    """The inquiry with this number."""
    row = session.scalars(select(InquiryRow).where(InquiryRow.number == number)).one_or_none()
    return to_inquiry(row) if row else None


def of_piece(session: Session, piece_id: str) -> Inquiry | None:
    """The inquiry that a piece belongs to."""
    filed = session.get(FiledRow, piece_id)
    row = session.get(InquiryRow, filed.inquiry_id) if filed else None
    return to_inquiry(row) if row else None


def page(
    session: Session, ids: list[str] | None, status: Status | None, limit: int
) -> list[Inquiry]:
    """Inquiries, the latest received first."""
    latest = (InquiryRow.received_at.desc(), InquiryRow.id.desc())
    query = select(InquiryRow).order_by(*latest).limit(limit)
    if ids is not None:
        query = query.where(InquiryRow.id.in_(ids))
    if status is not None:
        query = query.where(InquiryRow.status == status)
    return [to_inquiry(row) for row in session.scalars(query)]


def at_work(session: Session, limit: int) -> list[Inquiry]:
    """Inquiries before approval, the earliest received first."""
    early = (Status.REGISTERED, Status.IN_PROGRESS, Status.IN_REVIEW)
    query = select(InquiryRow).where(InquiryRow.status.in_(early))
    rows = session.scalars(query.order_by(InquiryRow.received_at, InquiryRow.id).limit(limit))
    return [to_inquiry(row) for row in rows]


def add_closing(session: Session, inquiry_id: str, closing: Closing) -> None:
    """Enters that an inquiry was closed or opened again."""
    last = session.scalar(
        select(func.max(ClosingRow.order)).where(ClosingRow.inquiry_id == inquiry_id)
    )
    session.add(
        ClosingRow(
            inquiry_id=inquiry_id,
            order=(last or 0) + 1,
            opened=closing.opened,
            reason=closing.reason.name if closing.reason else "",
            text=closing.text,
            status_before=closing.status_before,
            at=closing.at,
            by=closing.by,
        )
    )


def closings(session: Session, inquiry_id: str) -> list[Closing]:
    """Every closing and opening of an inquiry, the first one first."""
    query = select(ClosingRow).where(ClosingRow.inquiry_id == inquiry_id)
    return [
        Closing(
            row.opened,
            ClosingReason[row.reason] if row.reason else None,
            row.text,
            row.at,
            row.by,
            Status(row.status_before),
        )
        for row in session.scalars(query.order_by(ClosingRow.order))
    ]


def from_sender(session: Session, requester: Requester, since: datetime) -> list[Inquiry]:
    """Inquiries of the same e-mail address, phone or name since a time, the latest first."""
    same = [
        column == value
        for column, value in (
            (InquiryRow.email, requester.email),
            (InquiryRow.phone, requester.phone),
            (InquiryRow.name_key, name_key(requester.name)),
        )
        if value
    ]
    if not same:
        return []
    query = select(InquiryRow).where(or_(*same), InquiryRow.received_at >= since)
    rows = session.scalars(query.order_by(InquiryRow.received_at.desc()).limit(20))
    return [to_inquiry(row) for row in rows]


def to_inquiry(row: InquiryRow) -> Inquiry:
    """The row as its noun."""
    requester = {f: getattr(row, f) for f in _REQUESTER}
    return Inquiry(
        id=row.id,
        number=row.number,
        status=Status(row.status),
        channel=Channel(row.channel),
        received_at=row.received_at,
        first_aware_at=row.first_aware_at,
        registered_at=row.registered_at,
        owner=row.owner,
        language=row.language,
        requester=Requester(**{**requester, "type": RequesterType(row.type)}),
        questions=tuple(_question(q) for q in row.questions),
        piece_ids=tuple(f.piece_id for f in row.pieces),
        version=row.version,
        dispatched_at=row.dispatched_at,
    )


def _question(row: QuestionRow) -> Question:
    evidence = None
    if row.evidence:
        box = row.evidence["box"]
        evidence = Region(**{**row.evidence, "box": Box(**box) if box else None})
    return Question(
        row.id, row.position, row.verbatim, row.language, row.product_id, row.topic, evidence
    )
