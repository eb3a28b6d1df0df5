"""A letter in the real widgets: blocks, gates, a second person's approval."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mi_desktop.letters import LetterState
from mi_desktop.ui.letter import LetterScreen
from mi_desktop.ui.letter.screen import LetterScreen as Screen
from tests.conftest import PASSPHRASE, Staff
from tests.ui.office_desk import Counter

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def open_letter(counter: Counter, staff: Staff) -> Screen:
    draft = counter.services.letters.compose(staff.anna, "inq-1")
    return counter.show(LetterScreen, staff.anna, draft.id)


def draft_of(counter: Counter):
    [draft] = counter.services.letters.letters("inq-1")
    return draft


def stops(screen: Screen) -> list[str]:
    return [line.accessibleName() for line in screen.page.approval.lines]


def answered(counter: Counter, staff: Staff) -> Screen:
    counter.no_event(staff.anna, "inq-1")
    screen = open_letter(counter, staff)
    screen.writing.add.trigger()
    counter.rest()
    counter.press(Qt.Key.Key_Return)
    return screen


def test_the_page_is_shown_with_the_envelope_window(counter: Counter, staff: Staff) -> None:
    screen = open_letter(counter, staff)
    assert screen.page.papers.words() == ""
    assert screen.page.paper.page_count == 2
    assert screen.page.paper.envelope.id == "DIN-B"


def test_what_stops_approval_is_said_and_leads_there(counter: Counter, staff: Staff) -> None:
    screen = open_letter(counter, staff)
    assert stops(screen) == ["• The safety checklist is open", "• The letter answers nothing yet."]
    screen.page.approval.place_asked.emit("safety")
    assert counter.asked == [("safety", "inq-1")]
    screen.page.approval.place_asked.emit("answer")
    assert screen.page.add.isVisible()


def test_a_standard_response_is_chosen_read_and_put_in_by_keyboard(
    counter: Counter, staff: Staff
) -> None:
    screen = open_letter(counter, staff)
    counter.press(Qt.Key.Key_N, CONTROL)
    assert "Tabletten kan delas" in screen.page.add.preview.toPlainText()
    counter.press(Qt.Key.Key_Return)
    block = draft_of(counter).blocks[-1]
    assert (block.srd_id, block.question_id) == ("SRD-0001", "q-1")
    assert not screen.page.add.isVisible()
    assert "• The letter answers nothing yet." not in stops(screen)


def test_own_text_is_added_changed_moved_and_removed(counter: Counter, staff: Staff) -> None:
    screen = answered(counter, staff)
    counter.press(Qt.Key.Key_N, CONTROL)
    counter.qtbot.keyClicks(screen.page.add.own, "Own words.")
    screen.page.add.add.click()
    counter.rest()
    own = draft_of(counter).blocks[-1]
    assert own.paragraphs == ("Own words.",)

    screen.page.blocks.choose(own.id)
    screen.page.blocks.setFocus()
    counter.press(Qt.Key.Key_Up, ALT)
    assert draft_of(counter).blocks[-2].id == own.id
    counter.press(Qt.Key.Key_F2)
    assert QApplication.focusWidget() is screen.page.text.text
    screen.page.text.text.setPlainText("Other words.\n\nMore.")
    screen.page.text.save.click()
    counter.rest()
    assert draft_of(counter).blocks[-2].paragraphs == ("Other words.", "More.")
    screen.writing.remove.trigger()
    counter.rest()
    assert own.id not in {b.id for b in draft_of(counter).blocks}


def test_standard_blocks_stay_where_they_are(counter: Counter, staff: Staff) -> None:
    screen = open_letter(counter, staff)
    screen.page.blocks.choose("subject")
    assert not any(action.isEnabled() for action in screen.writing.of_block)


def hand_in(counter: Counter, screen: LetterScreen, passphrase: str = PASSPHRASE) -> None:
    """Ctrl+Return asks for the passphrase, Return signs."""
    counter.press(Qt.Key.Key_Return, CONTROL)
    assert QApplication.focusWidget() is screen.page.approval.passphrase
    counter.qtbot.keyClicks(screen.page.approval.passphrase, passphrase)
    counter.press(Qt.Key.Key_Return)


def test_p11_14_the_author_signs_to_hand_in(counter: Counter, staff: Staff) -> None:
    """P11-14: handing in is a signature of its own, with the passphrase."""
    screen = answered(counter, staff)
    hand_in(counter, screen, "not hers")
    assert draft_of(counter).state is LetterState.DRAFT
    assert "not yours" in screen.page.approval.problem.text()
    screen.page.approval.passphrase.clear()
    hand_in(counter, screen)
    assert draft_of(counter).state is LetterState.IN_REVIEW
    assert screen.page.approval.passphrase.text() == ""


def test_p11_13_the_first_signature_takes_the_user_name_too(counter: Counter, staff: Staff) -> None:
    """P11-13: both components first, the passphrase alone afterwards."""
    counter.first_signature = True
    screen = answered(counter, staff)
    approval = screen.page.approval
    counter.press(Qt.Key.Key_Return, CONTROL)
    assert QApplication.focusWidget() is approval.name
    counter.qtbot.keyClicks(approval.name, "erik")
    approval.passphrase.setText(PASSPHRASE)
    counter.press(Qt.Key.Key_Return)
    assert draft_of(counter).state is LetterState.DRAFT
    assert "not your user name" in approval.problem.text()
    approval.name.setText("Anna")
    counter.press(Qt.Key.Key_Return)
    assert draft_of(counter).state is LetterState.IN_REVIEW
    assert screen.desk.signing.begun
    assert not approval.name.isVisible()


def test_the_author_cannot_approve_and_reads_why(counter: Counter, staff: Staff) -> None:
    screen = answered(counter, staff)
    hand_in(counter, screen)
    assert draft_of(counter).state is LetterState.IN_REVIEW
    approval = screen.page.approval
    assert "another person approves it: Erik Berg" in approval.who.text()
    assert not approval.passphrase.isVisible()
    assert not screen.next.isEnabled()


def test_another_person_approves_with_the_passphrase(counter: Counter, staff: Staff) -> None:
    hand_in(counter, answered(counter, staff))
    screen = counter.show(LetterScreen, staff.erik, draft_of(counter).id)
    assert screen.page.approval.stops_title.text() == "Nothing stops approval"
    counter.press(Qt.Key.Key_Return, CONTROL)
    assert QApplication.focusWidget() is screen.page.approval.passphrase
    counter.qtbot.keyClicks(screen.page.approval.passphrase, PASSPHRASE)
    counter.press(Qt.Key.Key_Return)
    assert draft_of(counter).state is LetterState.SIGNED
    assert "Approved and signed by Erik Berg" in screen.page.approval.state.text()
    assert "B-B" in screen.page.approval.state.text()


def test_a_refused_approval_is_told_beside_the_field(counter: Counter, staff: Staff) -> None:
    """Approval is refused while the checklist is open."""
    draft = counter.services.letters.compose(staff.anna, "inq-1")
    counter.services.letters.submit(staff.anna, draft.id, PASSPHRASE)
    screen = counter.show(LetterScreen, staff.erik, draft.id)
    counter.qtbot.keyClicks(screen.page.approval.passphrase, PASSPHRASE)
    screen.next.trigger()
    counter.rest()
    assert draft_of(counter).state is LetterState.IN_REVIEW
    assert "safety checklist is open" in screen.page.approval.problem.text()
    assert screen.page.approval.passphrase.isEnabled()


def test_sent_back_with_a_comment_that_the_author_reads(counter: Counter, staff: Staff) -> None:
    hand_in(counter, answered(counter, staff))
    screen = counter.show(LetterScreen, staff.erik, draft_of(counter).id)
    counter.qtbot.keyClicks(screen.page.approval.comment, "Name the study")
    counter.qtbot.keyClick(screen.page.approval.comment, Qt.Key.Key_Return)
    counter.rest()
    author = counter.show(LetterScreen, staff.anna, draft_of(counter).id)
    assert author.page.approval.comment_before.text() == "Sent back: Name the study"


def test_a_signed_letter_that_goes_by_email_is_queued(counter: Counter, staff: Staff) -> None:
    counter.services.letters.gates = lambda *_: ()
    draft = counter.services.letters.compose(staff.anna, "inq-1")
    counter.services.letters.set_delivery(staff.anna, draft.id, "e-mail")
    counter.services.letters.approve(staff.erik, draft.id, PASSPHRASE)
    screen = counter.show(LetterScreen, staff.anna, draft.id)
    counter.qtbot.mouseClick(screen.page.approval.outgoing, Qt.MouseButton.LeftButton)
    counter.rest()
    assert [m.to for m in counter.services.dispatch.emails()] == ["1@provby.example"]
    assert counter.asked[-1] == ("outbox", "e-mail")


def test_the_list_shows_what_waits_for_approval_first(counter: Counter, staff: Staff) -> None:
    letters = counter.services.letters
    first, second = (letters.compose(staff.anna, inquiry) for inquiry in ("inq-1", "inq-2"))
    letters.submit(staff.anna, second.id, PASSPHRASE)
    screen = counter.show(LetterScreen, staff.erik)
    assert [d.id for d in screen.list.table.records()] == [second.id, first.id]
    counter.press(Qt.Key.Key_Return)
    assert screen.record() == second.id
