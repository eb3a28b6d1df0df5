"""The desk of E2B messages: receipts matched and none dropped, cases filled, MedDRA loaded."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mi_desktop.people.errors import NotPermitted
from mi_desktop.safety import HandOff, HandOffState, SafetyService, tracking_store
from mi_desktop.safety.cases import Coding, Given
from mi_desktop.safety.cases.paths import put
from mi_desktop.safety.e2b.acknowledgements import ReportReceipt
from mi_desktop.safety.e2b.checking import Checked, check_file
from mi_desktop.safety.e2b.errors import NoCodes, NoMeddra, NotExported, UnknownCase
from mi_desktop.safety.e2b.examine import Examined
from mi_desktop.safety.e2b.matching import Outcome
from mi_desktop.safety.e2b.meddra import load
from mi_desktop.safety.e2b.reading import read_batch
from mi_desktop.safety.e2b.writing import write_batch
from mi_desktop.sandbox import Sandbox
from tests.fakes.cases import filled_case
from tests.fakes.icsr import whole_batch
from tests.fakes.inquiry_desk import INQUIRY
from tests.unit.safety.test_e2b_case import SETTINGS

NOW = datetime(2026, 11, 20, tzinfo=UTC)
ACK = """<MCCI_IN200101UV01 xmlns="urn:hl7-org:v3">
<id root="2.16.840.1.113883.3.989.2.1.3.20" extension="77"/><creationTime value="20261117"/>
<MCCI_IN000002UV01><id root="2.16.840.1.113883.3.989.2.1.3.19" extension="PV-4711"/>
<sender><device><id root="2.16.840.1.113883.3.989.2.1.3.15" extension="EXAMPLECO-PV"/></device>
</sender><acknowledgement typeCode="{code}"><targetMessage>
<id root="2.16.840.1.113883.3.989.2.1.3.1" extension="{number}"/></targetMessage>
<acknowledgementDetail><text>{text}</text></acknowledgementDetail></acknowledgement>
</MCCI_IN000002UV01>
<sender><device><id root="2.16.840.1.113883.3.989.2.1.3.17" extension="EXAMPLECO"/></device>
</sender><acknowledgement typeCode="{batch}"><targetBatch>
<id root="2.16.840.1.113883.3.989.2.1.3.22" extension="B-1"/></targetBatch></acknowledgement>
</MCCI_IN200101UV01>"""


def receipt(number: str, code: str = "CA", batch: str = "AA", text: str = "") -> Checked:
    data = ACK.format(number=number, code=code, batch=batch, text=text).encode()
    return check_file(data, "ack.xml", "", NOW, None)


def saying(checked: Checked, **changed) -> Checked:
    """The file as if the acknowledgement in it said something else."""
    return replace(checked, examined=Examined(replace(checked.receipt, **changed)))


@pytest.fixture
def safety(office, people, desk) -> SafetyService:
    return SafetyService(office, people, desk, desk, desk, desk, SETTINGS)


@pytest.fixture
def event(hand, safety, staff) -> HandOff:
    hand.look()
    hand.say(SS="no", PQC="no", AE="yes")
    safety.answer(staff.anna, INQUIRY, "AE-SER", "SER-HOSP")
    hand.sign()
    [handoff] = safety.handoffs()
    return handoff


@pytest.fixture
def sent(event, safety, staff) -> HandOff:
    return safety.send_handoff(staff.anna, event.id)


@pytest.fixture
def filled(event, safety, staff) -> HandOff:
    head = safety.cases.case(event.id).head
    safety.cases.save(staff.anna, replace(filled_case(), head=head))
    return event


def test_an_accepted_report_is_acknowledged_with_their_number(safety, staff, sent) -> None:
    whole = receipt(f"SE-EXAMPLECO-{sent.number}")
    (one,) = safety.e2b.take_receipt(staff.anna, whole)
    assert (one.outcome, one.ours) == (Outcome.ACKNOWLEDGED, sent.number)
    [after] = safety.handoffs(HandOffState.ACKNOWLEDGED)
    assert (after.acknowledged_by, after.reference) == ("EXAMPLECO-PV", "PV-4711")
    (again,) = safety.e2b.take_receipt(staff.anna, whole)
    assert again.outcome is Outcome.ALREADY


def test_a_rejected_report_is_a_question_to_us(safety, staff, sent) -> None:
    (one,) = safety.e2b.take_receipt(
        staff.anna, receipt(sent.number, "CR", "AE", "E.i.2.1b is missing")
    )
    assert one.outcome is Outcome.REJECTED
    [after] = safety.handoffs(HandOffState.QUERIED)
    assert after.question == "E.i.2.1b is missing"


def test_what_cannot_be_done_now_is_left_to_a_person_and_not_called_done(
    safety, staff, event
) -> None:
    """HO-2: an answer to what was never sent, and a second rejection with words of its own."""
    (early,) = safety.e2b.take_receipt(staff.anna, receipt(event.number))
    assert early.outcome is Outcome.UNCLEAR
    safety.send_handoff(staff.anna, event.id)
    safety.e2b.take_receipt(staff.anna, receipt(event.number, "CR", "AE", "no code"))
    (second,) = safety.e2b.take_receipt(staff.anna, receipt(event.number, "CR", "AE", "no date"))
    assert second.outcome is Outcome.UNCLEAR


def test_an_acknowledgement_for_an_unknown_case_is_said_and_changes_nothing(
    safety, staff, sent
) -> None:
    (one,) = safety.e2b.take_receipt(staff.anna, receipt("US-APHARMA-8744554B"))
    assert one.outcome is Outcome.UNKNOWN
    assert "No case has the number US-APHARMA-8744554B" in str(one.words)
    [after] = safety.handoffs()
    assert after.state is HandOffState.SENT


def test_a_number_that_was_typed_is_found(safety, staff, filled) -> None:
    case = safety.cases.case(filled.id)
    safety.cases.save(staff.anna, put(case, "report.control_number", Given("SE-EXAMPLECO-OLD7")))
    sent = safety.send_handoff(staff.anna, filled.id)
    (one,) = safety.e2b.take_receipt(staff.anna, receipt("msg-1 SE-EXAMPLECO-OLD7"))
    assert (one.outcome, one.ours) == (Outcome.ACKNOWLEDGED, sent.number)


@pytest.mark.parametrize(
    ("number", "code", "batch", "problems"),
    [
        ("", "CA", "AA", 1),
        ("X", "??", "AA", 2),
        ("X", "CA", "ZZ", 1),
        ("X", "CR", "AA", 1),
    ],
)
def test_a_broken_acknowledgement_says_what_is_wrong(number, code, batch, problems) -> None:
    assert len(receipt(number, code, batch).receipt.problems) == problems


def test_a_line_that_cannot_be_acted_on_is_kept_in_sight(safety, staff, sent) -> None:
    two = saying(
        receipt(sent.number, "??"),
        reports=(ReportReceipt(sent.number, "", "", "", "", "??", ""),
                 ReportReceipt("", "", "", "", "", "CA", "")),
    )  # fmt: skip
    outcomes = [m.outcome for m in safety.e2b.take_receipt(staff.anna, two)]
    assert outcomes == [Outcome.UNCLEAR, Outcome.UNCLEAR]


def test_a_batch_rejected_without_a_word_on_its_report_is_matched_by_its_number(
    safety, staff, sent
) -> None:
    bare = saying(
        receipt("", "CR", "AR"), reports=(), batch=f"SE-EXAMPLECO-{sent.number}-v1", text="no key"
    )
    (one,) = safety.e2b.take_receipt(staff.anna, bare)
    assert (one.outcome, one.ours) == (Outcome.REJECTED, sent.number)


def test_a_filled_case_is_exported_and_read_again(safety, staff, filled) -> None:
    data = safety.e2b.export(staff.anna, filled.number)
    report = read_batch(data, "case.xml").messages[0]
    assert report.text("C.1.1") == f"SE-EXAMPLECO-{filled.number}"
    assert safety.e2b.check(data, "case.xml").valid


def test_what_cannot_be_exported_is_refused_in_words(safety, staff, filled) -> None:
    """E2B-2: no code, no file; a broken rule, no file either."""
    case = safety.cases.case(filled.id)
    worse = safety.cases.save(staff.anna, put(case, "drugs.0.role", Given("2")))
    with pytest.raises(NotExported, match="1 things"):
        safety.e2b.export(staff.anna, filled.number)
    safety.cases.save(staff.anna, put(worse, "events.0.coding", case.patient.death.date))
    with pytest.raises(NoCodes):
        safety.e2b.export(staff.anna, filled.number)
    with pytest.raises(UnknownCase):
        safety.e2b.export(staff.anna, "AE-SE-2026-99999")


def test_nobody_exports_or_acknowledges_without_the_right(safety, staff, filled) -> None:
    with pytest.raises(NotPermitted):
        safety.e2b.export(staff.erik, filled.number)
    with pytest.raises(NotPermitted):
        safety.e2b.take_receipt(staff.erik, receipt(filled.number))


def test_a_report_of_others_fills_a_case_and_goes_out_again_whole(safety, staff, event) -> None:
    batch = whole_batch()
    from_file = safety.e2b.check(write_batch(batch), "theirs.xml")
    case = safety.e2b.fill_case(staff.anna, event.number, from_file)
    assert case.head.revision == 1
    assert case.drugs[0].name == Given(batch.messages[0].all("G.k")[0].text("G.k.2.2"))
    data = safety.e2b.export(staff.anna, event.number, from_file.again())
    again = read_batch(data, "again.xml").messages[0]
    assert again.text("C.5.3") == batch.messages[0].text("C.5.3")
    assert again.all("H.3.r")[0].text("H.3.r.1b") == "10000001", "a case has no field for it"


def test_a_package_carries_form_record_and_message(safety, staff, filled) -> None:
    """HO-1: the form, the record, the message where codes are supplied."""
    safety.send_handoff(staff.anna, filled.id)
    with safety.office.database.read() as session:
        names = {file.name for file in tracking_store.files(session, filled.id, 1)}
    assert {"cioms.pdf", "case.json", "icsr.xml"} <= names


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    made = Sandbox(workers=1)
    yield made
    made.close()


def test_files_of_others_are_opened_in_the_sandbox(office, people, desk, sandbox) -> None:
    rooms = SafetyService(office, people, desk, desk, desk, desk, SETTINGS, sandbox=sandbox)
    checked = rooms.e2b.check(write_batch(whole_batch()), "theirs.xml")
    assert checked.batch.messages[0].text("C.1.1") == "SE-EXAMPLECO-1"
    assert str(checked.by_schema).startswith("not checked by the schema")


# MedDRA's own form of files, with invented terms.
_LLT = """10000001$Testpain$10000009$$$$$$$Y$$
10000002$Testitch$10000009$$$$$$$N$$
10000003$Pain of testing$10000009$$$$$$$Y$$
"""


@pytest.fixture
def dictionary(tmp_path: Path) -> Path:
    (tmp_path / "llt.asc").write_text(_LLT, encoding="latin-1")
    (tmp_path / "pt.asc").write_text("10000009$Testing disorders$$10000000$$$$$$$\n")
    (tmp_path / "meddra_release.asc").write_text("28.1$English$$$$\n")
    return tmp_path


def test_meddra_comes_from_the_users_folder(dictionary: Path) -> None:
    """E2B-2: licensed, so never shipped; read from where the user keeps it."""
    known = load(dictionary)
    term = known.term(Coding("10000001", "28.1"))
    assert term is not None
    assert (term.name, term.preferred) == ("Testpain", "Testing disorders")
    assert known.term(Coding("10000001", "27.0")) is None, "another version"
    assert [t.name for t, _ in known.find("PAIN")] == ["Pain of testing", "Testpain"]
    assert known.find("itch") == [], "no longer current"


def test_a_folder_without_meddra_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoMeddra, match="meddra_release"):
        load(tmp_path)


def test_a_code_that_the_users_meddra_lacks_is_said(office, people, desk, dictionary) -> None:
    e2b = SETTINGS.e2b.model_copy(update={"meddra": str(dictionary)})
    settings = SETTINGS.model_copy(update={"e2b": e2b})
    rooms = SafetyService(office, people, desk, desk, desk, desk, settings)
    strange = put(filled_case(), "events.0.coding", Given(Coding("10099999", "28.1")))
    found = {f.rule: f.path for f in rooms.e2b.findings(strange)}
    assert found == {"E.i.2.1b:meddra": "events.0.coding"}
