"""FU-2: as little about a person as will do."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mi_desktop.safety.cases import (
    AeCase,
    Given,
    Head,
    Narrative,
    PartialDate,
    Patient,
    PqcCase,
    Quantity,
)
from mi_desktop.safety.cases.checks import problems
from mi_desktop.safety.cases.complaint import Defect, Pack
from mi_desktop.safety.cases.minimal import looks_like_a_name, personal_numbers

HEAD = Head("h1", "AE-SE-2026-00001", "inq-1")


def told(case: AeCase | PqcCase, path: str) -> str:
    return " ".join(str(p.words) for p in problems(case, date(2026, 6, 25)) if p.path == path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # The numbers that the Swedish tax agency prints for tests.
        ("Patient 640823-3234 fick utslag", ["640823-3234"]),
        ("19640823-3234, 6408233234", ["19640823-3234", "6408233234"]),
        ("701063-2391", ["701063-2391"]),  # a coordination number: day 3 plus 60
        ("640823+3234", ["640823+3234"]),
        ("640823-3235", []),  # wrong check digit
        ("641323-3234 640800-3234", []),  # no month, no day
        ("070-123 45 67, ring 08-640 82 33", []),
        ("07046260000018", []),
    ],
)
def test_fu_2_personal_numbers_are_known_by_date_and_check_digit(text, found) -> None:
    """FU-2: no personnummer."""
    assert list(personal_numbers(text)) == found


def test_fu_2_a_personal_number_is_told_at_any_text_of_the_case() -> None:
    """FU-2: in a narrative, a record number, a complaint's own words; not in a batch."""
    text = Given("Hon (640823-3234) fick utslag")
    case = AeCase(HEAD, narrative=Narrative(text=text), patient=Patient(record_gp=text))
    for path in ("narrative.text", "patient.record_gp"):
        assert "“640823-3234” looks like a personal identity number" in told(case, path)
    complaint = PqcCase(HEAD, defect=Defect(verbatim=text), pack=Pack(batch=Given("6408233234")))
    assert "personal identity number" in told(complaint, "defect.verbatim")
    assert told(complaint, "pack.batch") == ""


def test_fu_2_initials_before_names_and_age_before_date_of_birth() -> None:
    """FU-2: initials, age or age group preferred."""
    assert not any(map(looks_like_a_name, ("A.B.", "AB", "Å Ö-K", "VP")))
    named = AeCase(HEAD, patient=Patient(initials=Given("Vera Provsson")))
    assert told(named, "patient.initials") == "initials are enough: leave the name out"
    born = AeCase(HEAD, patient=Patient(birth=Given(PartialDate(1964, 8, 23))))
    assert told(born, "patient.birth") == ""
    aged = replace(born.patient, age=Given(Quantity(Decimal(61), "a")))
    assert "leave the date of birth out" in told(replace(born, patient=aged), "patient.birth")
    grouped = replace(born.patient, age_group=Given("6"))
    assert "leave the date of birth out" in told(replace(born, patient=grouped), "patient.birth")


def test_fu_2_the_hand_off_offers_initials_alone(hand, safety) -> None:
    """FU-2: the letter writer's name is offered as initials where the writer is the patient."""
    hand.look()
    hand.say(SS="no", PQC="no", AE="yes", AE_SER="SER-NONE")
    [handoff] = hand.sign().handoffs
    case = safety.cases.case(handoff.id)
    offered = {s.path: s.given.value for s in safety.cases.suggestions(case)}
    assert offered["patient.initials"] == "VP"
    assert "Provsson" not in json.dumps({p: str(v) for p, v in offered.items() if "patient" in p})
