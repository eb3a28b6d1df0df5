"""The office's own screen: who works here, and the keys, by keyboard."""

import io

import pdfplumber
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mi_desktop.people import Role
from mi_desktop.storage.errors import RecoveryRefused, WrongPassphrase
from mi_desktop.ui.office import OfficeScreen
from tests.conftest import PASSPHRASE

NEW = "an entirely new passphrase"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(counter, staff):
    return counter.show(OfficeScreen, staff.maria)


def type_twice(counter, passphrase, text):
    for field in passphrase.fields:
        counter.qtbot.keyClicks(field, text)


def row_of(tab, name):
    return next(n for n, u in enumerate(tab.table.records()) if u.name == name)


def test_each_sees_the_tabs_of_their_roles(counter, staff, screen):
    keys = [kind.key for kind in screen._kinds]
    assert keys[:2] == ["people", "keys"]
    others = counter.show(OfficeScreen, staff.anna)
    assert [kind.key for kind in others._kinds][:1] == ["keys"]
    assert "people" not in [kind.key for kind in others._kinds]
    tab = others.current()
    assert not tab.recovery_card.isVisible()
    assert not tab.make.isEnabled()


def test_control_and_a_number_turn_to_a_tab_and_a_link_too(counter, screen):
    assert screen.record().startswith("people")
    counter.press(Qt.Key.Key_2, CONTROL)
    assert screen.record() == "keys"
    screen.show_record("people")
    assert screen.record().startswith("people")


def test_the_palette_offers_what_the_tab_in_front_can_do(counter, screen):
    def offered():
        return {a.text() for a in screen.doable() if a.isEnabled()}

    assert "Add somebody" in offered()
    assert "Make a new recovery key" not in offered()
    counter.press(Qt.Key.Key_2, CONTROL)
    assert "Make a new recovery key" in offered()
    assert "Add somebody" not in offered()


def test_somebody_new_is_added_by_keyboard_and_can_come_in(counter, screen, people):
    counter.press(Qt.Key.Key_N)
    form = screen.current().form
    assert QApplication.focusWidget() is form.name
    counter.qtbot.keyClicks(form.name, "nils")
    counter.qtbot.keyClicks(form.full_name, "Nils Ny")
    form.roles.boxes[Role.SAFETY].setChecked(True)
    counter.qtbot.keyClicks(form.passphrase.fields[0], NEW)
    counter.qtbot.keyClicks(form.passphrase.fields[1], NEW[:-1])
    assert not form.add.isEnabled()
    assert form.passphrase.problem.text() == "The two differ."
    counter.qtbot.keyClicks(form.passphrase.fields[1], NEW[-1])
    assert form.add.isEnabled()
    counter.press_on(form.add, Qt.Key.Key_Space)
    assert counter.told == ["Nils Ny: saved"]
    assert not screen.current().panel.isVisible()
    assert [u.name for u in screen.current().table.records()].count("nils") == 1
    assert people.sign_in("nils", NEW).roles == {Role.SAFETY}


def test_a_taken_name_is_told_and_the_form_stays(counter, screen):
    counter.press(Qt.Key.Key_N)
    form = screen.current().form
    form.name.setText("Anna")
    form.full_name.setText("Another Anna")
    form.roles.boxes[Role.INTAKE].setChecked(True)
    type_twice(counter, form.passphrase, NEW)
    counter.press_on(form.add, Qt.Key.Key_Space)
    assert [e.code for e in counter.failed] == ["PEO-003"]
    assert form.full_name.text() == "Another Anna"
    assert screen.current().panel.isVisible()


def test_roles_change_and_unsaved_boxes_survive_a_look(counter, screen, people, staff):
    tab = screen.current()
    tab.table.take_in_hand(row_of(tab, "anna"))
    boxes = tab.card.roles.boxes
    assert not tab.card.save.isEnabled()
    boxes[Role.QUALITY].setChecked(True)
    screen.refresh()
    counter.rest()
    assert boxes[Role.QUALITY].isChecked()
    counter.press_on(tab.card.save, Qt.Key.Key_Space)
    assert people.by_name("anna").roles == staff.anna.roles | {Role.QUALITY}


