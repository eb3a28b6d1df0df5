"""The safety screens for everyone: names for screen readers, keys that are unique, large text."""

from collections import Counter as Count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from mi_desktop.catalogue import CalendarDesk
from mi_desktop.ui.office.calendars import CalendarsTab
from mi_desktop.ui.office.duties import DutiesTab
from mi_desktop.ui.safety import SafetyScreen
from tests.conftest import Staff
from tests.ui.office_desk import Counter
from tests.ui.test_case import event  # noqa: F401 - a screen with a case open
from tests.ui.test_safety_desks import report

HANDLED = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


def unnamed(screen: QWidget) -> list[str]:
    """What can take the focus and tells a screen reader nothing."""
    found = []
    for widget in screen.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(widget, QHeaderView)
        inner = inner or isinstance(widget.parent(), QComboBox)
        if isinstance(widget, HANDLED) and not inner and widget.isVisible():
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            if not (widget.accessibleName() or text):
                found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def twice(screen: SafetyScreen) -> list[str]:
    """Keys that two things, both enabled now, would answer to."""
    keys = [a.shortcut().toString() for a in screen.actions() if a.isEnabled()]
    keys += [
        b.shortcut().toString()
        for b in screen.findChildren(QAbstractButton)
        if b.isVisibleTo(screen) and b.isEnabled()
    ]
    return [key for key, count in Count(filter(None, keys)).items() if count > 1]


def test_every_tab_checklist_and_card_has_names_and_unique_keys(
    counter: Counter, staff: Staff
) -> None:
    report(counter, staff)
    screen = counter.show(SafetyScreen, staff.anna)
    for number in range(5):
        screen.tabs.turn_to(number)
        counter.rest()
        assert twice(screen) == [], number
        assert unnamed(screen) == [], number
    screen.show_record("inq-1")
    counter.rest()
    assert twice(screen) == []
    assert unnamed(screen) == []


def test_the_whole_form_of_a_case_has_names_and_unique_keys(
    counter: Counter,
    event: SafetyScreen,  # noqa: F811
) -> None:
    event.form.form.show_everything(True)
    assert unnamed(event) == []
    assert twice(event) == []
    assert {"F6", "F7"} <= {b.shortcut().toString() for b in event.findChildren(QAbstractButton)}


@pytest.mark.parametrize("kind", [CalendarsTab, DutiesTab])
def test_the_tables_of_the_office_have_names(counter: Counter, staff: Staff, kind: type) -> None:
    counter.services.catalogue.calendars = CalendarDesk(counter.services.office)
    assert unnamed(counter.show(kind, staff.maria)) == []


def test_at_200_percent_text_the_card_and_the_signature_can_be_reached(
    counter: Counter, staff: Staff, qapp: QApplication
) -> None:
    """WCAG 1.4.4: larger text is scrolled to, never cut off."""
    report(counter, staff)
    before = qapp.font()
    large = qapp.font()
    large.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(large)
    try:
        screen = counter.show(SafetyScreen, staff.anna, "inq-1")
        [card] = screen.page.cards()
        for part in (card.main, card.case, card.sheet):
            assert part.width() >= part.fontMetrics().horizontalAdvance(part.text())
        card.case.setFocus(Qt.FocusReason.TabFocusReason)
        area = screen.page._handoff_area
        area.ensureWidgetVisible(card.case)
        assert (
            area.viewport()
            .rect()
            .contains(card.case.mapTo(area.viewport(), card.case.rect().center()))
        )
    finally:
        qapp.setFont(before)
