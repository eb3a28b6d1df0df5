"""Tables of mail pieces, their parts, and the custody ledger."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from mi_desktop.basics.words import Words
from mi_desktop.intake.model import (
    Channel,
    LedgerLine,
    MailPiece,
    Page,
    PageRef,
    Part,
    PieceStatus,
    Refusal,
    Sender,
    codes_of,
)
from mi_desktop.storage import Code, Table, Versioned
from mi_desktop.storage.errors import RecordMissing

_MEASURES = ("width", "height", "dpi_x", "dpi_y", "blank", "codes")


class PieceRow(Versioned, Table):
    """A mail piece."""

    __tablename__ = "piece"
    __table_args__ = (UniqueConstraint("year", "serial"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[Code] = mapped_column(unique=True)
    year: Mapped[int]
    serial: Mapped[int]
    channel: Mapped[Code]
    status: Mapped[Code] = mapped_column(index=True)
    received_at: Mapped[datetime]
    taken_at: Mapped[datetime]
    source: Mapped[str]
    sha256: Mapped[Code] = mapped_column(index=True)
    original_id: Mapped[Code] = mapped_column(ForeignKey("document.id"))
    subject: Mapped[str]
    sender_name: Mapped[str]
    sender_address: Mapped[str]
    duplicate_of: Mapped[Code | None] = mapped_column(info={"plain": True})
    warnings: Mapped[list[Any]]
    declined_because: Mapped[str]
    parts: Mapped[list["PartRow"]] = relationship(
        order_by="PartRow.position", back_populates="piece", lazy="selectin"
    )


class PartRow(Table):
    """A part of a piece; its pages are measured once and only ever turned."""

    __tablename__ = "part"

    id: Mapped[str] = mapped_column(primary_key=True)
    piece_id: Mapped[Code] = mapped_column(ForeignKey("piece.id"), index=True)
    position: Mapped[int]
    document_id: Mapped[Code] = mapped_column(ForeignKey("document.id"))
    view_id: Mapped[Code | None] = mapped_column(ForeignKey("document.id"), info={"plain": True})
    name: Mapped[str]
    media_type: Mapped[Code]
    sha256: Mapped[Code]
    depth: Mapped[int]
    first_page: Mapped[int]
    pages: Mapped[list[Any]]
    turned: Mapped[dict[str, Any]] = mapped_column(info={"plain": True})
    problem: Mapped[dict[str, Any]]
    piece: Mapped[PieceRow] = relationship(back_populates="parts")


class CustodyRow(Table):
    """One line of the custody ledger."""

    __tablename__ = "custody"

    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    source: Mapped[str]
    sha256: Mapped[Code] = mapped_column(index=True)
    size: Mapped[int]
    status: Mapped[Code]
    code: Mapped[Code]
    document_id: Mapped[Code | None] = mapped_column(
        ForeignKey("document.id"), info={"plain": True}
    )
    piece_number: Mapped[Code | None] = mapped_column(info={"plain": True})


def next_serial(session: Session, year: int) -> int:
    """The year's next number; gap-free, as it is taken inside the piece's transaction."""
    last = session.scalar(select(func.max(PieceRow.serial)).where(PieceRow.year == year))
    return (last or 0) + 1


def number_of(year: int, serial: int) -> str:
    """`P-2026-00012`."""
    return f"P-{year}-{serial:05d}"


def earlier_numbers(session: Session, sha256: str) -> list[str]:
    """Numbers of the pieces that came from the same bytes, oldest first."""
    query = select(PieceRow.number).where(PieceRow.sha256 == sha256)
    return list(session.scalars(query.order_by(PieceRow.year, PieceRow.serial)))


def add_piece(session: Session, piece: MailPiece) -> None:
    """Enters a piece with its parts."""
    _, year, serial = piece.number.split("-")
    session.add(
        PieceRow(
            **{
                name: getattr(piece, name)
                for name in (
                    *("id", "number", "received_at", "taken_at", "source", "sha256"),
                    *("original_id", "subject", "duplicate_of", "declined_because"),
                )
            },
            year=int(year),
            serial=int(serial),
            channel=piece.channel.value,
            status=piece.status.value,
            sender_name=piece.sender.name,
            sender_address=piece.sender.address,
            warnings=[asdict(w) for w in piece.warnings],
            parts=[_part_row(part) for part in piece.parts],
        )
    )


def pieces(session: Session, status: PieceStatus | None = None) -> list[MailPiece]:
    """All pieces, or those of a status, oldest receipt first."""
    query = select(PieceRow).order_by(PieceRow.received_at, PieceRow.number)
    if status is not None:
        query = query.where(PieceRow.status == status.value)
    return [_piece(row) for row in session.scalars(query)]


def newest(session: Session, status: PieceStatus, most: int) -> list[MailPiece]:
    """The newest pieces of a status, oldest receipt first."""
    query = select(PieceRow).where(PieceRow.status == status.value)
    query = query.order_by(PieceRow.received_at.desc(), PieceRow.number.desc()).limit(most)
    return [_piece(row) for row in session.scalars(query)][::-1]


def pieces_by_id(session: Session, ids: Sequence[str]) -> list[MailPiece]:
    """The pieces in the order asked for; unknown ids are left out."""
    rows = session.scalars(select(PieceRow).where(PieceRow.id.in_(ids)))
    found = {row.id: _piece(row) for row in rows}
    return [found[i] for i in ids if i in found]


def piece(session: Session, piece_id: str) -> MailPiece:
    """One piece.

    Raises:
        RecordMissing: no such piece.
    """
    return _piece(_row(session, piece_id))


def piece_by_number(session: Session, number: str) -> MailPiece:
    """The piece with this number.

    Raises:
        RecordMissing: no such piece.
    """
    row = session.scalar(select(PieceRow).where(PieceRow.number == number))
    if row is None:
        raise RecordMissing(kind="mail piece", key=number)
    return _piece(row)


def part(session: Session, part_id: str) -> Part:
    """One part.

    Raises:
        RecordMissing: no such part.
    """
    return _part(_part_of(session, part_id))


def set_status(session: Session, piece_id: str, status: PieceStatus, because: str = "") -> None:
    """Changes where a piece is on its way."""
    row = _row(session, piece_id)
    row.status = status.value
    row.declined_because = because


def set_rotation(session: Session, ref: PageRef, degrees: int) -> None:
    """Keeps how a person turned a page.

    Raises:
        RecordMissing: no such page.
    """
    row = _part_of(session, ref.part_id)
    if not 1 <= ref.number <= len(row.pages):
        raise RecordMissing(kind="page", key=f"{ref.part_id}/{ref.number}")
    row.turned = {**row.turned, str(ref.number): degrees}


def move_parts(session: Session, part_ids: Sequence[str], piece_id: str, first: int) -> None:
    """Hands parts to another piece, at positions from `first` on."""
    for position, part_id in enumerate(part_ids, first):
        row = _part_of(session, part_id)
        row.piece = _row(session, piece_id)
        row.position = position


def keep_first_pages(session: Session, part_id: str, count: int) -> None:
    """Shortens a part to its first pages; the document itself stays whole."""
    row = _part_of(session, part_id)
    row.pages = row.pages[:count]
    row.turned = {n: d for n, d in row.turned.items() if int(n) <= count}


def add_part(session: Session, part: Part) -> None:
    """Enters one more part of a piece that is there."""
    row = _part_row(part)
    row.piece = _row(session, part.piece_id)
    session.add(row)


def add_custody(session: Session, line_id: str, line: LedgerLine) -> None:
    """Enters a line of the custody ledger."""
    session.add(CustodyRow(id=line_id, **vars(line)))


def ledger(session: Session) -> list[LedgerLine]:
    """The custody ledger, oldest first."""
    names = LedgerLine.__dataclass_fields__
    rows = session.scalars(select(CustodyRow).order_by(CustodyRow.at, CustodyRow.id))
    return [LedgerLine(**{n: getattr(row, n) for n in names}) for row in rows]


def _row(session: Session, piece_id: str) -> PieceRow:
    row = session.get(PieceRow, piece_id)
    if row is None:
        raise RecordMissing(kind="mail piece", key=piece_id)
    return row


def _part_of(session: Session, part_id: str) -> PartRow:
    row = session.get(PartRow, part_id)
    if row is None:
        raise RecordMissing(kind="document", key=part_id)
    return row


def _piece(row: PieceRow) -> MailPiece:
    parts = tuple(_part(p) for p in row.parts)
    return MailPiece(
        id=row.id,
        number=row.number,
        channel=Channel(row.channel),
        status=PieceStatus(row.status),
        received_at=row.received_at,
        taken_at=row.taken_at,
        source=row.source,
        sha256=row.sha256,
        original_id=row.original_id,
        subject=row.subject,
        sender=Sender(row.sender_name, row.sender_address),
        duplicate_of=row.duplicate_of,
        codes=codes_of(parts),
        warnings=tuple(Words(**w) for w in row.warnings),
        parts=parts,
        declined_because=row.declined_because,
    )


def _part(row: PartRow) -> Part:
    return Part(
        id=row.id,
        piece_id=row.piece_id,
        document_id=row.document_id,
        name=row.name,
        media_type=row.media_type,
        sha256=row.sha256,
        depth=row.depth,
        position=row.position,
        first_page=row.first_page,
        pages=tuple(_page(row, n, measures) for n, measures in enumerate(row.pages, 1)),
        view_id=row.view_id,
        problem=_refusal(row.problem) if row.problem else None,
    )


def _page(row: PartRow, number: int, measures: list[Any]) -> Page:
    known = dict(zip(_MEASURES, measures, strict=True))
    known["codes"] = tuple(known["codes"])
    return Page(PageRef(row.id, number), rotation=row.turned.get(str(number), 0), **known)


def _part_row(part: Part) -> PartRow:
    return PartRow(
        **{
            name: getattr(part, name)
            for name in (
                *("id", "position", "document_id", "view_id", "name", "media_type"),
                *("sha256", "depth", "first_page"),
            )
        },
        pages=[[getattr(page, name) for name in _MEASURES] for page in part.pages],
        turned={str(p.ref.number): p.rotation for p in part.pages if p.rotation},
        problem=asdict(part.problem) if part.problem else {},
    )


def _refusal(kept: dict[str, Any]) -> Refusal:
    return Refusal(kept["code"], Words(**kept["words"]), Words(**kept["advice"]))
