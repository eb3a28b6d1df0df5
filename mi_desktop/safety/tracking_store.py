"""Tables of what comes after signing: packages' files, sending, questions, following up."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.basics.ids import new_id
from mi_desktop.safety.errors import NoFollowUp
from mi_desktop.safety.store import HandOffRow, QueryRow, told, untold
from mi_desktop.safety.tracking import (
    Attempt,
    Consent,
    ConsentState,
    FollowUp,
    FollowUpState,
    PackageFile,
    Query,
    Transmission,
    Trip,
    Way,
    Whom,
)
from mi_desktop.storage import Code, Table


class FileRow(Table):
    """One file of a frozen package."""

    __tablename__ = "handoff_file"

    handoff_id: Mapped[Code] = mapped_column(ForeignKey("handoff.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[Code] = mapped_column(primary_key=True)
    document_id: Mapped[Code] = mapped_column(ForeignKey("document.id"))
    sha256: Mapped[Code]
    size: Mapped[int]


class TransmissionRow(Table):
    """One version of a hand-off on its way; the server's words are audited as digests."""

    __tablename__ = "transmission"
    __table_args__ = (UniqueConstraint("handoff_id", "version"),)

    id: Mapped[Code] = mapped_column(primary_key=True)
    handoff_id: Mapped[Code] = mapped_column(ForeignKey("handoff.id"))
    version: Mapped[int]
    way: Mapped[Code]
    state: Mapped[Code] = mapped_column(index=True)
    attempts: Mapped[int]
    problem: Mapped[dict[str, Any] | None]
    message_id: Mapped[Code]
    queued_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    receipt: Mapped[str]


class FollowUpRow(Table):
    """A follow-up task."""

    __tablename__ = "follow_up"

    id: Mapped[Code] = mapped_column(primary_key=True)
    handoff_id: Mapped[Code] = mapped_column(ForeignKey("handoff.id"), index=True)
    code: Mapped[Code]
    what: Mapped[str]
    whom: Mapped[Code]
    due: Mapped[datetime]
    attempts_wanted: Mapped[int]
    state: Mapped[Code] = mapped_column(index=True)
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    outcome: Mapped[str]


class AttemptRow(Table):
    """One try to reach somebody."""

    __tablename__ = "follow_up_attempt"

    id: Mapped[Code] = mapped_column(primary_key=True)
    follow_up_id: Mapped[Code] = mapped_column(ForeignKey("follow_up.id"), index=True)
    at: Mapped[datetime]
    by: Mapped[Code]
    channel: Mapped[Code]
    note: Mapped[str]


class ConsentRow(Table):
    """What was said about being contacted; later rows count more."""

    __tablename__ = "consent"

    id: Mapped[Code] = mapped_column(primary_key=True)
    inquiry_id: Mapped[Code] = mapped_column(ForeignKey("assessment.inquiry_id"), index=True)
    whom: Mapped[Code]
    state: Mapped[Code]
    at: Mapped[datetime]
    by: Mapped[Code]
    source: Mapped[str]
    channel: Mapped[str]
    language: Mapped[Code]


def add_files(session: Session, place: tuple[str, int], files: Iterable[PackageFile]) -> None:
    """Enters the files of a package; `place` is the hand-off's id and the version."""
    for file in files:
        session.add(FileRow(handoff_id=place[0], version=place[1], **vars(file)))


def files(session: Session, handoff_id: str, version: int) -> list[PackageFile]:
    """The files of a package, by name."""
    query = (
        select(FileRow)
        .where(FileRow.handoff_id == handoff_id, FileRow.version == version)
        .order_by(FileRow.name)
    )
    return [
        PackageFile(row.name, row.document_id, row.sha256, row.size)
        for row in session.scalars(query)
    ]


def add_transmission(session: Session, sending: Transmission) -> None:
    """Enters a package that waits for its way out."""
    facts = {**vars(sending), "way": sending.way.value, "state": sending.state.value}
    session.add(TransmissionRow(**{**facts, "problem": told(sending.problem)}))


def transmissions(session: Session, state: Trip | None = None) -> list[Transmission]:
    """What is or was on its way, in the order of queueing."""
    query = select(TransmissionRow).order_by(TransmissionRow.queued_at, TransmissionRow.id)
    if state is not None:
        query = query.where(TransmissionRow.state == state.value)
    return [_transmission(row) for row in session.scalars(query)]


def transmission_of(session: Session, handoff_id: str, version: int) -> TransmissionRow | None:
    """The row of one version, to be changed in its session; None where it went as a sheet."""
    return session.scalar(
        select(TransmissionRow).where(
            TransmissionRow.handoff_id == handoff_id, TransmissionRow.version == version
        )
    )


def transmission_row(session: Session, transmission_id: str) -> TransmissionRow:
    """The row, to be changed in its session."""
    return session.get_one(TransmissionRow, transmission_id)


def _transmission(row: TransmissionRow) -> Transmission:
    return Transmission(
        id=row.id,
        handoff_id=row.handoff_id,
        version=row.version,
        way=Way(row.way),
        state=Trip(row.state),
        message_id=row.message_id,
        queued_at=row.queued_at,
        attempts=row.attempts,
        problem=untold(row.problem),
        sent_at=row.sent_at,
        receipt=row.receipt,
    )


