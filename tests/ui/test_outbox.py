"""The outbox in the real widgets: a batch ticked off, e-mail that waits, hand-offs."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from mi_desktop.dispatch import BatchState, EmailState
from mi_desktop.safety import Answer, HandOffState
from mi_desktop.ui.outbox import OutboxScreen
from tests.conftest import PASSPHRASE, Staff
from tests.ui.office_desk import Counter

CONTROL = Qt.KeyboardModifier.ControlModifier


def sign(counter: Counter, staff: Staff, inquiry_id: str, delivery: str = "post") -> str:
    letters = counter.services.letters
    letters.gates = lambda *_: ()
    draft = letters.compose(staff.anna, inquiry_id)
    letters.set_delivery(staff.anna, draft.id, delivery)
    letters.approve(staff.erik, draft.id, PASSPHRASE)
    return draft.id


def test_an_empty_outbox_says_so(counter: Counter, staff: Staff) -> None:
    screen = counter.show(OutboxScreen, staff.anna)
    assert screen.post.panel.ready_states.words().startswith("No letter waits for print")
    assert screen.mail.panel.words.text() == "Nothing waits"
    assert screen.handoffs.states.words().startswith("No hand-off is on its way")


def test_a_batch_is_printed_ticked_off_and_posted_by_keyboard(
    counter: Counter, staff: Staff
) -> None:
    for inquiry_id in ("inq-1", "inq-2"):
        sign(counter, staff, inquiry_id)
    screen = counter.show(OutboxScreen, staff.anna)
    screen.post.panel.ready.setFocus()
    counter.press(Qt.Key.Key_P, CONTROL)
    [batch] = counter.services.dispatch.batches()
    assert len(batch.items) == 2
    assert screen.post.panel.ready.records() == []

    screen.post.panel.items.setFocus()
    assert not screen.post.posted.isEnabled()
    counter.press(Qt.Key.Key_T)
    counter.press(Qt.Key.Key_T)
    assert screen.post.posted.isEnabled()
    counter.press(Qt.Key.Key_Return, CONTROL)
    [batch] = counter.services.dispatch.batches()
    assert batch.state is BatchState.POSTED
    assert not screen.post.tick.isEnabled()


def test_only_the_chosen_letters_are_printed(counter: Counter, staff: Staff) -> None:
    first, _ = sign(counter, staff, "inq-1"), sign(counter, staff, "inq-2")
    screen = counter.show(OutboxScreen, staff.anna)
    screen.post.panel.ready.clearSelection()
    assert not screen.post.print.isEnabled()
    screen.post.panel.ready.choose(first)
    screen.post.print.trigger()
    counter.rest()
    [batch] = counter.services.dispatch.batches()
    assert [item.letter_id for item in batch.items] == [first]


def test_one_letter_is_printed_again_and_counted(counter: Counter, staff: Staff) -> None:
    sign(counter, staff, "inq-1")
    screen = counter.show(OutboxScreen, staff.anna)
    screen.post.print.trigger()
    counter.rest()
    screen.post.reprint.trigger()
    counter.rest()
    assert screen.post.panel.item().prints == 2


def test_the_manifest_is_shown_at_the_side(counter: Counter, staff: Staff) -> None:
    sign(counter, staff, "inq-1")
    screen = counter.show(OutboxScreen, staff.anna)
    screen.post.print.trigger()
    counter.rest()
    screen.post.manifest.trigger()
    counter.rest()
    assert screen.sheet.isVisible()
    assert screen.sheet.paper.page_count == 1
    counter.press(Qt.Key.Key_Escape)
    assert not screen.sheet.isVisible()


def test_offline_email_stays_waiting_and_goes_when_the_server_answers(
    counter: Counter, staff: Staff
) -> None:
    letter = sign(counter, staff, "inq-1", "e-mail")
    screen = counter.show(OutboxScreen, staff.anna)
    screen.show_record("e-mail")
    screen.mail.queue.trigger()
    counter.rest()
    assert screen.mail.panel.words.text() == "1 waiting to be sent"

    screen.mail.panel.queued.setFocus()
    counter.press(Qt.Key.Key_S, CONTROL)
    [email] = counter.services.dispatch.emails()
    assert (email.letter_id, email.state) == (letter, EmailState.WAITING)
    assert screen.mail.panel.words.text() == "Offline: 1 waiting, nothing is lost"

    counter.services.dispatch.online = True
    counter.press(Qt.Key.Key_S, CONTROL)
    [email] = counter.services.dispatch.emails()
    assert email.state is EmailState.SENT
    assert screen.mail.panel.words.text() == "Nothing waits"


def test_a_hand_off_is_acknowledged_by_name(counter: Counter, staff: Staff) -> None:
    """HO-2: sent is not received."""
    safety = counter.services.safety
    for code, value in (("AE", Answer.YES), ("SS", Answer.NO), ("PQC", Answer.NO)):
        safety.answer(staff.anna, "inq-2", code, value)
    safety.answer(staff.anna, "inq-2", "AE-SER", "SER-NONE")
    safety.sign(staff.anna, "inq-2", PASSPHRASE)
    [handoff] = safety.handoffs()
    safety.send_handoff(staff.anna, handoff.id, "was away")
    screen = counter.show(OutboxScreen, staff.anna)
    screen.show_record("hand-off")
    assert screen.tabs.tabText(2) == "Hand-offs (1)"

    counter.qtbot.keyClicks(screen.handoffs.card.by_whom, "Sara Holm")
    counter.press_on(screen.handoffs.card.by_whom, Qt.Key.Key_Return)
    [handoff] = safety.handoffs()
    assert handoff.state is HandOffState.ACKNOWLEDGED
    assert handoff.acknowledged_by == "Sara Holm"
    assert screen.handoffs.states.words().startswith("No hand-off is on its way")


def test_who_may_not_send_sees_no_open_button(counter: Counter, staff: Staff) -> None:
    sign(counter, staff, "inq-1")
    screen = counter.show(OutboxScreen, staff.erik)
    assert not screen.post.print.isEnabled()
    assert not screen.mail.send.isEnabled()


def test_a_letter_is_taken_out_of_its_batch_with_a_reason(counter: Counter, staff: Staff) -> None:
    first, second = sign(counter, staff, "inq-1"), sign(counter, staff, "inq-2")
    screen = counter.show(OutboxScreen, staff.anna)
    screen.post.print.trigger()
    counter.rest()
    screen.post.panel.items.choose(first)
    screen.post.panel.items.setFocus()
    counter.press(Qt.Key.Key_Delete)
    panel = screen.post.taking_out
    assert QApplication.focusWidget() is panel.reason
    assert not panel.take_out.isEnabled()
    counter.qtbot.keyClicks(panel.reason, "Torn in the printer")
    counter.press(Qt.Key.Key_Return)

    assert counter.services.dispatch.reasons == {first: "Torn in the printer"}
    assert [i.letter_id for i in screen.post.panel.items.records()] == [second]
    assert [r.letter.letter_id for r in screen.post.panel.ready.records()] == [first]


def test_the_manifest_is_kept_as_csv(
    counter: Counter, staff: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign(counter, staff, "inq-1")
    screen = counter.show(OutboxScreen, staff.anna)
    screen.post.print.trigger()
    counter.rest()
    file = tmp_path / "batch.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    screen.post.manifest_file.trigger()
    counter.rest()
    assert file.read_text("utf-8").startswith("position")
    [line] = [a for a in counter.services.office.audit_lines() if a.action == "people.took_file"]
    assert line.by == staff.anna.id
