"""Reads the trail for people (P11-05): found, by the page, with its words while they exist."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from mi_desktop.storage.audit import DIGEST, AuditRow, AuditWordsRow, digest, digests_in

PAGE = 200
_PORTION = 500
# The actions on offer in a filter are those of so many lines, the newest.
_RECENT = 20_000


@dataclass(frozen=True)
class AuditLine:
    """A line as people read it.

    Attributes:
        at: UTC.
        by: user id, or `system`.
        changes: field name to [old, new]; what was destroyed, or is too long to stand here twice,
            as `digest:…`.
        reason: why; `digest:…` where its words were destroyed.
    """

    seq: int
    at: datetime
    by: str
    action: str
    entity: str
    key: str
    changes: dict[str, Any]
    reason: str
    hash: str


@dataclass(frozen=True)
class Wanted:
    """Which lines are wanted; what is empty lets all through.

    Attributes:
        words: found in the record's kind or key, the action, or in the words of a line.
        by: user id.
        since, until: UTC; from and before.
    """

    words: str = ""
    by: str = ""
    action: str = ""
    entity: str = ""
    key: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """As the database is asked."""
        asked = {AuditRow.by: self.by, AuditRow.action: self.action, AuditRow.entity: self.entity,
                 AuditRow.key: self.key}  # fmt: skip
        made = [column == value for column, value in asked.items() if value]
        if self.since:
            made.append(AuditRow.at >= self.since)
        if self.until:
            made.append(AuditRow.at < self.until)
        if self.words:
            said = select(AuditWordsRow.seq).where(
                AuditWordsRow.words.icontains(self.words, autoescape=True)
            )
            columns = (AuditRow.entity, AuditRow.key, AuditRow.action)
            named = [c.icontains(self.words, autoescape=True) for c in columns]
            made.append(or_(*named, AuditRow.seq.in_(said)))
        return made


def newest(
    session: Session, wanted: Wanted, before: int | None = None, limit: int = PAGE
) -> list[AuditLine]:
    """A page of lines, newest first.

    Args:
        session: sees the records.
        wanted: which.
        before: number of the last line of the page before; None for the first page.
        limit: lines at most.
    """
    query = _lines(wanted).order_by(AuditRow.seq.desc()).limit(limit)
    if before is not None:
        query = query.where(AuditRow.seq < before)
    return _readable(session, session.execute(query).all())


def in_order(session: Session, wanted: Wanted, with_words: bool = True) -> Iterator[AuditLine]:
    """All lines that are wanted, oldest first, a portion at a time."""
    last = 0
    while True:
        query = _lines(wanted).where(AuditRow.seq > last).order_by(AuditRow.seq).limit(_PORTION)
        rows = session.execute(query).all()
        if not rows:
            return
        yield from _readable(session, rows, with_words)
        last = rows[-1].seq


def how_many(session: Session, wanted: Wanted) -> int:
    """The number of lines that are wanted."""
    query = select(func.count()).select_from(AuditRow).where(*wanted.conditions())
    return session.scalar(query) or 0


def actions(session: Session) -> list[str]:
    """What was done lately, for a filter."""
    last = session.scalar(select(func.max(AuditRow.seq))) or 0
    query = select(AuditRow.action).where(AuditRow.seq > last - _RECENT).distinct()
    return sorted(session.scalars(query))


def _lines(wanted: Wanted) -> Select[Any]:
    columns = [getattr(AuditRow, name) for name in AuditLine.__dataclass_fields__]
    return select(*columns).where(*wanted.conditions())


def _readable(
    session: Session, rows: Sequence[Any], with_words: bool = True
) -> list[AuditLine]:  # fmt: skip
    stood = [d for row in rows for d in digests_in(row.changes, row.reason)] if with_words else []
    said = _words(session, stood)
    return [_line(row, said) for row in rows]


def _words(session: Session, digests: Sequence[str]) -> dict[str, str]:
    said = {}
    for start in range(0, len(digests), _PORTION):
        some = AuditWordsRow.digest.in_(digests[start : start + _PORTION])
        query = select(AuditWordsRow.digest, AuditWordsRow.salt, AuditWordsRow.words).where(some)
        for kept, salt, words in session.execute(query):
            # Words that were exchanged are not the trail's; `verify` names their line.
            if kept == digest(salt, words):
                said[kept] = words
    return said


def _line(row: Any, said: dict[str, str]) -> AuditLine:
    changes = json.loads(row.changes)
    shown = {
        name: [_said(v, said) for v in pair] if isinstance(pair, list) else pair
        for name, pair in changes.items()
    }
    facts = {name: getattr(row, name) for name in AuditLine.__dataclass_fields__}
    return AuditLine(**{**facts, "changes": shown, "reason": _said(row.reason, said)})


def _said(value: Any, said: dict[str, str]) -> Any:
    return said.get(value, value) if isinstance(value, str) and value.startswith(DIGEST) else value
