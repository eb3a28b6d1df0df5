"""What keeps a case from being an E2B message is said in the window, at its fields."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from mi_desktop.safety.cases import Given
from mi_desktop.safety.cases.paths import put
from mi_desktop.ui.safety import SafetyScreen
from tests.conftest import Staff
from tests.fakes.cases import filled_case
from tests.ui.office_desk import Counter
from tests.ui.test_case import event  # noqa: F401 - a screen with a case open


def fill(counter: Counter, screen: SafetyScreen, staff: Staff, **fields: Given) -> None:
    safety = counter.services.safety
    [handoff] = safety.handoffs()
    head = safety.cases.case(handoff.id).head
    case = replace(filled_case(), head=head)
    for path, given in fields.items():
        case = put(case, path.replace("__", "."), given)
    safety.cases.save(staff.anna, case)
    screen.form.refresh()
    counter.rest()


def test_what_is_missing_leads_to_its_field(
    counter: Counter,
    event: SafetyScreen,  # noqa: F811
    staff: Staff,
) -> None:
    fill(counter, event, staff, drugs__0__role=Given("2"))
    bar = event.form.e2b
    counter.qtbot.mouseClick(bar.check, Qt.MouseButton.LeftButton)
    counter.rest()
    assert "Missing for E2B" in bar.said.text()
    assert "At least one medicine is suspect" in bar.said.text()
    bar.said.linkActivated.emit("drugs.0.role")
    assert event.form.form.current == "drugs.0.role"


def test_a_file_that_cannot_be_made_is_not_written(
    counter: Counter,
    event: SafetyScreen,  # noqa: F811
    staff: Staff,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill(counter, event, staff)
    target = tmp_path / "case.xml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    counter.qtbot.mouseClick(event.form.e2b.export, Qt.MouseButton.LeftButton)
    counter.rest()
    assert not target.exists(), "no receiver is set"
    assert [e.code for e in counter.failed] == ["ICS-006"]
