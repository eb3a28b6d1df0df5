"""The checklist answered in the real widgets, over a real safety room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mi_desktop.ocr import Box, Region
from mi_desktop.safety import Answer, HandOffState
from mi_desktop.ui.safety import SafetyScreen
from tests.conftest import PASSPHRASE, Staff
from tests.ui.office_desk import Counter

RASH = Region("part-1", 1, "fått utslag", Box(150, 120, 320, 150))
INQUIRY = "inq-1"


def test_answered_signed_and_open_by_keyboard(counter: Counter, staff: Staff) -> None:
    """AE-1: no event is an attributed statement; REC-4: every page looked at first."""
    screen = counter.show(SafetyScreen, staff.anna, INQUIRY)
    assert "1 page not looked at" in screen.page.missing.accessibleName()
    counter.press(Qt.Key.Key_PageDown)
    assert "page" not in screen.page.missing.accessibleName()
    for _ in range(3):
        counter.press(Qt.Key.Key_N)
    assert screen.page.missing.accessibleName() == "Missing: not signed."
    assert "no adverse event" in screen.page.sign.statement.text()

    screen.sign.trigger()
    assert QApplication.focusWidget() is screen.page.sign.passphrase
    counter.qtbot.keyClicks(screen.page.sign.passphrase, PASSPHRASE)
    counter.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert counter.services.safety.gate(INQUIRY).open
    assert counter.services.safety.assessment(INQUIRY).signature.full_name == "Anna Lindqvist"
    assert "signed by Anna Lindqvist" in screen.page.missing.accessibleName()


def test_p11_13_the_first_signature_takes_the_user_name_too(counter: Counter, staff: Staff) -> None:
    """P11-13: both components first, the passphrase alone afterwards."""
    counter.first_signature = True
    screen = counter.show(SafetyScreen, staff.anna, INQUIRY)
    counter.press(Qt.Key.Key_PageDown)
    for _ in range(3):
        counter.press(Qt.Key.Key_N)
    panel = screen.page.sign
    screen.sign.trigger()
    assert QApplication.focusWidget() is panel.name
    panel.passphrase.setText(PASSPHRASE)
    screen.sign.trigger()
    assert counter.services.safety.assessment(INQUIRY).signature is None
    counter.qtbot.keyClicks(panel.name, "anna")
    counter.press(Qt.Key.Key_Return)
    assert counter.services.safety.assessment(INQUIRY).signature is not None
    assert screen.desk.signing.begun


def test_a_wrong_passphrase_signs_nothing_and_says_so_beside_the_field(
    counter: Counter, staff: Staff
) -> None:
    screen = counter.show(SafetyScreen, staff.anna, INQUIRY)
    counter.press(Qt.Key.Key_PageDown)
    for _ in range(3):
        counter.press(Qt.Key.Key_N)
    counter.qtbot.keyClicks(screen.page.sign.passphrase, "not the passphrase")
    screen.sign.trigger()
    counter.rest()

    assert counter.services.safety.assessment(INQUIRY).signature is None
    assert screen.page.sign.problem.text()
    assert screen.page.sign.problem.isVisible()


def test_yes_opens_its_rows_below_it(counter: Counter, staff: Staff) -> None:
    screen = counter.show(SafetyScreen, staff.anna, INQUIRY)
    counter.press(Qt.Key.Key_Y)
    rows = screen.page.questions.rows
    assert rows["AE"].y() < rows["AE-MIN-1"].y() < rows["AE-SER"].y() < rows["SS"].y()
    assert QApplication.focusWidget() is rows["AE-MIN-1"]
    assert "seriousness not answered" in screen.page.missing.accessibleName()


def test_arrows_move_and_digits_choose_several(counter: Counter, staff: Staff) -> None:
    screen = counter.show(SafetyScreen, staff.anna, INQUIRY)
    counter.press(Qt.Key.Key_Y)
    for _ in range(4):
        counter.press(Qt.Key.Key_Down)
    assert screen.page.questions.current == "AE-SER"
    counter.press(Qt.Key.Key_3)
    counter.press(Qt.Key.Key_1)
    given = counter.services.safety.assessment(INQUIRY).given
    assert given["AE-SER"].value == "SER-DEATH SER-HOSP"
    counter.press(Qt.Key.Key_N)
    assert counter.services.safety.assessment(INQUIRY).given["AE-SER"].value == "SER-NONE"


def test_marked_text_becomes_evidence_of_the_answer_that_follows(
    counter: Counter, staff: Staff
) -> None:
    screen = counter.show(SafetyScreen, staff.anna, INQUIRY)
    screen.page.view.region_chosen.emit(RASH)
    assert counter.services.safety.assessment(INQUIRY).given == {}
    counter.press(Qt.Key.Key_Y)
    assert counter.services.safety.assessment(INQUIRY).given["AE"].evidence == (RASH,)


def test_a_link_of_what_is_missing_leads_to_its_question(counter: Counter, staff: Staff) -> None:
    screen = counter.show(SafetyScreen, staff.anna, INQUIRY)
    screen.page.missing.linkActivated.emit("PQC")
    assert screen.page.questions.current == "PQC"


def test_a_late_hand_off_needs_a_reason(counter: Counter, staff: Staff) -> None:
    """HO-4; and HO-2: handed over is not acknowledged."""
    safety = counter.services.safety
    for page in counter.services.intake.refs:
        counter.services.safety.look_at(staff.anna, INQUIRY, page)
    for code, value in (("AE", Answer.YES), ("SS", Answer.NO), ("PQC", Answer.NO)):
        safety.answer(staff.anna, INQUIRY, code, value)
    safety.answer(staff.anna, INQUIRY, "AE-SER", "SER-NONE")
    counter.services.safety.sign(staff.anna, INQUIRY, PASSPHRASE)
    screen = counter.show(SafetyScreen, staff.anna, INQUIRY)
    [card] = screen.page.cards()
    assert not card.main.isEnabled()

    counter.qtbot.keyClicks(card.reason, "Found while reading page two")
    counter.qtbot.mouseClick(card.main, Qt.MouseButton.LeftButton)
    counter.rest()

    [handoff] = counter.services.safety.handoffs()
    assert handoff.state is HandOffState.SENT
    assert handoff.late.text == "Found while reading page two"
    [card] = screen.page.cards()
    assert "nobody has acknowledged it" in card.words.text()


def test_a_reader_without_the_role_is_told_so(counter: Counter, staff: Staff) -> None:
    screen = counter.show(SafetyScreen, staff.erik, INQUIRY)
    assert "a specialist or safety signs it" in screen.page.sign.statement.text()
    assert not any(action.isEnabled() for action in screen.keys)


def test_the_list_says_what_is_missing(counter: Counter, staff: Staff) -> None:
    screen = counter.show(SafetyScreen, staff.anna, INQUIRY)
    screen.show_list()
    counter.rest()
    waiting = screen.list.table.records()
    assert [w.inquiry.number for w in waiting] == ["MI-SE-2026-00001", "MI-SE-2026-00002"]
    screen.list.table.opened.emit(waiting[1])
    counter.rest()
    assert screen.record() == "inq-2"
    assert "No mail" in screen.page.papers.words()
