"""Tables of random names: whose they are is known by keyed digests alone (GD-04)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.keeping.model import Subject
from mi_desktop.keeping.purge import kinds
from mi_desktop.keeping.store import ErasureRow
from mi_desktop.storage import Code, Table


class SubjectRow(Table):
    """A random name, its sealed key, and the digests by which the person is found again."""

    __tablename__ = "subject"

    id: Mapped[Code] = mapped_column(primary_key=True)
    key: Mapped[bytes]
    marks: Mapped[list[Any]]
    age_group: Mapped[Code]
    sex: Mapped[Code]
    at: Mapped[datetime]
    destroyed_at: Mapped[datetime | None]


class SubjectRecordRow(Table):
    """What was taken out of the records at one time, sealed under the subject's key."""

    __tablename__ = "subject_record"

    id: Mapped[Code] = mapped_column(primary_key=True)
    subject_id: Mapped[Code] = mapped_column(ForeignKey("subject.id"), index=True)
    at: Mapped[datetime]
    sealed: Mapped[bytes]


def put(session: Session, subject: Subject) -> None:
    """Enters a random name, or what is known of it now."""
    row = session.get(SubjectRow, subject.id)
    if row is None:
        row = SubjectRow(id=subject.id, at=subject.at, key=subject.key)
        session.add(row)
    row.key, row.marks = subject.key, list(subject.marks)
    row.age_group, row.sex = subject.age_group, subject.sex
    row.destroyed_at = subject.destroyed_at
    session.flush()


def add_record(session: Session, record_id: str, subject: Subject, sealed: bytes) -> None:
    """Enters what was sealed now."""
    at = session.info["deed"].at
    session.add(SubjectRecordRow(id=record_id, subject_id=subject.id, at=at, sealed=sealed))


def take_records(session: Session, subject_id: str) -> list[bytes]:
    """Everything that is sealed under a name, the latest first; the rows go."""
    query = select(SubjectRecordRow).where(SubjectRecordRow.subject_id == subject_id)
    rows = list(session.scalars(query.order_by(SubjectRecordRow.at.desc())))
    for row in rows:
        session.delete(row)
    return [row.sealed for row in rows]


def records(session: Session, subject_id: str) -> list[bytes]:
    """Everything that is sealed under a name."""
    query = select(SubjectRecordRow.sealed).where(SubjectRecordRow.subject_id == subject_id)
    return list(session.scalars(query))


def subjects(session: Session) -> list[Subject]:
    """Every name that stands for somebody or did, the oldest first, with what lies under it."""
    numbers = _numbers(session)
    rows = session.scalars(select(SubjectRow).order_by(SubjectRow.at, SubjectRow.id))
    return [
        Subject(
            row.id, row.key, tuple(row.marks), row.at, row.age_group, row.sex, row.destroyed_at,
            tuple(sorted(numbers.get(row.id, ()))),
        )
        for row in rows
    ]  # fmt: skip


def marked(session: Session, marks: Iterable[str]) -> list[Subject]:
    """The names that share a digest with these, as long as they can be brought back."""
    wanted = set(marks)
    return [s for s in subjects(session) if s.key and wanted & set(s.marks)]


def _numbers(session: Session) -> dict[str, list[str]]:
    """Numbers of what lies under each random name."""
    found: dict[str, list[str]] = {}
    for kind in ("inquiry", "piece"):
        table = kinds()[kind]
        query = select(ErasureRow.pseudonym, table.number).join(
            table, table.id == ErasureRow.subject_id
        )
        for pseudonym, number in session.execute(query.where(ErasureRow.pseudonym != "")):
            found.setdefault(pseudonym, []).append(number)
    return found
