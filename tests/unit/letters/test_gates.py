"""Every line that stops an approval, and each where it is mended."""

from dataclasses import replace
from datetime import date

import pytest

from mi_desktop.basics.words import words
from mi_desktop.inquiries import RequesterType
from mi_desktop.letters.blame import blamed
from mi_desktop.letters.compose import answer_from, settle
from mi_desktop.letters.editing import own_text
from mi_desktop.letters.gates import Standing, lines
from mi_desktop.letters.model import BlockKind, Recipient
from mi_desktop.library import SrdState
from mi_desktop.safety import Gate
from tests.fakes.letter_world import AUTHORITY, STANDARD, TODAY, asked_by


@pytest.fixture
def draft(empty, facts):
    blocks, references = answer_from(STANDARD, "q1", empty, facts.texts)
    return settle(replace(empty, blocks=blocks, references=references), facts)


@pytest.fixture
def standing(draft):
    return Standing(
        settled=draft,
        safety=Gate(True, (), words("Open.")),
        standards={("SRD-0901", 1): STANDARD},
        labels={"provin": "7"},
        questions=("q1",),
        authority=AUTHORITY,
        fits=True,
        today=TODAY,
        approver="erik",
    )


def codes(draft, standing):
    return [g.code for g in lines(draft, standing)]


def with_text(draft, text, facts, **block):
    new = own_text(draft, "Svar", (text,), "q1")
    own = replace(new.blocks[-1], **block)
    return settle(replace(new, blocks=(*new.blocks[:-1], own)), facts)


def test_a_good_letter_has_no_line(draft, standing):
    assert codes(draft, standing) == []


def test_open_safety_checklist_stops(draft, standing):
    shut = replace(standing, safety=Gate(False, (), words("Two pages are not looked at.")))
    (line,) = lines(draft, shut)
    assert (line.code, line.place, str(line.words)) == (
        "safety-open", "safety", "Two pages are not looked at.",
    )  # fmt: skip


def test_required_block_that_is_missing_stops(draft, standing):
    cut = replace(draft, blocks=tuple(b for b in draft.blocks if b.kind is not BlockKind.REPORTING))
    (line,) = lines(cut, standing)
    assert (line.code, line.place) == ("block-missing", "reporting")


def test_label_newer_than_the_letter_stops(draft, standing, facts):
    label = facts.product.label.model_copy(update={"version": "8", "dated": date(2026, 11, 15)})
    product = facts.product.model_copy(update={"label": label})
    newer = replace(
        standing, settled=settle(draft, replace(facts, products=(product,))), labels={"provin": "8"}
    )
    assert set(codes(draft, newer)) == {"block-outdated", "srd-label"}


def test_let_3_triangle_that_went_away_stops(draft, standing, facts):
    product = facts.product.model_copy(update={"monitoring": ()})
    without = replace(standing, settled=settle(draft, replace(facts, products=(product,))))
    places = {g.place for g in lines(draft, without) if g.code == "block-outdated"}
    assert places == {"monitoring", "subject", "unsolicited"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"state": SrdState.WITHDRAWN}, "srd-withdrawn"),
        ({"state": SrdState.SUPERSEDED}, "srd-superseded"),
        ({"state": SrdState.ON_HOLD}, "srd-on-hold"),
        ({"expires_on": TODAY}, "srd-expired"),
        ({"stale": True}, "srd-stale"),
        ({"label_version": "6"}, "srd-label"),
    ],
)
def test_srd_1_srd_3_srd_6_standard_response_no_longer_usable_stops(draft, standing, change, code):
    now = replace(standing, standards={("SRD-0901", 1): replace(STANDARD, **change)})
    assert codes(draft, now) == [code]


def test_standard_response_unknown_in_the_language_stops(draft, standing):
    assert codes(draft, replace(standing, standards={})) == ["srd-missing"]


def test_no_answer_stops(empty, standing, facts):
    bare = settle(empty, facts)
    assert codes(bare, replace(standing, settled=bare)) == ["answer-missing"]


def test_second_question_without_an_answer_is_advice(draft, standing):
    (line,) = lines(draft, replace(standing, questions=("q1", "q2")))
    assert (line.code, line.blocking) == ("question-open", False)


def test_uns_4_unmapped_off_label_section_stops(draft, standing, facts):
    new = with_text(draft, "Studier finns.", facts, question_id="", off_label=True)
    (line,) = lines(new, replace(standing, settled=new))
    assert (line.code, line.blocking) == ("unmapped", True)


