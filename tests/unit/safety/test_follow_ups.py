"""Follow-up tasks and consent: made by what is missing, never a condition of reporting."""

from datetime import timedelta

import pytest

from mi_desktop.safety import ConsentState, FollowUpState, HandOffState, Whom
from mi_desktop.safety.errors import (
    AttemptsNeeded,
    NoConsent,
    NoFollowUp,
    NotADay,
    WordsNeeded,
)
from tests.fakes.inquiry_desk import INQUIRY

REPORTER_SAID_YES = (Whom.REPORTER, ConsentState.GIVEN)


@pytest.fixture
def event(hand):
    """A serious event of which patient and reaction are not known."""
    hand.clean()
    hand.say(AE="yes", AE_SER="SER-HOSP", AE_MIN_1="met", AE_MIN_2="unknown", AE_MIN_3="met",
             AE_MIN_4="not met")  # fmt: skip
    return hand.sign().handoffs[0]


def test_ae_min_7_each_missing_criterion_becomes_a_task(hand, event, clock):
    tasks = hand.safety.follow_ups.tasks(event.id)
    assert [t.code for t in tasks] == ["AE-MIN-2", "AE-MIN-4"]
    assert {t.due for t in tasks} == {clock.now + timedelta(days=14)}
    assert {t.attempts_wanted for t in tasks} == {2}, "FU-3: serious, two attempts in 14 days"


def test_ae_min_7_a_criterion_met_at_the_next_signature_closes_its_task(hand, event):
    hand.say(AE_MIN_2="met")
    hand.sign()
    states = {t.code: t.state for t in hand.safety.follow_ups.tasks(event.id)}
    assert states == {"AE-MIN-2": FollowUpState.ANSWERED, "AE-MIN-4": FollowUpState.OPEN}


def test_fu_3_what_is_not_serious_is_asked_once(hand):
    hand.clean()
    hand.say(AE="yes", AE_SER="SER-NONE", AE_MIN_1="not met", AE_MIN_2="met", AE_MIN_3="met",
             AE_MIN_4="met")  # fmt: skip
    [task] = hand.safety.follow_ups.tasks(hand.sign().handoffs[0].id)
    assert task.attempts_wanted == 1


def test_fu_1_refusal_closes_the_tasks_and_never_stops_the_report(hand, event):
    desk = hand.safety.follow_ups
    desk.consent(hand.anna, INQUIRY, (Whom.REPORTER, ConsentState.REFUSED), "the letter, page 1")
    assert {t.state for t in desk.tasks(event.id)} == {FollowUpState.REFUSED}
    assert hand.safety.send_handoff(hand.anna, event.id).state is HandOffState.SENT


@pytest.mark.parametrize(
    "said",
    [[], [ConsentState.ASKED], [ConsentState.GIVEN, ConsentState.WITHDRAWN]],
)
def test_fu_1_nobody_is_contacted_without_consent(hand, event, said, clock):
    desk = hand.safety.follow_ups
    task = desk.add(hand.anna, event.id, "How is the child?", "2026-12-24", Whom.REPORTER)
    for state in said:
        clock.forward(minutes=1)
        desk.consent(hand.anna, INQUIRY, (Whom.REPORTER, state), "telephone")
    with pytest.raises((NoConsent, NoFollowUp)):
        desk.attempt(hand.anna, task.id, "telephone")
    assert all(not t.attempts for t in desk.tasks(event.id))


def test_fu_1_the_reporters_word_is_not_the_treating_doctors(hand, event):
    desk = hand.safety.follow_ups
    task = desk.add(hand.anna, event.id, "Laboratory values", "2026-12-24", Whom.HCP)
    desk.consent(hand.anna, INQUIRY, REPORTER_SAID_YES, "telephone")
    with pytest.raises(NoConsent):
        desk.attempt(hand.anna, task.id, "post")
    desk.consent(hand.anna, INQUIRY, (Whom.HCP, ConsentState.GIVEN), "the patient, telephone")
    assert desk.attempt(hand.anna, task.id, "post") == 1


def test_fu_3_it_is_given_up_after_the_attempts_and_not_before(hand, event, clock):
    desk = hand.safety.follow_ups
    desk.consent(hand.anna, INQUIRY, REPORTER_SAID_YES, "telephone", ("e-mail", "sv"))
    task = desk.tasks(event.id)[0]
    desk.attempt(hand.anna, task.id, "telephone", "no answer")
    with pytest.raises(AttemptsNeeded):
        desk.give_up(hand.anna, task.id)
    clock.forward(days=3)
    desk.attempt(hand.anna, task.id, "post")
    desk.give_up(hand.anna, task.id)
    ended = next(t for t in desk.tasks(event.id) if t.id == task.id)
    assert (ended.state, len(ended.attempts)) == (FollowUpState.NOT_ANSWERED, 2)
    with pytest.raises(NoFollowUp):
        desk.answered(hand.anna, task.id, "too late")
    assert desk.consents(INQUIRY)[-1].channel == "e-mail"


def test_a_pregnancy_is_followed_and_its_day_can_be_moved_fu_3(hand):
    """FU-3: at the expected birth and a month, which somebody has to say."""
    hand.look()
    hand.say(AE="no", SS="yes", PQC="no")
    for question in hand.safety.assessment(INQUIRY).checklist.questions:
        if question.group == "special":
            hand.say(**{question.code: "yes" if question.code == "SS-PREG" else "no"})
    hand.say(**{f"AE_MIN_{n}": "met" for n in (1, 2, 3, 4)})
    event = hand.sign().handoffs[0]
    task = next(t for t in hand.safety.follow_ups.tasks(event.id) if t.code == "SS-PREG")
    with pytest.raises(NotADay):
        hand.safety.follow_ups.move(hand.anna, task.id, "24/12/2026")
    hand.safety.follow_ups.move(hand.anna, task.id, "2027-03-01")
    moved = next(t for t in hand.safety.follow_ups.tasks(event.id) if t.id == task.id)
    assert moved.due.isoformat() == "2027-03-01T22:59:00+00:00", "the end of the day at the site"


def test_words_are_needed_where_a_person_says_something(hand, event):
    desk = hand.safety.follow_ups
    with pytest.raises(WordsNeeded):
        desk.consent(hand.anna, INQUIRY, REPORTER_SAID_YES, " ")
    with pytest.raises(WordsNeeded):
        desk.answered(hand.anna, desk.tasks(event.id)[0].id, "")
    with pytest.raises(WordsNeeded):
        desk.add(hand.anna, event.id, "", "2026-12-24", Whom.REPORTER)
