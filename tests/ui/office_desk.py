"""A counter over an office with real people, storage and safety; the other rooms in memory."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mi_desktop.people import PeopleService, User
from mi_desktop.safety import Answer, SafetyService
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from mi_desktop.ui.desk import Desk, Signing
from mi_desktop.ui.preferences import Preferences
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.tasks import Tasks
from mi_desktop.ui.theme import Theme
from tests.conftest import PASSPHRASE
from tests.fakes.answering import FakeDispatch, FakeLetters, FakeLibrary
from tests.fakes.rooms import FakeInquiries, FakePost, FakeReading, FakeShelves


def rooms(office: Office, people: PeopleService) -> SimpleNamespace:
    """The counter: one inquiry with a letter of two pages, two without mail."""
    intake, inquiries, catalogue = FakePost(), FakeInquiries(), FakeShelves()
    ocr, library, settings = FakeReading(intake), FakeLibrary(), OfficeSettings()
    safety = SafetyService(office, people, intake, ocr, inquiries, catalogue, settings)
    letters = FakeLetters(inquiries, safety, library)
    return SimpleNamespace(
        office=office,
        settings=settings,
        people=people,
        catalogue=catalogue,
        intake=intake,
        ocr=ocr,
        inquiries=inquiries,
        safety=safety,
        library=library,
        letters=letters,
        dispatch=FakeDispatch(letters),
        keeping=SimpleNamespace(
            restrictions=SimpleNamespace(look=lambda *_: None, see=lambda *_: None)
        ),
    )


class Counter:
    """Shows screens of one office to its users, as the window would."""

    def __init__(
        self, qtbot: QtBot, services: SimpleNamespace, tasks: Tasks, rest: Callable[[], None]
    ) -> None:
        self.qtbot, self.services, self.tasks, self.rest = qtbot, services, tasks, rest
        self.asked: list[tuple[str, str]] = []
        self.told: list[str] = []
        self.failed: list[Exception] = []
        self.preferences = Preferences()
        self.first_signature = False  # a test says when the user name is wanted, too
        tasks.world_failed.connect(self.failed.append)

    def show(self, kind: Callable[[Desk], Screen], user: User, ref: str = "") -> Screen:
        """The screen as this user sees it, with its first look done."""
        signing = Signing(begun=not self.first_signature)
        desk = Desk(self.services, user, self.tasks, "en", self.preferences, signing=signing)
        desk.telephone.asked.connect(lambda *place: self.asked.append(place))
        desk.telephone.said.connect(lambda message: self.told.append(str(message.words)))
        screen = kind(desk)
        desk.telephone.changed.connect(screen.refresh)
        self.qtbot.addWidget(screen)
        screen.resize(1216, 740)
        with self.qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        if ref:
            screen.show_record(ref)
        screen.arrived()
        screen.setFocus()
        self.rest()
        return screen

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Presses a key where the focus is."""
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        self.rest()

    def press_on(self, widget: QWidget, key: Qt.Key) -> None:
        """Presses a key in this widget."""
        self.qtbot.keyClick(widget, key)
        self.rest()

    def no_event(self, user: User, inquiry_id: str) -> None:
        """Answers no to everything, looks at every page and signs."""
        safety = self.services.safety
        for page in safety.assessment(inquiry_id).pages:
            safety.look_at(user, inquiry_id, page)
        for code in ("AE", "SS", "PQC"):
            safety.answer(user, inquiry_id, code, Answer.NO)
        safety.sign(user, inquiry_id, PASSPHRASE)


@pytest.fixture
def counter(
    qtbot: QtBot,
    office: Office,
    people: PeopleService,
    tasks: Tasks,
    theme: Theme,
    tmp_path: Path,
    rest: Callable[[], None],
) -> Counter:
    made = Counter(qtbot, rooms(office, people), tasks, rest)
    made.preferences = Preferences(tmp_path / "window.ini")
    return made
