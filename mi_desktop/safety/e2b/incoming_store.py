"""Tables of E2B files that came in, and of what became of each report or answer in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.basics.words import Words
from mi_desktop.safety.e2b.comparing import Difference
from mi_desktop.safety.e2b.matching import Matched, Outcome
from mi_desktop.safety.store import told, untold
from mi_desktop.storage import Code, Table


class FileRow(Table):
    """A file as it came; the database refuses to change the row."""

    __tablename__ = "e2b_file"

    id: Mapped[Code] = mapped_column(primary_key=True)
    handoff_id: Mapped[Code | None] = mapped_column(ForeignKey("handoff.id"), index=True)
    kind: Mapped[Code]
    name: Mapped[str]
    document_id: Mapped[Code] = mapped_column(ForeignKey("document.id"))
    sha256: Mapped[Code]
    taken_at: Mapped[datetime]
    taken_by: Mapped[Code]
    reports: Mapped[int]
    elements: Mapped[int]
    unknown: Mapped[list[Any]] = mapped_column(JSON)


class LineRow(Table):
    """What became of one report, or one answer, of a file."""

    __tablename__ = "e2b_line"

    file_id: Mapped[Code] = mapped_column(ForeignKey("e2b_file.id"), primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    handoff_id: Mapped[Code | None] = mapped_column(ForeignKey("handoff.id"), index=True)
    theirs: Mapped[Code]
    outcome: Mapped[Code]
    said: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    revision: Mapped[int]
    differs: Mapped[list[Any]] = mapped_column(JSON)


@dataclass(frozen=True)
class Incoming:
    """A file of others, beside the case it was about.

    Attributes:
        kind: `report` or `acknowledgement`.
        sha256: hex digest of the file, byte for byte as it came.
        taken_at: UTC; `taken_by` is a user id.
        reports: how many reports or answers stand in it, and `elements` how many data elements.
        unknown: places in it that no element of ours stands for; they are kept in the file.
        line: which of its reports or answers this is, from 1.
        theirs: the number they name.
        revision: of the case that the report became; 0 for an acknowledgement.
        differs: element by element, what the case held before and what the report says.
    """

    file_id: str
    kind: str
    name: str
    sha256: str
    taken_at: datetime
    taken_by: str
    reports: int
    elements: int
    unknown: tuple[str, ...]
    line: int
    theirs: str
    outcome: Outcome
    said: Words | None
    revision: int
    differs: tuple[Difference, ...]


def add_line(
    session: Session,
    at: tuple[str, int, str | None],
    became: Matched,
    filled: tuple[int, Sequence[Difference]] = (0, ()),
) -> None:
    """Enters what became of a line.

    Args:
        session: a transaction.
        at: the file, the number of the line in it, and the hand-off it is about, if any.
        became: of it.
        filled: the case's revision, and the elements that differ from the one before.
    """
    file_id, line, handoff_id = at
    revision, differs = filled
    session.add(
        LineRow(
            file_id=file_id,
            line=line,
            handoff_id=handoff_id,
            theirs=became.theirs,
            outcome=became.outcome,
            said=told(became.words),
            revision=revision,
            differs=[[d.element, list(d.at), d.ours, d.theirs] for d in differs],
        )
    )


def incoming(session: Session, handoff_id: str | None) -> tuple[Incoming, ...]:
    """What came in for a hand-off, the oldest first; for none, what no case took."""
    query = (
        select(FileRow, LineRow)
        .join(LineRow, LineRow.file_id == FileRow.id)
        .where(LineRow.handoff_id == handoff_id)
        .order_by(FileRow.taken_at, FileRow.id, LineRow.line)
    )
    return tuple(_incoming(file, line) for file, line in session.execute(query))


def _incoming(file: FileRow, line: LineRow) -> Incoming:
    differs = (Difference(e, tuple(at), ours, theirs) for e, at, ours, theirs in line.differs)
    return Incoming(
        file_id=file.id,
        kind=file.kind,
        name=file.name,
        sha256=file.sha256,
        taken_at=file.taken_at,
        taken_by=file.taken_by,
        reports=file.reports,
        elements=file.elements,
        unknown=tuple(file.unknown),
        line=line.line,
        theirs=line.theirs,
        outcome=Outcome(line.outcome),
        said=untold(line.said),
        revision=line.revision,
        differs=tuple(differs),
    )
