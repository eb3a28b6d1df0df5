"""The audit trail: one line a change, chained by hashes, written with the change or not at all.

Lines are made from what the transaction really changes, so none can be forgotten (P11-01). A
personal value and a reason appear in the chain as a salted digest only; their words stand in a
table outside of it, where they can be destroyed without breaking the chain (GD-05, and
docs/decisions/0005). The database itself refuses to change or delete a line.
"""

import json
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import lru_cache
from hashlib import sha256
from json.encoder import encode_basestring
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Text, delete, inspect, select
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import InstanceState, Mapped, Session, mapped_column

from mi_desktop.storage.prepared import Adding, Asking
from mi_desktop.storage.tables import Code, Table, UtcTime

START = "0" * 64
DIGEST = "digest:"
# Longer values (a page's words, a letter's blocks) have a digest alone: they would lie there twice.
LONGEST = 2000
SALT_BYTES = 16
# Two windows may wait for each other so long; a month without a line is no ordinary holiday.
BACK, AHEAD = timedelta(minutes=1), timedelta(days=31)
CLOCK_BACK, CLOCK_AHEAD = "clock.back", "clock.ahead"
_LAST, _SALT, _TOLD = "audit_last", "audit_salt", "audit_told"
_MANY = 500
# What HMAC turns each byte of a key into (RFC 2104).
_INNER, _OUTER = (bytes(b ^ pad for b in range(256)) for pad in (0x36, 0x5C))


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


class AuditWordsRow(Table):
    """What a digest of the trail stands for, until it is destroyed.

    Attributes:
        seq: the first line that names the digest.
        salt: of the transaction; without it nobody can try out what the words were.
    """

    __tablename__ = "audit_words"

    digest: Mapped[Code] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(Integer, index=True)
    salt: Mapped[bytes]
    words: Mapped[str] = mapped_column(Text)


_HEAD = select(AuditRow.seq, AuditRow.hash, AuditRow.at).order_by(AuditRow.seq.desc()).limit(1)
_sorted_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


@dataclass(frozen=True)
class Deed:
    """Who does what, when and why; one for each transaction."""

    by: str
    action: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True)
class Head:
    """The last line: its number, hash and time, UTC."""

    seq: int
    hash: str
    at: datetime


_NOTHING = Head(0, START, datetime.min.replace(tzinfo=UTC))
# Entity, key and changes of a line that is to be written.
Fact = tuple[str, str, dict[str, Any]]


def digest(salt: bytes, words: str) -> str:
    """What stands in the chain for some words: 128 bits of their HMAC-SHA-256 under the salt."""
    # In two steps: the library's own one takes as long as everything else of walking a line.
    inner, outer = _pads(salt)
    return DIGEST + sha256(outer + sha256(inner + words.encode()).digest()).hexdigest()[:32]


@lru_cache(maxsize=8)
def _pads(salt: bytes) -> tuple[bytes, bytes]:
    key = salt.ljust(64, b"\0")
    return key.translate(_INNER), key.translate(_OUTER)


def line_hash(previous: str, seq: int, at: datetime, facts: Iterable[str]) -> str:
    """The hash of a line: by, action, entity, key, changes and reason are its facts, in order."""
    return hash_at(previous, seq, at.isoformat(), facts)


def hash_at(previous: str, seq: int, at: str, facts: Iterable[str]) -> str:
    """See `line_hash`; the time as text, ISO 8601 in UTC. SHA-256 of a JSON list of texts."""
    parts = ", ".join(map(encode_basestring, (previous, str(seq), at, *facts)))
    return sha256(f"[{parts}]".encode()).hexdigest()


