"""The program with a window: opens the door, seats the user, changes language and colours."""

import gc
import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTranslator, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from mi_desktop.basics import crash
from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.ui.desk import LOCK_AFTER, Desk, Message
from mi_desktop.ui.lock import IdleWatch, LockScreen, put_away
from mi_desktop.ui.preferences import Preferences
from mi_desktop.ui.recover import Recover
from mi_desktop.ui.sign_in import SignIn
from mi_desktop.ui.tasks import Tasks
from mi_desktop.ui.theme import Theme
from mi_desktop.ui.words import LANGUAGES, speak

if TYPE_CHECKING:
    from mi_desktop.people import User
    from mi_desktop.services import Services
    from mi_desktop.ui.window import Window

    Entered = tuple[Services, User]

SIZE = (1280, 800)
SEATING = "mi_desktop.ui.seating"  # loaded behind the door, see there


def _nobody() -> "Entered | None":
    return None


def _nothing(_: Desk) -> None:
    """Nobody needs to know."""


@dataclass(frozen=True)
class Door:
    """How an office is entered; handed in by whoever builds the program.

    Attributes:
        office: its name, for the sign-in screen.
        enter: user name and passphrase to the open office and its user; slow, runs on a pool
            thread, raises `WorldError`. Called again after the screen was locked.
        crashes: folder of crash reports.
        at_once: somebody who need not sign in (a passphrase file, a demonstration), or None;
            on a pool thread too.
        recover: recovery words, user name and new passphrase to the open office and its user;
            None where the door does not offer it.
        language: of the window where the user never chose one.
        seated: told when a user got a window, with the desk.
        preferences: what the window remembers on this machine.
    """

    office: str
    enter: "Callable[[str, str], Entered]"
    crashes: Path
    at_once: "Callable[[], Entered | None]" = _nobody
    recover: "Callable[[str, str, str], Entered] | None" = None
    language: str = "en"
    seated: Callable[[Desk], None] = _nothing
    preferences: Preferences = field(default_factory=Preferences)


