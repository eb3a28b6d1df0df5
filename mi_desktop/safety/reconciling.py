"""The nouns of a reconciliation: the department's list, our own, and what became of each line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from mi_desktop.basics.words import Words
from mi_desktop.people import Signature
from mi_desktop.safety.model import HandOffKind


class Field(StrEnum):
    """What a column of the list may hold (REC-2)."""

    NUMBER = "our number"
    AWARENESS = "awareness date"
    PRODUCT = "product"
    SENT = "date sent"
    RECEIVED = "date received"
    KIND = "event or special situation"
    SERIOUS = "serious"
    REFERENCE = "their case number"
    VERSION = "version"


NEEDED = (Field.NUMBER, Field.AWARENESS)
DATES = (Field.AWARENESS, Field.SENT, Field.RECEIVED)


class Result(StrEnum):
    """How a line compares (REC-2); a row that cannot be read is never left out."""

    MATCH = "match"
    MISSING_IN_PV = "missing in pv"
    MISSING_IN_MI = "missing in mi"
    DATE_MISMATCH = "date mismatch"
    CONTENT_MISMATCH = "content mismatch"
    DUPLICATE = "duplicate"
    UNREADABLE = "unreadable row"


class Cause(StrEnum):
    """Why a line does not match (REC-2)."""

    NOT_SENT = "not sent"
    NOT_ENTERED = "not entered by the department"
    MISSED = "missed at first pass"
    TYPING = "typing mistake"
    DAY = "another day was meant"
    NOT_OURS = "not from us"
    OTHER = "other"


@dataclass(frozen=True)
class Trouble:
    """What is wrong with a row, at which field; `field` None for the whole row."""

    field: Field | None
    words: Words


@dataclass(frozen=True)
class Row:
    """A row of the department's list; `number` counts as the list does, the heading is 1.

    Attributes:
        facts: field to text; days as `2026-11-16`, yes and no as `yes` and `no`.
    """

    number: int
    facts: Mapping[Field, str]
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True)
class Ours:
    """One hand-off as we know it; `products` are all that the inquiry names."""

    facts: Mapping[Field, str]
    products: tuple[str, ...] = ()
    inquiry: str = ""


@dataclass(frozen=True)
class Reading:
    """A list as it was read, and which column is taken for what.

    Attributes:
        how: format, encoding, delimiter, in words.
        headings: of the list, in order.
        columns: field to heading: said by a person, or recognised.
        rows: all of them, those with troubles too.
    """

    name: str
    how: Words
    headings: tuple[str, ...]
    columns: Mapping[Field, str]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Order:
    """What a person said about a list.

    Attributes:
        kind: whose list it is.
        columns: field to heading, where the recognised one is not meant.
        days: how days are written (`%d/%m/%Y`); "" for `2026-11-16` alone. Nothing is guessed.
        since: first awareness day that our side counts, None for all.
        until: last awareness day, None for all.
    """

    kind: HandOffKind = HandOffKind.SAFETY
    columns: Mapping[Field, str] = field(default_factory=dict)
    days: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Difference:
    """A field that differs, or words about it.

    Attributes:
        template: of the words, "" where both sides are told; `theirs` has them in English.
        facts: of the words, as text.
    """

    field: str
    ours: str
    theirs: str
    template: str = ""
    facts: Mapping[str, str] | None = None

    @property
    def words(self) -> Words | None:
        """What is wrong, to be said in the window's language."""
        return Words(self.template, dict(self.facts or {})) if self.template else None


@dataclass(frozen=True)
class Line:
    """One line of a reconciliation.

    Attributes:
        row: in the list; 0 where the list has none.
        number: ours, or what stands in the list.
        owner: full name of whoever sees to it.
        carried_from: number of the earlier reconciliation that left it open.
    """

    position: int
    row: int
    number: str
    result: Result
    ours: Mapping[str, str]
    theirs: Mapping[str, str]
    differs: tuple[Difference, ...] = ()
    owner: str = ""
    cause: str = ""
    note: str = ""
    closed_at: datetime | None = None
    carried_from: str = ""

    @property
    def open(self) -> bool:
        """True while somebody has to see to it."""
        return self.result is not Result.MATCH and self.closed_at is None

    @property
    def settled(self) -> bool:
        """True where it matches, or has an owner and a cause."""
        return self.result is Result.MATCH or bool(self.owner and self.cause)


@dataclass(frozen=True)
class Run:
    """A reconciliation.

    Attributes:
        number: `REC-SE-2026-00001`.
        source: name of the list's file; `source_sha256` hex.
        columns: field to heading, as confirmed.
        signature: None while it is worked on.
    """

    id: str
    number: str
    kind: HandOffKind
    since: date | None
    until: date | None
    source: str
    source_sha256: str
    columns: Mapping[str, str]
    made_at: datetime
    made_by: str
    lines: tuple[Line, ...]
    signature: Signature | None = None

    @property
    def counts(self) -> dict[Result, int]:
        """Lines by result, all results named."""
        return {r: sum(line.result is r for line in self.lines) for r in Result}

    @property
    def rate(self) -> float | None:
        """Matched of all (domain 6); None where there is no line, never 100 %."""
        return self.counts[Result.MATCH] / len(self.lines) if self.lines else None
