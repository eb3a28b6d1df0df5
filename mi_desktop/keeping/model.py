"""The nouns of keeping: backups made, holds, what is due, requests about personal data."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mi_desktop.basics.words import Words

MONTH_TO_ANSWER = 1  # GD-02: one month from the request


class RunKind(StrEnum):
    """What was made."""

    FILE = "file"
    FOLDER = "folder"
    DRILL = "drill"


class RunState(StrEnum):
    """How it ended."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Run:
    """A backup or a restore drill.

    Attributes:
        place: the file or folder.
        damaged: documents that were damaged in the office already.
        problem: why it failed.
        seen: somebody was told of the failure.
    """

    id: str
    kind: RunKind
    place: str
    state: RunState
    begun_at: datetime
    ended_at: datetime | None = None
    records: int = 0
    documents: int = 0
    sha256: str = ""
    damaged: int = 0
    problem: Words | None = None
    seen: bool = False


@dataclass(frozen=True)
class BackupState:
    """How the office stands with its backups.

    Attributes:
        last_good: the latest that was read back whole; None where there was never one.
        unseen: failures that nobody was told of, the latest first.
        due: the next scheduled one should be made now.
        folder: of the scheduled backups, "" for none.
        runs: the latest first.
    """

    last_good: Run | None
    unseen: tuple[Run, ...]
    due: bool
    folder: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Person:
    """Who is looked for: any of these, as they wrote it."""

    name: str = ""
    email: str = ""
    phone: str = ""

    @property
    def empty(self) -> bool:
        """True where nothing is said."""
        return not (self.name.strip() or self.email.strip() or self.phone.strip())


@dataclass(frozen=True)
class Hold:
    """A legal hold on an inquiry, or on everything of a person.

    Attributes:
        number: of the inquiry, "" for a person's.
    """

    id: str
    inquiry_id: str | None
    person: Person | None
    why: str
    by: str
    at: datetime
    lifted_at: datetime | None = None
    number: str = ""


class Kept(StrEnum):
    """Why something must stay."""

    HELD = "under legal hold"
    OPEN_REPORT = "a report to safety or quality is not closed"
    REPORT = "a report was made: kept by law"
    SHARED = "shared with mail of others"
    AT_WORK = "it is still being answered"
    RESTRICTED = "its use is restricted"


class RetentionClass(StrEnum):
    """How long something is kept (GD-03)."""

    INQUIRY = "inquiry without a report"
    REPORT = "inquiry with a report to safety"
    COMPLAINT = "inquiry with a report to quality"


@dataclass(frozen=True)
class Standing:
    """One inquiry, or one mail piece that belongs to none, and what keeps it.

    Attributes:
        kind: `inquiry` or `piece`.
        ended: when it was sent or closed, or the piece was taken in; UTC; None: still open.
        due: the day from which it is destroyed; None: no day is known yet.
        kept: why it stays whatever the day says; None: nothing keeps it.
    """

    kind: str
    id: str
    number: str
    who: str
    received_at: datetime
    ended: datetime | None
    retention: RetentionClass
    due: date | None
    kept: Kept | None


@dataclass(frozen=True)
class Footprint:
    """Everything of one person: what may go, what stays, and why.

    Attributes:
        sealed: random names that stand for the person already (GD-04).
    """

    person: Person
    goes: tuple[Standing, ...]
    stays: tuple[Standing, ...]
    sealed: tuple["Subject", ...] = ()


class RequestKind(StrEnum):
    """What was asked for (GDPR Art. 15 to 21), or what retention wants."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    PSEUDONYMISATION = "pseudonymisation"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    OBJECTION = "objection"
    REIDENTIFICATION = "bringing the name back"
    DESTRUCTION = "destruction"
    AGEING = "pseudonymisation that is due"


@dataclass(frozen=True)
class Request:
    """A request about personal data, or a proposed destruction.

    Attributes:
        due: one month after it came (GD-02).
        identity: how the person's identity was checked, in words without personal data.
        by: id of the user who entered it.
        subjects: numbers of the inquiries and mail pieces it is about.
        receipt_id: document that says what went and what stayed.
        outcome: what was done about it, or why not.
    """

    id: str
    kind: RequestKind
    open: bool
    asked_at: datetime
    due: datetime
    identity: str
    by: str
    subjects: tuple[str, ...]
    done_at: datetime | None = None
    confirmed_by: str | None = None
    receipt_id: str | None = None
    outcome: str = ""


class Way(StrEnum):
    """How personal data went.

    `SEALED` can be undone: what names the person lies under a key of their own (GD-04).
    """

    ERASED = "erased"
    PSEUDONYMISED = "pseudonymised"
    SEALED = "sealed"


@dataclass(frozen=True)
class Subject:
    """A random name that stands for a person, and the key under which they lie apart (GD-04).

    Attributes:
        id: the random name.
        key: sealed under the office's key for subjects; b"" once it was destroyed.
        marks: keyed digests of name, e-mail address and telephone, to find the person again.
        age_group: E2B(R3) D.2.3, "" where no report said it.
        sex: E2B(R3) D.5.
        at: since when, UTC.
        numbers: of the inquiries and mail pieces that lie under this name.
    """

    id: str
    key: bytes
    marks: tuple[str, ...]
    at: datetime
    age_group: str = ""
    sex: str = ""
    destroyed_at: datetime | None = None
    numbers: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """True while the name can be brought back."""
        return bool(self.key) and bool(self.numbers)

    def __repr__(self) -> str:
        return f"Subject({self.id})"


@dataclass(frozen=True)
class Erased:
    """One inquiry or mail piece whose personal data went.

    Attributes:
        subject_id: of the inquiry or piece.
        kind: `inquiry` or `piece`.
        pseudonym: what stands for the person, the same in all of theirs; "" where erased.
    """

    subject_id: str
    kind: str
    way: Way
    pseudonym: str
    at: datetime
    request_id: str


@dataclass(frozen=True)
class Drill:
    """A restore that was tried out (P11-20).

    Attributes:
        made_at: when the backup was made; all times UTC.
        by: full name of who tried.
        damaged: documents that were damaged before the backup was made.
        changed: tables whose rows are others now: rows then, rows now.
        same_version: the tables are of the same version as the office's.
        pdf: the report for people.
    """

    file: str
    sha256: str
    made_at: datetime
    begun_at: datetime
    ended_at: datetime
    by: str
    records: int
    documents: int
    entries: int
    broken_at: int | None
    damaged: tuple[str, ...]
    changed: dict[str, tuple[int, int]]
    same_version: bool
    pdf: bytes = b""


@dataclass(frozen=True)
class Papers:
    """One paper for a supervisor, in the forms that people and machines take.

    Attributes:
        name: of its files.
        files: file ending to content.
    """

    name: str
    files: dict[str, bytes]
