"""Reviews, the logbook, settings and copies in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mi_desktop import oversight
from mi_desktop.bootstrap import assemble
from mi_desktop.inquiries import InquiryDraft, NewQuestion, Requester
from mi_desktop.intake import Channel
from mi_desktop.settings import OfficeSettings, load_settings, save_settings
from mi_desktop.storage import Office
from mi_desktop.ui import seating
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.inquiry.copying import take_copy
from mi_desktop.ui.office.logbook import LogbookTab
from mi_desktop.ui.office.reviews import ReviewsTab
from mi_desktop.ui.office.settings import SettingsTab
from mi_desktop.ui.top_bar import TopBar
from tests.conftest import PASSPHRASE, HeldClock, Staff
from tests.ui.office_desk import Counter


@pytest.fixture
def whole(counter: Counter, office: Office) -> Counter:
    """The counter over a whole office."""
    save_settings(office.folder, OfficeSettings())
    counter.services = assemble(office, OfficeSettings())
    yield counter
    counter.services.sandbox.close()


def test_p11_21_a_review_is_drawn_up_read_and_signed(
    whole: Counter, staff: Staff, tmp_path: Path
) -> None:
    """P11-21, P11-13: nothing is kept before it is signed; both components for the first."""
    whole.first_signature = True
    tab = whole.show(ReviewsTab, staff.maria)
    assert isinstance(tab, ReviewsTab)
    assert "The first review of the office is due" in tab.standing.text()
    assert not tab.sign.isEnabled()
    tab.draw.trigger()
    whole.rest()
    assert {s.key for s in tab.table.records()} >= {"users", "audit", "backups", "holds"}
    assert "Anna Lindqvist" in tab.detail.toPlainText()
    tab.passphrase.setText(PASSPHRASE)
    tab.sign.trigger()
    assert "user name" in tab.problem.text()
    tab.name.setText("maria")
    tab.passphrase.setText("not hers at all")
    tab.sign.trigger()
    whole.rest()
    assert "nothing was signed" in tab.problem.text()
    tab.passphrase.setText(PASSPHRASE)
    whole.press_on(tab.passphrase, Qt.Key.Key_Return)
    assert [r.number for r in tab.kept.records()] == ["REV-SE-2026-00001"]
    assert "the next is due" in tab.standing.text()
    tab.save_to(tab.kept.current(), tmp_path / "review.pdf")
    whole.rest()
    assert (tmp_path / "review.pdf").read_bytes().startswith(b"%PDF")
    assert b"users" in (tmp_path / "review.csv").read_bytes()


def test_settings_are_changed_with_a_reason_and_told_at_their_field(
    whole: Counter, office: Office, staff: Staff
) -> None:
    """P11-02: the reason is asked; what is wrong stands at the field; what waits is marked."""
    tab = whole.show(SettingsTab, staff.maria)
    assert isinstance(tab, SettingsTab)
    assert not tab.save.isEnabled()
    port = tab.fields["mail.port"]
    port.input.setText("many")
    tab.why.setText("a new mail server")
    tab.save.trigger()
    whole.rest()
    assert port.note.text() == "A whole number is wanted."
    port.input.setText("2525")
    tab.fields["lock_after_fixed"].input.setChecked(True)
    tab.why.clear()
    tab.save.trigger()
    whole.rest()
    assert "why the settings are changed" in tab.problem.text()
    tab.why.setText("a new mail server")
    whole.press_on(tab.why, Qt.Key.Key_Return)
    kept, _ = load_settings(office.folder)
    assert (kept.mail.port, kept.lock_after_fixed) == (2525, True)
    assert port.note.text() == "Counts when the office is opened again."
    assert {c.path for c in tab.table.records()} == {"mail.port", "lock_after_fixed"}
    assert not tab.save.isEnabled()
    port.input.setText("99")
    tab.undo.trigger()
    whole.rest()
    assert port.text() == "2525"


def test_p11_24_the_logbook_takes_incidents_and_closes_them(whole: Counter, staff: Staff) -> None:
    """P11-24, P11-23: by keyboard; anna reports, maria closes and enters a training."""
    tab = whole.show(LogbookTab, staff.anna)
    assert isinstance(tab, LogbookTab)
    whole.press_on(tab, Qt.Key.Key_N)
    tab.form.text.setText("The scanner took two sheets at once")
    whole.press_on(tab.form.text, Qt.Key.Key_Return)
    assert [e.open for e in tab.table.records()] == [True]
    assert not tab.end.isEnabled()
    assert not tab.training.isEnabled()
    tab = whole.show(LogbookTab, staff.maria)
    assert isinstance(tab, LogbookTab)
    whole.press_on(tab.table, Qt.Key.Key_C)
    tab.form.text.setText("rollers changed")
    tab.form.keep.click()
    whole.rest()
    tab.training.trigger()
    tab.form.who.setCurrentIndex(tab.form.who.findData(staff.anna.id))
    tab.form.text.setText("Scanning")
    tab.form.keep.click()
    whole.rest()
    tab.read.trigger()
    tab.form.text.setText("SOP-012")
    tab.form.version.setText("3.1")
    tab.form.keep.click()
    whole.rest()
    said = {(e.kind.value, e.title, e.version, e.about) for e in tab.table.records()}
    assert said == {
        ("incident", "The scanner took two sheets at once", "", ""),
        ("training", "Scanning", "", staff.anna.id),
        ("procedure read", "SOP-012", "3.1", staff.maria.id),
    }


def test_p11_06_a_copy_is_taken_from_the_window(
    whole: Counter, staff: Staff, tmp_path: Path
) -> None:
    """P11-06: written on a background lane, read back, said."""
    services = whole.services
    draft = InquiryDraft(
        Requester(name="A. Nobody"), (NewQuestion("May it be split?", "en"),), "en"
    )
    inquiry = services.inquiries.register(staff.anna, None, draft, Channel.HAND)
    tab = whole.show(LogbookTab, staff.maria)
    take_copy(tab.desk, inquiry.id, tmp_path / "copy.zip")
    whole.rest()
    assert whole.told == [f"Copy of {inquiry.number} written and read back: equal"]
    assert oversight.verify(tmp_path / "copy.zip").whole


def test_p11_24_a_test_office_says_so_on_every_screen(desk: Desk, qtbot: QtBot) -> None:
    """P11-24: a mark in the bar at the top, and only there where it is one."""

    def marks() -> list[str]:
        bar = TopBar(desk, [])
        qtbot.addWidget(bar)
        return [x.text() for x in bar.findChildren(QLabel) if x.text().startswith("TEST")]

    assert marks() == []
    desk.services.settings = OfficeSettings(demonstration=True)
    assert marks() == ["TEST: nothing here is real"]


def test_p11_21_a_late_review_is_told_on_arrival(
    whole: Counter, staff: Staff, clock: HeldClock
) -> None:
    """P11-21: whoever reviews hears of it; nobody else does."""
    clock.forward(days=181)
    for user, told in ((staff.maria, 1), (staff.anna, 0)):
        whole.told.clear()
        seating.greet(whole.show(LogbookTab, user).desk)
        whole.rest()
        assert sum("periodic review of the office is late" in said for said in whole.told) == told
