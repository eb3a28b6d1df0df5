"""The nouns of oversight: what a review found, a changed setting, an entry of the logbook."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mi_desktop.basics.words import Words
from mi_desktop.people import Signature

# What a cell of a review holds: text, words, a value of an enum, or several of them.
Cell = str | Words | StrEnum | tuple[Words | StrEnum, ...]


def plain(cell: Cell) -> str:
    """A cell in English."""
    return "; ".join(map(str, cell)) if isinstance(cell, tuple) else str(cell)


@dataclass(frozen=True)
class Section:
    """One question of a periodic review and what was found.

    Attributes:
        key: `users`, `refused`, `audit`, …; the first column of the CSV.
        rows: cells fit to be shown; times as text, UTC. Paper and CSV are in English.
        attention: how many of the rows want somebody to do something.
    """

    key: str
    title: Words
    columns: tuple[Words, ...]
    rows: tuple[tuple[Cell, ...], ...]
    attention: int = 0


@dataclass(frozen=True)
class Review:
    """A periodic review of the office (P11-21).

    Attributes:
        number: `REV-SE-2026-00001`, "" while it is not signed.
        since, until: UTC; from and before.
        sha256: of the CSV, which the signature is bound to.
    """

    id: str
    number: str
    since: datetime
    until: datetime
    made_at: datetime
    made_by: str
    sections: tuple[Section, ...] = ()
    signature: Signature | None = None

    @property
    def attention(self) -> int:
        """How many findings want somebody to do something."""
        return sum(section.attention for section in self.sections)


@dataclass(frozen=True)
class NextReview:
    """When the next review is due; `due` None where the office set no interval."""

    last: Review | None
    due: datetime | None
    late: bool


@dataclass(frozen=True)
class SettingChange:
    """A setting that became another.

    Attributes:
        path: `mail.host`.
        old, new: as JSON.
        by: user id; `system` where the file was changed outside of the program.
    """

    path: str
    old: str
    new: str
    by: str
    at: datetime
    why: str


class EntryKind(StrEnum):
    """What stands in the logbook."""

    INCIDENT = "incident"
    TRAINING = "training"
    PROCEDURE_READ = "procedure read"


@dataclass(frozen=True)
class Entry:
    """A line of the logbook: an incident, a training, a procedure that somebody read (P11-23, 24).

    Attributes:
        by: id of who wrote it.
        about: id of whose training it is; "" for an incident.
        title: of the incident, the training or the procedure.
        version: of the procedure, "" elsewhere.
        outcome: what became of an incident.
    """

    id: str
    kind: EntryKind
    at: datetime
    by: str
    about: str
    title: str
    version: str = ""
    closed_at: datetime | None = None
    closed_by: str = ""
    outcome: str = ""

    @property
    def open(self) -> bool:
        """True for an incident that nobody closed."""
        return self.kind is EntryKind.INCIDENT and self.closed_at is None
