"""The Tray, clicked and typed: the list, triage by keyboard, taking mail in, reading it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.inquiries import Reason, Suggestion
from mi_desktop.intake import Channel, PageRef, Scanner
from mi_desktop.ocr import Region
from mi_desktop.ui.desk import Message
from mi_desktop.ui.tray import TrayScreen
from mi_desktop.ui.tray.delegate import chip_widths
from mi_desktop.ui.tray.model import THUMB
from mi_desktop.ui.tray.rows import chips, reading, sender
from tests.fakes.desk import OUR_NUMBER, page_text, piece

LETTER = "Hej,\nkan Zelvimar delas?\nMin patient fick utslag."
REPLY = f"Tack för svaret {OUR_NUMBER}"


@pytest.fixture
def tray(qtbot, desk, services, rest):
    """Three pieces, read: a letter with a suspicion, a reply with our number, a fax of 3 pages."""
    intake = services.intake
    intake.add(piece(1, "Vera Provsson", "Fråga om Zelvimar"), LETTER)
    intake.add(piece(2, "Nils Exempelsson", "Re: svar", channel=Channel.EMAIL), REPLY)
    intake.add(piece(3, channel=Channel.FAX, pages=3, duplicate_of="P-2026-00001"), "a", "b", "c")
    screen = TrayScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1190, 700)
    screen.show()
    screen.arrived()
    screen.setFocus()
    rest()
    screen.arrived()
    rest()
    return screen


@pytest.fixture
def said(desk):
    messages: list[Message] = []
    desk.telephone.said.connect(messages.append)
    return messages


def rows(tray):
    return tray.parts.model.rows()


def press(qtbot, tray, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(tray.parts.pile, key, modifier)


def test_mail_is_read_by_itself_and_rows_tell_what_was_found(tray):
    letter, reply, fax = rows(tray)
    assert chips(letter) == [("AE?", "look")]
    assert chips(reply) == [(f"our ref {OUR_NUMBER}", "calm")]
    assert chips(fax) == [("duplicate of P-2026-00001", "look")]
    assert [reading(r) for r in rows(tray)] == ["1 page", "1 page", "3 pages"]
    assert sender(fax) == "sender not known yet"


def test_a_screen_reader_hears_the_whole_row(tray):
    spoken = tray.parts.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("P-2026-00001", "post", "Vera Provsson", "Fråga om Zelvimar", "AE?"):
        assert part in spoken


def test_small_pictures_come_by_themselves(qtbot, tray, rest):
    index = tray.parts.model.index(0)
    index.data(THUMB)
    rest()
    assert not index.data(THUMB).isNull()


def test_the_page_in_front_is_shown_with_the_assistants_marks(tray, rest):
    rest()
    assert tray.parts.pages.current() == PageRef("part-1", 1)
    assert [kind for _, kind in tray.parts.pages.canvas.overlay.marks] == ["look"]


def test_return_files_a_reply_under_its_inquiry_and_ctrl_z_takes_it_back(
    qtbot, tray, services, rest, said
):
    press(qtbot, tray, Qt.Key.Key_Down)
    assert tray.parts.best.text() == (
        f"Return: file under {OUR_NUMBER} (carries our reference {OUR_NUMBER})"
    )
    press(qtbot, tray, Qt.Key.Key_Return)
    rest()
    assert services.inquiries.filed == {"piece-2": services.inquiries.old.id}
    assert "P-2026-00002 filed under" in str(said[-1].words)
    press(qtbot, tray, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert services.inquiries.filed == {}
    assert "back in the tray" in str(said[-1].words)


def test_return_registers_what_is_new_with_the_form_filled_in(qtbot, tray, services, rest):
    press(qtbot, tray, Qt.Key.Key_Return)
    rest()
    form = tray.parts.register
    assert form.isVisible()
    assert form.fields["name"].text() == "Vera Provsson"
    assert form.questions[0].verbatim.toPlainText() == LETTER
    assert form.questions[0].product.currentData() == "zelvimar"
    qtbot.keyClick(form.fields["name"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest()
    number = services.inquiries.filed["piece-1"]
    made = services.inquiries.kept[number]
    assert made.requester.name == "Vera Provsson"
    assert made.questions[0].topic == "DOS"
    assert not form.isVisible()


def test_after_registering_the_next_piece_is_in_front(qtbot, tray, rest):
    press(qtbot, tray, Qt.Key.Key_N)
    rest()
    qtbot.mouseClick(tray.parts.register.register, Qt.MouseButton.LeftButton)
    rest()
    tray.arrived()
    rest()
    assert tray.record() == "piece-2"
    assert QApplication.focusWidget() is tray.parts.pile


def test_a_selection_on_the_page_becomes_the_question_with_its_evidence(qtbot, tray, rest):
    press(qtbot, tray, Qt.Key.Key_N)
    rest()
    form = tray.parts.register
    form.questions[0].verbatim.setFocus()
    region = Region("part-1", 1, "kan Zelvimar delas?", None)
    tray.parts.pages.region_chosen.emit(region)
    [question] = form.draft().questions
    assert (question.verbatim, question.evidence) == ("kan Zelvimar delas?", region)
    form.fields["city"].setFocus()
    tray.parts.pages.region_chosen.emit(Region("part-1", 1, "111 22\nProvby", None))
    assert form.draft().requester.city == "111 22 Provby"


def test_another_question_keeps_its_own_words_uns_7(qtbot, tray, rest):
    press(qtbot, tray, Qt.Key.Key_N)
    rest()
    form = tray.parts.register
    qtbot.mouseClick(form.more, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(form.questions[1].verbatim, "And in pregnancy?")
    assert [q.verbatim for q in form.draft().questions] == [LETTER, "And in pregnancy?"]


def test_letters_typed_into_a_field_are_no_commands(qtbot, tray, services, rest):
    press(qtbot, tray, Qt.Key.Key_N)
    rest()
    name = tray.parts.register.fields["name"]
    name.clear()
    qtbot.keyClicks(name, "nlsrd")
    rest()
    assert name.text() == "nlsrd"
    assert tray.parts.register.isVisible()


def test_link_finds_inquiries_as_one_types(qtbot, tray, services, rest):
    press(qtbot, tray, Qt.Key.Key_L)
    rest()
    form = tray.parts.linking
    qtbot.keyClicks(form.field, "nobody")
    qtbot.waitUntil(form.nothing.isVisible)
    form.field.clear()
    qtbot.keyClicks(form.field, "00012")
    qtbot.waitUntil(lambda: form.list.count() == 1)
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    rest()
    assert services.inquiries.filed == {"piece-1": services.inquiries.old.id}


def test_not_ours_asks_why_and_can_be_taken_back(qtbot, tray, services, rest):
    press(qtbot, tray, Qt.Key.Key_D)
    form = tray.parts.declining
    assert not form.decline.isEnabled()
    qtbot.keyClicks(form.reason, "advertising")
    qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    rest()
    assert services.intake.reasons == {"piece-1": "advertising"}
    assert "piece-1" not in [p.id for p in services.intake.tray()]
    press(qtbot, tray, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert "piece-1" in [p.id for p in services.intake.tray()]


def test_escape_closes_a_panel_and_gives_the_focus_back(qtbot, tray):
    press(qtbot, tray, Qt.Key.Key_D)
    qtbot.keyClick(tray.parts.declining.reason, Qt.Key.Key_Escape)
    assert not tray.parts.declining.isVisible()
    assert QApplication.focusWidget() is tray.parts.pile


def test_new_mail_does_not_disturb_a_form_that_is_being_filled_in(qtbot, tray, services, rest):
    press(qtbot, tray, Qt.Key.Key_N)
    rest()
    name = tray.parts.register.fields["name"]
    name.setText("Half typed")
    services.intake.add(piece(0, "Older than all"), "x")
    tray.arrived()
    rest()
    assert tray.parts.register.isVisible()
    assert name.text() == "Half typed"
    assert tray.record() == "piece-1"


def test_split_cuts_before_the_page_in_front(qtbot, tray, services, rest, said):
    tray.parts.pile.choose("piece-3")
    rest()
    press(qtbot, tray, Qt.Key.Key_S)
    assert "Turn to the page" in str(said[-1].words)
    with qtbot.waitSignal(tray.parts.pages.page_shown):
        tray.parts.pages.next_page()
    press(qtbot, tray, Qt.Key.Key_S)
    rest()
    assert [len(p.pages) for p in services.intake.tray()] == [1, 1, 1, 2]


def test_rotate_turns_a_quarter_each_time(qtbot, tray, services, rest):
    for degrees in (90, 180):
        press(qtbot, tray, Qt.Key.Key_R)
        rest()
        tray.arrived()
        rest()
        assert services.intake.kept["piece-1"].pages[0].rotation == degrees


def test_files_are_imported_read_and_refusals_named(qtbot, tray, services, rest, said):
    tray.choose_files = lambda: [Path("ny fråga.pdf"), Path("broken.pdf")]
    press(qtbot, tray, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    rest()
    tray.arrived()
    rest()
    assert "ny fråga" in [r.piece.subject for r in rows(tray)]
    assert services.ocr.unread() == []
    grave = [m for m in said if m.grave]
    assert str(grave[0].words) == (
        "Not taken in, kept aside: broken.pdf: The file cannot be opened."
    )


def test_files_can_be_dropped(qtbot, tray, services, rest, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "dropped.pdf"))])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(tray, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(tray, drop)
    rest()
    assert "dropped" in [p.subject for p in services.intake.tray()]


def test_scanning_says_when_there_is_no_scanner_and_scans_when_there_is(
    qtbot, tray, services, rest
):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(qtbot, tray, Qt.Key.Key_S, both)
    rest()
    form = tray.parts.scanning
    assert "No scanner was found." in form.state.text()
    assert not form.start.isEnabled()
    services.intake.scanner = [Scanner("pnm:0", "Office scanner")]
    press(qtbot, tray, Qt.Key.Key_S, both)
    rest()
    qtbot.mouseClick(form.start, Qt.MouseButton.LeftButton)
    rest()
    newest = services.intake.tray()[-1]
    assert (newest.subject, newest.channel) == ("Automatic Document Feeder", Channel.POST)


def test_an_empty_tray_says_what_to_do(qtbot, desk, services, rest):
    screen = TrayScreen(desk)
    qtbot.addWidget(screen)
    screen.arrived()
    rest()
    assert screen.parts.list_states.words().startswith("The tray is empty.")


def test_the_list_keeps_its_place_and_order(qtbot, tray, services, rest, desk):
    tray.parts.order.setCurrentIndex(tray.parts.order.findData("newest"))
    tray.parts.pile.choose("piece-2")
    services.intake.add(piece(4, "Ny"), "x")
    tray.arrived()
    rest()
    assert [r.piece.id for r in rows(tray)] == ["piece-4", "piece-3", "piece-2", "piece-1"]
    assert tray.record() == "piece-2"
    assert desk.preferences.text("tray/order") == "newest"


def test_a_verb_that_is_refused_is_told_and_nothing_moves(qtbot, tray, services, tasks, rest):
    class Late(WorldError):
        code, says, hint = "FAKE-102", "A colleague was faster.", "Look again."

    def refuse(*_):
        raise Late

    told = []
    tasks.world_failed.connect(told.append)
    services.inquiries.register = refuse
    press(qtbot, tray, Qt.Key.Key_N)
    rest()
    qtbot.mouseClick(tray.parts.register.register, Qt.MouseButton.LeftButton)
    rest()
    assert [type(e) for e in told] == [Late]
    assert tray.parts.register.isVisible()


def test_a_filed_piece_opens_in_its_inquiry(qtbot, tray, services, desk, rest):
    services.inquiries.link(None, "piece-1", services.inquiries.old.id)
    tray.arrived()
    rest()
    with qtbot.waitSignal(desk.telephone.asked) as asked:
        tray.show_record("piece-1")
    assert asked.args == ["inquiry", services.inquiries.old.id]


def test_everything_has_a_name_for_screen_readers(tray):
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    shown = [w for kind in kinds for w in tray.findChildren(kind) if w.isVisible()]
    assert len(shown) > 10
    for widget in shown:
        assert widget.accessibleName() or widget.text(), widget


def test_page_read_elsewhere_updates_the_row(qtbot, tray, services, desk, rest):
    new = services.intake.add(piece(5, "Ny"), "utslag")
    tray.arrived()
    rest()
    ref = new.pages[0].ref
    services.ocr.done[ref] = page_text(ref, "utslag")
    desk.telephone.page_read.emit(services.ocr.done[ref])
    rest()
    assert chips(tray.parts.model.known()["piece-5"]) == [("AE?", "look")]


def test_a_guess_by_sender_alone_is_a_perhaps(tray, qtbot):
    letter = rows(tray)[0]
    asked = Suggestion("inq-9", "MI-SE-2026-00009", Reason.SENDER, 0.4, words("Vera asked before"))
    guessed = replace(letter, best=asked)
    assert ("perhaps MI-SE-2026-00009", "calm") in chips(guessed)
    tray.parts.show_row(guessed)
    assert tray.parts.best.text() == (
        "Return: new inquiry; L: perhaps MI-SE-2026-00009 (Vera asked before)"
    )


@pytest.mark.parametrize("wanted", [[80, 140], [80, 160, 190], [60, 50, 60, 200, 180]])
def test_no_chip_is_left_out_in_a_narrow_row(wanted):
    widths = chip_widths(wanted, 320)
    assert len(widths) == len(wanted)
    assert sum(widths) + 8 * (len(widths) - 1) <= 320
    assert widths[:2] == wanted[:2]
    assert all(width == w or width >= 48 for width, w in zip(widths, wanted, strict=True))


def test_the_pointer_and_the_keyboard_tell_why_a_word_is_marked(tray, rest):
    rest()
    canvas = tray.parts.pages.canvas
    told = [canvas.overlay.why(i) for i in range(len(LETTER.split()))]
    assert [why for why in told if why] == ["“utslag” may be a reaction"]
