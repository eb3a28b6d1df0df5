"""Tables of backups made, holds, requests about personal data, and what was erased."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.basics.ids import new_id
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
    outcome: Mapped[str] = mapped_column(server_default="")


class ErasureRow(Table):
    """What was erased or pseudonymised: names nobody, and is done again after a restore."""

    __tablename__ = "erasure"

    subject_id: Mapped[Code] = mapped_column(primary_key=True)
    kind: Mapped[Code]
    way: Mapped[Code]
    pseudonym: Mapped[Code]
    at: Mapped[datetime]
    request_id: Mapped[Code]


class FormerRow(Table):
    """The details of a requester that were put right; kept, and shown for a reason alone."""

    __tablename__ = "former_requester"

    id: Mapped[Code] = mapped_column(primary_key=True)
    inquiry_id: Mapped[Code] = mapped_column(ForeignKey("inquiry.id"), index=True)
    details: Mapped[dict[str, Any]]
    by: Mapped[Code]
    at: Mapped[datetime]


class AuthorisationEndRow(Table):
    """The day on which a product's marketing authorisation ended (GD-03)."""

    __tablename__ = "authorisation_end"

    product_id: Mapped[Code] = mapped_column(primary_key=True)
    ended_on: Mapped[date]
    by: Mapped[Code]
    at: Mapped[datetime]


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


def put_authorisation_end(session: Session, product_id: str, ended: date | None) -> None:
    """Enters the day on which a product's authorisation ended; None: it has not."""
    row = session.get(AuthorisationEndRow, product_id)
    if ended is None:
        if row is not None:
            session.delete(row)
        return
    deed = session.info["deed"]
    if row is None:
        row = AuthorisationEndRow(product_id=product_id)
        session.add(row)
    row.ended_on, row.by, row.at = ended, deed.by, deed.at


def authorisation_ends(session: Session) -> dict[str, date]:
    """By product, the day on which its authorisation ended."""
    return {r.product_id: r.ended_on for r in session.scalars(select(AuthorisationEndRow))}


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
            outcome=request.outcome,
        )
    )


def finish_request(
    session: Session,
    request_id: str,
    done: tuple[datetime, str | None],
    receipt_id: str | None,
    outcome: str = "",
) -> None:
    """Closes a request: when and by whom, with its receipt and what was done.

    Raises:
        RequestMissing: none is open under this id.
    """
    row = session.get(RequestRow, request_id)
    if row is None or row.state != _OPEN:
        raise RequestMissing
    row.state, row.receipt_id = _DONE, receipt_id
    row.done_at, row.confirmed_by = done
    row.outcome = outcome or row.outcome


def close_request(session: Session, request: Request, receipt_id: str | None) -> None:
    """Enters a request as done now by the deed's user, or closes the one that was open.

    Raises:
        RequestMissing: it was open, and a colleague closed it.
    """
    deed = session.info["deed"]
    if request.open:
        finish_request(session, request.id, (deed.at, deed.by), receipt_id)
        row = session.get_one(RequestRow, request.id)
        row.identity = request.identity or row.identity
        row.subjects = list(request.subjects)
    else:
        add_request(session, replace(request, done_at=deed.at, receipt_id=receipt_id))


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
            outcome=row.outcome,
        )
        for row in session.scalars(query)
    ]


def add_former(session: Session, inquiry_id: str, details: dict[str, Any]) -> None:
    """Keeps the details of a requester that are about to be put right."""
    deed = session.info["deed"]
    session.add(
        FormerRow(id=new_id(), inquiry_id=inquiry_id, details=details, by=deed.by, at=deed.at)
    )


def former(session: Session, inquiry_id: str) -> list[tuple[datetime, dict[str, Any]]]:
    """What stood there before, and until when (UTC); the latest first."""
    query = select(FormerRow).where(FormerRow.inquiry_id == inquiry_id)
    rows = session.scalars(query.order_by(FormerRow.at.desc(), FormerRow.id.desc()))
    return [(row.at, row.details) for row in rows]


# Erasures


def add_erasure(session: Session, erased: Erased) -> None:
    """Enters that a subject's data went; at most once."""
    if session.get(ErasureRow, erased.subject_id) is None:
        session.add(ErasureRow(**{**vars(erased), "way": erased.way.value}))


def drop_erasures(session: Session, pseudonym: str) -> None:
    """Takes out what went under a random name and came back."""
    where = (ErasureRow.pseudonym == pseudonym, ErasureRow.way == Way.SEALED.value)
    for row in session.scalars(select(ErasureRow).where(*where)):
        session.delete(row)


def shred_erasures(session: Session, pseudonym: str) -> None:
    """What went under a random name cannot come back any more."""
    where = (ErasureRow.pseudonym == pseudonym, ErasureRow.way == Way.SEALED.value)
    for row in session.scalars(select(ErasureRow).where(*where)):
        row.way = Way.PSEUDONYMISED.value


def erasures(session: Session) -> list[Erased]:
    """Everything that was erased, the oldest first."""
    rows = session.scalars(select(ErasureRow).order_by(ErasureRow.at, ErasureRow.subject_id))
    names = Erased.__dataclass_fields__
    return [Erased(**{**{n: getattr(row, n) for n in names}, "way": Way(row.way)}) for row in rows]
