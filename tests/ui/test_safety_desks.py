"""The board, reconciliation and second reading in the real widgets, over a real safety room."""

import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mi_desktop.inquiries import Pace
from mi_desktop.safety import (
    BoardLine,
    Cause,
    ConsentState,
    Field,
    FollowUpState,
    HandOffKind,
    HandOffState,
    Reread,
    Task,
    Way,
    Whom,
)
from mi_desktop.settings import OfficeSettings, Receiver, Receivers
from mi_desktop.ui.handoff_watch import HandOffWatch
from mi_desktop.ui.safety import SafetyScreen
from mi_desktop.ui.safety.board import Board
from mi_desktop.ui.safety.handoff_card import HandOffCard
from mi_desktop.ui.status_line import StatusLine
from tests.conftest import PASSPHRASE, HeldClock, Staff
from tests.ui.office_desk import Counter

INQUIRY = "inq-1"
CONTROL = Qt.KeyboardModifier.ControlModifier


def report(counter: Counter, staff: Staff, **more: str) -> str:
    """An event of which the patient is not known, signed; returns the hand-off's id."""
    safety = counter.services.safety
    for page in safety.assessment(INQUIRY).pages:
        safety.look_at(staff.anna, INQUIRY, page)
    said = {"AE": "yes", "SS": "no", "PQC": "no", "AE-SER": "SER-NONE"}
    said |= {f"AE-MIN-{n}": "met" for n in (1, 2, 3, 4)}
    for code, value in (said | more).items():
        safety.answer(staff.anna, INQUIRY, code, value)
    return safety.sign(staff.anna, INQUIRY, PASSPHRASE).handoffs[0].id


def hand_over(counter: Counter, card: HandOffCard) -> None:
    """From the card; the mail lay for three days, so that the reason is asked for."""
    counter.qtbot.keyClicks(card.reason, "The mail lay unopened.")
    counter.press_on(card.reason, Qt.Key.Key_Return)


def board(counter: Counter, staff: Staff) -> SafetyScreen:
    screen = counter.show(SafetyScreen, staff.anna)
    screen.tabs.turn_to(1)
    counter.rest()
    return screen


def test_from_the_board_to_a_closed_hand_off_by_keyboard(
    counter: Counter, staff: Staff, clock: HeldClock
) -> None:
    """HO-2 in the window: handed over, acknowledged, asked, answered, closed."""
    handoff = report(counter, staff)
    screen = board(counter, staff)
    desk = counter.services.safety.transmission
    panel = screen.tabs.board
    assert QApplication.focusWidget() is panel.table
    hand_over(counter, panel.card)
    assert desk.handoff(handoff).state is HandOffState.SENT
    counter.qtbot.keyClicks(panel.card.by_whom, "Sara Holm")
    counter.press_on(panel.card.by_whom, Qt.Key.Key_Return)
    assert desk.handoff(handoff).state is HandOffState.ACKNOWLEDGED
    assert panel.states.words().startswith("No clock is running")

    desk.ask(staff.anna, handoff, "Sara Holm", "Which batch?")
    screen.refresh()
    counter.rest()
    assert "Which batch?" in panel.card.words.text()
    counter.qtbot.keyClicks(panel.card.further.text, "ZV2609A")
    counter.press_on(panel.card.further.text, Qt.Key.Key_Return)
    [query] = desk.queries(handoff)
    assert query.answer == "ZV2609A"


def test_a_late_one_is_said_in_words_colour_and_icon_and_the_filter_finds_it(
    counter: Counter, staff: Staff, clock: HeldClock
) -> None:
    handoff = counter.services.safety.transmission.handoff(report(counter, staff))
    clock.now = handoff.due + timedelta(hours=1)
    screen = board(counter, staff)
    panel = screen.tabs.board
    first = panel.table.model().index(0, 0)
    assert first.data() == "late"
    assert first.data(Qt.ItemDataRole.DecorationRole) is not None
    assert first.data(Qt.ItemDataRole.ForegroundRole) is not None
    screen.tabs.late.trigger()
    counter.rest()
    assert [line.number for line in panel.table.records()] == [handoff.number]
    counter.qtbot.keyClicks(panel.search, "no such")
    assert panel.states.words().startswith("Nothing fits the filter")
    panel.search.clear()
    card = panel.card
    assert not card.main.isEnabled(), "a late one needs a reason (HO-4)"
    counter.qtbot.keyClicks(card.reason, "The tray was full.")
    counter.press_on(card.reason, Qt.Key.Key_Return)
    assert counter.services.safety.transmission.handoff(handoff.id).late.text


def test_a_follow_up_waits_for_consent_fu_1(counter: Counter, staff: Staff) -> None:
    """FU-1 in the window: no attempt can be noted before they agreed."""
    handoff = report(counter, staff, **{"AE-MIN-2": "unknown"})
    counter.services.safety.send_handoff(staff.anna, handoff, "The mail lay.")
    counter.services.safety.acknowledge(staff.anna, handoff, "Sara Holm")
    screen = board(counter, staff)
    card = screen.tabs.board.card
    assert "patient" in card.findChildren(type(screen.tabs.board.count))[0].text()
    assert not card.try_it.isEnabled()
    card.consent.setCurrentIndex(card.consent.findData(ConsentState.GIVEN))
    counter.qtbot.keyClicks(card.source, "telephone")
    card.note_consent.click()
    counter.rest()
    desk = counter.services.safety.follow_ups
    assert desk.consents(INQUIRY)[0].whom is Whom.REPORTER
    screen.tabs.board._carded = None
    screen.refresh()
    counter.rest()
    card = screen.tabs.board.card
    counter.qtbot.keyClicks(card.channel, "telephone")
    card.try_it.click()
    counter.rest()
    assert len(desk.tasks(handoff)[0].attempts) == 1
    card = screen.tabs.board.card
    counter.qtbot.keyClicks(card.outcome, "a woman of 62")
    card.done.click()
    counter.rest()
    assert desk.tasks(handoff)[0].state is FollowUpState.ANSWERED


