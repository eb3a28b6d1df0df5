"""Walks the trail and finds its first broken line (P11-03): rows and SHA-256, nothing else.

What happened inside the chain shows in the chain. A tail that was cut off, or a whole database
that was put in the place of this one, shows only against a checkpoint that was kept elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, select

from mi_desktop.basics.progress import Progress, Quiet
from mi_desktop.basics.words import Words, words
from mi_desktop.storage.audit import (
    CLOCK_AHEAD,
    CLOCK_BACK,
    START,
    AuditRow,
    AuditWordsRow,
    digest,
    hash_at,
)
from mi_desktop.storage.checkpoint import Anchor

_STEP = 5000
_LINES = select(
    AuditRow.seq, AuditRow.at, AuditRow.by, AuditRow.action, AuditRow.entity, AuditRow.key,
    AuditRow.changes, AuditRow.reason, AuditRow.hash,
).order_by(AuditRow.seq)  # fmt: skip
_WORDS = select(
    AuditWordsRow.seq, AuditWordsRow.digest, AuditWordsRow.salt, AuditWordsRow.words
)  # fmt: skip


class Fault(StrEnum):
    """What is wrong with the first broken line."""

    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"
    WORDS = "words"
    CUT_OFF = "cut off"
    REPLACED = "replaced"


_SAID = {
    Fault.CHANGED: words(
        "Line {line} was changed, moved or put in: it does not follow from the one before it."
    ),
    Fault.MISSING: words("Line {line} is missing: a later one stands in its place."),
    Fault.EXTRA: words("A line with the number {line} was put in."),
    Fault.WORDS: words("The words of line {line} are not those that were written."),
    Fault.CUT_OFF: words(
        "The trail is cut off before line {line}: a checkpoint of {at} knows line {known}."
    ),
    Fault.REPLACED: words(
        "Line {line} is not the one that a checkpoint of {at} knows: the records were replaced, "
        "or the trail was written anew."
    ),
}


@dataclass(frozen=True)
class ClockJump:
    """The clock was set back or far ahead, as line `seq` of the trail says."""

    seq: int
    ahead: bool
    at: datetime


@dataclass(frozen=True)
class ChainReport:
    """What walking the chain found.

    Attributes:
        entries: lines read.
        broken_at: number of the first broken line, None: whole.
        head: hash of the last whole line.
        fault: what is wrong with the broken line.
        anchor: the checkpoint that told, where it took one.
        jumps: of the clock, oldest first; they break nothing.
        warnings: what could not be compared.
    """

    entries: int
    broken_at: int | None
    head: str
    fault: Fault | None = None
    anchor: Anchor | None = None
    jumps: tuple[ClockJump, ...] = ()
    warnings: tuple[Words, ...] = ()

    @property
    def words(self) -> Words:
        """What was found, in a sentence."""
        if self.fault is None:
            return words("{lines} lines, the chain is whole.", lines=self.entries)
        known = self.anchor
        facts = {"line": self.broken_at, "known": known.seq if known else ""}
        return Words(_SAID[self.fault].template, {**facts, "at": known.when if known else ""})


class _Walk:
    """One walk: what was seen so far."""

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        self.count, self.head = 0, START
        self.jumps: list[ClockJump] = []
        self._anchors: dict[int, list[Anchor]] = {}
        for anchor in anchors:
            self._anchors.setdefault(anchor.seq, []).append(anchor)

    def steps(self, rows: Iterable[Sequence[Any]]) -> tuple[int, Fault, Anchor | None] | None:
        """Goes on over some rows; says the first broken line, or None."""
        for seq, given, by, action, entity, key, changes, reason, kept in rows:
            at = _as_hashed(given)
            expected = self.count + 1
            if seq != expected:
                return (seq, Fault.EXTRA, None) if seq < expected else (
                    expected, Fault.MISSING, None
                )  # fmt: skip
            facts = (by, action, entity, key, changes, reason)
            if kept != hash_at(self.head, seq, at, facts):
                return seq, Fault.CHANGED, None
            self.count, self.head = seq, kept
            if action in (CLOCK_BACK, CLOCK_AHEAD):
                when = datetime.fromisoformat(at)
                self.jumps.append(ClockJump(seq, action == CLOCK_AHEAD, when))
            if seq in self._anchors:
                wrong = next((a for a in self._anchors[seq] if not a.knows(kept)), None)
                if wrong:
                    return seq, Fault.REPLACED, wrong
        return None

    def cut_off(self) -> tuple[int, Fault, Anchor | None] | None:
        """Whether a checkpoint knows a line beyond the last."""
        beyond = [a for seq, anchors in self._anchors.items() if seq > self.count for a in anchors]
        if not beyond:
            return None
        return self.count + 1, Fault.CUT_OFF, max(beyond, key=lambda a: a.seq)


def walk(
    connection: Connection, anchors: Sequence[Anchor] = (), progress: Progress | None = None
) -> ChainReport:
    """Walks the whole chain; memory stays as it is, however long the trail.

    Args:
        connection: to the records.
        anchors: checkpoints that must be on the chain.
        progress: told every 5,000 lines; may cancel.
    """
    told = progress or Quiet()
    going = _Walk(anchors)
    broken = None
    last = connection.scalar(select(AuditRow.seq).order_by(AuditRow.seq.desc()).limit(1)) or 0
    for rows in _portions(connection, _LINES):
        told.step(min(going.count, last), last, words("Walking the audit trail"))
        broken = going.steps(rows)
        if broken:
            break
    broken = broken or going.cut_off()
    other = _first_wrong_words(connection, told, broken[0] if broken else None)
    if other is not None:
        broken = (other, Fault.WORDS, None)
    line, fault, anchor = broken or (None, None, None)
    return ChainReport(going.count, line, going.head, fault, anchor, tuple(going.jumps))


def _as_hashed(at: str | datetime) -> str:
    """A time as the driver gives it, as it was hashed: a server gives times, a file texts."""
    text = at.isoformat(" ", "microseconds") if isinstance(at, datetime) else at
    parts = 19 if text.endswith(".000000") else 26
    return f"{text[:10]}T{text[11:parts]}+00:00"


def _portions(
    connection: Connection, query: Select[*tuple[Any, ...]]
) -> Iterator[Sequence[Sequence[Any]]]:
    # By the driver's own cursor: to go through all layers takes longer than the hashes.
    # On a server a cursor with a name, or all rows would come at once.
    named = {"name": "walk"} if connection.dialect.name == "postgresql" else {}
    cursor: Any = connection.connection.cursor(**named)
    with closing(cursor):
        cursor.execute(str(query.compile(dialect=connection.dialect)))
        while rows := cursor.fetchmany(_STEP):
            yield rows


def _first_wrong_words(connection: Connection, told: Progress, before: int | None) -> int | None:
    """The first line, before the broken one, whose words are not what its digest stands for."""
    first = before
    for rows in _portions(connection, _WORDS):
        told.step(0, 0, words("Comparing the words"))
        for seq, kept, salt, said in rows:
            if kept != digest(salt, said) and (first is None or seq < first):
                first = seq
    return None if first == before else first