def test_uns_5_off_label_content_to_a_patient_stops(draft, standing, facts):
    patient = asked_by(facts, RequesterType.PATIENT)
    new = with_text(draft, "Studier finns.", patient, off_label=True)
    assert "off-label-patient" in codes(new, replace(standing, settled=new))


@pytest.mark.parametrize(
    "text", ["Dosen är {dose}.", "Kära [namn],", "Dosen är XXX mg.", "Se ____.", "Är det så???"]
)
def test_words_to_be_filled_in_stop(draft, standing, facts, text):
    new = with_text(draft, text, facts)
    assert codes(new, replace(standing, settled=new)) == ["to-fill-in"]


def test_requesters_own_words_are_never_taken_for_something_to_fill_in(draft, standing, facts):
    asked = replace(facts.inquiry.questions[0], verbatim="Varför??? [läkare] XXX ___ {x}")
    odd = settle(draft, replace(facts, inquiry=replace(facts.inquiry, questions=(asked,))))
    assert codes(odd, replace(standing, settled=odd)) == []


def test_citation_without_reference_stops(draft, standing, facts):
    new = with_text(draft, "Se studien [9].", facts)
    assert codes(new, replace(standing, settled=new)) == ["citation-unknown"]


def test_english_block_in_a_swedish_letter_stops(draft, standing, facts):
    new = with_text(draft, "The dose is to be taken with food and not at night.", facts)
    assert codes(new, replace(standing, settled=new)) == ["language"]


def test_geo_1_address_missing_or_too_large_stops(draft, standing):
    assert codes(draft, replace(standing, fits=False)) == ["address-overflow"]
    nowhere = replace(draft, recipient=Recipient((), "SE"))
    assert codes(nowhere, standing) == ["address-missing"]
    assert codes(replace(nowhere, delivery="e-mail"), standing) == ["email-missing"]


def test_author_and_helpers_cannot_approve(draft, standing):
    assert codes(draft, replace(standing, approver="anna")) == ["approver-is-author"]
    helped = replace(draft, writers=("anna", "bo"))
    (line,) = lines(helped, replace(standing, approver="bo"))
    assert (line.code, line.place) == ("approver-is-author", "approval")


def test_let_2_no_authority_stops_and_an_old_address_is_advice(draft, standing):
    assert codes(draft, replace(standing, authority=None)) == ["authority-missing"]
    old = AUTHORITY.model_copy(update={"last_verified": date(2025, 1, 1)})
    (line,) = lines(draft, replace(standing, authority=old))
    assert (line.code, line.blocking) == ("authority-unverified", False)


def test_hard_words_for_a_patient_are_advice_only(draft, standing, facts):
    patient = asked_by(facts, RequesterType.PATIENT)
    hard = with_text(
        replace(draft, blocks=()),
        "Samtidig administrering av potenta hämmare kan medföra ökad systemexponering och "
        "därmed ökad risk för dosberoende biverkningar.",
        patient,
    )
    (line,) = lines(hard, replace(standing, settled=hard))
    assert (line.code, line.blocking) == ("reading-level", False)


@pytest.mark.parametrize(
    ("text", "code", "stops"),
    [
        ("Vi tar på oss ansvaret för skadan.", "liability-stated", True),
        ("Det rör sig om ett tillverkningsfel.", "liability-stated", True),
        ("Sprickan orsakades av transporten.", "cause-stated", False),
        ("Det beror på förpackningen.", "cause-stated", False),
    ],
)
def test_pqc_5_cause_and_liability_wait_for_quality(draft, standing, facts, text, code, stops):
    """PQC-5: liability stops approval; a cause is pointed at. Once quality concluded, neither."""
    new = with_text(draft, text, facts)
    (line,) = lines(new, replace(standing, settled=new, complaint_open=True))
    assert (line.code, line.blocking) == (code, stops)
    assert codes(new, replace(standing, settled=new)) == []


def test_pqc_5_neutral_words_and_our_own_texts_pass(draft, standing, facts):
    new = with_text(draft, "Vi har lämnat din reklamation till vår kvalitetsavdelning.", facts)
    assert codes(new, replace(standing, settled=new, complaint_open=True)) == []


@pytest.mark.parametrize(
    ("text", "liability"),
    [
        ("We accept full liability.", True),
        ("This was a manufacturing defect.", True),
        ("The crack was caused by the carrier.", False),
        ("The leak was due to heat.", False),
    ],
)
def test_pqc_5_in_english_as_well(text, liability):
    assert [b.liability for b in blamed(text, "en")] == [liability]
    assert list(blamed("We passed your complaint on to quality assurance.", "en")) == []
