"""The board: what is due, near and late across hand-offs, receivers and follow-ups. Pure rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mi_desktop.basics.words import Words, words
from mi_desktop.inquiries import Pace
from mi_desktop.safety.clocks import Terms
from mi_desktop.safety.model import HandOff, HandOffKind, HandOffState
from mi_desktop.safety.tracking import FollowUp


class Task(StrEnum):
    """What is to be done."""

    HAND_OVER = "hand over"
    SEND = "being sent"
    MEND = "mend the sending"
    ACKNOWLEDGE = "acknowledgement"
    ANSWER = "answer a question"
    FOLLOW_UP = "follow up"
    CHECKLIST = "sign the checklist"


# How long before its end a clock is called near.
NEAR = {
    Task.HAND_OVER: timedelta(hours=6),
    Task.SEND: timedelta(hours=6),
    Task.MEND: timedelta(hours=6),
    Task.CHECKLIST: timedelta(hours=6),
    Task.ACKNOWLEDGE: timedelta(hours=4),
    Task.ANSWER: timedelta(hours=6),
    Task.FOLLOW_UP: timedelta(days=3),
}
ANSWER_HOURS = 24
_BY_STATE = {
    HandOffState.DRAFT: Task.HAND_OVER,
    HandOffState.QUEUED: Task.SEND,
    HandOffState.SEND_FAILED: Task.MEND,
    HandOffState.SENT: Task.ACKNOWLEDGE,
    HandOffState.QUERIED: Task.ANSWER,
}


@dataclass(frozen=True)
class BoardLine:
    """One thing with a clock.

    Attributes:
        key: the same as long as it is the same thing.
        number: of the hand-off, or of the inquiry.
        due: UTC.
        what: in words, "" where the task says it all.
        follow_up_id: "" where it is none.
        handoff_id: "" where none is opened yet.
    """

    key: str
    task: Task
    number: str
    kind: HandOffKind
    inquiry_id: str
    due: datetime
    pace: Pace
    urgent: bool
    what: Words | None = None
    handoff_id: str = ""
    follow_up_id: str = ""


@dataclass(frozen=True)
class Clocks:
    """What the lines' times are reckoned from.

    Attributes:
        now: UTC.
        acknowledge: how long each department may take.
        asked: hand-off to when its open question was asked, UTC.
    """

    now: datetime
    acknowledge: Mapping[HandOffKind, Terms]
    asked: Mapping[str, datetime]


def lines(
    handoffs: Iterable[HandOff], follow_ups: Iterable[FollowUp], clocks: Clocks
) -> list[BoardLine]:
    """Everything that waits, the earliest due first; urgent ones first at the same time."""
    handoffs = list(handoffs)
    kinds = {h.id: h.kind for h in handoffs}
    made = [_of_handoff(h, clocks) for h in handoffs if h.state in _BY_STATE]
    made += [
        BoardLine(
            key=task.id,
            task=Task.FOLLOW_UP,
            number=task.number,
            kind=kinds.get(task.handoff_id, HandOffKind.SAFETY),
            inquiry_id=task.inquiry_id,
            due=task.due,
            pace=pace(Task.FOLLOW_UP, task.due, clocks.now),
            urgent=False,
            what=words("{code}", code=task.code or task.what),
            handoff_id=task.handoff_id,
            follow_up_id=task.id,
        )
        for task in follow_ups
    ]
    return sorted(made, key=lambda line: (line.due, not line.urgent, line.number, line.key))


def pace(task: Task, due: datetime, now: datetime) -> Pace:
    """Late after its time, near shortly before it."""
    if now > due:
        return Pace.LATE
    return Pace.NEAR if due - now <= NEAR[task] else Pace.ON_TIME


def _of_handoff(handoff: HandOff, clocks: Clocks) -> BoardLine:
    task = _BY_STATE[handoff.state]
    due = _due(handoff, task, clocks)
    return BoardLine(
        key=handoff.id,
        task=task,
        number=handoff.number,
        kind=handoff.kind,
        inquiry_id=handoff.inquiry_id,
        due=due,
        pace=pace(task, due, clocks.now),
        urgent=handoff.urgent,
        what=_what(handoff, task),
        handoff_id=handoff.id,
    )


def _due(handoff: HandOff, task: Task, clocks: Clocks) -> datetime:
    if task is Task.ACKNOWLEDGE:
        return clocks.acknowledge[handoff.kind].due(handoff.sent_at or handoff.due)
    if task is Task.ANSWER:
        return clocks.asked.get(handoff.id, clocks.now) + timedelta(hours=ANSWER_HOURS)
    return handoff.due


def _what(handoff: HandOff, task: Task) -> Words | None:
    if task is Task.ANSWER:
        return words("{question}", question=handoff.question)
    if handoff.problem is not None:
        return handoff.problem
    if task is Task.SEND:
        return words("waits for its way out")
    return words("version {version}", version=handoff.version) if handoff.version > 1 else None
