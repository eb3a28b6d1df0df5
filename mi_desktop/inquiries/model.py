"""The nouns of asking: inquiries, requesters, questions, clocks, suggestions."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mi_desktop.basics.words import Words
from mi_desktop.intake import Channel
from mi_desktop.ocr import Region


class Status(StrEnum):
    """Where an inquiry is (domain 3.5)."""

    REGISTERED = "registered"
    IN_PROGRESS = "in progress"
    IN_REVIEW = "in review"
    APPROVED = "approved"
    DISPATCHED = "dispatched"
    CLOSED = "closed"


class ClosingReason(StrEnum):
    """Why an inquiry is closed (domain 3.1)."""

    ANSWERED = "answered"
    NO_ANSWER_NEEDED = "no answer is needed"
    DUPLICATE = "the same as another inquiry"
    PASSED_ON = "passed on to another office"
    WITHDRAWN = "the requester took it back"
    UNREACHABLE = "the requester cannot be reached"


@dataclass(frozen=True)
class Closing:
    """An inquiry was closed, or opened again; both stay in its history.

    Attributes:
        opened: True where it was opened again.
        reason: why it was closed; None where it was opened again.
        text: in words.
        at: UTC.
        by: user id.
        status_before: where it stood before.
    """

    opened: bool
    reason: ClosingReason | None
    text: str
    at: datetime
    by: str
    status_before: Status


class RequesterType(StrEnum):
    """Who asks (domain 3.2)."""

    PHYSICIAN = "physician"
    PHARMACIST = "pharmacist"
    NURSE = "nurse"
    OTHER_HCP = "other health professional"
    LAWYER = "lawyer"
    PATIENT = "patient"
    RELATIVE = "relative"
    AUTHORITY = "authority"
    OTHER = "other"

    @property
    def health_professional(self) -> bool:
        """True for those who may get scientific detail."""
        return self in {
            RequesterType.PHYSICIAN,
            RequesterType.PHARMACIST,
            RequesterType.NURSE,
            RequesterType.OTHER_HCP,
        }

    @property
    def e2b_qualification(self) -> str:
        """E2B(R3) C.2.r.4: 1..5, or UNK (domain 3.2)."""
        return {
            RequesterType.PHYSICIAN: "1",
            RequesterType.PHARMACIST: "2",
            RequesterType.NURSE: "3",
            RequesterType.OTHER_HCP: "3",
            RequesterType.LAWYER: "4",
            RequesterType.AUTHORITY: "UNK",
        }.get(self, "5")


@dataclass(frozen=True)
class Requester:
    """The person who asked."""

    name: str = ""
    type: RequesterType = RequesterType.OTHER
    organisation: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = "SE"
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Question:
    """One question, in the requester's own words, which nobody may change.

    Attributes:
        verbatim: as written, original language; immutable.
        topic: topic code, empty until coded.
        evidence: where on the page it stands, None where it was typed in.
    """

    id: str
    position: int
    verbatim: str
    language: str
    product_id: str | None
    topic: str
    evidence: Region | None = None


@dataclass(frozen=True)
class Inquiry:
    """Someone asked something.

    Attributes:
        number: `MI-SE-2026-00012`, gap-free for a site and year, never reused.
        received_at: UTC; post arrival, mailbox delivery, fax receipt.
        first_aware_at: UTC; Day 0 is the earlier of this and `received_at` (CLK-1).
        registered_at: UTC.
        dispatched_at: UTC, None until the answer went out.
        version: counts changes, for optimistic locking.
    """

    id: str
    number: str
    status: Status
    channel: Channel
    received_at: datetime
    first_aware_at: datetime
    registered_at: datetime
    owner: str
    language: str
    requester: Requester
    questions: tuple[Question, ...]
    piece_ids: tuple[str, ...]
    version: int
    dispatched_at: datetime | None = None

    @property
    def product_id(self) -> str | None:
        """The product of the first question."""
        return self.questions[0].product_id if self.questions else None


@dataclass(frozen=True)
class NewQuestion:
    """A question that is about to be registered."""

    verbatim: str
    language: str = ""
    product_id: str | None = None
    topic: str = ""
    evidence: Region | None = None


@dataclass(frozen=True)
class InquiryDraft:
    """What registering needs; `InquiryService.draft_from` fills it from a piece's text."""

    requester: Requester
    questions: tuple[NewQuestion, ...]
    language: str = ""


class Reason(StrEnum):
    """Why a link is suggested, the strongest first."""

    REFERENCE = "reference"
    SENDER_AND_PRODUCT = "sender and product"
    SENDER = "sender"


@dataclass(frozen=True)
class Suggestion:
    """An inquiry that a piece may belong to.

    Attributes:
        score: 0..1; 1 is our own reference.
        why: for the user.
    """

    inquiry_id: str
    number: str
    reason: Reason
    score: float
    why: Words


class Pace(StrEnum):
    """How near a clock is to its end."""

    ON_TIME = "on time"
    NEAR = "near"
    LATE = "late"
    DONE = "done"


@dataclass(frozen=True)
class Clock:
    """One thing that has a time.

    Attributes:
        name: `acknowledge`, `answer`, `hand-off`.
        due: UTC.
        done_at: UTC, None while it runs.
    """

    name: str
    due: datetime
    pace: Pace
    done_at: datetime | None = None


@dataclass(frozen=True)
class InquiryLine:
    """An inquiry in a list.

    Attributes:
        restricted: its use is restricted; who asked and what stay hidden (GD-10).
    """

    id: str
    number: str
    status: Status
    requester: str
    product_id: str | None
    question: str
    received_at: datetime
    answer_due: datetime
    owner: str
    restricted: bool = False
