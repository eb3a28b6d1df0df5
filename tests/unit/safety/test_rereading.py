"""REC-3: a drawn sample of "no event" answers, read again by another person, blind."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mi_desktop.people import Role
from mi_desktop.safety import Reread, Result
from mi_desktop.safety.errors import (
    NoReread,
    NotAPeriod,
    NothingToDraw,
    PeriodTurned,
    SampleDrawn,
    SecondPerson,
    WordsNeeded,
)
from mi_desktop.safety.reconciling import Cause, Order
from mi_desktop.safety.rereading import drawn
from mi_desktop.safety.tracking import CaptureRate
from tests.conftest import PASSPHRASE
from tests.fakes.inquiry_desk import INQUIRY

NOVEMBER = "2026-11"


@pytest.fixture
def berit(people, staff):
    return people.add(staff.maria, ("berit", "Berit Ask", frozenset({Role.SPECIALIST})), PASSPHRASE)


@pytest.fixture
def signed(hand):
    hand.clean()
    hand.sign()


@given(st.integers(0, 400), st.integers(1, 100), st.integers(0, 40), st.integers(1, 999))
def test_rec_3_the_draw_is_large_enough_fair_and_the_same_for_the_same_seed(
    population, percent, least, seed
):
    keys = [f"i{n}" for n in range(population)]
    sample = drawn(keys, seed, percent, least)
    assert len(sample) == min(population, max(least, -(-population * percent // 100)))
    assert set(sample) <= set(keys)
    assert len(set(sample)) == len(sample)
    assert drawn(keys[::-1], seed, percent, least) == sample


def test_rec_3_another_person_reads_it_and_never_the_first(hand, berit, signed):
    desk = hand.safety.rereading
    sample = desk.draw(hand.anna, NOVEMBER)
    assert (sample.population, len(sample.items)) == (1, 1)
    assert desk.waiting(hand.anna) == []
    with pytest.raises(SecondPerson):
        desk.judge(hand.anna, INQUIRY, Reread.AGREED)
    assert [i.inquiry_id for i in desk.waiting(berit)] == [INQUIRY]
    done = desk.judge(berit, INQUIRY, Reread.AGREED)
    assert (done.result, done.by) == (Reread.AGREED, berit.id)
    assert hand.safety.gate(INQUIRY).open
    with pytest.raises(NoReread):
        desk.judge(berit, INQUIRY, Reread.AGREED)


def test_rec_3_an_event_that_was_missed_shuts_the_gate_and_counts(hand, berit, signed):
    desk = hand.safety.rereading
    desk.draw(hand.anna, NOVEMBER)
    with pytest.raises(WordsNeeded):
        desk.judge(berit, INQUIRY, Reread.MISSED)
    desk.judge(berit, INQUIRY, Reread.MISSED, "itching, page 2")
    assert not hand.safety.gate(INQUIRY).open
    assert hand.safety.assessment(INQUIRY).given["AE"].value == "not assessable"
    hand.sign()
    assert [h.codes for h in hand.safety.handoffs()] == [("AE",)]
    rate = desk.capture_rate(date(2026, 11, 1), date(2026, 11, 30))
    assert (rate.first_pass, rate.reread, rate.rate) == (0, 1, 0.0)


def test_the_whole_calendar_is_a_period_and_a_turned_one_is_none(hand):
    desk = hand.safety.rereading
    assert desk.capture_rate(date.min, date.max).rate is None
    with pytest.raises(PeriodTurned):
        desk.capture_rate(date(2026, 11, 2), date(2026, 11, 1))


def test_capture_rate_counts_what_reconciliation_found_too(hand, signed):
    """Domain 6: flagged at first pass / (flagged + found by second reading or reconciliation)."""
    hand.say(AE="yes", AE_SER="SER-NONE")
    hand.sign()
    data = b"our number;awareness date\nAE-SE-2026-09999;2026-11-10\n"
    desk = hand.safety.reconciliation
    run = desk.compare(hand.anna, "pv.csv", data, Order())
    line = run.lines[0]
    assert line.result is Result.MISSING_IN_MI
    desk.settle(hand.anna, (run.id, line.position), "Anna", Cause.MISSED)
    rate = hand.safety.rereading.capture_rate(date(2026, 11, 1), date(2026, 11, 30))
    assert (rate.first_pass, rate.reconciled, rate.rate) == (1, 1, 0.5)


def test_nothing_counted_is_no_rate():
    assert CaptureRate(date(2026, 1, 1), date(2026, 1, 31), 0, 0, 0).rate is None


def test_one_sample_a_month_and_only_of_what_was_signed(hand, signed):
    desk = hand.safety.rereading
    desk.draw(hand.anna, NOVEMBER)
    with pytest.raises(SampleDrawn):
        desk.draw(hand.anna, NOVEMBER)
    with pytest.raises(NothingToDraw):
        desk.draw(hand.anna, "2026-10")
    for period in ("2026-13", "november", "2026-12", "0001-01", "9999-12"):
        with pytest.raises(NotAPeriod):
            desk.draw(hand.anna, period)


def test_an_answer_that_became_a_yes_is_not_drawn(hand, signed):
    hand.say(AE="not assessable")
    hand.sign()
    with pytest.raises(NothingToDraw):
        hand.safety.rereading.draw(hand.anna, NOVEMBER)