def run(door: Door, arguments: list[str] | None = None) -> int:
    """Runs the program until its window is closed; returns the exit code."""
    app = QApplication.instance() or QApplication(arguments or sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("a program without windows is running")
    app.setApplicationName("mi-desktop")
    app.setApplicationDisplayName("MI Desktop")
    shell = Shell(app, door)
    shell.show()
    code = app.exec()
    shell.leave()
    return code


def _load_rooms() -> None:
    """Imports what stands behind the door; a second time takes no time.

    What was loaded lives as long as the program: frozen, the garbage collector need not look
    through it again, which took a quarter second now and then while the window stood still.
    """
    if SEATING not in sys.modules:
        importlib.import_module(SEATING)
        gc.freeze()


class Shell(QStackedWidget):
    """The one top-level window: the door, or the desk of the user who is signed in.

    Attributes:
        door_ready: a name and a passphrase can be typed.
        seated: the user's window is in front.
        locked: the lock is in front, the user's window waits behind it (P11-12).
        unlocked: the user's window is in front again, as it was left.
    """

    door_ready = Signal()
    seated = Signal()
    locked = Signal()
    unlocked = Signal()

    def __init__(self, app: QApplication, door: Door) -> None:
        super().__init__()
        self._door = door
        self._translator = QTranslator()
        self._language = self._wanted_language()
        speak(self._language, self._translator)
        self.theme = Theme(app, door.preferences.text("theme"))
        self.tasks = Tasks()
        self.tasks.crashed.connect(self._crashed)
        crash.install_hook(self.tasks.crashed.emit)
        self.setWindowTitle("MI Desktop")
        self.resize(*SIZE)
        self.sign_in: SignIn | None = None
        self._focus_before: QWidget | None = None
        self.window_shown: Window | None = None
        self.lock_shown: LockScreen | None = None
        self.recovery_shown: Recover | None = None
        self.idle = IdleWatch(self)
        self.idle.idle.connect(self.lock)
        self._show_door(door.preferences.text("user"))
        self._try_at_once()

    def leave(self) -> None:
        """Stops all work; to be called before the office is closed."""
        self.idle.stop()
        self.tasks.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks running work to stop; what is finished stays, what is half typed is kept."""
        self._put_by()
        self.tasks.cancel_all()
        super().closeEvent(event)

    # The door

    def _put_by(self) -> None:
        """The user's window goes, or may: its screens keep what is half typed."""
        if self.window_shown is not None:
            self.window_shown.desk.telephone.closing.emit()

    def _show_door(self, name: str = "") -> None:
        self.idle.stop()
        self._put_by()
        self.sign_in, self.window_shown = SignIn(self._door.office, name), None
        self.lock_shown = None
        self.sign_in.entered.connect(self._enter)
        self.sign_in.lost.setVisible(self._door.recover is not None)
        self.sign_in.lost.clicked.connect(self._show_recovery)
        self._show(self.sign_in)
        self.sign_in.setFocus()

    def _show_recovery(self) -> None:
        """The other door: the words of the recovery key."""
        self.sign_in, self.recovery_shown = None, Recover(self._door.office)
        self.recovery_shown.back.connect(self._show_door_again)
        self.recovery_shown.given.connect(self._recover)
        self._show(self.recovery_shown)
        self.recovery_shown.setFocus()

    def _show_door_again(self) -> None:
        self._show_door()
        if self.sign_in is not None:
            self.sign_in.ready()

    def _recover(self, phrase: str, name: str, passphrase: str) -> None:
        recover, form = self._door.recover, self.recovery_shown
        if recover is None or form is None:
            return

        def open_office(_: object) -> "Entered":
            _load_rooms()
            return recover(phrase, name, passphrase)

        self.tasks.slow(None, open_office, self._entered, failed=form.show_failure)

    def _try_at_once(self) -> None:
        """Loads the rooms while the door is looked at, and lets in who need not sign in."""
        if self._door.at_once is not _nobody and self.sign_in is not None:
            self.sign_in.wait()
        at_once = self._door.at_once

        def enter(_: object) -> "Entered | None":
            _load_rooms()
            return at_once()

        self.tasks.slow(None, enter, self._at, failed=self._locked)

    def _at(self, entered: "Entered | None") -> None:
        if entered is not None:
            self._seat(entered)
        elif self.sign_in is not None:
            self.sign_in.ready()
            self.door_ready.emit()

    def _locked(self, error: WorldError) -> None:
        """Nothing opened the office by itself: the user is told why, and types."""
        if self.sign_in is not None:
            self.sign_in.show_hint(error.words)
            self.door_ready.emit()

    def _enter(self, name: str, passphrase: str) -> None:
        def open_office(_: object) -> "Entered":
            _load_rooms()
            return self._door.enter(name, passphrase)

        self.tasks.slow(None, open_office, self._entered, failed=self._refused)

    def _entered(self, entered: "Entered") -> None:
        self._door.preferences.keep("user", entered[1].name)
        self._seat(entered)

    def _refused(self, error: WorldError) -> None:
        if self.sign_in is not None:
            self.sign_in.show_failure(error)

    # The desk

    def _seat(self, entered: "Entered") -> None:
        services, user = entered
        desk = Desk(services, user, self.tasks, self._language, self._door.preferences)
        self._show_window(desk)
        seating = importlib.import_module(SEATING)
        seating.keep_house(desk)
        seating.greet(desk)
        self._door.seated(desk)
        self.seated.emit()

    def _show_window(self, desk: Desk) -> "Window":
        window: Window = importlib.import_module(SEATING).seat(desk)
        window.top.language_chosen.connect(self.change_language)
        window.top.theme_chosen.connect(self.change_theme)
        window.top.leaving.connect(self._left)
        window.top.lock_after_chosen.connect(self._lock_after)
        self.sign_in, self.window_shown, self.lock_shown = None, window, None
        self._show(window)
        self._watch(desk)
        return window

    def _left(self, comes_back: bool) -> None:
        if comes_back:
            self.lock()
        else:
            self._show_door()

    # The lock

    def lock(self) -> None:
        """Hides the work at once (P11-12); its window stays as it is, half-filled forms too."""
        window = self.window_shown
        if window is None or self.lock_shown is not None:
            return
        self.idle.stop()
        self._put_by()
        user = window.desk.user
        lock = LockScreen(self._door.office, user.name, user.full_name)
        lock.entered.connect(self._unlock)
        lock.leaving.connect(lambda: self._left(False))
        self._focus_before = window.focusWidget()
        self.lock_shown = lock
        self.addWidget(lock)
        self.setCurrentWidget(lock)
        put_away(self)
        lock.setFocus()
        self.locked.emit()

    def _unlock(self, name: str, passphrase: str) -> None:
        enter = self._door.enter
        self.tasks.slow(None, lambda _: enter(name, passphrase), self._back, failed=self._stays)

    def _stays(self, error: WorldError) -> None:
        if self.lock_shown is not None:
            self.lock_shown.show_failure(error)

    def _back(self, entered: "Entered") -> None:
        window, lock = self.window_shown, self.lock_shown
        if window is None or lock is None:
            return
        if entered[1] != window.desk.user:  # other roles since: another desk
            self._seat(entered)
            return
        self.lock_shown = None
        self.setCurrentWidget(window)
        self.removeWidget(lock)
        lock.deleteLater()
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        window.desk.signing.begun = False  # not one continuous session any more (P11-13)
        self._watch(window.desk)
        self.unlocked.emit()

    def _watch(self, desk: Desk) -> None:
        """Locks when nobody was there for the minutes that the office or the user chose."""
        self.idle.start(self.window().windowHandle(), 60 * desk.lock_minutes)

    def change_language(self, language: str) -> None:
        """Builds the window anew in another language, at the same place."""
        self._language = language
        self._door.preferences.keep("language", language)
        speak(language, self._translator)
        if self.window_shown is not None:
            self._put_by()
            place, old = self.window_shown.place(), self.window_shown.desk
            new = Desk(old.services, old.user, self.tasks, language, old.preferences)
            self._show_window(new).go(*place)

    def change_theme(self, choice: str) -> None:
        """Other colours, kept for the next start."""
        self._door.preferences.keep("theme", choice)
        self.theme.choose(choice)

    def _lock_after(self, minutes: str) -> None:
        self._door.preferences.keep(LOCK_AFTER, minutes)
        if self.window_shown is not None:
            self._watch(self.window_shown.desk)

    def _wanted_language(self) -> str:
        chosen = self._door.preferences.text("language")
        return chosen if chosen in LANGUAGES else self._door.language

    def _show(self, widget: QWidget) -> None:
        while (old := self.currentWidget()) is not None:
            self.removeWidget(old)
            old.deleteLater()
        self.addWidget(widget)
        self.setCurrentWidget(widget)

    def _crashed(self, error: BaseException) -> None:
        """A bug of ours: a report without personal data, and words."""
        report = crash.write_report(error, self._door.crashes)
        what = words("This is a fault of the program; what was saved before is safe.")
        advice = words("Send the report {file} to support and try again.", file=report.name)
        if self.sign_in is not None:
            self.sign_in.show_words(what, advice)
        if self.window_shown is not None:
            self.window_shown.desk.telephone.said.emit(Message(what, advice, grave=True))
