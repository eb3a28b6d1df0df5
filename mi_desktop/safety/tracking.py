"""The nouns of what comes after signing: sending, questions of the receiver, following up."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mi_desktop.basics.words import Words


class Way(StrEnum):
    """How a hand-off goes."""

    SHEET = "sheet"
    FOLDER = "folder"
    EMAIL = "e-mail"


class Trip(StrEnum):
    """Where a package is on its way."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"


@dataclass(frozen=True)
class Transmission:
    """One version of a hand-off on its way.

    Attributes:
        attempts: how often it was tried.
        problem: why the last attempt failed.
        message_id: the same at every attempt, so that a repeat is known as one.
        queued_at: UTC.
        sent_at: UTC; when the server or the folder had it.
        receipt: the server's words, or the folder's name.
    """

    id: str
    handoff_id: str
    version: int
    way: Way
    state: Trip
    message_id: str
    queued_at: datetime
    attempts: int = 0
    problem: Words | None = None
    sent_at: datetime | None = None
    receipt: str = ""


@dataclass(frozen=True)
class PackageFile:
    """One file of a frozen package; `sha256` hex, `size` bytes."""

    name: str
    document_id: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Query:
    """A question of the receiver, and our answer."""

    id: str
    handoff_id: str
    asked_at: datetime
    asked_by: str
    question: str
    answered_at: datetime | None = None
    answered_by: str | None = None
    answer: str = ""


@dataclass(frozen=True)
class Change:
    """One field that differs between two versions; "" where it was not there.

    Attributes:
        field: its place in the record, `answers/AE-SER`.
    """

    field: str
    before: str
    after: str


class Whom(StrEnum):
    """Who is asked (FU-1)."""

    REPORTER = "reporter"
    HCP = "treating health professional"


class ConsentState(StrEnum):
    """May they be contacted? Refusal never stops a report (FU-1)."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Consent:
    """What was said about being contacted, by whom and when; the last word counts.

    Attributes:
        source: where it was said: the letter, the telephone call.
        channel: preferred way, "" where none was named.
        language: preferred language, ISO 639-1, "" where none was named.
    """

    inquiry_id: str
    whom: Whom
    state: ConsentState
    at: datetime
    by: str
    source: str
    channel: str = ""
    language: str = ""


class FollowUpState(StrEnum):
    """Where a follow-up task is."""

    OPEN = "open"
    ANSWERED = "answered"
    NOT_ANSWERED = "not answered"
    REFUSED = "refused"


@dataclass(frozen=True)
class Attempt:
    """One try to reach somebody."""

    at: datetime
    by: str
    channel: str
    note: str


@dataclass(frozen=True)
class FollowUp:
    """Something to ask after the hand-off (AE-MIN-7, FU-3).

    Attributes:
        code: of the criterion that is missing, "" for one that a person entered.
        what: to be asked, for a task that a person entered.
        due: UTC.
        attempts_wanted: tries before it may be given up.
    """

    id: str
    handoff_id: str
    number: str
    inquiry_id: str
    code: str
    what: str
    whom: Whom
    due: datetime
    attempts_wanted: int
    state: FollowUpState
    opened_at: datetime
    attempts: tuple[Attempt, ...] = ()
    closed_at: datetime | None = None
    outcome: str = ""


@dataclass(frozen=True)
class Rereading:
    """One "no event" answer that a second person reads again, blind (REC-3).

    Attributes:
        result: "" while it waits.
        first_by: who signed first; not shown to the second reader.
    """

    sample_id: str
    period: str
    inquiry_id: str
    first_by: str
    first_at: datetime
    result: str = ""
    by: str = ""
    at: datetime | None = None
    note: str = ""


class Reread(StrEnum):
    """What the second reader found."""

    AGREED = "nothing found"
    MISSED = "event found"


@dataclass(frozen=True)
class Sample:
    """The answers of a period that were drawn.

    Attributes:
        period: `2026-11`.
        seed: the same seed draws the same sample from the same answers.
        percent: of the population, with `least` as the floor.
        population: how many "no event" answers were signed in the period.
    """

    id: str
    period: str
    seed: int
    percent: int
    least: int
    population: int
    items: tuple[Rereading, ...]


@dataclass(frozen=True)
class CaptureRate:
    """Events flagged at first pass, of all that there were (domain 6).

    Attributes:
        since: first day, `until` the last; UTC days of the signatures and findings.
        first_pass: events and special situations handed off at the first signature.
        reread: found by the second reading.
        reconciled: found by reconciliation.
    """

    since: date
    until: date
    first_pass: int
    reread: int
    reconciled: int

    @property
    def rate(self) -> float | None:
        """0 to 1; None where there was nothing to count, never 100 %."""
        every = self.first_pass + self.reread + self.reconciled
        return self.first_pass / every if every else None