class Chain:
    """Writes the trail."""

    def __init__(self, dialect: Dialect) -> None:
        self._last = Asking(dialect, _HEAD)
        self._lines = Adding(dialect, AuditRow.metadata.tables["audit"])
        self._words = Adding(dialect, AuditRow.metadata.tables["audit_words"])

    def begin(self, session: Session) -> Head:
        """The last line before this session's own, which are to follow it."""
        head = session.info[_LAST] = self.head(session.connection())
        return head

    def write_flushed(self, session: Session, deed: Deed) -> set[str]:
        """Writes a line for every row that the session is about to insert, change or delete.

        Returns:
            The tables of these rows, of those too whose values stay as they are.
        """
        told = _Told(session)
        facts: list[Fact] = []
        kinds = set()
        for rows, read in ((session.new, _changed), (session.dirty, _changed),
                           (session.deleted, _deleted)):  # fmt: skip
            for row in rows:
                kinds.add(row.__tablename__)
                state = inspect(row)
                changes = _changes(state, read(state), told)
                if changes:
                    key = "/".join(str(v) for v in state.mapper.primary_key_from_instance(row))
                    facts.append((row.__tablename__, key, changes))
        self._append(session, deed, facts, told)
        return kinds

    def write(
        self, session: Session, deed: Deed, entity: str, key: str, changes: dict[str, Any]
    ) -> None:
        """Appends one line; its changes must name nothing personal."""
        self._append(session, deed, [(entity, key, changes)], _Told(session))

    def forget(self, session: Session, records: Iterable[tuple[str, str]]) -> int:
        """Destroys what the digests in the lines of some records stand for (GD-05, P11-03).

        The chain stays whole: who, when and what was done stands there for ever, the personal
        values and the reasons of those deeds do not. Of each record a line says so.

        Args:
            session: of a `Database.write`; what it changed before is forgotten too.
            records: table name and key of each, as the trail names them.

        Returns:
            How many words were destroyed.
        """
        session.flush()
        gone = 0
        for entity, key in records:
            found = sum(
                session.connection().execute(delete(AuditWordsRow).where(some)).rowcount
                for some in _words_of(session, entity, key)
            )
            self.write(session, session.info["deed"], entity, key, {"words": [found, 0]})
            gone += found
        return gone

    def words(self, session: Session, records: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
        """What `forget` would destroy, to be kept apart and told again: plain rows (GD-04)."""
        session.flush()
        columns = AuditWordsRow.metadata.tables["audit_words"].columns
        found = {
            row.digest: dict(row._mapping)
            for entity, key in records
            for some in _words_of(session, entity, key)
            for row in session.execute(select(*columns).where(some))
        }
        return list(found.values())

    def tell_again(self, session: Session, words: list[dict[str, Any]]) -> None:
        """Puts words back that `words` gave; their digests in the chain never changed."""
        if words:
            self._words.rows(session.connection(), words)

    def head(self, connection: Connection) -> Head:
        """The last line; number 0 where there is none."""
        row = self._last.first(connection)
        return Head(*row) if row else _NOTHING

    def _append(self, session: Session, deed: Deed, facts: list[Fact], told: "_Told") -> None:
        if not facts:
            return
        connection = session.connection()
        head: Head = session.info[_LAST]
        lines: list[dict[str, Any]] = []
        for doing, fact in [*_clock(head, deed), *((deed, fact) for fact in facts)]:
            line = _line(head, doing, fact, told.stand(doing.reason))
            head = Head(line["seq"], line["hash"], line["at"])
            lines.append(line)
        self._lines.rows(connection, lines)
        if told.fresh:
            seq = lines[0]["seq"]
            rows = [{**row, "seq": seq} for row in told.fresh]
            self._words.rows(connection, rows)
            told.fresh.clear()
        session.info[_LAST] = head


def _words_of(session: Session, entity: str, key: str) -> Iterator[ColumnElement[bool]]:
    """Where the words stand that the lines of a record name, in handfuls."""
    lines = session.execute(
        select(AuditRow.changes, AuditRow.reason).where(
            AuditRow.entity == entity, AuditRow.key == key
        )
    )
    digests = sorted({d for line in lines for d in digests_in(*line)})
    for start in range(0, len(digests), _MANY):
        yield AuditWordsRow.digest.in_(digests[start : start + _MANY])


class _Told:
    """The words of one transaction: each gets its digest once, under one salt."""

    def __init__(self, session: Session) -> None:
        self._salt: bytes = session.info.setdefault(_SALT, secrets.token_bytes(SALT_BYTES))
        self._known: dict[str, str] = session.info.setdefault(_TOLD, {})
        self.fresh: list[dict[str, Any]] = []

    def stand(self, words: str) -> str:
        """The digest that stands for the words; nothing stands for nothing."""
        if not words:
            return ""
        found = self._known.get(words)
        if found is None:
            found = self._known[words] = digest(self._salt, words)
            if len(words) <= LONGEST:
                self.fresh.append({"digest": found, "salt": self._salt, "words": words})
        return found

    def hide(self, value: bytes) -> str:
        """The digest of bytes, which may be a key and are kept nowhere else."""
        return digest(self._salt, value.hex())


def last_line(session: Session) -> Head:
    """The last line of a session of `Database.write`, its own lines among them."""
    head: Head = session.info[_LAST]
    return head


def digests_in(changes: str, reason: str) -> list[str]:
    """The digests that a line names."""
    values = [v for pair in json.loads(changes).values() if isinstance(pair, list) for v in pair]
    return [v for v in [*values, reason] if isinstance(v, str) and v.startswith(DIGEST)]


def _line(head: Head, deed: Deed, fact: Fact, reason: str) -> dict[str, Any]:
    entity, key, changes = fact
    kept = _sorted_json(changes)
    facts = {"by": deed.by, "action": deed.action, "entity": entity, "key": key,
             "changes": kept, "reason": reason}  # fmt: skip
    seq = head.seq + 1
    return {
        "seq": seq,
        "at": deed.at,
        **facts,
        "hash": line_hash(head.hash, seq, deed.at.astimezone(UTC), facts.values()),
    }


def _clock(head: Head, deed: Deed) -> list[tuple[Deed, Fact]]:
    """A line of its own where the clock was set back, or far ahead (P11-04)."""
    if head.seq == 0 or head.at - BACK <= deed.at <= head.at + AHEAD:
        return []
    action = CLOCK_BACK if deed.at < head.at else CLOCK_AHEAD
    times = [head.at.isoformat(), deed.at.isoformat()]
    return [(Deed("system", action, deed.at), ("clock", "office", {"at": times}))]


def _changed(state: InstanceState[Any]) -> Iterator[tuple[str, object, object]]:
    """Name, old and new value of every column that was set."""
    # What was never set has no history, and asking for one takes long.
    for column in state.mapper.column_attrs:
        if column.key not in state.committed_state:
            continue
        history = state.attrs[column.key].history
        if history.has_changes():
            old = history.deleted[0] if history.deleted else None
            yield column.key, old, history.added[0] if history.added else None


def _deleted(state: InstanceState[Any]) -> Iterator[tuple[str, object, object]]:
    for column in state.mapper.column_attrs:
        yield column.key, state.attrs[column.key].value, None


def _changes(
    state: InstanceState[Any], found: Iterable[tuple[str, object, object]], told: _Told
) -> dict[str, Any]:
    changes = {}
    for name, old, new in found:
        if old is None and new is None:
            continue
        column = state.mapper.column_attrs[name].columns[0]
        plain = column.primary_key or column.info.get("plain", False)
        both: list[object] = [old, new]
        if column.info.get("wordless"):
            both = [None if v is None else _text(v).encode() for v in both]
        changes[name] = [_shown(v, plain, told) for v in both]
    return changes


def _shown(value: object, plain: bool, told: _Told) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    if plain:
        return str(value)
    if isinstance(value, bytes):
        return told.hide(value)
    return told.stand(value if isinstance(value, str) else _text(value))


def _text(value: object) -> str:
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return str(value)
