"""FU-2: names, addresses and telephones lie in a zone of their own, read by those who need them."""

import json
from dataclasses import replace

import pytest

from mi_desktop.people.errors import NotPermitted
from mi_desktop.people.model import Role
from mi_desktop.safety import HandOff
from mi_desktop.safety.cases import Given, Null, Patient
from mi_desktop.safety.cases.errors import CaseUnfit, ContactNeedsReason
from mi_desktop.safety.cases.paths import at, put
from mi_desktop.safety.envelope import CONTACT, RECORD
from mi_desktop.safety.forms import CASE, FORM, MESSAGE
from mi_desktop.storage import Wanted
from tests.fakes.cases import filled_case
from tests.fakes.inquiry_desk import INQUIRY

PHONE = "090-12 34 56"


@pytest.fixture
def filled(hand, safety, staff) -> HandOff:
    """Anna entered a physician's name, address, telephone and a hospital's record number."""
    hand.look()
    hand.say(SS="no", PQC="no", AE="yes", AE_SER="SER-HOSP")
    hand.sign()
    [event] = safety.handoffs()
    case = replace(filled_case(), head=safety.cases.case(event.id).head)
    case = put(case, "reporters.0.phone", Given(PHONE))
    safety.cases.save(staff.anna, put(case, "patient.record_hospital", Given("H-4711")))
    return event


def test_fu_2_the_case_holds_initials_and_the_table_of_cases_no_contact(safety, filled) -> None:
    case = safety.cases.case(filled.id)
    reporter = case.reporters[0]
    assert (reporter.given_name.value, reporter.family_name.value) == ("K.", "E.")
    masked = (reporter.phone, reporter.organisation, reporter.city, case.patient.record_hospital)
    assert {given.null for given in masked} == {Null.MASKED}
    assert (reporter.qualification.value, reporter.country.value) == ("1", "SE")
    with safety.office.database.engine.connect() as connection:
        kept = "".join(connection.exec_driver_sql("SELECT facts FROM safety_case").scalars())
        told = "".join(connection.exec_driver_sql("SELECT words FROM audit_words").scalars())
    for text in (kept, told):
        assert "Exempelsson" not in text
        assert PHONE not in text
        assert "H-4711" not in text


def test_fu_2_who_works_with_the_case_reads_the_zone_and_others_stand_in_the_trail(
    safety, staff, filled
) -> None:
    def readings() -> list[str]:
        lines = safety.office.trail.lines(Wanted(action="safety.read_contact"))
        return [line.by for line in lines]

    assert safety.cases.whole(staff.anna, filled.id).reporters[0].phone.value == PHONE
    assert readings() == [], "Anna entered it herself"
    assert safety.cases.whole(staff.sara, filled.id).reporters[0].family_name.value == "Exempelsson"
    assert safety.cases.whole(staff.sara, filled.id).head.opened
    assert readings() == [staff.sara.id]


def test_fu_2_quality_and_auditors_give_a_reason_and_nobody_else_reads(
    safety, staff, filled
) -> None:
    for role in (Role.QUALITY, Role.AUDITOR):
        one = replace(staff.erik, roles=frozenset({role}))
        with pytest.raises(ContactNeedsReason):
            safety.cases.whole(one, filled.id, " ")
    assert safety.cases.whole(one, filled.id, "an inspection").reporters[0].phone.value == PHONE
    [line] = safety.office.trail.lines(Wanted(action="safety.read_contact"))
    assert (line.by, line.reason) == (one.id, "an inspection")
    for role in (Role.INTAKE, Role.REVIEWER, Role.APPROVER, Role.ADMINISTRATOR):
        with pytest.raises(NotPermitted):
            safety.cases.whole(replace(staff.erik, roles=frozenset({role})), filled.id, "please")


def test_fu_2_who_saves_without_looking_in_changes_nothing_in_the_zone(
    safety, staff, filled
) -> None:
    shaded = safety.cases.case(filled.id)
    safety.cases.save(staff.sara, put(shaded, "patient.sex", Given("1")))
    assert safety.cases.revisions(filled.id)[-1][1] == ("patient.sex",)
    whole = safety.cases.whole(staff.anna, filled.id)
    assert whole.reporters[0].family_name.value == "Exempelsson"
    shaded = safety.cases.case(filled.id)
    safety.cases.save(staff.sara, put(shaded, "reporters.0.phone", Given("08-1")))
    assert safety.cases.revisions(filled.id)[-1][1] == ("reporters.0.phone",)
    whole = safety.cases.whole(staff.anna, filled.id)
    assert (whole.reporters[0].phone.value, whole.reporters[0].city.value) == ("08-1", "Umeå")
    less = safety.cases.save(staff.anna, put(whole, "reporters.0.given_name", Given("K.")))
    assert less.reporters[0].given_name.value == "K."
    assert safety.cases.whole(staff.anna, filled.id).reporters[0].given_name.value == "K."


def test_fu_2_the_package_names_nobody_but_in_the_file_of_contacts(safety, staff, filled) -> None:
    safety.send_handoff(staff.anna, filled.id)
    files = safety.transmission.package(filled.id).files
    assert json.loads(files[CONTACT])["name"]
    for name in {CASE, FORM, MESSAGE, RECORD} & files.keys():
        assert b"Exempelsson" not in files[name], name
        assert PHONE.encode() not in files[name], name
    assert json.loads(files[RECORD])["reporter"]["initials"]
    assert "name" not in json.loads(files[RECORD])["reporter"]


def test_fu_2_identity_numbers_and_full_names_are_refused_and_never_offered(
    safety, staff, filled, desk
) -> None:
    case = safety.cases.case(filled.id)
    for path, value in (
        ("patient.initials", "Karin Exempelsson"),
        ("patient.record_hospital", "19811228-9874"),
        ("narrative.text", "Patienten, 811228-9874, fick utslag."),
        ("patient.parent.identification", "Margareta E"),
    ):
        with pytest.raises(CaseUnfit, match="leave"):
            safety.cases.save(staff.anna, put(case, path, Given(value)))
    [question, *rest] = desk.inquiry(INQUIRY).questions
    asked = replace(question, verbatim="Jag, 811228-9874, fick utslag. Är det farligt?")
    desk._inquiry = replace(desk.inquiry(INQUIRY), questions=(asked, *rest))
    offered = {
        s.path: s.given.value for s in safety.cases.suggestions(safety.cases.case(filled.id))
    }
    assert offered["narrative.native"] == "Jag, […], fick utslag. Är det farligt?"


def test_fu_2_a_report_of_others_is_taken_as_it_is_and_its_name_is_to_be_mended(
    safety, staff, filled
) -> None:
    head = safety.cases.case(filled.id).head
    told = replace(filled_case(), head=head, patient=Patient(initials=Given("Svensson")))
    kept = safety.cases.take_over(staff.anna, told)
    assert kept.patient.initials.value == "Svensson"
    [problem] = [p for p in safety.cases.problems(kept) if p.personal]
    assert (problem.path, problem.stops) == ("patient.initials", True)
    assert at(safety.cases.whole(staff.anna, filled.id), "reporters.0.city").value == "Umeå"
