"""The path of an inquiry, Received to Sent: how far it came and what its clocks say."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mi_desktop.inquiries import Clock, Inquiry, Pace, Status
from mi_desktop.letters import Draft, LetterState, SignedLetter
from mi_desktop.safety import Assessment, Gate, HandOffState

_NOT_SENT = (HandOffState.DRAFT, HandOffState.QUEUED, HandOffState.SEND_FAILED)
NEAR = timedelta(hours=24)
HANDOFF_NEAR = timedelta(hours=6)  # its whole time is a day or so


@dataclass(frozen=True)
class Stage:
    """One step of the path.

    Attributes:
        name: `received`, `registered`, `safety`, `answer`, `approval`, `sent`.
        done: it is behind us.
        at: UTC, when it was done; None where it is not, or nobody wrote it down.
        clock: the clock that runs for it.
        screen: where it is worked on, "" where nothing is to do.
    """

    name: str
    done: bool
    at: datetime | None = None
    clock: Clock | None = None
    screen: str = ""


@dataclass(frozen=True)
class Picture:
    """Everything the path is made of, gathered in one go; `now` is UTC."""

    inquiry: Inquiry
    clocks: tuple[Clock, ...]
    assessment: Assessment
    gate: Gate
    letters: tuple[Draft, ...]
    signed: SignedLetter | None
    now: datetime


def stages(picture: Picture) -> tuple[Stage, ...]:
    """The six steps in order."""
    inquiry, clocks = picture.inquiry, {c.name: c for c in picture.clocks}
    latest = picture.letters[-1] if picture.letters else None
    signed = picture.signed is not None
    written = latest is not None and latest.state is not LetterState.DRAFT
    sent = inquiry.status in {Status.DISPATCHED, Status.CLOSED}
    answer = clocks.get("answer")
    return (
        Stage("received", True, inquiry.received_at),
        Stage("registered", True, inquiry.registered_at),
        _safety(picture),
        Stage(
            "answer",
            written,
            latest.submitted_at if latest else None,
            None if written else answer,
            "letter",
        ),
        Stage(
            "approval",
            signed,
            picture.signed.signed_at if picture.signed else None,
            answer if written and not signed else None,
            "letter",
        ),
        Stage(
            "sent", sent, inquiry.dispatched_at, answer if signed and not sent else None, "outbox"
        ),
    )


def _safety(picture: Picture) -> Stage:
    signature = picture.assessment.signature
    waiting = [h.due for h in picture.assessment.handoffs if h.state in _NOT_SENT]
    done = picture.gate.open and not waiting
    clock = None
    if waiting:
        clock = Clock("hand-off", min(waiting), handoff_pace(min(waiting), picture.now))
    return Stage("safety", done, signature.at if done and signature else None, clock, "safety")


def pace(due: datetime, now: datetime, near: timedelta = NEAR) -> Pace:
    """How a clock that runs stands: amber in its last 24 hours."""
    if now > due:
        return Pace.LATE
    return Pace.NEAR if due - now <= near else Pace.ON_TIME


def handoff_pace(due: datetime, now: datetime) -> Pace:
    """How a hand-off's clock stands: amber in its last 6 hours."""
    return pace(due, now, HANDOFF_NEAR)
