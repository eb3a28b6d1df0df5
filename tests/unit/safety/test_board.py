"""The board: due, near and late across hand-offs, receivers, follow-ups; a clock that is told."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mi_desktop.inquiries import Pace
from mi_desktop.safety import HandOff, HandOffKind, HandOffState, Task
from mi_desktop.safety.board import Clocks, lines
from mi_desktop.safety.clocks import Terms
from mi_desktop.safety.tracking import FollowUp, FollowUpState, Whom
from tests.fakes.inquiry_desk import INQUIRY

MIDSUMMER_EVE = datetime(2026, 6, 19, 8, 0, tzinfo=UTC)  # Friday 10:00 in Stockholm
PATIENCE = {HandOffKind.SAFETY: Terms(24), HandOffKind.QUALITY: Terms(48)}


def handoff(n: int, **facts) -> HandOff:
    aware = facts.pop("aware", MIDSUMMER_EVE)
    made = HandOff(
        f"h{n}",
        f"AE-SE-2026-{n:05}",
        f"inq-{n}",
        HandOffKind.SAFETY,
        HandOffState.DRAFT,
        aware,
        aware + timedelta(hours=24),
        ("AE",),
    )
    return replace(made, **facts)


def board(*handoffs: HandOff, now: datetime, follow_ups=(), asked=None):
    return lines(handoffs, follow_ups, Clocks(now, PATIENCE, asked or {}))


@pytest.mark.parametrize(
    ("hours", "pace"),
    [(0, Pace.ON_TIME), (17.9, Pace.ON_TIME), (18, Pace.NEAR), (24, Pace.NEAR), (24.1, Pace.LATE)],
)
def test_clk_4_midsummer_does_not_stop_the_hours(hours, pace):
    """CLK-4: from Midsummer Eve the 24 h end on Midsummer Day, a Saturday."""
    [line] = board(handoff(1), now=MIDSUMMER_EVE + timedelta(hours=hours))
    assert (line.task, line.pace) == (Task.HAND_OVER, pace)
    assert line.due == datetime(2026, 6, 20, 8, 0, tzinfo=UTC)


def test_sent_waits_for_its_acknowledgement_by_the_departments_own_hours():
    sent = MIDSUMMER_EVE + timedelta(hours=2)
    event = handoff(1, state=HandOffState.SENT, sent_at=sent)
    complaint = handoff(2, state=HandOffState.SENT, sent_at=sent, kind=HandOffKind.QUALITY)
    found = board(event, complaint, now=sent + timedelta(hours=25))
    assert [(x.number[-1], x.task, x.pace) for x in found] == [
        ("1", Task.ACKNOWLEDGE, Pace.LATE),
        ("2", Task.ACKNOWLEDGE, Pace.ON_TIME),
    ]


def test_what_is_settled_is_not_on_the_board_and_the_rest_stands_by_its_time():
    now = MIDSUMMER_EVE + timedelta(hours=3)
    asked = handoff(3, state=HandOffState.QUERIED)
    found = board(
        handoff(1, state=HandOffState.ACKNOWLEDGED),
        handoff(2, state=HandOffState.CLOSED),
        asked,
        handoff(4, aware=MIDSUMMER_EVE - timedelta(days=2)),
        handoff(5, urgent=True),
        handoff(6),
        now=now,
        asked={"h3": now - timedelta(hours=20)},
    )
    assert [x.number[-1] for x in found] == ["4", "3", "5", "6"]
    assert [x.pace for x in found] == [Pace.LATE, Pace.NEAR, Pace.ON_TIME, Pace.ON_TIME]


def test_follow_ups_stand_among_the_hand_offs():
    task = FollowUp(
        id="f1",
        handoff_id="h1",
        number="AE-SE-2026-00001",
        inquiry_id="inq-1",
        code="AE-MIN-2",
        what="",
        whom=Whom.REPORTER,
        due=MIDSUMMER_EVE + timedelta(days=2),
        attempts_wanted=2,
        state=FollowUpState.OPEN,
        opened_at=MIDSUMMER_EVE,
    )
    closed = handoff(1, state=HandOffState.ACKNOWLEDGED)
    [line] = board(closed, now=MIDSUMMER_EVE, follow_ups=[task])
    assert (line.task, line.pace, line.follow_up_id) == (Task.FOLLOW_UP, Pace.NEAR, "f1")


def test_ten_thousand_lines_are_laid_out_at_once():
    many = [handoff(n, aware=MIDSUMMER_EVE - timedelta(minutes=n)) for n in range(10_000)]
    started = time.perf_counter()
    found = board(*many, now=MIDSUMMER_EVE)
    assert time.perf_counter() - started < 2
    assert [found[0].number, found[-1].number] == ["AE-SE-2026-09999", "AE-SE-2026-00000"]


def test_the_service_reads_the_board_from_the_records(hand, clock):
    hand.clean()
    hand.say(AE="yes", AE_SER="SER-HOSP", AE_MIN_2="unknown")
    event = hand.sign().handoffs[0]
    found = hand.safety.board()
    assert found[0].task is Task.HAND_OVER
    assert {line.inquiry_id for line in found} == {INQUIRY}
    hand.safety.send_handoff(hand.anna, event.id)
    clock.forward(hours=30)
    first = hand.safety.board()[0]
    assert (first.task, first.pace) == (Task.ACKNOWLEDGE, Pace.LATE)
