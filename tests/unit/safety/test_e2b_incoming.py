"""Files of others: kept byte for byte, compared element by element, nothing dropped."""

import hashlib
from dataclasses import replace

import pytest

from mi_desktop.people.errors import NotPermitted
from mi_desktop.people.model import Role
from mi_desktop.safety import HandOff, SafetyService
from mi_desktop.safety.e2b.comparing import Difference
from mi_desktop.safety.e2b.errors import NoSuchFile, UnknownCase
from mi_desktop.safety.e2b.matching import Outcome
from mi_desktop.safety.e2b.model import Content
from mi_desktop.safety.e2b.writing import write_batch
from tests.fakes.icsr import message, whole_batch, with_message
from tests.fakes.inquiry_desk import INQUIRY
from tests.unit.safety.test_e2b_case import SETTINGS
from tests.unit.safety.test_e2b_desk import ACK, receipt

LINE = ACK[
    ACK.index("<MCCI_IN000002UV01>") : ACK.index(
        '<sender><device><id root="2.16.840.1.113883.3.989.2.1.3.17"'
    )
]


@pytest.fixture
def safety(office, people, desk) -> SafetyService:
    return SafetyService(office, people, desk, desk, desk, desk, SETTINGS)


@pytest.fixture
def event(hand, safety) -> HandOff:
    hand.look()
    hand.say(SS="no", PQC="no", AE="yes", AE_SER="SER-HOSP")
    hand.sign()
    [handoff] = safety.assessment(INQUIRY).handoffs
    return handoff


@pytest.fixture
def sent(event, safety, staff) -> HandOff:
    return safety.send_handoff(staff.anna, event.id)


def test_a_report_lies_beside_the_case_byte_for_byte_with_what_it_changed(
    safety,
    staff,
    event: HandOff,
) -> None:
    data = write_batch(whole_batch())
    safety.e2b.fill_case(staff.anna, event.number, safety.e2b.check(data, "theirs.xml"))
    other = message(whole_batch()).put("D.1", Content("Z.Z."))
    newer = write_batch(with_message(whole_batch(), other.put("C.1.8.1", None)))
    safety.e2b.fill_case(staff.sara, event.number, safety.e2b.check(newer, "newer.xml"))
    first, second = safety.e2b.incoming(event.number)
    assert (first.name, first.taken_by, first.revision) == ("theirs.xml", staff.anna.id, 1)
    assert first.sha256 == hashlib.sha256(data).hexdigest()
    assert safety.e2b.original(staff.anna, first.file_id) == data
    assert (first.outcome, first.line, first.elements > 100) == (Outcome.FILLED, 1, True)
    assert len(first.differs) > 100, "the case was empty"
    old = message(whole_batch())
    assert Difference("D.1", (1,), old.text("D.1"), "Z.Z.") in second.differs
    assert Difference("C.1.8.1", (1,), old.text("C.1.8.1"), "") in second.differs


def test_fu_2_the_comparison_tells_that_a_contact_differs_not_how(
    safety,
    staff,
    event: HandOff,
) -> None:
    data = write_batch(whole_batch())
    safety.e2b.fill_case(staff.anna, event.number, safety.e2b.check(data, "theirs.xml"))
    [one] = safety.e2b.incoming(event.number)
    contacts = [d for d in one.differs if d.element in ("C.2.r.1.4", "C.2.r.2.7")]
    assert {d.theirs for d in contacts} == {"(MSK)"}
    with pytest.raises(NotPermitted):
        safety.e2b.original(replace(staff.erik, roles=frozenset({Role.AUDITOR})), one.file_id)
    with pytest.raises(NoSuchFile):
        safety.e2b.original(staff.anna, "none")


def test_what_no_element_of_ours_stands_for_is_said_and_goes_out_again(
    safety,
    staff,
    event: HandOff,
) -> None:
    strange = b'<component><observationEvent classCode="OBS" moodCode="EVN"><code code="C156384"/>'
    strange += b'<value code="7"/></observationEvent></component></investigationEvent>'
    data = write_batch(whole_batch()).replace(b"</investigationEvent>", strange)
    checked = safety.e2b.check(data, "regional.xml")
    assert any("observationEvent[C156384]/value/@code" in place for place in checked.unknown)
    safety.e2b.fill_case(staff.anna, event.number, checked)
    [one] = safety.e2b.incoming(event.number)
    assert one.unknown == checked.unknown
    assert b"C156384" in safety.e2b.export(staff.anna, event.number, data)
    assert safety.e2b.check(write_batch(whole_batch()), "ours.xml").unknown == ()


def test_an_acknowledgement_is_kept_and_each_of_its_lines_beside_its_case(
    safety,
    staff,
    sent: HandOff,
) -> None:
    whole = receipt(sent.number, "CR", "AE", "no code")
    safety.e2b.take_receipt(staff.anna, whole)
    safety.e2b.take_receipt(staff.anna, receipt("US-OTHER-1"))
    [mine] = safety.e2b.incoming(sent.number)
    assert (mine.kind, mine.outcome, mine.theirs) == (
        "acknowledgement",
        Outcome.REJECTED,
        sent.number,
    )
    assert "no code" in str(mine.said)
    assert safety.e2b.original(staff.anna, mine.file_id) == whole.data
    [nobodys] = safety.e2b.incoming()
    assert (nobodys.theirs, nobodys.outcome) == ("US-OTHER-1", Outcome.UNKNOWN)
    with pytest.raises(UnknownCase):
        safety.e2b.incoming("AE-SE-2026-99999")


def test_an_answer_to_a_hundred_reports_is_answered_for_line_by_line(
    safety,
    staff,
    sent: HandOff,
) -> None:
    said = [(f"US-OTHER-{n}", "CA" if n % 2 else "CR") for n in range(99)]
    said.insert(50, (sent.number, "CA"))
    lines = "".join(LINE.format(number=n, code=c, text="") for n, c in said)
    data = ACK.replace(LINE, lines).format(number="", code="", text="", batch="AE").encode()
    matched = safety.e2b.take_receipt(staff.anna, safety.e2b.check(data, "batch.xml"))
    assert len(matched) == 100
    assert matched[50].outcome is Outcome.ACKNOWLEDGED
    assert {m.outcome for n, m in enumerate(matched) if n != 50} == {Outcome.UNKNOWN}
    assert len(safety.e2b.incoming()) == 99