def test_ten_thousand_clocks_are_shown_and_filtered_at_once(
    counter: Counter, staff: Staff, clock: HeldClock
) -> None:
    screen = board(counter, staff)
    line = BoardLine("", Task.HAND_OVER, "", HandOffKind.SAFETY, INQUIRY, clock.now,
                     Pace.ON_TIME, urgent=False)  # fmt: skip
    many = [
        replace(line, key=str(n), number=f"AE-SE-2026-{n:05}", due=clock.now + timedelta(minutes=n))
        for n in range(10_000)
    ]
    panel = screen.tabs.board
    started = time.perf_counter()
    panel.show_board(Board(many, {}, {}, clock.now))
    panel.search.setText("-09999")
    QApplication.processEvents()
    assert time.perf_counter() - started < 3
    assert [x.number for x in panel.table.records()] == ["AE-SE-2026-09999"]


def test_a_list_is_compared_settled_and_signed(
    counter: Counter, staff: Staff, tmp_path: Path
) -> None:
    """REC-2 in the window: columns confirmed, owner and cause given, signed."""
    handoff = report(counter, staff)
    counter.services.safety.send_handoff(staff.anna, handoff, "The mail lay.")
    listed = tmp_path / "pv.csv"
    listed.write_text("Case of MI;Awareness date\nAE-SE-2026-09999;2026-11-10\n")
    screen = counter.show(SafetyScreen, staff.anna)
    screen.tabs.turn_to(2)
    counter.rest()
    panel = screen.tabs.reconcile
    assert panel.states.words().startswith("Nothing was reconciled yet")
    panel.take(listed)
    counter.rest()
    assert not panel.asking.confirm.isEnabled()
    assert "no column known as our number" in panel.asking.found.text()
    number = panel.asking.columns[Field.NUMBER]
    number.setCurrentIndex(number.findData("Case of MI"))
    counter.rest()
    assert "1 rows: 0 match" in panel.asking.found.text()
    panel.asking.confirm.click()
    counter.rest()
    [run] = counter.services.safety.reconciliation.runs()
    assert len(run.lines) == 2
    assert not panel.form.sign.isEnabled()
    for row in (0, 1):
        panel.lines.take_in_hand(row)
        panel.form.owner.setText("Sara Holm")
        panel.form.cause.setCurrentIndex(panel.form.cause.findData(Cause.NOT_ENTERED))
        panel.form.save.click()
        counter.rest()
    counter.qtbot.keyClicks(panel.form.passphrase, PASSPHRASE)
    counter.press_on(panel.form.passphrase, Qt.Key.Key_Return)
    [run] = counter.services.safety.reconciliation.runs()
    assert run.signature.full_name == "Anna Lindqvist"
    assert "Signed by Anna Lindqvist" in panel.form.state.text()


def test_the_second_reader_sees_pages_and_no_answers(counter: Counter, staff: Staff) -> None:
    """REC-3 in the window: blind, and an event needs a word."""
    counter.no_event(staff.anna, INQUIRY)
    counter.services.safety.rereading.draw(staff.anna, "2026-11")
    mine = counter.show(SafetyScreen, staff.anna)
    mine.tabs.turn_to(3)
    counter.rest()
    assert mine.tabs.reread.states.words().startswith("Nothing waits for you")

    screen = counter.show(SafetyScreen, staff.sara)
    screen.tabs.turn_to(3)
    counter.rest()
    panel = screen.tabs.reread
    assert panel.view.current() is not None
    assert "Anna" not in str([panel.table.model().index(0, c).data() for c in range(2)])
    panel.missed.trigger()
    counter.rest()
    assert counter.told[-1].startswith("Something was left empty")
    counter.qtbot.keyClicks(panel.note, "rash, page 1")
    panel.missed.trigger()
    counter.rest()
    [sample] = counter.services.safety.rereading.samples()
    assert sample.items[0].result == Reread.MISSED
    assert not counter.services.safety.gate(INQUIRY).open
    assert "0 % (0 of 1)" in panel.rate.text()


@pytest.fixture
def share(tmp_path: Path) -> Path:
    return tmp_path / "share"


def test_what_waits_sends_itself_and_silence_rings_in_the_status_line(
    counter: Counter, staff: Staff, clock: HeldClock, share: Path
) -> None:
    """HO-2: the share comes back, the package goes, and nobody answers for a day."""
    receivers = Receivers(safety=Receiver(way=Way.FOLDER.value, folder=str(share)))
    settings = OfficeSettings(receivers=receivers)
    counter.services.safety = replace(counter.services.safety, settings=settings)
    handoff = report(counter, staff)
    screen = board(counter, staff)
    status = StatusLine(counter.tasks)
    watch = HandOffWatch(screen.desk, status, screen)
    hand_over(counter, screen.tabs.board.card)
    desk = counter.services.safety.transmission
    assert desk.handoff(handoff).state is HandOffState.QUEUED
    share.mkdir()
    watch.timer.timeout.emit()
    counter.rest()
    assert desk.handoff(handoff).state is HandOffState.SENT
    assert status.alarms.isHidden()
    clock.forward(hours=25)
    watch.timer.timeout.emit()
    counter.rest()
    assert status.alarms.text() == "1 hand-offs without acknowledgement"
    assert not status.alarms.isHidden()
