"""What tests of the window may ask for: a desk with an office in memory, offscreen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mi_desktop.people import Role, User
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.preferences import Preferences
from mi_desktop.ui.tasks import Tasks
from mi_desktop.ui.theme import Theme
from tests.fakes.desk import fake_services
from tests.ui.office_desk import counter as counter

ANNA = User("anna", "anna", "Anna Lindqvist", frozenset({Role.INTAKE, Role.SPECIALIST}))


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    crashed: list[BaseException] = []
    made.crashed.connect(crashed.append)
    yield made
    made.close()
    assert not crashed, crashed


@pytest.fixture
def services() -> SimpleNamespace:
    return fake_services()


@pytest.fixture
def desk(services: SimpleNamespace, tasks: Tasks, tmp_path: Path, theme: Theme) -> Desk:
    return Desk(services, ANNA, tasks, "en", Preferences(tmp_path / "window.ini"))


@pytest.fixture
def rest(qtbot: QtBot, tasks: Tasks) -> Callable[[], None]:
    """Waits until no work runs; results that start more work are waited for too."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not tasks.busy)

    return wait
