"""Cases kept: prefilled by suggestion, saved in revisions, linked, never against the record."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from mi_desktop.basics.words import Words
from mi_desktop.ocr import Region
from mi_desktop.people.errors import NotPermitted
from mi_desktop.safety import HandOff, HandOffKind
from mi_desktop.safety.cases import AeCase, Given, Null, PartialDate, PqcCase
from mi_desktop.safety.cases.errors import CaseUnfit, NotTheSameMail
from mi_desktop.safety.cases.paths import at, put
from mi_desktop.storage.errors import ChangedByColleague
from tests.fakes.inquiry_desk import INQUIRY

PAGE = "00001-part"


@pytest.fixture
def event(hand, safety, staff) -> HandOff:
    hand.look()
    hand.say(SS="no", PQC="no")
    quote = Region(PAGE, 1, "she is 34 years old and got a rash")
    safety.answer(staff.anna, INQUIRY, "AE", "yes", (quote,))
    safety.answer(staff.anna, INQUIRY, "AE-SER", "SER-HOSP")
    hand.sign()
    [handoff] = safety.handoffs()
    return handoff


@pytest.fixture
def complaint(hand, safety) -> HandOff:
    hand.look()
    hand.say(AE="no", SS="no", PQC="yes", PQC_BATCH="label lost", PQC_EXPIRY="2027-05")
    hand.say(PQC_SAMPLE="yes", PQC_HARM="no")
    hand.sign()
    [handoff] = [h for h in safety.handoffs() if h.kind is HandOffKind.QUALITY]
    return handoff


def test_a_fresh_case_asks_everything_and_fills_nothing(safety, event) -> None:
    case = safety.cases.case(event.id)
    assert isinstance(case, AeCase)
    assert case.head.number == event.number
    assert case.head.revision == 0
    assert case.patient.age == Given(null=Null.NOT_ASKED)


def test_what_is_known_is_offered_with_its_reason_and_place(safety, event) -> None:
    case = safety.cases.case(event.id)
    offered = {s.path: s for s in safety.cases.suggestions(case)}
    assert str(offered["patient.age"].given.value) == "34 a"
    assert offered["patient.sex"].given.value == "2"
    assert offered["patient.initials"].given.value == "VP"
    assert offered["events.0.verbatim"].evidence.quote.endswith("a rash")
    assert offered["events.0.hospitalisation"].given.value is True
    assert "events.0.death" not in offered
    assert offered["report.first_received"].given.value == PartialDate(2026, 11, 16)
    assert offered["reporters.0.qualification"].given.value == "5"
    assert all(str(s.why) for s in offered.values())


def test_what_was_answered_or_asked_in_vain_is_not_offered_again(safety, event) -> None:
    case = put(safety.cases.case(event.id), "patient.age", Given(null=Null.ASKED_UNKNOWN))
    assert "patient.age" not in {s.path for s in safety.cases.suggestions(case)}


def test_each_save_is_a_revision_and_names_its_fields_alone(safety, staff, event) -> None:
    case = safety.cases.save(
        staff.anna, put(safety.cases.case(event.id), "patient.sex", Given("2"))
    )
    case = safety.cases.save(staff.anna, put(case, "events.0.verbatim", Given("utslag på armen")))
    assert safety.cases.case(event.id) == case
    heads = safety.cases.revisions(event.id)
    assert [(head.revision, changed) for head, changed in heads] == [
        (1, ("patient.sex",)),
        (2, ("events.0.verbatim",)),
    ]
    assert safety.cases.revision(event.id, 1).events[0].verbatim.value is None
    lines = [line for line in safety.office.audit_lines() if line.entity == "safety_case"]
    assert [line.action for line in lines] == ["safety.save_case"] * 2
    with safety.office.database.engine.connect() as connection:
        trail = connection.exec_driver_sql("SELECT changes FROM audit").scalars().all()
    assert "utslag" not in "".join(trail)


def test_a_saved_revision_cannot_be_changed_even_in_the_database(safety, staff, event) -> None:
    safety.cases.save(staff.anna, safety.cases.case(event.id))
    with (
        pytest.raises(IntegrityError, match="cannot be changed"),
        safety.office.database.engine.execution_options(writes=True).begin() as connection,
    ):
        connection.exec_driver_sql("UPDATE safety_case SET serials = 'x'")


def test_two_savers_do_not_overwrite_each_other(safety, staff, event) -> None:
    mine = yours = safety.cases.case(event.id)
    safety.cases.save(staff.anna, put(mine, "patient.sex", Given("1")))
    with pytest.raises(ChangedByColleague):
        safety.cases.save(staff.sara, put(yours, "patient.sex", Given("2")))


def test_e2b_1_a_text_too_long_is_refused_and_nothing_is_cut(safety, staff, event) -> None:
    case = put(safety.cases.case(event.id), "events.0.verbatim", Given("x" * 300))
    with pytest.raises(CaseUnfit) as caught:
        safety.cases.save(staff.anna, case)
    assert "50 characters too many" in str(caught.value.words)
    assert safety.cases.revisions(event.id) == []


def test_p11_08_a_case_asks_for_a_role(safety, staff, event) -> None:
    with pytest.raises(NotPermitted):
        safety.cases.save(staff.erik, safety.cases.case(event.id))


def test_ae_min_8_mother_and_child_have_a_case_each_linked_both_ways(safety, staff, event) -> None:
    child = safety.add_patient(staff.anna, event.id)
    mother_case, child_case = safety.cases.link(staff.anna, event.id, child.id, "child")
    assert [(x.number.value, x.how.value) for x in mother_case.report.linked] == [
        (child.number, "child")
    ]
    assert [(x.number.value, x.how.value) for x in child_case.report.linked] == [
        (event.number, "mother")
    ]
    assert child_case.head.patient == 2
    with pytest.raises(NotTheSameMail):
        safety.cases.link(staff.anna, event.id, event.id, "child")


def test_pqc_1_the_checklist_s_reasons_come_along(safety, complaint) -> None:
    case = safety.cases.case(complaint.id)
    assert isinstance(case, PqcCase)
    offered = {s.path: s.given.value for s in safety.cases.suggestions(case)}
    assert offered["pack.no_batch"] == "label_lost"
    assert offered["sample.available"] == "yes"
    assert offered["complainants.0.family_name"] == "Provsson"


def test_gs1_a_code_on_the_page_is_offered_for_the_pack(safety, desk, complaint) -> None:
    """GS1-1: read from the page by DataMatrix, offered, not filled."""
    [piece] = desk.pieces(["00001"])
    code = "010704626123456621ABC123xyz\x1d1728063010LOT42A"
    [part] = piece.parts
    first, *rest = part.pages
    pages = (replace(first, codes=(code,)), *rest)
    desk._pieces["00001"] = replace(piece, parts=(replace(part, pages=pages),))
    offered = {s.path: s for s in safety.cases.suggestions(safety.cases.case(complaint.id))}
    assert offered["pack.batch"].given.value == "LOT42A"
    assert offered["pack.serial"].given.value == "ABC123xyz"
    assert isinstance(offered["pack.batch"].why, Words)


def test_fal_1_a_serial_number_seen_twice_is_a_sign(safety, staff, complaint) -> None:
    case = put(safety.cases.case(complaint.id), "pack.serial", Given("ABC123xyz"))
    assert safety.cases.falsified_signs(case) == ()
    safety.cases.save(staff.anna, case)
    other = safety.add_patient(staff.anna, complaint.id)
    again = put(safety.cases.case(other.id), "pack.serial", Given("ABC123xyz"))
    assert "seen before" in str(safety.cases.falsified_signs(again)[0])


def test_pqc_the_sample_s_hands_are_kept_in_order(safety, staff, complaint) -> None:
    """The chain of custody: each step with its day, its hands and its condition."""
    case = safety.cases.case(complaint.id)
    for n, (what, day) in enumerate((("requested", "2026-11-16"), ("received", "2026-11-12"))):
        case = put(case, f"sample.custody.{n}.what", Given(what))
        case = put(case, f"sample.custody.{n}.date", Given(PartialDate.read(day)))
    kept = safety.cases.save(staff.anna, case)
    assert [at(kept, f"sample.custody.{n}.what").value for n in (0, 1)] == ["requested", "received"]
    [told] = [p for p in safety.cases.problems(kept) if p.path == "sample.custody.1.date"]
    assert "is before 2026-11-16" in str(told.words)


def test_batch_expiry_and_age_marked_on_the_page_are_offered(safety, desk, page, complaint) -> None:
    desk.read(page, "Min mor är 83 år.\nBatchnummer: OV2608F\nUtgångsdatum: 03/2028")
    offered = {s.path: s for s in safety.cases.suggestions(safety.cases.case(complaint.id))}
    assert offered["pack.batch"].given.value == "OV2608F"
    assert offered["pack.expiry"].given.value == PartialDate(2028, 3)
    assert "expiry" in str(offered["pack.expiry"].why)


def test_two_ages_on_the_pages_are_not_guessed_between(safety, desk, page, staff, hand) -> None:
    hand.look()
    hand.say(AE="yes", SS="no", PQC="no", AE_SER="SER-UNKNOWN")
    hand.sign()
    [handoff] = safety.handoffs()
    desk.read(page, "Min mor är 83 år och fick utslag.")
    case = safety.cases.case(handoff.id)
    assert (
        str({s.path: s for s in safety.cases.suggestions(case)}["patient.age"].given.value)
        == "83 a"
    )
    desk.read(page, "Min mor är 83 år och fick utslag. Min far är 85 år.")
    assert "patient.age" not in {s.path for s in safety.cases.suggestions(case)}
