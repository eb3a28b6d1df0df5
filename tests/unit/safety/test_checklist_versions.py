"""A new version of the checklist: new inquiries begin with it, old answers keep theirs."""

import json
from datetime import date

import pytest

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.safety import HandOffKind, checklists
from mi_desktop.safety.errors import ChecklistMissing, UnknownQuestion
from tests.conftest import PASSPHRASE
from tests.fakes.inquiry_desk import INQUIRY

LATER = "inq-2"
FIRST = RESOURCES / "checklists" / "ae-pqc-1.json"


@pytest.fixture
def second(tmp_path, monkeypatch):
    """Version 2, valid from 1 December: one question more, one less, another text."""
    raw = json.loads(FIRST.read_text(encoding="utf-8"))
    raw |= {"version": "2", "valid_from": "2026-12-01"}
    gone = "SS-BENEFIT"
    raw["questions"] = [q for q in raw["questions"] if q["id"] != gone]
    for question in raw["questions"]:
        question["opens"] = {
            value: [c for c in codes if c != gone] for value, codes in question["opens"].items()
        }
        if question["id"] == "AE":
            question["text"] = {"en": "Was anybody harmed?", "sv": "Kom någon till skada?"}
    cosmetic = next(q for q in raw["questions"] if q["id"] == "PQC")
    raw["questions"].append({**cosmetic, "id": "COS", "opens": {}, "hand_off": "quality"})
    for path, facts in (("1.json", json.loads(FIRST.read_text("utf-8"))), ("2.json", raw)):
        (tmp_path / path).write_text(json.dumps(facts), encoding="utf-8")
    made = checklists.versions(tmp_path)
    monkeypatch.setattr(checklists, "versions", lambda: made)


def test_an_inquiry_keeps_the_version_it_was_answered_by(hand, second, safety, clock) -> None:
    hand.clean()
    hand.sign()
    clock.forward(days=30)
    standing = safety.assessment(INQUIRY)
    assert (standing.checklist.version, standing.signature is not None) == ("1", True)
    assert standing.checklist.question("AE").text["en"] != "Was anybody harmed?"
    assert standing.checklist.question("SS-BENEFIT")
    with pytest.raises(UnknownQuestion):
        safety.answer(hand.anna, INQUIRY, "COS", "no")
    hand.say(SS="yes", SS_BENEFIT="yes")


def test_a_new_inquiry_begins_with_the_version_of_its_day(
    hand, second, safety, clock, desk, staff
) -> None:
    assert safety.assessment(LATER).checklist.version == "1", "not valid yet"
    clock.forward(days=30)
    assert safety.assessment(LATER).checklist.version == "2"
    for ref in safety.assessment(LATER).pages:
        safety.look_at(staff.anna, LATER, ref)
    for code, value in (("AE", "no"), ("SS", "no"), ("PQC", "no")):
        safety.answer(staff.anna, LATER, code, value)
    standing = safety.answer(staff.anna, LATER, "COS", "yes")
    assert standing.checklist.version == "2"
    signed = safety.sign(staff.anna, LATER, PASSPHRASE)
    assert [h.kind for h in signed.handoffs] == [HandOffKind.QUALITY]
    facts = json.loads(safety.handoff_record(signed.handoffs[0].id))
    assert facts["checklist"] == ["ae-pqc", "2"]
    with pytest.raises(UnknownQuestion):
        safety.answer(staff.anna, LATER, "SS-BENEFIT", "yes")


def test_a_version_that_is_not_installed_any_more_is_said(
    hand, second, office, people, desk, safety, monkeypatch
) -> None:
    hand.clean()
    newer = checklists.versions()[-1:]
    monkeypatch.setattr(checklists, "versions", lambda: newer)
    with pytest.raises(ChecklistMissing, match="ae-pqc-1"):
        safety.assessment(INQUIRY)


def test_before_its_first_day_a_version_does_not_begin_anything(second) -> None:
    assert checklists.current(date(2026, 11, 30)).version == "1"
    assert checklists.current(date(2026, 12, 1)).version == "2"
    assert checklists.current(date(2020, 1, 1)).version == "1", (
        "an early clock is no reason to stop"
    )
