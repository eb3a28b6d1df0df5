"""Tables of backups made, holds, requests about personal data, and what was erased."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.basics.words import Words
from mi_desktop.keeping.errors import RequestMissing
from mi_desktop.keeping.model import (
    Erased,
    Hold,
    Person,
    Request,
    RequestKind,
    Run,
    RunKind,
    RunState,
    Way,
)
from mi_desktop.storage import Code, Table

_OPEN, _DONE = "open", "done"
_RUNS_SHOWN = 50


class BackupRunRow(Table):
    """A backup or a restore drill; what the disk said may hold anything, so it is no plain text."""

    __tablename__ = "backup_run"

    id: Mapped[Code] = mapped_column(primary_key=True)
    kind: Mapped[Code]
    place: Mapped[str]
    state: Mapped[Code]
    begun_at: Mapped[datetime] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]
    records: Mapped[int]
    documents: Mapped[int]
    sha256: Mapped[Code]
    damaged: Mapped[int]
    problem: Mapped[dict[str, Any] | None]
    seen: Mapped[bool]


class HoldRow(Table):
    """A legal hold on an inquiry or on a person."""

    __tablename__ = "legal_hold"

    id: Mapped[Code] = mapped_column(primary_key=True)
    inquiry_id: Mapped[Code | None] = mapped_column(info={"plain": True}, index=True)
    person: Mapped[dict[str, Any] | None]
    why: Mapped[str]
    by: Mapped[Code]
    at: Mapped[datetime]
    lifted_at: Mapped[datetime | None]
    lifted_by: Mapped[Code | None] = mapped_column(info={"plain": True})


class RequestRow(Table):
    """A request about personal data, or a proposed destruction; subjects are numbers."""

    __tablename__ = "person_request"

    id: Mapped[Code] = mapped_column(primary_key=True)
    kind: Mapped[Code]
    state: Mapped[Code]
    asked_at: Mapped[datetime]
    due: Mapped[datetime]
    identity: Mapped[str]
    by: Mapped[Code]
    done_at: Mapped[datetime | None]
    confirmed_by: Mapped[Code | None] = mapped_column(info={"plain": True})
    subjects: Mapped[list[Any]] = mapped_column(info={"plain": True})
    receipt_id: Mapped[Code | None] = mapped_column(ForeignKey("document.id"), info={"plain": True})


class ErasureRow(Table):
    """What was erased or pseudonymised: names nobody, and is done again after a restore."""

    __tablename__ = "erasure"

    subject_id: Mapped[Code] = mapped_column(primary_key=True)
    kind: Mapped[Code]
    way: Mapped[Code]
    pseudonym: Mapped[Code]
    at: Mapped[datetime]
    request_id: Mapped[Code]


# Backups and drills


def put_run(session: Session, run: Run) -> None:
    """Enters a run, or what became of it."""
    row = session.get(BackupRunRow, run.id)
    if row is None:
        row = BackupRunRow(id=run.id, kind=run.kind, place=run.place, begun_at=run.begun_at)
        session.add(row)
    row.state, row.ended_at, row.seen = run.state, run.ended_at, run.seen
    row.records, row.documents, row.damaged = run.records, run.documents, run.damaged
    row.sha256 = run.sha256
    row.problem = _kept(run.problem) if run.problem else None


def _kept(problem: Words) -> dict[str, Any]:
    facts = {name: str(fact) for name, fact in problem.facts.items()}
    return {"template": problem.template, "facts": facts}


def runs(session: Session) -> list[Run]:
    """The latest first."""
    query = select(BackupRunRow).order_by(BackupRunRow.begun_at.desc(), BackupRunRow.id.desc())
    return [_run(row) for row in session.scalars(query.limit(_RUNS_SHOWN))]


def last_good(session: Session) -> Run | None:
    """The latest backup that was read back whole."""
    query = (
        select(BackupRunRow)
        .where(BackupRunRow.state == RunState.DONE, BackupRunRow.kind != RunKind.DRILL)
        .order_by(BackupRunRow.begun_at.desc())
        .limit(1)
    )
    row = session.scalars(query).one_or_none()
    return _run(row) if row else None


def _run(row: BackupRunRow) -> Run:
    return Run(
        id=row.id,
        kind=RunKind(row.kind),
        place=row.place,
        state=RunState(row.state),
        begun_at=row.begun_at,
        ended_at=row.ended_at,
        records=row.records,
        documents=row.documents,
        sha256=row.sha256,
        damaged=row.damaged,
        problem=Words(row.problem["template"], row.problem["facts"]) if row.problem else None,
        seen=row.seen,
    )


# Holds


def add_hold(session: Session, hold: Hold) -> None:
    """Enters a hold."""
    session.add(
        HoldRow(
            id=hold.id,
            inquiry_id=hold.inquiry_id,
            person=vars(hold.person) if hold.person else None,
            why=hold.why,
            by=hold.by,
            at=hold.at,
        )
    )


def lift_hold(session: Session, hold_id: str, by: str, at: datetime) -> None:
    """Ends a hold; nothing happens where it ended before."""
    row = session.get(HoldRow, hold_id)
    if row is not None and row.lifted_at is None:
        row.lifted_at, row.lifted_by = at, by


def holds(session: Session) -> list[Hold]:
    """The holds in force, the oldest first."""
    query = select(HoldRow).where(HoldRow.lifted_at.is_(None)).order_by(HoldRow.at)
    return [
        Hold(
            row.id,
            row.inquiry_id,
            Person(**row.person) if row.person else None,
            row.why,
            row.by,
            row.at,
        )
        for row in session.scalars(query)
    ]


# Requests


def add_request(session: Session, request: Request) -> None:
    """Enters a request."""
    session.add(
        RequestRow(
            id=request.id,
            kind=request.kind,
            state=_OPEN if request.open else _DONE,
            asked_at=request.asked_at,
            due=request.due,
            identity=request.identity,
            by=request.by,
            done_at=request.done_at,
            subjects=list(request.subjects),
            receipt_id=request.receipt_id,
        )
    )


def finish_request(
    session: Session,
    request_id: str,
    at: datetime,
    receipt_id: str | None,
    confirmed_by: str | None,
) -> None:
    """Closes a request.

    Raises:
        RequestMissing: none is open under this id.
    """
    row = session.get(RequestRow, request_id)
    if row is None or row.state != _OPEN:
        raise RequestMissing
    row.state, row.done_at = _DONE, at
    row.receipt_id, row.confirmed_by = receipt_id, confirmed_by


def requests(session: Session) -> list[Request]:
    """All of them, the latest first."""
    query = select(RequestRow).order_by(RequestRow.asked_at.desc(), RequestRow.id.desc())
    return [
        Request(
            id=row.id,
            kind=RequestKind(row.kind),
            open=row.state == _OPEN,
            asked_at=row.asked_at,
            due=row.due,
            identity=row.identity,
            by=row.by,
            subjects=tuple(row.subjects),
            done_at=row.done_at,
            confirmed_by=row.confirmed_by,
            receipt_id=row.receipt_id,
        )
        for row in session.scalars(query)
    ]


# Erasures


def add_erasure(session: Session, erased: Erased) -> None:
    """Enters that a subject's data went; at most once."""
    if session.get(ErasureRow, erased.subject_id) is None:
        session.add(ErasureRow(**{**vars(erased), "way": erased.way.value}))


def erasures(session: Session) -> list[Erased]:
    """Everything that was erased, the oldest first."""
    rows = session.scalars(select(ErasureRow).order_by(ErasureRow.at, ErasureRow.subject_id))
    names = Erased.__dataclass_fields__
    return [Erased(**{**{n: getattr(row, n) for n in names}, "way": Way(row.way)}) for row in rows]
