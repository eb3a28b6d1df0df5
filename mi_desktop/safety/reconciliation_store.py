"""Tables of reconciliations and of answers that are read again."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.safety.errors import NoReread, NoRun
from mi_desktop.safety.model import HandOffKind
from mi_desktop.safety.reconciling import Difference, Line, Result, Run
from mi_desktop.safety.tracking import Rereading, Sample
from mi_desktop.storage import Code, Table


class RunRow(Table):
    """A reconciliation with the department's list, sealed as it came."""

    __tablename__ = "reconciliation"

    id: Mapped[Code] = mapped_column(primary_key=True)
    number: Mapped[Code] = mapped_column(unique=True)
    kind: Mapped[Code]
    since: Mapped[date | None]
    until: Mapped[date | None]
    source: Mapped[str]
    source_sha256: Mapped[Code]
    source_id: Mapped[Code] = mapped_column(ForeignKey("document.id"))
    columns: Mapped[dict[str, Any]]
    made_at: Mapped[datetime]
    made_by: Mapped[Code]
    signed_at: Mapped[datetime | None]
    pdf_id: Mapped[Code | None] = mapped_column(ForeignKey("document.id"))
    csv_id: Mapped[Code | None] = mapped_column(ForeignKey("document.id"))


class LineRow(Table):
    """One line of a reconciliation."""

    __tablename__ = "reconciliation_line"

    run_id: Mapped[Code] = mapped_column(ForeignKey("reconciliation.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    row: Mapped[int]
    number: Mapped[str]
    result: Mapped[Code]
    ours: Mapped[dict[str, Any]]
    theirs: Mapped[dict[str, Any]]
    differs: Mapped[list[Any]]
    owner: Mapped[str]
    cause: Mapped[Code]
    note: Mapped[str]
    closed_at: Mapped[datetime | None]
    carried_from: Mapped[Code]


class SampleRow(Table):
    """Which answers of a month were drawn."""

    __tablename__ = "reread_sample"

    id: Mapped[Code] = mapped_column(primary_key=True)
    period: Mapped[Code] = mapped_column(unique=True)
    seed: Mapped[int]
    percent: Mapped[int]
    least: Mapped[int]
    population: Mapped[int]
    made_at: Mapped[datetime]
    made_by: Mapped[Code]


class ItemRow(Table):
    """One answer that is read again."""

    __tablename__ = "reread_item"

    sample_id: Mapped[Code] = mapped_column(ForeignKey("reread_sample.id"), primary_key=True)
    inquiry_id: Mapped[Code] = mapped_column(ForeignKey("assessment.inquiry_id"), primary_key=True)
    first_by: Mapped[Code]
    first_at: Mapped[datetime]
    result: Mapped[Code]
    by: Mapped[Code]
    at: Mapped[datetime | None]
    note: Mapped[str]


def count_runs(session: Session, start: str) -> int:
    """How many reconciliations have a number that begins so."""
    query = select(func.count()).select_from(RunRow).where(RunRow.number.startswith(start))
    return session.scalar(query) or 0


def add_run(session: Session, run: Run, source_id: str) -> None:
    """Enters a reconciliation with its lines."""
    session.add(
        RunRow(
            id=run.id,
            number=run.number,
            kind=run.kind.value,
            since=run.since,
            until=run.until,
            source=run.source,
            source_sha256=run.source_sha256,
            source_id=source_id,
            columns=dict(run.columns),
            made_at=run.made_at,
            made_by=run.made_by,
        )
    )
    session.flush()
    for line in run.lines:
        facts = {**vars(line), "result": line.result.value}
        facts |= {"ours": dict(line.ours), "theirs": dict(line.theirs)}
        facts["differs"] = [asdict(d) for d in line.differs]
        session.add(LineRow(run_id=run.id, **facts))


def run_row(session: Session, run_id: str) -> RunRow:
    """The row of one reconciliation.

    Raises:
        NoRun: none has this id.
    """
    row = session.get(RunRow, run_id)
    if row is None:
        raise NoRun
    return row


def line_row(session: Session, run_id: str, position: int) -> LineRow:
    """The row of one line, to be changed in its session.

    Raises:
        NoRun: there is none.
    """
    row = session.get(LineRow, (run_id, position))
    if row is None:
        raise NoRun
    return row


def runs(session: Session, kind: HandOffKind | None = None) -> list[Run]:
    """Every reconciliation with its lines, without signatures, the newest first."""
    query = select(RunRow).order_by(RunRow.made_at.desc(), RunRow.id.desc())
    if kind is not None:
        query = query.where(RunRow.kind == kind.value)
    lines: dict[str, list[Line]] = {}
    for line in session.scalars(select(LineRow).order_by(LineRow.run_id, LineRow.position)):
        lines.setdefault(line.run_id, []).append(_line(line))
    return [to_run(row, lines.get(row.id, [])) for row in session.scalars(query)]


def lines_of(session: Session, run_id: str) -> list[Line]:
    """The lines of one reconciliation, in order."""
    query = select(LineRow).where(LineRow.run_id == run_id).order_by(LineRow.position)
    return [_line(row) for row in session.scalars(query)]


def to_run(row: RunRow, lines: Iterable[Line]) -> Run:
    """A row as the noun, without its signature."""
    return Run(
        id=row.id,
        number=row.number,
        kind=HandOffKind(row.kind),
        since=row.since,
        until=row.until,
        source=row.source,
        source_sha256=row.source_sha256,
        columns=row.columns,
        made_at=row.made_at,
        made_by=row.made_by,
        lines=tuple(lines),
    )


def _line(row: LineRow) -> Line:
    return Line(
        position=row.position,
        row=row.row,
        number=row.number,
        result=Result(row.result),
        ours=row.ours,
        theirs=row.theirs,
        differs=tuple(Difference(**d) for d in row.differs),
        owner=row.owner,
        cause=row.cause,
        note=row.note,
        closed_at=row.closed_at,
        carried_from=row.carried_from,
    )


def add_sample(session: Session, sample: Sample, made: tuple[str, datetime]) -> None:
    """Enters a sample with its answers; `made` is by whom and when (UTC)."""
    facts = {k: v for k, v in vars(sample).items() if k != "items"}
    session.add(SampleRow(**facts, made_by=made[0], made_at=made[1]))
    session.flush()
    for item in sample.items:
        kept = {k: v for k, v in vars(item).items() if k != "period"}
        session.add(ItemRow(**kept))


def samples(session: Session) -> list[Sample]:
    """Every sample, the newest period first."""
    items: dict[str, list[Rereading]] = {}
    rows = list(session.scalars(select(SampleRow).order_by(SampleRow.period.desc())))
    periods = {row.id: row.period for row in rows}
    for item in session.scalars(select(ItemRow).order_by(ItemRow.inquiry_id)):
        items.setdefault(item.sample_id, []).append(to_rereading(item, periods[item.sample_id]))
    return [
        Sample(
            row.id,
            row.period,
            row.seed,
            row.percent,
            row.least,
            row.population,
            tuple(items.get(row.id, ())),
        )
        for row in rows
    ]


def waiting_item(session: Session, inquiry_id: str) -> ItemRow:
    """The row of an answer that waits to be read again, to be changed in its session.

    Raises:
        NoReread: it waits in no sample.
    """
    row = session.scalar(
        select(ItemRow).where(ItemRow.inquiry_id == inquiry_id, ItemRow.result == "")
    )
    if row is None:
        raise NoReread
    return row


def to_rereading(row: ItemRow, period: str) -> Rereading:
    """A row as the noun."""
    return Rereading(
        sample_id=row.sample_id,
        period=period,
        inquiry_id=row.inquiry_id,
        first_by=row.first_by,
        first_at=row.first_at,
        result=row.result,
        by=row.by,
        at=row.at,
        note=row.note,
    )
