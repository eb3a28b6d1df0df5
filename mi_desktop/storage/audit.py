"""The audit trail: one line a change, chained by hashes, written with the change or not at all.

Lines are made from what the transaction really changes, so none can be forgotten (P11-01).
Values of text columns appear as keyed digests unless the column is plain (GD-05). The database
itself refuses to change or delete a line.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import Integer, Text, inspect, select
from sqlalchemy.orm import InstanceState, Mapped, Session, mapped_column

from mi_desktop.storage.tables import Code, Table, UtcTime

START = "0" * 64


class AuditRow(Table):
    """One line of the trail."""

    __tablename__ = "audit"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcTime)
    by: Mapped[Code]
    action: Mapped[Code]
    entity: Mapped[Code] = mapped_column(index=True)
    key: Mapped[Code] = mapped_column(index=True)
    changes: Mapped[str] = mapped_column(Text)
    reason: Mapped[Code]
    hash: Mapped[Code]


@dataclass(frozen=True)
class AuditLine:
    """A line as people read it.

    Attributes:
        at: UTC.
        by: user id, or `system`.
        changes: field name to [old, new]; personal values as `digest:…`.
    """

    seq: int
    at: datetime
    by: str
    action: str
    entity: str
    key: str
    changes: dict[str, list[Any]]
    reason: str
    hash: str


@dataclass(frozen=True)
class ChainReport:
    """What walking the chain found: lines read, and the first broken one (None: whole)."""

    entries: int
    broken_at: int | None
    head: str


@dataclass(frozen=True)
class Deed:
    """Who does what, when and why; one for each transaction."""

    by: str
    action: str
    at: datetime
    reason: str = ""


class Chain:
    """Writes and walks the trail; holds the key of the digests."""

    def __init__(self, digest_key: bytes) -> None:
        self._key = digest_key

    def digest(self, value: object) -> str:
        """What stands for a personal value; the same value gives the same digest."""
        mac = hmac.new(self._key, repr(value).encode(), hashlib.sha256)
        return f"digest:{mac.hexdigest()[:24]}"

    def write_flushed(self, session: Session, deed: Deed) -> None:
        """Writes a line for every row that the session is about to insert, change or delete."""
        for row in [*session.new, *session.dirty, *session.deleted]:
            if isinstance(row, AuditRow):
                continue
            state = inspect(row)
            changes = self._changes(session, state)
            if changes:
                key = "/".join(str(v) for v in state.mapper.primary_key_from_instance(row))
                self.write(session, deed, row.__tablename__, key, changes)

    def write(
        self, session: Session, deed: Deed, entity: str, key: str, changes: dict[str, Any]
    ) -> None:
        """Appends one line."""
        last = (
            session.info.get("audit_last")
            or session.execute(
                select(AuditRow.seq, AuditRow.hash).order_by(AuditRow.seq.desc()).limit(1)
            ).one_or_none()
        )
        seq, previous = (last[0] + 1, last[1]) if last else (1, START)
        row = AuditRow(
            seq=seq,
            at=deed.at,
            by=deed.by,
            action=deed.action,
            entity=entity,
            key=key,
            changes=json.dumps(changes, ensure_ascii=False, sort_keys=True),
            reason=deed.reason,
            hash="",
        )
        row.hash = _hash(previous, row)
        session.add(row)
        session.info["audit_last"] = (seq, row.hash)

    def verify(self, session: Session) -> ChainReport:
        """Walks the whole chain (P11-03): edits, removals, insertions, another order.

        A cut tail is found only against a head that was noted elsewhere.
        """
        previous, count = START, 0
        rows = session.execute(select(AuditRow).order_by(AuditRow.seq)).yield_per(5000)
        for (row,) in rows:
            count += 1
            if row.seq != count or row.hash != _hash(previous, row):
                return ChainReport(count, row.seq, previous)
            previous = row.hash
            session.expunge(row)
        return ChainReport(count, None, previous)

    def lines(self, session: Session, key: str | None = None) -> Iterator[AuditLine]:
        """The lines in order, or those of one record."""
        query = select(AuditRow).order_by(AuditRow.seq)
        if key is not None:
            query = query.where(AuditRow.key == key)
        for (row,) in session.execute(query).yield_per(1000):
            fields = {c: getattr(row, c) for c in AuditLine.__dataclass_fields__}
            yield AuditLine(**{**fields, "changes": json.loads(row.changes)})

    def _changes(self, session: Session, state: InstanceState[Any]) -> dict[str, Any]:
        deleted = state.object in session.deleted
        changes = {}
        for column in state.mapper.column_attrs:
            history = state.attrs[column.key].history
            if deleted:
                old, new = state.attrs[column.key].value, None
            elif history.has_changes():
                old = history.deleted[0] if history.deleted else None
                new = history.added[0] if history.added else None
            else:
                continue
            if old is None and new is None:
                continue
            table_column = column.columns[0]
            plain = table_column.primary_key or table_column.info.get("plain", False)
            changes[column.key] = [self._shown(v, plain) for v in (old, new)]
        return changes

    def _shown(self, value: object, plain: bool) -> object:
        if value is None or isinstance(value, bool | int | float):
            return value
        if isinstance(value, Enum):
            return value.value
        if isinstance(value, datetime):
            return value.isoformat()
        return str(value) if plain else self.digest(value)


def _hash(previous: str, row: AuditRow) -> str:
    parts = [
        previous,
        str(row.seq),
        row.at.isoformat(),
        row.by,
        row.action,
        row.entity,
        row.key,
        row.changes,
        row.reason,
    ]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
