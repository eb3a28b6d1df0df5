"""Times that safety and quality keep towards authorities: told on the sheet, never due here."""

import io
import json
from datetime import date

import pdfplumber
import pytest

from mi_desktop.safety import HandOffKind
from mi_desktop.safety.regulatory import information
from tests.fakes.inquiry_desk import INQUIRY

ZERO = date(2026, 6, 18)  # a Thursday; Friday the 19th is a holiday in the United States


def days(rule: str, kind: HandOffKind, country: str, zero: date = ZERO) -> list[str]:
    told = information(kind, zero)
    return [t["last_day"] for t in told if (t["rule"], t["country"]) == (rule, country)]


def says(rule: str, kind: HandOffKind) -> str:
    return "\n".join(f"{t['says']} [{t['source']}]" for t in information(kind, ZERO)
                     if t["rule"] == rule)  # fmt: skip


def test_clk_8_fifteen_days_in_the_united_states_and_seven_or_fifteen_in_trials() -> None:
    """CLK-8: 15 calendar days for serious and unexpected; trials 7 and 15; others periodic."""
    in_order = days("CLK-8", HandOffKind.SAFETY, "US")
    assert in_order == ["2026-07-03", "2026-06-25", "2026-07-03", ""]
    assert "serious and unexpected: 15 calendar days" in says("CLK-8", HandOffKind.SAFETY)
    assert "periodic report" in says("CLK-8", HandOffKind.SAFETY)
    assert days("CLK-8", HandOffKind.QUALITY, "US") == []


@pytest.mark.parametrize("kind", HandOffKind)
def test_clk_10_device_incidents_go_by_their_own_days(kind: HandOffKind) -> None:
    """CLK-10: EU 2, 10 and 15 days; US 5 (work days, 21 CFR 803.3) and 30."""
    assert days("CLK-10", kind, "EU") == ["2026-06-20", "2026-06-28", "2026-07-03"]
    assert days("CLK-10", kind, "US") == ["2026-06-26", "2026-07-18"]


def test_clk_11_a_swedish_report_goes_to_eudravigilance() -> None:
    """CLK-11: not to Läkemedelsverket; narrative in Swedish or English."""
    told = says("CLK-11", HandOffKind.SAFETY)
    for words in ("to EudraVigilance, not to Läkemedelsverket", "Swedish or English", "2017:70"):
        assert words in told


def test_pqc_c2_a_defect_that_may_cause_a_recall_is_reported() -> None:
    """PQC-C2: EU GMP, Chapter 8."""
    told = says("PQC-C2", HandOffKind.QUALITY)
    assert "may cause a recall or an abnormal restriction of supply" in told
    assert "EU GMP, Chapter 8" in told


def test_pqc_c3_ema_times_run_from_the_notification_and_have_no_day_before_it() -> None:
    """PQC-C3: acknowledgement in 4 h, interim report within 48 h of the notification."""
    told = says("PQC-C3", HandOffKind.QUALITY)
    assert "4 hours from the notification to EMA" in told
    assert "48 hours from the notification to EMA" in told
    assert days("PQC-C3", HandOffKind.QUALITY, "EU") == ["", ""]


def test_pqc_c6_the_field_alert_counts_working_days_of_its_own_country() -> None:
    """PQC-C6: 3 working days, over a weekend and a holiday; 45 calendar days for deviations."""
    assert days("PQC-C6", HandOffKind.QUALITY, "US") == ["2026-06-24", "2026-08-02"]


def test_no_calendar_no_day_but_the_words_stand() -> None:
    """Information never keeps a report back."""
    assert days("PQC-C6", HandOffKind.QUALITY, "US", date(2051, 1, 2)) == ["", "2051-02-16"]


def test_the_sheet_tells_it_and_the_due_time_is_our_own(hand) -> None:
    """CLK-8, CLK-11, PQC-C6: on the sheet with rule and source; CLK-12: nothing is due by it."""
    hand.look()
    hand.say(AE="not assessable", SS="no", PQC="yes", PQC_HARM="no", PQC_SAMPLE="no")
    hand.say(PQC_BATCH="refuses", PQC_EXPIRY="refuses")
    event, complaint = hand.sign().handoffs
    for handoff, rule, words in (
        (event, "SE · CLK-11", "EudraVigilance, not to"),
        (event, "US · CLK-8", "21 CFR 314.80"),
        (complaint, "US · PQC-C6", "2026-11-19"),
        (complaint, "SE · PQC-C5", "telephones Läkemedelsverket"),
    ):
        with pdfplumber.open(io.BytesIO(hand.safety.handoff_sheet(handoff.id))) as pdf:
            text = "\n".join(page.extract_text() for page in pdf.pages)
        assert rule in text
        assert words in text
    sent = hand.safety.send_handoff(hand.anna, complaint.id)
    kept = json.loads(hand.safety.handoff_record(complaint.id))
    assert {"PQC-C2", "PQC-C3", "PQC-C6"} <= {t["rule"] for t in kept["regulatory"]}
    assert sent.due == complaint.due
    assert hand.safety.assessment(INQUIRY).handoffs[0].due == event.due
