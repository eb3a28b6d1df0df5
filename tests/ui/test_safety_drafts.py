"""What is typed and not saved outlives another screen, the window and a crash, sealed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mi_desktop.ocr import Box, Region
from mi_desktop.safety import Whom
from mi_desktop.safety.cases import Given
from mi_desktop.safety.cases.paths import put
from mi_desktop.safety.errors import GateShut
from mi_desktop.ui.safety import SafetyScreen
from tests.conftest import PASSPHRASE, Staff
from tests.ui.office_desk import Counter
from tests.ui.test_case import INQUIRY, event, typed  # noqa: F401 - a screen with a case open
from tests.ui.test_safety_desks import board, report

SECRET = "Viktoria Palmqvist"


def kept(counter: Counter) -> list[Path]:
    return sorted((counter.services.office.folder / "drafts").glob("*/*"))


def opened_again(counter: Counter, staff: Staff, ref: str = INQUIRY) -> SafetyScreen:
    """Another window, as after a crash: nothing was told to the first one."""
    screen = counter.show(SafetyScreen, staff.anna, ref)
    if screen.case.isEnabled() and screen.page.cards():
        screen.case.trigger()
        counter.rest()
    return screen


def test_a_case_not_saved_is_there_after_a_crash_and_sealed(
    counter: Counter,
    event: SafetyScreen,  # noqa: F811
    staff: Staff,
    qtbot: QtBot,
) -> None:
    typed(counter, event, "narrative.text", SECRET)
    typed(counter, event, "patient.initials", "VP")
    typed(counter, event, "patient.age", "34")
    qtbot.waitUntil(lambda: bool(kept(counter)))
    counter.rest()
    assert SECRET.encode() not in b"".join(p.read_bytes() for p in kept(counter))
    assert not event.form.saved

    again = opened_again(counter, staff)
    form = again.form.form
    assert form.case.patient.initials.value == "VP"
    assert form.case.narrative.text.value == SECRET
    assert form.rows["patient.age"].text() == "34"
    assert "has no unit" in form.rows["patient.age"]._hint.text()
    assert "as you left it" in again.form.state.text()
    typed(counter, again, "patient.age", "34 a")
    again.save.trigger()
    counter.rest()
    [handoff] = counter.services.safety.handoffs()
    assert counter.services.safety.cases.case(handoff.id).patient.initials.value == "VP"
    assert kept(counter) == []


def test_a_case_not_saved_is_kept_when_the_window_closes_or_another_record_comes(
    counter: Counter,
    event: SafetyScreen,  # noqa: F811
    staff: Staff,
) -> None:
    typed(counter, event, "patient.initials", "VP")
    assert kept(counter) == []
    event.desk.telephone.closing.emit()
    assert len(kept(counter)) == 1
    again = opened_again(counter, staff)
    typed(counter, again, "patient.sex", "2")
    again.show_record("inq-2")
    counter.rest()
    again.show_record(INQUIRY)
    counter.rest()
    again.case.trigger()
    counter.rest()
    assert again.form.form.case.patient.sex.value == "2"


def test_what_is_not_saved_can_be_thrown_away(
    counter: Counter,
    event: SafetyScreen,  # noqa: F811
) -> None:
    typed(counter, event, "patient.initials", "VP")
    typed(counter, event, "patient.age", "34")
    counter.qtbot.mouseClick(event.form.discard, Qt.MouseButton.LeftButton)
    counter.rest()
    assert not event.form.form.case.patient.initials.known
    assert event.form.form.rows["patient.age"].text() == ""
    assert event.form.saved
    assert not event.form.discard.isVisible()
    assert kept(counter) == []


def test_a_case_that_a_colleague_saved_meanwhile_shows_both(
    counter: Counter,
    event: SafetyScreen,  # noqa: F811
    staff: Staff,
) -> None:
    typed(counter, event, "patient.initials", "VP")
    cases = counter.services.safety.cases
    [handoff] = counter.services.safety.handoffs()
    theirs = put(cases.case(handoff.id), "patient.initials", Given("AB"))
    cases.save(staff.anna, theirs)
    event.save.trigger()
    counter.rest()
    both = event.form.both
    assert both.isVisible()
    assert cases.case(handoff.id).patient.initials.value == "AB"
    both.mine.click()
    counter.rest()
    assert cases.case(handoff.id).patient.initials.value == "VP"
    assert cases.case(handoff.id).head.revision == 2


@pytest.fixture
def checklist(counter: Counter, staff: Staff) -> SafetyScreen:
    counter.services.safety.answer(staff.anna, INQUIRY, "PQC", "yes")
    return counter.show(SafetyScreen, staff.anna, INQUIRY)


def test_a_half_typed_answer_and_evidence_without_one_are_kept(
    counter: Counter, checklist: SafetyScreen, staff: Staff
) -> None:
    questions = checklist.page.questions
    questions.go_to("PQC-BATCH")
    counter.qtbot.keyClicks(questions.rows["PQC-BATCH"].text, "ZV26")
    questions.go_to("AE")
    region = Region("part-1", 1, "utslag", Box(1, 2, 3, 4))
    questions.point_at(region)
    checklist.refresh()
    counter.rest()
    assert questions.rows["PQC-BATCH"].text.text() == "ZV26", "a look again leaves it"
    checklist.desk.telephone.closing.emit()

    again = counter.show(SafetyScreen, staff.anna, INQUIRY).page.questions
    assert again.rows["PQC-BATCH"].text.text() == "ZV26"
    assert "PQC-BATCH" not in counter.services.safety.assessment(INQUIRY).given
    again.go_to("AE")
    counter.press(Qt.Key.Key_Y)
    given = counter.services.safety.assessment(INQUIRY).given["AE"]
    assert given.evidence == (region,)


def test_a_half_typed_hand_off_and_follow_up_are_kept_until_they_are_done(
    counter: Counter, staff: Staff
) -> None:
    handoff = report(counter, staff)
    card = board(counter, staff).tabs.board.card
    counter.qtbot.keyClicks(card.reason, "The mail lay")
    card.hide()
    counter.rest()
    screen = board(counter, staff)
    card = screen.tabs.board.card
    assert card.reason.text() == "The mail lay"
    card.main.click()
    counter.rest()
    assert counter.services.safety.transmission.handoff(handoff).late is not None
    assert kept(counter) == []
    desk = counter.services.safety.follow_ups
    task = desk.add(staff.anna, handoff, "Which batch?", "2026-12-24", Whom.REPORTER)
    screen.refresh()
    counter.rest()
    screen.tabs.board.table.choose(
        next(x.key for x in screen.tabs.board.table.records() if x.follow_up_id == task.id)
    )
    counter.rest()
    follow = screen.tabs.board.card
    counter.qtbot.keyClicks(follow.source, "on the tele")
    follow.hide()
    counter.rest()
    [file] = kept(counter)
    assert file.name == f"follow-up.{task.id}.sealed"
    again = board(counter, staff)
    again.tabs.board.table.choose(
        next(x.key for x in again.tabs.board.table.records() if x.follow_up_id == task.id)
    )
    counter.rest()
    assert again.tabs.board.card.source.text() == "on the tele"


def test_drafts_of_what_is_erased_go_and_a_damaged_one_is_none(
    counter: Counter, staff: Staff
) -> None:
    office, anna = counter.services.office, staff.anna
    drafts = counter.services.safety.drafts
    drafts.keep(anna, "case.h1", {"typed": SECRET})
    drafts.keep(anna, "handoff.h2.sent", {"text": SECRET})
    assert drafts.find(staff.sara, "case.h1") is None, "only its writer gets it back"
    office.drafts.drop(["h1"])
    assert drafts.find(anna, "case.h1") is None
    assert drafts.find(anna, "handoff.h2.sent").facts == {"text": SECRET}
    [file] = kept(counter)
    file.write_bytes(b"\0" + file.read_bytes()[1:])
    assert drafts.find(anna, "handoff.h2.sent") is None


def test_nobody_signs_by_a_draft(counter: Counter, staff: Staff) -> None:
    """A draft is no answer: what is half given opens no gate."""
    safety = counter.services.safety
    safety.drafts.keep(staff.anna, f"checklist.{INQUIRY}", {"texts": {"AE": "no"}})
    assert "AE" not in safety.assessment(INQUIRY).given
    with pytest.raises(GateShut):
        safety.sign(staff.anna, INQUIRY, PASSPHRASE)
