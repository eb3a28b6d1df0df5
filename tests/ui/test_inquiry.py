"""Inquiries in the real widgets: finding one, its record, its mail, its path."""

from PySide6.QtCore import Qt

from mi_desktop.inquiries import Status
from mi_desktop.ocr import Box, Region
from mi_desktop.ui.inquiry import InquiryScreen
from tests.conftest import Staff
from tests.ui.office_desk import Counter

PLACE = Region("part-1", 1, "kan Zelvimar delas om", Box(130, 80, 420, 110))
CONTROL = Qt.KeyboardModifier.ControlModifier


def numbers(screen: InquiryScreen) -> list[str]:
    return [line.number[-1] for line in screen.list.table.records()]


def test_the_list_narrows_while_typing(counter: Counter, staff: Staff) -> None:
    screen = counter.show(InquiryScreen, staff.anna)
    assert numbers(screen) == ["1", "2", "3"]
    counter.qtbot.keyClicks(screen.list.words, "brontiqa")
    counter.qtbot.waitUntil(lambda: numbers(screen) == ["2"])
    screen.list.words.setText("nothing like it")
    counter.qtbot.waitUntil(lambda: screen.list.states.words() != "")
    assert screen.list.states.words().startswith("No inquiry fits")


def test_the_list_narrows_by_status(counter: Counter, staff: Staff) -> None:
    screen = counter.show(InquiryScreen, staff.anna)
    screen.list.status.setCurrentIndex(screen.list.status.findData(Status.DISPATCHED))
    counter.rest()
    assert numbers(screen) == ["3"]


def test_the_list_keeps_its_sort_and_selection(counter: Counter, staff: Staff) -> None:
    screen = counter.show(InquiryScreen, staff.anna)
    table = screen.list.table
    table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    table.choose("inq-2")
    screen.list.look_again()
    counter.rest()
    assert numbers(screen) == ["3", "2", "1"]
    assert table.current().id == "inq-2"


def test_a_late_answer_is_said_in_words(counter: Counter, staff: Staff) -> None:
    screen = counter.show(InquiryScreen, staff.anna)
    model = screen.list.table.model()
    due = [model.index(row, 6).data() for row in range(3)]
    assert due[0].startswith("late since")
    assert due[2] == "answered"


def test_return_opens_and_alt_left_goes_back(counter: Counter, staff: Staff) -> None:
    screen = counter.show(InquiryScreen, staff.anna)
    screen.list.table.setFocus()
    counter.press(Qt.Key.Key_Return)
    assert screen.record() == "inq-1"
    assert screen.page.view.isVisible()
    counter.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert screen.record() == ""
    assert screen.list.table.current().id == "inq-1"


def test_the_requester_is_changed_and_saved(counter: Counter, staff: Staff) -> None:
    screen = counter.show(InquiryScreen, staff.anna, "inq-1")
    assert not screen.save.isEnabled()
    field = screen.page.requester.fields["city"]
    field.setFocus()
    field.selectAll()
    counter.qtbot.keyClicks(field, "Provkulla")
    assert screen.save.isEnabled()
    counter.press(Qt.Key.Key_S, CONTROL)
    assert counter.services.inquiries.inquiry("inq-1").requester.city == "Provkulla"
    assert not screen.save.isEnabled()
    assert counter.told == ["Requester of MI-SE-2026-00001 saved"]


def test_what_was_typed_and_not_saved_is_there_on_return(counter: Counter, staff: Staff) -> None:
    screen = counter.show(InquiryScreen, staff.anna, "inq-1")
    screen.page.requester.fields["phone"].setText("08-555 010 01")
    screen.show_record("inq-2")
    counter.rest()
    assert screen.page.requester.fields["phone"].text() == ""
    screen.show_record("inq-1")
    counter.rest()
    assert screen.page.requester.fields["phone"].text() == "08-555 010 01"
    assert screen.save.isEnabled()


def test_the_question_keeps_its_words_and_takes_a_topic(counter: Counter, staff: Staff) -> None:
    screen = counter.show(InquiryScreen, staff.anna, "inq-1")
    [card] = screen.page.questions.cards
    assert card.verbatim.text() == "Kan Zelvimar delas?"
    card.topic.setCurrentIndex(card.topic.findData("DOS-REN"))
    card.topic.activated.emit(card.topic.currentIndex())
    counter.rest()
    [question] = counter.services.inquiries.inquiry("inq-1").questions
    assert (question.topic, question.verbatim) == ("DOS-REN", "Kan Zelvimar delas?")


def test_marked_text_becomes_a_question_with_its_place(counter: Counter, staff: Staff) -> None:
    """UNS-7: a further question has its own verbatim text."""
    screen = counter.show(InquiryScreen, staff.anna, "inq-1")
    assert not screen.page.use_as.isVisible()
    screen.page.view.region_chosen.emit(PLACE)
    assert screen.page.use_as.isVisible()
    counter.press(Qt.Key.Key_Q)
    question = counter.services.inquiries.inquiry("inq-1").questions[-1]
    assert (question.verbatim, question.evidence) == (PLACE.quote, PLACE)
    assert len(screen.page.questions.cards) == 2
    assert not screen.page.use_as.isVisible()


def test_marked_text_becomes_the_name_or_safety_evidence(counter: Counter, staff: Staff) -> None:
    screen = counter.show(InquiryScreen, staff.anna, "inq-1")
    screen.page.view.region_chosen.emit(PLACE)
    screen.uses[1].trigger()
    assert screen.page.requester.fields["name"].text() == PLACE.quote
    screen.page.view.region_chosen.emit(PLACE)
    screen.uses[2].trigger()
    counter.rest()
    given = counter.services.safety.assessment("inq-1").given["AE"]
    assert (given.value, given.evidence) == ("yes", (PLACE,))


def test_the_path_leads_on(counter: Counter, staff: Staff) -> None:
    screen = counter.show(InquiryScreen, staff.anna, "inq-1")
    counter.qtbot.mouseClick(screen.page.path.buttons["safety"], Qt.MouseButton.LeftButton)
    assert counter.asked == [("safety", "inq-1")]
    assert "late since" in screen.page.path.buttons["answer"].accessibleName()
    counter.qtbot.mouseClick(screen.page.path.buttons["answer"], Qt.MouseButton.LeftButton)
    counter.rest()
    [draft] = counter.services.letters.letters("inq-1")
    assert counter.asked[-1] == ("letter", draft.id)


def test_an_inquiry_without_mail_says_so(counter: Counter, staff: Staff) -> None:
    screen = counter.show(InquiryScreen, staff.anna, "inq-2")
    assert screen.page.papers.words().startswith("No mail belongs to this inquiry")
