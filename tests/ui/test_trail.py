"""The audit trail in the window: found, paged, walked, taken away, anchored."""

import json
from pathlib import Path

from PySide6.QtCore import QDate, Qt

from mi_desktop.storage import Office, Wanted
from mi_desktop.ui.office.trail import TrailTab
from tests.conftest import Staff
from tests.ui.office_desk import Counter


def shown(tab: TrailTab) -> list[str]:
    return [line.action for line in tab.table.records()]


def notes(office: Office, count: int, reason: str = "") -> None:
    for number in range(count):
        with office.database.write("system", "test.note", reason) as session:
            office.database.note(session, "thing", f"t{number}")


def test_p11_05_lines_are_shown_a_page_at_a_time_and_in_words(
    counter: Counter, office: Office, staff: Staff
) -> None:
    """P11-05: newest first, with old and new values while their words exist."""
    notes(office, 450, "Karin rang")
    tab = counter.show(TrailTab, staff.maria)
    assert isinstance(tab, TrailTab)
    assert len(shown(tab)) == 200
    counter.press_on(tab.table, Qt.Key.Key_M)
    assert len(shown(tab)) == 400
    assert "Karin rang" in tab.full.toPlainText()
    tab.search.setText("lindqvist")
    tab.look.trigger()
    counter.rest()
    assert shown(tab) == ["people.add"]
    assert "full name: Anna Lindqvist" in tab.full.toPlainText()
    tab.search.setText("no such word")
    tab.look.trigger()
    counter.rest()
    assert "No line was found" in tab.states.words()


def test_lines_are_found_by_user_action_and_day(
    counter: Counter, office: Office, staff: Staff
) -> None:
    notes(office, 3)
    tab = counter.show(TrailTab, staff.maria)
    assert isinstance(tab, TrailTab)
    tab.what.setCurrentIndex(tab.what.findData("test.note"))
    tab.what.activated.emit(tab.what.currentIndex())
    counter.rest()
    assert shown(tab) == ["test.note"] * 3
    tab.who.setCurrentIndex(tab.who.findData(staff.maria.id))
    tab.who.activated.emit(tab.who.currentIndex())
    counter.rest()
    assert shown(tab) == []
    tab.what.setCurrentIndex(0)
    tab.until.setDate(QDate(2026, 11, 16))
    counter.rest()
    assert set(shown(tab)) == {"people.add"}
    tab.since.setDate(QDate(2026, 11, 17))
    counter.rest()
    assert shown(tab) == []


def test_p11_03_the_chain_is_walked_and_a_broken_line_is_said(
    counter: Counter, office: Office, staff: Staff
) -> None:
    """P11-03: in words, and in the tone of harm."""
    tab = counter.show(TrailTab, staff.maria)
    assert isinstance(tab, TrailTab)
    tab.verify.trigger()
    counter.rest()
    assert "the chain is whole" in tab.found.text()
    with office.database.engine.connect() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_no_update")
        connection.exec_driver_sql("UPDATE audit SET by = 'nobody' WHERE seq = 2")
        connection.commit()
    tab.verify.trigger()
    counter.rest()
    assert tab.found.text().startswith("Line 2 was changed")
    assert tab.found.property("tone") == "harm"


def test_the_trail_and_a_checkpoint_are_taken_away(
    counter: Counter, office: Office, staff: Staff, tmp_path: Path
) -> None:
    notes(office, 2, "Karin rang")
    tab = counter.show(TrailTab, staff.maria)
    assert isinstance(tab, TrailTab)
    tab.export_to(tmp_path / "audit.csv")
    tab.checkpoint_to(tmp_path / "now.checkpoint")
    counter.rest()
    assert "Karin rang" in (tmp_path / "audit.csv").read_text()
    assert (tmp_path / "audit.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "now.pdf").read_bytes().startswith(b"%PDF")
    line = json.loads((tmp_path / "now.checkpoint").read_bytes())
    assert f"line {line['seq']}" in tab.found.text()
    assert not counter.failed
    done = [a.action for a in office.trail.lines(Wanted(by=staff.maria.id))]
    assert done[-2:] == ["audit.export", "audit.checkpoint"]
