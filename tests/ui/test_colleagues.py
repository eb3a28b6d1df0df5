"""Two people at one record: both versions are shown, nothing typed is lost, one chooses."""

from dataclasses import replace
from types import SimpleNamespace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from mi_desktop.storage import Office, open_office
from mi_desktop.ui.both import BothPanel
from mi_desktop.ui.colleagues import Colleagues
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.inquiry import InquiryScreen
from mi_desktop.ui.letter import LetterScreen
from mi_desktop.ui.tasks import Tasks
from tests.conftest import PASSPHRASE, Staff
from tests.ui.office_desk import Counter

CONTROL = Qt.KeyboardModifier.ControlModifier


def words_in(panel: BothPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def colleague_writes(counter: Counter, staff: Staff, **fields: str) -> None:
    inquiries = counter.services.inquiries
    now = inquiries.inquiry("inq-1")
    inquiries.change_requester(staff.anna, now.id, now.version, replace(now.requester, **fields))


def typed_city(counter: Counter, staff: Staff, city: str) -> InquiryScreen:
    screen = counter.show(InquiryScreen, staff.anna, "inq-1")
    field = screen.page.requester.fields["city"]
    field.setFocus()
    field.setText(city)
    return screen


def test_both_requesters_are_shown_and_mine_is_kept(counter: Counter, staff: Staff) -> None:
    screen = typed_city(counter, staff, "Provkulla")
    colleague_writes(counter, staff, city="Annanby")
    counter.press(Qt.Key.Key_S, CONTROL)
    panel = screen.page.both
    shown = words_in(panel)
    assert shown[1].startswith("Erik Berg changed the record at ")
    assert shown[2:] == ["Stands there now", "What you typed", "City", "Annanby", "Provkulla"]
    assert counter.services.inquiries.inquiry("inq-1").requester.city == "Annanby"
    counter.press_on(panel.mine, Qt.Key.Key_Space)
    assert counter.services.inquiries.inquiry("inq-1").requester.city == "Provkulla"
    assert panel.isHidden()
    assert screen.page.path.isVisible()


def test_the_colleagues_requester_is_kept_where_one_says_so(counter: Counter, staff: Staff) -> None:
    screen = typed_city(counter, staff, "Provkulla")
    colleague_writes(counter, staff, city="Annanby")
    counter.press(Qt.Key.Key_S, CONTROL)
    counter.press_on(screen.page.both.theirs, Qt.Key.Key_Space)
    assert screen.page.requester.fields["city"].text() == "Annanby"
    assert not screen.page.requester.dirty


def test_news_of_a_colleague_does_not_turn_typing_into_overwriting(
    counter: Counter, staff: Staff
) -> None:
    """The screen looks again while one types: what one typed over stays what one saw."""
    screen = typed_city(counter, staff, "Provkulla")
    colleague_writes(counter, staff, city="Annanby")
    screen.refresh()
    counter.rest()
    assert screen.page.requester.fields["city"].text() == "Provkulla"
    screen.save.trigger()
    counter.rest()
    assert screen.page.both.isVisible()
    assert counter.services.inquiries.inquiry("inq-1").requester.city == "Annanby"


def test_a_change_of_something_else_asks_nobody(counter: Counter, staff: Staff) -> None:
    screen = typed_city(counter, staff, "Provkulla")
    inquiries = counter.services.inquiries
    asked = inquiries.inquiry("inq-1").questions[0]
    inquiries.code_question(staff.anna, "inq-1", asked.id, (asked.product_id, "DOS"))
    counter.press(Qt.Key.Key_S, CONTROL)
    assert screen.page.both.isHidden()
    assert inquiries.inquiry("inq-1").requester.city == "Provkulla"


def test_both_texts_of_a_block_are_shown_and_mine_is_kept(counter: Counter, staff: Staff) -> None:
    letters = counter.services.letters
    draft = letters.compose(staff.anna, "inq-1")
    draft = letters.add_text(staff.anna, draft.id, ("First words.",), "q-inq-1-1")
    block = draft.blocks[-1].id
    screen = counter.show(LetterScreen, staff.anna, draft.id)
    screen.page.blocks.choose(block)
    screen.writing.edit.trigger()
    counter.rest()
    screen.page.text.text.setPlainText("My words.")
    letters.change_text(staff.anna, draft.id, block, ("Erik's words.",))
    screen.page.text.save.click()
    counter.rest()
    panel = screen.page.both
    assert words_in(panel)[2:] == [
        "Stands there now", "What you typed", "Text of the block", "Erik's words.", "My words.",
    ]  # fmt: skip
    counter.press_on(panel.mine, Qt.Key.Key_Space)
    assert letters.letter(draft.id).blocks[-1].paragraphs == ("My words.",)


def test_the_window_looks_again_when_a_colleague_changed_something(
    qtbot, office: Office, staff: Staff, tasks: Tasks
) -> None:
    """The real storage: another program on the same office."""
    services = SimpleNamespace(office=office)
    desk = Desk(services, staff.anna, tasks, "en")
    colleagues = Colleagues(desk, tasks)
    other = open_office(office.folder, PASSPHRASE)
    with qtbot.waitSignal(desk.telephone.changed, timeout=15_000):
        for _ in range(3):
            with other.database.write("system", "test.note") as session:
                other.database.note(session, "inquiry", "i")
            if qtbot.waitSignal(colleagues.heard, timeout=2_500, raising=False).wait() is None:
                break
    said: list[str] = []
    desk.telephone.said.connect(lambda message: said.append(str(message.words)))
    colleagues.line.emit(False)
    colleagues.line.emit(True)
    assert said == [
        "The line to the office's server is lost; trying again",
        "The line to the office's server is back",
    ]
    other.close()
