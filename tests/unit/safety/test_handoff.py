"""Hand-offs: separate numbers, clocks that never pause, a frozen package, acknowledgement."""

import io
import json
from datetime import UTC, date, datetime, timedelta

import pdfplumber
import pytest

from mi_desktop.ocr.model import Region
from mi_desktop.people import Meaning, NotPermitted
from mi_desktop.safety import HandOffKind, HandOffState, LateReason
from mi_desktop.safety.clocks import day, day_zero, handoff_due
from mi_desktop.safety.errors import LateNeedsReason, NoHandOff, NotSigned, WrongState
from tests.fakes.inquiry_desk import ARRIVED, INQUIRY, piece


@pytest.fixture
def both(hand):
    """An event and a complaint, signed."""
    hand.look()
    hand.safety.answer(hand.anna, INQUIRY, "AE", "yes", [Region("00001-part", 1, "jag fick klåda")])
    hand.say(SS="no", PQC="yes", AE_SER="SER-NONE", PQC_HARM="yes", PQC_SAMPLE="yes")
    hand.say(PQC_BATCH="ZV2609A", PQC_EXPIRY="2028-05")
    return hand.sign()


def test_pqc_2_event_and_complaint_get_separate_numbers_and_one_awareness(both):
    event, complaint = both.handoffs
    assert both.signature.meaning is Meaning.ANSWERED
    assert (event.number, complaint.number) == ("AE-SE-2026-00001", "PQC-SE-2026-00001")
    assert (event.kind, complaint.kind) == (HandOffKind.SAFETY, HandOffKind.QUALITY)
    assert event.awareness_at == complaint.awareness_at == ARRIVED


def test_pqc_3_lack_of_effect_with_a_defect_goes_to_both(hand):
    hand.look()
    hand.say(AE="no", SS="yes", PQC="yes", PQC_HARM="no", PQC_SAMPLE="no")
    hand.say(PQC_BATCH="refuses", PQC_EXPIRY="refuses")
    for question in hand.safety.assessment(INQUIRY).checklist.questions:
        if question.group == "special":
            hand.say(**{question.code: "yes" if question.code == "SS-LOE" else "no"})

    codes = {h.kind: h.codes for h in hand.sign().handoffs}

    assert codes == {HandOffKind.SAFETY: ("SS-LOE",), HandOffKind.QUALITY: ("PQC", "SS-LOE")}


def test_not_assessable_is_forwarded_as_well(hand):
    """AE-MIN-5: every potential event goes to safety."""
    hand.clean()
    hand.say(AE="not assessable")
    assert [h.codes for h in hand.sign().handoffs] == [("AE",)]


def test_clk_1_the_clock_starts_at_the_earlier_of_receipt_and_first_awareness(hand, desk):
    earlier = ARRIVED - timedelta(days=3)
    desk.aware_since(earlier)
    hand.clean()
    hand.say(AE="not assessable")
    assert hand.sign().handoffs[0].awareness_at == earlier


def test_clk_3_day_zero_is_the_day_at_the_site():
    assert day_zero(datetime(2026, 6, 17, 23, 30, tzinfo=UTC), "Europe/Stockholm") == date(
        2026, 6, 18
    )


def test_clk_4_weekends_and_holidays_do_not_stop_the_hours():
    friday = datetime(2026, 6, 19, 15, 0, tzinfo=UTC)  # Midsummer Eve
    assert handoff_due(friday, 24) == datetime(2026, 6, 20, 15, 0, tzinfo=UTC)


def test_clk_5_hours_are_elapsed_hours_across_daylight_saving():
    evening = datetime(2026, 10, 24, 18, 0, tzinfo=UTC)  # 20:00 in Stockholm
    due = handoff_due(evening, 24)
    assert due - evening == timedelta(hours=24)
    assert due == datetime(2026, 10, 25, 18, 0, tzinfo=UTC)  # 19:00 in Stockholm


def test_clk_7_day_n_is_counted_in_calendar_days():
    zero = date(2026, 6, 18)
    assert [day(zero, n) for n in (7, 15, 90)] == [
        date(2026, 6, 25),
        date(2026, 7, 3),
        date(2026, 9, 16),
    ]


@pytest.mark.parametrize(
    ("seriousness", "urgent"), [("SER-UNKNOWN", True), ("SER-DEATH", True), ("SER-NONE", False)]
)
def test_ae_ser_3_unknown_seriousness_is_urgent(hand, seriousness, urgent):
    hand.clean()
    hand.say(AE="yes", AE_SER=seriousness)
    assert [h.urgent for h in hand.sign().handoffs] == [urgent]


def test_ae_min_8_two_patients_are_two_cases(hand, both):
    second = hand.safety.add_patient(hand.anna, both.handoffs[0].id)
    assert (second.number, second.patient) == ("AE-SE-2026-00002", 2)
    assert second.awareness_at == ARRIVED


