"""The gate: nothing leaves before every page is seen, every question answered, all of it signed."""

from datetime import timedelta

import pytest

from mi_desktop.intake.model import PageRef
from mi_desktop.ocr.model import Box, Region
from mi_desktop.people import Meaning, NotPermitted, SignatureRefused
from mi_desktop.safety import Criterion
from mi_desktop.safety.errors import ForeignPage, GateShut, UnfitAnswer, UnknownQuestion
from tests.conftest import PASSPHRASE
from tests.fakes.inquiry_desk import ARRIVED, INQUIRY, piece


def test_gate_is_shut_and_says_why_in_words(safety):
    gate = safety.gate(INQUIRY)

    assert not gate.open
    assert [m.place for m in gate.missing] == ["page:00001-part:1", "AE", "SS", "PQC", "sign"]
    assert str(gate.missing[0].words) == "2 pages not looked at"
    assert str(gate.sentence) == (
        "The gate is shut: 2 pages not looked at, 3 questions not answered."
    )


def test_rec_4_every_page_is_looked_at_blank_ones_too(safety, hand, page):
    hand.say(AE="no", SS="no", PQC="no")
    safety.look_at(hand.anna, INQUIRY, page)

    blank = safety.gate(INQUIRY).missing[0]
    assert (str(blank.words), blank.place) == ("1 page not looked at", "page:00001-part:2")
    with pytest.raises(GateShut):
        hand.sign()


def test_the_sentence_names_what_is_missing_and_counts_one_as_one(safety, hand, page):
    hand.say(AE="yes", SS="no", PQC="no")
    assert str(safety.gate(INQUIRY).sentence) == (
        "The gate is shut: 2 pages not looked at, seriousness not answered."
    )
    safety.look_at(hand.anna, INQUIRY, page)
    assert "1 page not looked at" in str(safety.gate(INQUIRY).sentence)
    with pytest.raises(GateShut, match="1 page not looked at, seriousness not answered"):
        hand.sign()


def test_open_work_lists_what_is_shut_and_whose_clock_runs(hand):
    [waiting] = hand.safety.open_work()
    assert (waiting.inquiry.id, waiting.gate, waiting.due) == (
        INQUIRY,
        hand.safety.gate(INQUIRY),
        None,
    )
    hand.say(AE="yes")
    [waiting] = hand.safety.open_work()
    assert waiting.due == ARRIVED + timedelta(hours=24)  # CLK-4
    hand.clean()
    hand.sign()
    assert hand.safety.open_work() == []


def test_no_event_is_a_signed_statement(hand, staff):
    hand.clean()
    assert hand.missing() == ["sign"]

    signature = hand.sign().signature

    assert hand.safety.gate(INQUIRY).open
    assert (signature.user_id, signature.meaning) == (staff.anna.id, Meaning.NO_EVENT)
    assert signature.sha256 == hand.safety.assessment(INQUIRY).sha256
    assert hand.safety.handoffs() == []


def test_wrong_passphrase_signs_nothing(hand, office):
    hand.clean()
    with pytest.raises(SignatureRefused):
        hand.safety.sign(hand.anna, INQUIRY, "not the passphrase")
    assert hand.missing() == ["sign"]


def test_p11_16_a_later_answer_voids_the_signature(hand, clock):
    hand.clean()
    hand.sign()
    clock.forward(minutes=1)

    hand.say(AE="no")

    after = hand.safety.assessment(INQUIRY)
    assert after.signature is None
    assert after.voided.full_name == "Anna Lindqvist"
    assert "sign again" in str(hand.safety.gate(INQUIRY).sentence)


def test_p11_16_a_new_page_voids_the_signature(hand, desk):
    hand.clean()
    hand.sign()

    desk.link(piece("00002", pages=1))

    assert hand.missing() == ["page:00002-part:1", "sign"]


def test_ae_min_5_criteria_are_recorded_and_never_a_gate(hand):
    hand.look()
    hand.say(AE="yes", SS="no", PQC="no", AE_SER="SER-NONE", AE_MIN_2="not met")

    signed = hand.sign()

    assert signed.criteria["AE-MIN-2"] is Criterion.NOT_MET
    assert signed.criteria["AE-MIN-1"] is Criterion.UNKNOWN  # AE-MIN-6
    assert not signed.valid_case
    assert signed.to_ask == ("AE-MIN-1", "AE-MIN-2", "AE-MIN-3", "AE-MIN-4")  # AE-MIN-7
    assert [h.codes for h in signed.handoffs] == [("AE",)]


