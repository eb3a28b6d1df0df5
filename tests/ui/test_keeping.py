"""Backups, retention and personal data in the window, by keyboard, over a real office."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mi_desktop.demo.model import Demonstration
from mi_desktop.inquiries import Inquiry
from mi_desktop.keeping import Kept
from mi_desktop.people import Role, User
from mi_desktop.ui.backup_watch import BackupWatch
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.office.backups import BackupsTab
from mi_desktop.ui.office.other_names import OtherNamesTab
from mi_desktop.ui.office.personal_data import PersonalDataTab
from mi_desktop.ui.office.registers import RegistersTab
from mi_desktop.ui.office.retention import RetentionTab
from mi_desktop.ui.status_line import StatusLine
from mi_desktop.ui.tasks import Tasks
from mi_desktop.ui.theme import Theme
from tests.faults.conftest import folder, furnished, world
from tests.faults.offices import ASKER
from tests.ui.office_desk import Counter
from tests.unit.keeping.conftest import answered
from tests.unit.keeping.test_backups import keeping

__all__ = ["answered", "folder", "furnished", "world"]


@pytest.fixture
def real(
    qtbot: QtBot, world: Demonstration, tasks: Tasks, theme: Theme, rest: Callable[[], None]
) -> Iterator[Counter]:
    yield Counter(qtbot, world.services, tasks, rest)
    rest()


def test_a_backup_is_made_tried_out_and_told_by_keyboard(
    real: Counter, world: Demonstration, tmp_path: Path
) -> None:
    tab = real.show(BackupsTab, world.staff.maria)
    assert tab.state.text().startswith("There is no backup yet")
    assert tab.states.words().startswith("Nothing was backed up yet")
    assert not tab.drill.isEnabled()
    assert not tab.now.isEnabled()
    tab.back_up_to(tmp_path / "one.mibackup")
    real.rest()
    assert (tmp_path / "one.mibackup").exists()
    assert tab.state.text().startswith("The last good backup is of")
    assert len(tab.table.records()) == 1
    assert real.told[-1].startswith("Backup made and read back")
    tab.table.setFocus()
    real.press(Qt.Key.Key_T)
    assert tab.sheet.isVisible()
    assert tab.sheet.paper is not None
    assert [r.kind for r in tab.table.records()] == ["drill", "file"]


def test_a_failure_stands_there_until_it_is_seen(
    real: Counter, world: Demonstration, tmp_path: Path
) -> None:
    tab = real.show(BackupsTab, world.staff.maria)
    tab.back_up_to(tmp_path / "nowhere" / "one.mibackup")
    real.rest()
    assert "could not be written" in tab.problem.text()
    assert "could not be written" in real.told[-1]
    tab.table.setFocus()
    real.press(Qt.Key.Key_S)
    assert tab.problem.text() == ""


def test_the_window_makes_what_is_due_and_tells_what_failed(
    real: Counter, world: Demonstration, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "backups"
    object.__setattr__(world.services, "keeping", keeping(world, backup_folder=str(folder)))
    status = StatusLine(real.tasks)
    qtbot.addWidget(status)
    desk = Desk(world.services, world.staff.maria, real.tasks, "en")
    said: list[str] = []
    desk.telephone.said.connect(lambda m: said.append(str(m.words)))
    watch = BackupWatch(desk, status, status)
    watch.look()
    real.rest()
    assert len(list((folder / "sets").iterdir())) == 1
    assert status.backup.text().startswith("backup ")
    (folder / "sets").rename(tmp_path / "away")
    (folder / "sets").write_text("in the way")
    later = world.services.office.database.clock() + timedelta(hours=25)
    world.services.office.database.clock = lambda: later
    watch.look()
    real.rest()
    assert status.backup.text() == "the last backup failed"
    assert len(said) == 1
    assert "could not be written" in said[0]
    watch.look()
    real.rest()
    assert len(said) == 1


def test_a_person_is_found_handed_out_and_erased_after_a_plain_question(
    real: Counter, world: Demonstration, answered: Inquiry, tmp_path: Path, qtbot: QtBot
) -> None:
    tab = real.show(PersonalDataTab, world.staff.maria)
    assert not tab.erase.isEnabled()
    qtbot.keyClicks(tab.fields["email"], "nobody@nowhere.example")
    real.press_on(tab.fields["email"], Qt.Key.Key_Return)
    assert tab.states.words().startswith("Nothing in this office names this person")
    tab.fields["email"].clear()
    qtbot.keyClicks(tab.fields["email"], ASKER.email)
    real.press_on(tab.fields["email"], Qt.Key.Key_Return)
    assert [s.number for s in tab.table.records()] == [answered.number]
    assert not tab.export.isEnabled()
    qtbot.keyClicks(tab.identity, "passport shown")
    tab.export_to(tmp_path / "hers.zip")
    real.rest()
    assert (tmp_path / "hers.zip").exists()
    tab.table.setFocus()
    real.press(Qt.Key.Key_E)
    assert tab.sure.isVisible()
    assert answered.number in tab.asking.what.text()
    assert world.services.inquiries.inquiry(answered.id).requester == ASKER
    real.press_on(tab.asking.go, Qt.Key.Key_Space)
    assert world.services.inquiries.inquiry(answered.id).requester.name == ""
    assert tab.sheet.isVisible()
    assert [r.kind for r in tab.requests.records()] == ["erasure", "access"]


def test_what_is_due_is_held_or_goes_by_two(
    real: Counter, world: Demonstration, answered: Inquiry, qtbot: QtBot
) -> None:
    later = world.services.office.database.clock() + timedelta(days=800)
    world.services.office.database.clock = lambda: later
    tab = real.show(RetentionTab, world.staff.maria)
    assert tab.due.choose(next(s.id for s in tab.due.records() if s.id == answered.id))
    real.press_on(tab.due, Qt.Key.Key_H)
    assert tab.form.number.text() == answered.number
    qtbot.keyClicks(tab.form.why, "a claim was announced")
    real.press_on(tab.form.why, Qt.Key.Key_Return)
    [hold] = tab.holds.records()
    assert hold.number == answered.number
    assert not tab.propose.isEnabled()
    tab.holds.take_in_hand(0)
    tab.lift.trigger()
    qtbot.keyClicks(tab.lifting.why, "the claim was withdrawn")
    real.press_on(tab.lifting.why, Qt.Key.Key_Return)
    assert tab.holds.records() == []
    tab.due.choose(answered.id)
    tab.propose.trigger()
    real.rest()
    [request] = tab.proposed.records()
    assert request.subjects == (answered.number,)
    tab.proposed.take_in_hand(0)
    assert not tab.confirm.isEnabled()

    colleague = User("q", "quentin", "Quentin Q", world.staff.maria.roles)
    other = real.show(RetentionTab, colleague)
    other.proposed.take_in_hand(0)
    assert other.confirm.isEnabled()
    other.confirm.trigger()
    real.rest()
    assert world.services.inquiries.inquiry(answered.id).requester.name.startswith("S-")


def test_a_name_is_laid_apart_and_brought_back_with_a_reason_gd_04(
    real: Counter, world: Demonstration, answered: Inquiry, qtbot: QtBot
) -> None:
    """GD-04: the button is there for those who may; without a reason nothing happens."""
    tab = real.show(PersonalDataTab, world.staff.maria)
    qtbot.keyClicks(tab.fields["email"], ASKER.email)
    real.press_on(tab.fields["email"], Qt.Key.Key_Return)
    qtbot.keyClicks(tab.identity, "passport shown")
    tab.table.setFocus()
    real.press(Qt.Key.Key_P)
    assert "can undo it" in tab.asking.what.text()
    real.press_on(tab.asking.go, Qt.Key.Key_Space)
    names = real.show(OtherNamesTab, world.staff.maria)
    [subject] = names.subjects.records()
    assert subject.numbers == (answered.number,)
    names.subjects.take_in_hand(0)
    assert not names.back.isEnabled()
    assert names.shred.isEnabled()

    quality = User("q", "quentin", "Quentin Q", frozenset({Role.QUALITY}))
    names = real.show(OtherNamesTab, quality)
    names.subjects.take_in_hand(0)
    names.subjects.setFocus()
    real.press(Qt.Key.Key_B)
    assert not names.form.go.isEnabled()
    qtbot.keyClicks(names.form.why, "she asks for her answer")
    real.press_on(names.form.why, Qt.Key.Key_Return)
    assert world.services.inquiries.inquiry(answered.id).requester == ASKER


def test_use_is_restricted_and_a_request_is_closed_with_words_gd_10(
    real: Counter, world: Demonstration, answered: Inquiry, qtbot: QtBot
) -> None:
    """GD-10: from the person's records to the list of what is restricted, and back."""
    tab = real.show(PersonalDataTab, world.staff.maria)
    qtbot.keyClicks(tab.fields["email"], ASKER.email)
    real.press_on(tab.fields["email"], Qt.Key.Key_Return)
    qtbot.keyClicks(tab.identity, "passport shown")
    tab.restrict.trigger()
    qtbot.keyClicks(tab.reason.why, "she contests her address")
    real.press_on(tab.reason.why, Qt.Key.Key_Return)
    assert [s.kept for s in tab.table.records()] == [Kept.RESTRICTED]
    tab.ledger.enter.trigger()
    real.press_on(tab.ledger.entering.enter, Qt.Key.Key_Space)
    opened = next(r for r in tab.requests.records() if r.open)
    assert tab.requests.choose(opened.id)
    tab.ledger.settle.trigger()
    qtbot.keyClicks(tab.ledger.reason.why, "she took it back")
    real.press_on(tab.ledger.reason.why, Qt.Key.Key_Return)
    assert "she took it back" in {r.outcome for r in tab.requests.records()}

    names = real.show(OtherNamesTab, world.staff.maria)
    names.restricted.take_in_hand(0)
    names.lift.trigger()
    qtbot.keyClicks(names.form.why, "it was settled")
    real.press_on(names.form.why, Qt.Key.Key_Return)
    assert names.restricted.records() == []


def test_papers_for_the_supervisor_are_written_side_by_side_gd_09(
    real: Counter, world: Demonstration, answered: Inquiry, tmp_path: Path
) -> None:
    """GD-09: within a button: the last days, or what was chosen."""
    tab = real.show(RegistersTab, world.staff.maria)
    since, until = tab.period()
    assert timedelta(days=3) < until - since <= timedelta(days=5)
    desk = world.services.keeping.registers
    place = tmp_path / "papers"
    place.mkdir()
    tab.write_to(place, desk.breach(world.staff.maria, (since, until), [answered.number]))
    tab.write_to(place, desk.processing(world.staff.maria))
    real.rest()
    assert sorted(p.name[:6] + p.suffix for p in place.iterdir()) == [
        "breach.csv",
        "breach.json",
        "proces.csv",
        "proces.pdf",
    ]
    assert tab.sheet.isVisible()