def test_ho_2_sent_is_not_received(hand, both):
    event = both.handoffs[0]
    with pytest.raises(WrongState):
        hand.safety.acknowledge(hand.anna, event.id, "Sara Holm")

    sent = hand.safety.send_handoff(hand.anna, event.id)
    assert (sent.state, sent.acknowledged_at) == (HandOffState.SENT, None)
    with pytest.raises(WrongState):
        hand.safety.send_handoff(hand.anna, event.id)

    hand.safety.acknowledge(hand.anna, event.id, "Sara Holm")
    assert [h.acknowledged_by for h in hand.safety.handoffs(HandOffState.ACKNOWLEDGED)] == [
        "Sara Holm"
    ]


def test_ho_4_a_late_hand_off_needs_a_reason(hand, both, clock):
    event, complaint = both.handoffs
    clock.now = event.due
    assert hand.safety.send_handoff(hand.anna, event.id).late is None

    clock.forward(seconds=1)
    with pytest.raises(LateNeedsReason):
        hand.safety.send_handoff(hand.anna, complaint.id)
    late = hand.safety.send_handoff(
        hand.anna, complaint.id, "The letter lay in the wrong tray.", LateReason.FOUND_LATE
    ).late
    assert (late.reason, late.text) == (
        LateReason.FOUND_LATE,
        "The letter lay in the wrong tray.",
    )


def test_the_package_is_frozen_and_says_what_was_signed(hand, both, office):
    event = both.handoffs[0]
    assert b"%PDF" in hand.safety.handoff_sheet(event.id)[:8]
    sent = hand.safety.send_handoff(hand.anna, event.id)

    sheet = hand.safety.handoff_sheet(event.id)
    kept = json.loads(hand.safety.handoff_record(event.id))
    with pdfplumber.open(io.BytesIO(sheet)) as pdf:
        text = "\n".join(page.extract_text() for page in pdf.pages)

    for told in (
        "AE-SE-2026-00001",
        "MI-SE-2026-00012",
        "jag fick klåda",
        "Anna Lindqvist",
        "Kan jag dela tabletten?",
        "2026-11-16",
        "letter.pdf",
        "PQC-SE-2026-00001",
    ):
        assert told in text
    assert kept["signature"]["sha256"] == both.sha256
    assert kept["dates"]["day_15"] == "2026-12-01"
    assert sent.sheet_sha256
    hand.say(SS="no")
    assert hand.safety.handoff_sheet(event.id) == sheet


def test_nothing_is_sent_on_a_voided_signature(hand, both):
    hand.say(SS="no")
    with pytest.raises(NotSigned):
        hand.safety.send_handoff(hand.anna, both.handoffs[0].id)


def test_ho_3_new_answers_go_out_under_the_same_number_as_the_next_version(hand, both, desk):
    event = both.handoffs[0]
    hand.safety.send_handoff(hand.anna, event.id)
    desk.link(piece("00002", pages=1, received_at=ARRIVED + timedelta(days=2)))
    hand.look()

    again = hand.sign().handoffs[-1]

    assert (again.number, again.version, again.state) == (event.number, 2, HandOffState.DRAFT)
    assert again.due == ARRIVED + timedelta(days=3)  # CLK-9: the new information's own clock
    assert again.awareness_at == ARRIVED


def test_a_draft_with_nothing_left_to_report_is_closed_and_keeps_its_number(hand, both):
    hand.say(AE="no", PQC="no")
    states = {h.number: h.state for h in hand.sign().handoffs}
    assert set(states.values()) == {HandOffState.CLOSED}
    hand.say(AE="not assessable")
    assert [h.state for h in hand.sign().handoffs if h.kind is HandOffKind.SAFETY] == [
        HandOffState.DRAFT
    ]


def test_ae_min_9_what_was_sent_is_not_taken_back_by_this_room(hand, both):
    hand.safety.send_handoff(hand.anna, both.handoffs[0].id)
    hand.say(AE="no", PQC="no")
    event = next(h for h in hand.sign().handoffs if h.kind is HandOffKind.SAFETY)
    assert (event.state, event.version, event.codes) == (HandOffState.DRAFT, 2, ())


def test_numbers_have_no_gaps_when_a_signing_fails(hand, both, desk, monkeypatch):
    other = "inq-2"
    for ref in hand.safety.assessment(other).pages:
        hand.safety.look_at(hand.anna, other, ref)
    for code, value in {"AE": "not assessable", "SS": "no", "PQC": "no"}.items():
        hand.safety.answer(hand.anna, other, code, value)
    with pytest.raises(Exception, match="passphrase"):
        hand.safety.sign(hand.anna, other, "wrong passphrase")
    signed = hand.safety.sign(hand.anna, other, "correct horse battery")
    assert [h.number for h in signed.handoffs] == ["AE-SE-2026-00002"]


def test_those_who_may_not_hand_off_cannot(hand, both, staff):
    event = both.handoffs[0].id
    with pytest.raises(NotPermitted):
        hand.safety.send_handoff(staff.erik, event)
    with pytest.raises(NotPermitted):
        hand.safety.acknowledge(staff.erik, event, "Sara")
    with pytest.raises(NoHandOff):
        hand.safety.send_handoff(hand.anna, "none")