def test_ae_min_1_to_4_met_make_a_valid_case(hand):
    hand.say(AE="yes", AE_MIN_1="met", AE_MIN_2="met", AE_MIN_3="met", AE_MIN_4="met")
    assert hand.safety.assessment(INQUIRY).valid_case


def test_ae_ser_1_seriousness_is_asked_where_an_event_is_told(hand):
    hand.look()
    hand.say(AE="yes", SS="no", PQC="no")
    assert "AE-SER" in hand.missing()

    hand.say(AE_SER="SER-HOSP SER-LIFE")
    assert hand.missing() == ["sign"]


@pytest.mark.parametrize("value", ["severe", "", "SER-NONE SER-HOSP", "SER-HOSP SER-HOSP"])
def test_ae_ser_2_severity_is_no_answer_to_seriousness(hand, value):
    hand.say(AE="yes")
    with pytest.raises(UnfitAnswer):
        hand.say(AE_SER=value)


def test_a_no_to_the_special_situations_answers_each_row_a_yes_opens_them(hand):
    hand.clean()
    hand.say(SS="yes")
    assert "SS-PREG" in hand.missing()
    hand.say(SS="no")
    assert hand.missing() == ["sign"]


def test_pqc_1_batch_and_expiry_are_never_silently_empty(hand):
    hand.look()
    hand.say(AE="no", SS="no", PQC="yes", PQC_HARM="no", PQC_SAMPLE="yes")
    assert hand.missing() == ["PQC-BATCH", "PQC-EXPIRY", "sign"]
    with pytest.raises(UnfitAnswer):
        hand.say(PQC_BATCH=" ")

    hand.say(PQC_BATCH="LOT42A", PQC_EXPIRY="label lost")
    assert hand.missing() == ["sign"]


@pytest.mark.parametrize("harm", ["yes", "unknown"])
def test_pqc_2_possible_harm_asks_about_events_once_more(hand, harm):
    hand.clean()
    hand.say(PQC="yes", PQC_BATCH="X1", PQC_EXPIRY="06/2028", PQC_SAMPLE="no", PQC_HARM=harm)
    assert hand.missing() == ["AE", "sign"]

    hand.say(AE="no")  # considered again, and still no: safety gets the possible harm all the same
    assert hand.missing() == ["sign"]
    assert [h.number[:3] for h in hand.sign().handoffs] == ["AE-", "PQC"]


def test_evidence_is_kept_and_lies_on_the_inquirys_pages(safety, hand, page):
    place = Region(page.part_id, page.number, "klåda", Box(10, 20, 60, 40))
    safety.answer(hand.anna, INQUIRY, "AE", "yes", [place])
    assert safety.assessment(INQUIRY).given["AE"].evidence == (place,)

    with pytest.raises(ForeignPage):
        safety.answer(hand.anna, INQUIRY, "AE", "yes", [Region("elsewhere", 1, "klåda")])
    with pytest.raises(ForeignPage):
        safety.look_at(hand.anna, INQUIRY, PageRef("elsewhere", 1))


def test_a_withdrawn_answer_is_missing_again_and_stays_in_the_audit_trail(hand, office):
    hand.clean()
    hand.safety.withdraw_answer(hand.anna, INQUIRY, "PQC")
    assert hand.missing() == ["PQC", "sign"]
    actions = [line.action for line in office.audit_lines() if line.entity == "safety_answer"]
    assert actions == ["safety.answer"] * 3 + ["safety.withdraw_answer"]
    assert office.verify_audit().broken_at is None


def test_unknown_question_is_refused(hand):
    with pytest.raises(UnknownQuestion):
        hand.say(AE_MAYBE="yes")


def test_only_those_who_may_answer_can(hand, staff, page):
    for verb in (
        lambda who: hand.safety.answer(who, INQUIRY, "AE", "no"),
        lambda who: hand.safety.withdraw_answer(who, INQUIRY, "AE"),
        lambda who: hand.safety.look_at(who, INQUIRY, page),
        lambda who: hand.safety.sign(who, INQUIRY, PASSPHRASE),
    ):
        with pytest.raises(NotPermitted):
            verb(staff.erik)