def add_query(session: Session, query: Query) -> None:
    """Enters a question of the receiver."""
    session.add(QueryRow(**vars(query)))


def queries(session: Session, handoff_id: str) -> list[Query]:
    """The questions about a hand-off, oldest first."""
    rows = session.scalars(
        select(QueryRow)
        .where(QueryRow.handoff_id == handoff_id)
        .order_by(QueryRow.asked_at, QueryRow.id)
    )
    return [Query(**{name: getattr(row, name) for name in Query.__dataclass_fields__})
            for row in rows]  # fmt: skip


def open_queries(session: Session) -> dict[str, datetime]:
    """Hand-off to when its open question was asked."""
    query = select(QueryRow.handoff_id, QueryRow.asked_at).where(QueryRow.answered_at.is_(None))
    return dict(iter(session.execute(query)))


def answer_query(session: Session, handoff_id: str, said: tuple[str, str, datetime]) -> None:
    """Enters the answer (text, user's id, UTC) to the open question."""
    for row in session.scalars(
        select(QueryRow).where(QueryRow.handoff_id == handoff_id, QueryRow.answered_at.is_(None))
    ):
        row.answer, row.answered_by, row.answered_at = said


def add_follow_up(session: Session, task: FollowUp) -> None:
    """Enters a task."""
    session.add(
        FollowUpRow(
            id=task.id,
            handoff_id=task.handoff_id,
            code=task.code,
            what=task.what,
            whom=task.whom.value,
            due=task.due,
            attempts_wanted=task.attempts_wanted,
            state=task.state.value,
            opened_at=task.opened_at,
            outcome="",
        )
    )


def follow_up_row(session: Session, follow_up_id: str) -> FollowUpRow:
    """The row of an open task, to be changed in its session.

    Raises:
        NoFollowUp: none, or closed.
    """
    row = session.get(FollowUpRow, follow_up_id)
    if row is None or row.state != FollowUpState.OPEN:
        raise NoFollowUp
    return row


def follow_ups(
    session: Session,
    handoff_ids: Sequence[str] | None = None,
    state: FollowUpState | None = None,
) -> list[FollowUp]:
    """Tasks, the earliest due first; of all hand-offs where None is given."""
    query = (
        select(FollowUpRow, HandOffRow.number, HandOffRow.inquiry_id)
        .join(HandOffRow, HandOffRow.id == FollowUpRow.handoff_id)
        .order_by(FollowUpRow.due, FollowUpRow.id)
    )
    if handoff_ids is not None:
        query = query.where(FollowUpRow.handoff_id.in_(handoff_ids))
    if state is not None:
        query = query.where(FollowUpRow.state == state.value)
    found = list(session.execute(query))
    tries = _attempts(session)
    return [_follow_up(row, place, tries.get(row.id, ())) for row, *place in found]


def _attempts(session: Session) -> dict[str, tuple[Attempt, ...]]:
    made: dict[str, tuple[Attempt, ...]] = {}
    for row in session.scalars(select(AttemptRow).order_by(AttemptRow.at, AttemptRow.id)):
        attempt = Attempt(row.at, row.by, row.channel, row.note)
        made[row.follow_up_id] = (*made.get(row.follow_up_id, ()), attempt)
    return made


def _follow_up(row: FollowUpRow, place: Sequence[str], tries: tuple[Attempt, ...]) -> FollowUp:
    return FollowUp(
        id=row.id,
        handoff_id=row.handoff_id,
        number=place[0],
        inquiry_id=place[1],
        code=row.code,
        what=row.what,
        whom=Whom(row.whom),
        due=row.due,
        attempts_wanted=row.attempts_wanted,
        state=FollowUpState(row.state),
        opened_at=row.opened_at,
        attempts=tries,
        closed_at=row.closed_at,
        outcome=row.outcome,
    )


def add_attempt(session: Session, follow_up_id: str, attempt: Attempt) -> int:
    """Enters a try; returns how many there are now."""
    session.add(AttemptRow(id=new_id(), follow_up_id=follow_up_id, **vars(attempt)))
    session.flush()
    return count_attempts(session, follow_up_id)


def count_attempts(session: Session, follow_up_id: str) -> int:
    """How often it was tried."""
    query = select(func.count()).where(AttemptRow.follow_up_id == follow_up_id)
    return session.scalar(query) or 0


def add_consent(session: Session, consent: Consent) -> None:
    """Enters what was said."""
    facts = {**vars(consent), "whom": consent.whom.value, "state": consent.state.value}
    session.add(ConsentRow(id=new_id(), **facts))


def consents(session: Session, inquiry_id: str) -> list[Consent]:
    """All that was said, oldest first."""
    rows = session.scalars(
        select(ConsentRow)
        .where(ConsentRow.inquiry_id == inquiry_id)
        .order_by(ConsentRow.at, ConsentRow.id)
    )
    return [
        Consent(
            row.inquiry_id,
            Whom(row.whom),
            ConsentState(row.state),
            row.at,
            row.by,
            row.source,
            row.channel,
            row.language,
        )
        for row in rows
    ]
