"""Tables of signed reviews, changed settings and the logbook."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.basics.ids import new_id
from mi_desktop.oversight.errors import EntryMissing
from mi_desktop.oversight.model import Entry, EntryKind, Review, SettingChange
from mi_desktop.people import Signature
from mi_desktop.storage import Code, Table, Versioned
from mi_desktop.storage.audit import AuditRow

_KNOWN = "office"


class ReviewRow(Table):
    """A signed review; what it found lies in its PDF and CSV."""

    __tablename__ = "office_review"

    id: Mapped[Code] = mapped_column(primary_key=True)
    number: Mapped[Code] = mapped_column(unique=True)
    since: Mapped[datetime]
    until: Mapped[datetime] = mapped_column(index=True)
    made_at: Mapped[datetime]
    made_by: Mapped[Code]
    pdf_id: Mapped[Code] = mapped_column(ForeignKey("document.id"))
    csv_id: Mapped[Code] = mapped_column(ForeignKey("document.id"))


class SettingChangeRow(Table):
    """A setting that became another."""

    __tablename__ = "setting_change"

    id: Mapped[Code] = mapped_column(primary_key=True)
    path: Mapped[Code]
    old: Mapped[str]
    new: Mapped[str]
    by: Mapped[Code]
    at: Mapped[datetime] = mapped_column(index=True)
    why: Mapped[str]


class KnownSettingsRow(Versioned, Table):
    """The settings as the office knew them last: one row."""

    __tablename__ = "known_settings"

    id: Mapped[Code] = mapped_column(primary_key=True)
    known: Mapped[dict[str, Any]]


class EntryRow(Versioned, Table):
    """A line of the logbook."""

    __tablename__ = "logbook_entry"

    id: Mapped[Code] = mapped_column(primary_key=True)
    kind: Mapped[Code] = mapped_column(index=True)
    at: Mapped[datetime]
    by: Mapped[Code]
    about: Mapped[Code]
    title: Mapped[str]
    version: Mapped[Code]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[Code]
    outcome: Mapped[str]


# Reviews


def add_review(session: Session, review: Review, documents: tuple[str, str]) -> None:
    """Enters a signed review with the ids of its PDF and CSV."""
    names = ("id", "number", "since", "until", "made_at", "made_by")
    facts = {name: getattr(review, name) for name in names}
    session.add(ReviewRow(**facts, pdf_id=documents[0], csv_id=documents[1]))


def reviews(session: Session) -> list[Review]:
    """All that were signed, the latest first."""
    query = select(ReviewRow).order_by(ReviewRow.made_at.desc(), ReviewRow.id.desc())
    return [_review(row) for row in session.scalars(query)]


def office_begun(session: Session) -> datetime | None:
    """When the first line of the trail was written, UTC."""
    return session.scalar(select(AuditRow.at).where(AuditRow.seq == 1))


def review_documents(session: Session, review_id: str) -> tuple[str, str] | None:
    """The ids of a review's PDF and CSV."""
    row = session.get(ReviewRow, review_id)
    return (row.pdf_id, row.csv_id) if row else None


def signed(review: Review, signature: Signature | None) -> Review:
    """The review with its signature."""
    return Review(**{**vars(review), "signature": signature})


def _review(row: ReviewRow) -> Review:
    return Review(row.id, row.number, row.since, row.until, row.made_at, row.made_by)


# Settings


def add_change(session: Session, change: SettingChange) -> None:
    """Enters a changed setting."""
    session.add(SettingChangeRow(id=new_id(), **vars(change)))


def changes(session: Session) -> list[SettingChange]:
    """Every change, the latest first."""
    query = select(SettingChangeRow).order_by(
        SettingChangeRow.at.desc(), SettingChangeRow.id.desc()
    )
    names = SettingChange.__dataclass_fields__
    return [SettingChange(**{n: getattr(r, n) for n in names}) for r in session.scalars(query)]


def known_settings(session: Session) -> dict[str, Any] | None:
    """The settings as the office knew them last; None for an office that never looked."""
    row = session.get(KnownSettingsRow, _KNOWN)
    return row.known if row else None


def know_settings(session: Session, values: dict[str, Any]) -> None:
    """Keeps the settings as known."""
    row = session.get(KnownSettingsRow, _KNOWN)
    if row is None:
        session.add(KnownSettingsRow(id=_KNOWN, known=values))
    else:
        row.known = values


# The logbook


def add_entry(session: Session, entry: Entry) -> None:
    """Enters a line."""
    session.add(EntryRow(**vars(entry)))


def close_entry(
    session: Session, entry_id: str, closed: tuple[str, datetime], outcome: str
) -> None:
    """Closes an incident.

    Raises:
        EntryMissing: no open one has this id.
    """
    row = session.get(EntryRow, entry_id)
    if row is None or not _entry(row).open:
        raise EntryMissing
    row.closed_by, row.closed_at = closed
    row.outcome = outcome


def entries(session: Session) -> list[Entry]:
    """The whole logbook, the latest first."""
    query = select(EntryRow).order_by(EntryRow.at.desc(), EntryRow.id.desc())
    return [_entry(row) for row in session.scalars(query)]


def _entry(row: EntryRow) -> Entry:
    facts = {name: getattr(row, name) for name in Entry.__dataclass_fields__}
    return Entry(**{**facts, "kind": EntryKind(row.kind)})
