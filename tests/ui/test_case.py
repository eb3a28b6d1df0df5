"""A case filled in the real widgets, over a real safety room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mi_desktop.ocr import Box, Region
from mi_desktop.safety import Answer, HandOffKind
from mi_desktop.safety.cases import Given, Null, PartialDate
from mi_desktop.ui.safety import SafetyScreen
from tests.conftest import PASSPHRASE, Staff
from tests.ui.office_desk import Counter

RASH = Region("part-1", 1, "hon är 34 år och har fått utslag", Box(150, 120, 320, 150))
INQUIRY = "inq-1"


def told(counter: Counter, staff: Staff, **answers: str) -> None:
    safety = counter.services.safety
    for page in counter.services.intake.refs:
        safety.look_at(staff.anna, INQUIRY, page)
    for code, value in answers.items():
        evidence = (RASH,) if code == "AE" and value == Answer.YES else ()
        safety.answer(staff.anna, INQUIRY, code.replace("_", "-"), value, evidence)
    safety.sign(staff.anna, INQUIRY, PASSPHRASE)


@pytest.fixture
def event(counter: Counter, staff: Staff) -> SafetyScreen:
    told(counter, staff, AE="yes", SS="no", PQC="no", AE_SER="SER-HOSP")
    screen = counter.show(SafetyScreen, staff.anna, INQUIRY)
    screen.case.trigger()
    counter.rest()
    return screen


def typed(counter: Counter, screen: SafetyScreen, path: str, text: str) -> None:
    screen.form.form.go_to(path)
    row = screen.form.form.rows[path]
    counter.qtbot.keyClicks(row.editor, text)
    counter.qtbot.keyClick(row.editor, Qt.Key.Key_Return)


def test_suggestions_wait_for_one_key_and_show_their_place(
    counter: Counter, event: SafetyScreen
) -> None:
    form = event.form.form
    assert form.case.patient.age == Given(null=Null.NOT_ASKED)
    form.go_to("patient.age")
    assert "F9 takes “34 years”" in form.rows["patient.age"]._hint.text()
    counter.press(Qt.Key.Key_F9)
    assert str(form.case.patient.age.value) == "34 a"
    assert "patient.sex" in form.current
    assert not event.form.saved
    event.save.trigger()
    counter.rest()
    [handoff] = counter.services.safety.handoffs()
    assert str(counter.services.safety.cases.case(handoff.id).patient.age.value) == "34 a"
    assert "revision 1" in event.form.state.text()


def test_partial_dates_nothing_by_one_key_and_seriousness_ticks(
    counter: Counter, event: SafetyScreen
) -> None:
    form = event.form.form
    typed(counter, event, "events.0.onset", "2026-03")
    assert form.case.events[0].onset.value == PartialDate(2026, 3)
    form.go_to("patient.birth")
    counter.press(Qt.Key.Key_F8)
    assert form.case.patient.birth == Given(null=Null.ASKED_UNKNOWN)
    assert "asked, but not known" in form.rows["patient.birth"].editor.accessibleName()
    form.go_to("events.0.death")
    counter.press(Qt.Key.Key_N)
    counter.press(Qt.Key.Key_Y)
    assert form.case.events[0].death.value is False
    assert form.case.events[0].life_threatening.value is True


def test_what_cannot_be_read_stays_as_typed_and_stops_saving_in_words(
    counter: Counter, event: SafetyScreen
) -> None:
    form = event.form.form
    typed(counter, event, "patient.age", "34")
    row = form.rows["patient.age"]
    assert "has no unit" in row._hint.text()
    event.save.trigger()
    counter.rest()
    assert row.text() == "34"
    assert QApplication.focusWidget() is row.editor
    [handoff] = counter.services.safety.handoffs()
    assert counter.services.safety.cases.revisions(handoff.id) == []
    assert "cannot be read" in counter.told[-1]
    typed(counter, event, "patient.age", " a")
    event.save.trigger()
    counter.rest()
    assert counter.services.safety.cases.revisions(handoff.id) != []


def test_a_conflict_is_a_link_to_its_field_and_does_not_stop(
    counter: Counter, event: SafetyScreen
) -> None:
    typed(counter, event, "events.0.onset", "2026-03-10")
    typed(counter, event, "drugs.0.dosages.0.start", "2099")
    assert "2099 is after today" in event.form.form.rows["drugs.0.dosages.0.start"]._hint.text()
    event.save.trigger()
    counter.rest()
    assert "2099 is after today" in event.form.open_points.accessibleName()
    event.form.open_points.linkActivated.emit("drugs.0.dosages.0.start")
    assert event.form.form.current == "drugs.0.dosages.0.start"


def test_another_event_gets_its_own_ticks(counter: Counter, event: SafetyScreen) -> None:
    event.form.form.add("", "events")
    assert event.form.form.current.startswith("events.1.")
    assert [e.key for e in event.form.form.case.events] == ["1", "2"]
    event.form.form.add("drugs.0", "dosages")
    assert len(event.form.form.case.drugs[0].dosages) == 2


def test_leaving_saves_and_comes_back_to_the_checklist(
    counter: Counter, event: SafetyScreen
) -> None:
    typed(counter, event, "patient.initials", "VP")
    event.back.trigger()
    counter.rest()
    [handoff] = counter.services.safety.handoffs()
    assert counter.services.safety.cases.case(handoff.id).patient.initials.value == "VP"
    assert event._stack.currentWidget() is event.page


def test_gs1_a_scanner_types_the_code_and_lost_separators_are_said(
    counter: Counter, staff: Staff
) -> None:
    """GS1-2: the separator key is kept; without it the raw code is shown with what to do."""
    told(
        counter,
        staff,
        AE="no",
        SS="no",
        PQC="yes",
        PQC_BATCH="label lost",
        PQC_EXPIRY="label lost",
        PQC_SAMPLE="no",
        PQC_HARM="no",
    )
    screen = counter.show(SafetyScreen, staff.anna, INQUIRY)
    [handoff] = counter.services.safety.handoffs()
    assert handoff.kind is HandOffKind.QUALITY
    screen.case.trigger()
    counter.rest()
    form, editor = screen.form.form, screen.form.form.rows["pack.code"].editor
    form.go_to("pack.code")
    counter.qtbot.keyClicks(editor, "010704626123456621ABC123xyz1728063010LOT42A")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "separators may be lost" in form.rows["pack.code"]._hint.text()
    assert form.case.pack.batch.value is None

    editor.clear()
    counter.qtbot.keyClicks(editor, "010704626123456621ABC123xyz")
    counter.qtbot.keyClick(editor, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    counter.qtbot.keyClicks(editor, "1728063010LOT42A")
    counter.qtbot.keyClick(editor, Qt.Key.Key_Return)
    form.go_to("pack.batch")
    counter.press(Qt.Key.Key_F9)
    assert form.case.pack.batch.value == "LOT42A"


def test_ae_min_8_a_child_gets_a_case_of_its_own_linked_to_its_mother(
    counter: Counter, event: SafetyScreen
) -> None:
    """AE-MIN-8: one key away, and what was typed for the mother is kept."""
    typed(counter, event, "patient.initials", "VP")
    event.form.saver.another("child")
    counter.rest()
    mother, child = sorted(counter.services.safety.handoffs(), key=lambda h: h.patient)
    assert event.form.form.case.head.number == child.number
    kept = counter.services.safety.cases.case(mother.id)
    assert kept.patient.initials.value == "VP"
    assert kept.report.linked[0].how.value == "child"
    assert event.form.form.case.report.linked[0].how.value == "mother"


def test_what_is_half_typed_outlives_a_colleague_s_change(
    counter: Counter, event: SafetyScreen
) -> None:
    form = event.form.form
    form.go_to("patient.initials")
    counter.qtbot.keyClicks(form.rows["patient.initials"].editor, "VP")
    event.refresh()
    counter.rest()
    assert form.rows["patient.initials"].text() == "VP"
    assert form.case.patient.initials.value == "VP"
    assert not event.form.saved


def test_pqc_c7_quality_s_own_fields_are_to_be_read_by_others(
    counter: Counter, staff: Staff
) -> None:
    """PQC-C7: a specialist sees the class and who gives it, and cannot fill it in."""
    told(counter, staff, AE="no", SS="no", PQC="yes", PQC_HARM="no", PQC_SAMPLE="yes",
         PQC_BATCH="label lost", PQC_EXPIRY="2027-05")  # fmt: skip
    screen = counter.show(SafetyScreen, staff.anna, INQUIRY)
    screen.case.trigger()
    counter.rest()
    typed(counter, screen, "defect.alert_class", "1")
    counter.press(Qt.Key.Key_F8)
    row = screen.form.form.rows["defect.alert_class"]
    assert "quality alone" in row._hint.text()
    assert screen.form.form.case.defect.alert_class == Given(null=Null.NOT_ASKED)
    typed(counter, screen, "defect.criticality", "minor")
    assert screen.form.form.case.defect.criticality.value == "minor"
