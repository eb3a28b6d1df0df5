"""E2B acknowledgements taken in through the window: every line is answered for, in words."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from mi_desktop.safety import HandOffState
from mi_desktop.safety.e2b.matching import Outcome
from mi_desktop.ui.safety import SafetyScreen
from tests.conftest import Staff
from tests.ui.office_desk import Counter
from tests.ui.test_safety_desks import board, hand_over, report
from tests.unit.safety.test_e2b_desk import ACK


def answer(folder: Path, name: str, number: str, code: str = "CA", batch: str = "AA") -> Path:
    file = folder / name
    file.write_text(ACK.format(number=number, code=code, batch=batch, text="Age is missing"))
    return file


@pytest.fixture
def sent(counter: Counter, staff: Staff) -> SafetyScreen:
    """A hand-off that left, and the tab for what comes back."""
    report(counter, staff)
    screen = board(counter, staff)
    hand_over(counter, screen.tabs.board.card)
    screen.tabs.turn_to(4)
    counter.rest()
    return screen


def test_accepted_twice_and_unknown_each_say_what_they_did(
    counter: Counter, sent: SafetyScreen, tmp_path: Path
) -> None:
    """ACK in the window: the case and its state, an unknown case, a second time."""
    panel, [handoff] = sent.tabs.receipts, counter.services.safety.handoffs()
    assert panel.states.words().startswith("No acknowledgement was taken in yet")
    panel.take([
        answer(tmp_path, "one.xml", handoff.number),
        answer(tmp_path, "two.xml", handoff.number),
        answer(tmp_path, "three.xml", "AE-SE-2031-09999"),
    ])  # fmt: skip
    counter.rest()
    rows = panel.table.records()
    outcomes = [row.outcome for row in rows]
    assert outcomes == [Outcome.ACKNOWLEDGED, Outcome.ALREADY, Outcome.UNKNOWN]
    assert rows[0].handoff.state is HandOffState.ACKNOWLEDGED
    assert rows[2].handoff is None
    assert "No case has the number AE-SE-2031-09999" in str(rows[2].told)
    assert "3 answers: 2 acknowledged, 0 rejected, 1 to be looked at" in panel.counts.text()
    counter.press_on(panel.table, Qt.Key.Key_Return)
    assert sent.record() == handoff.inquiry_id
    later = counter.show(SafetyScreen, sent.desk.user)
    later.tabs.turn_to(4)
    counter.rest()
    assert [a.theirs for a in later.tabs.receipts.table.records()] == ["AE-SE-2031-09999"]


def test_a_rejected_report_is_a_question_to_us(
    counter: Counter, sent: SafetyScreen, tmp_path: Path
) -> None:
    [handoff] = counter.services.safety.handoffs()
    file = answer(tmp_path, "no.xml", handoff.number, "CR", "AE")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)  # fmt: skip
    sent.tabs.receipts.dropEvent(event)
    counter.rest()
    [row] = sent.tabs.receipts.table.records()
    assert row.outcome is Outcome.REJECTED
    assert row.handoff.state is HandOffState.QUERIED
    assert "Age is missing" in sent.tabs.receipts.full.text()
    assert "accepted in part" in sent.tabs.receipts.full.text()


def test_files_that_are_none_are_said_and_do_not_stop_the_others(
    counter: Counter, sent: SafetyScreen, tmp_path: Path
) -> None:
    [handoff] = counter.services.safety.handoffs()
    (tmp_path / "letter.xml").write_text("<letter/>")
    (tmp_path / "torn.xml").write_text("<MCCI")
    files = [tmp_path / "letter.xml", tmp_path / "torn.xml", tmp_path / "gone.xml"]
    panel = sent.tabs.receipts
    panel.take([*files, answer(tmp_path, "one.xml", handoff.number)])
    counter.rest()
    rows = panel.table.records()
    assert [row.outcome for row in rows] == [None, None, None, Outcome.ACKNOWLEDGED]
    assert "no E2B(R3) message" in panel.full.text()
    assert "Ask the sender" in panel.full.text()
    assert "gone.xml cannot be read" in str(rows[2].told)