def test_somebody_leaves_after_a_second_look_and_comes_back(counter, screen, people):
    tab = screen.current()
    tab.table.take_in_hand(row_of(tab, "anna"))
    counter.press_on(tab.card.leave, Qt.Key.Key_Space)
    assert people.by_name("anna").active
    assert "Anna Lindqvist" in tab.card.sure.text()
    counter.press_on(tab.card.leave, Qt.Key.Key_Space)
    assert not people.by_name("anna").active
    assert not tab.card.leave.isVisible()
    type_twice(counter, tab.card.passphrase, NEW)
    counter.press_on(tab.card.reset, Qt.Key.Key_Space)
    assert people.sign_in("anna", NEW).active
    assert "Maria Ek" in tab.card.state.text()


def test_the_last_administrator_cannot_leave(counter, screen, people):
    tab = screen.current()
    tab.table.take_in_hand(row_of(tab, "maria"))
    for _ in range(2):
        counter.press_on(tab.card.leave, Qt.Key.Key_Space)
    assert [e.code for e in counter.failed] == ["PEO-006"]
    assert people.by_name("maria").active


def test_ones_own_passphrase_is_changed_only_with_the_old_one(counter, staff, people):
    tab = counter.show(OfficeScreen, staff.anna).current()
    tab.old.setText("not the old one")
    type_twice(counter, tab.new, NEW)
    counter.press_on(tab.change, Qt.Key.Key_Space)
    assert "The old passphrase is not yours" in tab.problem.text()
    tab.old.setText(PASSPHRASE)
    counter.press_on(tab.change, Qt.Key.Key_Space)
    assert counter.told == ["Your passphrase is changed."]
    assert tab.old.text() == tab.new.fields[0].text() == ""
    assert people.sign_in("anna", NEW).id == staff.anna.id
    with pytest.raises(WrongPassphrase):
        people.sign_in("anna", PASSPHRASE)


def test_a_recovery_key_is_in_force_once_it_is_proved_to_be_on_paper(
    counter, screen, people, office
):
    counter.press(Qt.Key.Key_2, CONTROL)
    tab = screen.current()
    assert "There is none" in tab.recovery_state.text()
    counter.press(Qt.Key.Key_R, CONTROL)
    with pdfplumber.open(io.BytesIO(tab.sheet._pdf)) as paper:
        printed = paper.pages[0].extract_text().split()
    assert tab.sheet.isVisible()
    assert people.keys.recovery() is None
    for title, field in zip(tab.proof.titles, tab.proof.fields, strict=True):
        number = title.text().split()[-1]
        assert not tab.proof.button.isEnabled()
        counter.qtbot.keyClicks(field, printed[printed.index(f"{number}.") + 1])
    words = " ".join(tab._key.words)
    counter.press_on(tab.proof.fields[1], Qt.Key.Key_Return)
    assert people.keys.recovery().id in tab.recovery_state.text()
    assert office.key_file.unlock_by_words(words) == office.keys
    assert not tab.sheet.isVisible()
    assert (tab._key, tab.sheet._pdf, tab.proof._wanted) == (None, b"", ())


def test_a_sheet_that_is_closed_changes_nothing_and_is_forgotten(counter, screen, office):
    counter.press(Qt.Key.Key_2, CONTROL)
    tab = screen.current()
    counter.press(Qt.Key.Key_R, CONTROL)
    words = " ".join(tab._key.words)
    counter.press_on(tab.sheet, Qt.Key.Key_Escape)
    assert not tab.sheet.isVisible()
    assert not tab.proof.isVisible()
    assert tab._key is None
    with pytest.raises(RecoveryRefused):
        office.key_file.unlock_by_words(words)


def test_a_machine_without_a_key_ring_says_so(counter, staff):
    tab = counter.show(OfficeScreen, staff.anna).current()
    assert "each time" in tab.ring_state.text()
    counter.press_on(tab.ring, Qt.Key.Key_Space)
    assert counter.told == ["This machine has no key ring that answers."]
