"""The office's calendars and the table of times in the window."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from mi_desktop.catalogue import CalendarDesk, shipped
from mi_desktop.catalogue.calendars import read_days
from mi_desktop.catalogue.errors import CalendarUnreadable
from mi_desktop.people import Role, User
from mi_desktop.storage import Office
from mi_desktop.ui.office.calendars import CalendarsTab
from mi_desktop.ui.office.duties import DutiesTab
from tests.conftest import Staff
from tests.ui.office_desk import Counter

MIDSUMMER_EVE = date(2027, 6, 25)


@pytest.fixture
def desk(counter: Counter, office: Office) -> CalendarDesk:
    made = CalendarDesk(office)
    counter.services.catalogue.calendars = made
    return made


def tab(counter: Counter, user: User) -> CalendarsTab:
    shown = counter.show(CalendarsTab, user)
    shown.choose_year(2027)
    return shown


def test_a_year_is_added_as_the_next_version_with_who_and_since_when_clk_4(
    counter: Counter, desk: CalendarDesk, staff: Staff
) -> None:
    """CLK-4: the shipped table is version 0; what a person changed is version 1, with a name."""
    shown = tab(counter, staff.maria)
    assert [e.calendar.name for e in shown.versions.records()] == ["SE/0"]
    assert MIDSUMMER_EVE in shown.days.records()
    shown.add.trigger()
    assert str(MIDSUMMER_EVE) in shown.next.days.toPlainText()
    shown.next.days.appendPlainText("2027-05-07, the Friday after Ascension")
    shown.next.source.setText("Agreement of 2026")
    counter.press_on(shown.next.source, Qt.Key.Key_Return)
    [own, first] = shown.versions.records()
    assert (own.calendar.name, own.by, own.calendar.source) == (
        "SE/1", staff.maria.id, "Agreement of 2026"
    )  # fmt: skip
    assert own.at is not None
    assert own.calendar.days - first.calendar.days == {date(2027, 5, 7)}
    assert first.calendar.days <= own.calendar.days, "the other years stay"
    assert shown.picture.accessibleName() == f"2027: {len(shown.days.records())} holidays"
    assert desk.versions("SE", "SE")[0].by == staff.maria.id


def test_a_line_that_is_no_day_is_said_at_the_field_and_nothing_is_entered(
    counter: Counter, desk: CalendarDesk, staff: Staff
) -> None:
    shown = tab(counter, staff.maria)
    shown.add.trigger()
    shown.next.days.setPlainText("2027-01-01\nMidsummer\n")
    shown.next.enter.click()
    counter.rest()
    assert "Line 2 of the list is no day: “Midsummer”" in shown.next.problem.text()
    assert shown.next.days.toPlainText().endswith("Midsummer\n")
    assert desk.sites() == []


def test_csv_out_and_in_again_and_read_only_for_others(
    counter: Counter, desk: CalendarDesk, staff: Staff, tmp_path: Path
) -> None:
    shown = tab(counter, staff.maria)
    file = tmp_path / "days.csv"
    shown.export_to(file)
    counter.rest()
    assert frozenset(read_days(file.read_text())) == shipped("SE").days
    file.write_text("day;why\n2027-06-25;Midsummer Eve\n2027-12-24\n")
    shown.import_from(file)
    counter.rest()
    assert shown.next.isVisible()
    shown.next.enter.click()
    counter.rest()
    newest = desk.versions("SE", "SE")[0].calendar
    assert {d for d in newest.days if d.year == 2027} == {MIDSUMMER_EVE, date(2027, 12, 24)}
    assert {d for d in newest.days if d.year == 2026} == {
        d for d in shipped("SE").days if d.year == 2026
    }
    others = tab(counter, staff.anna)
    assert not others.add.isEnabled()
    assert not others.take.isEnabled()
    assert others.give.isEnabled()


def test_days_are_read_with_heading_notes_and_marks_and_else_refused() -> None:
    assert read_days("\ufeffday,why\n\n2027-01-01,New Year\n") == [date(2027, 1, 1)]
    with pytest.raises(CalendarUnreadable, match="2027-02-30"):
        read_days("2027-02-30\n")


def test_the_table_of_times_is_to_be_read_with_rule_source_and_day_clk_12(
    counter: Counter,
) -> None:
    """CLK-12: information; where nobody noted the day it was looked up, that is said."""
    auditor = User("u", "u", "U", frozenset({Role.AUDITOR}))
    shown = counter.show(DutiesTab, auditor)
    duties = shown.table.records()
    assert {"CLK-8", "CLK-10", "CLK-11", "PQC-C6"} <= {d.rule for d in duties}
    assert all(d.source for d in duties)
    fifteen = next(d for d in duties if d.rule == "CLK-8" and d.country == "US")
    assert (fifteen.last, fifteen.verified) == ("15 calendar days from Day 0", "")
    model = shown.table.model()
    texts = [model.index(0, n).data() for n in range(model.columnCount())]
    assert "no day noted" in texts
