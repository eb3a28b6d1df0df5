"""The lock: nothing can be seen, nothing is lost, only the same user comes back (P11-12)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu

from mi_desktop.storage.errors import TrailDoubted
from mi_desktop.ui.app import Door, Shell
from mi_desktop.ui.lock import IdleWatch
from mi_desktop.ui.preferences import Preferences
from mi_desktop.ui.words import speak
from tests.fakes.desk import piece
from tests.ui.conftest import ANNA
from tests.ui.test_window import PASSPHRASE, DiskFull

SECRET = "Vera Provsson"
CONTROL = Qt.KeyboardModifier.ControlModifier


class Gate:
    """A door that knows who comes."""

    def __init__(self, services, folder) -> None:
        self.services, self.user, self.tries = services, ANNA, []
        self.door = Door(
            "Exempelia",
            self.enter,
            folder / "crashes",
            at_once=lambda: (services, self.user),
            preferences=Preferences(folder / "window.ini"),
        )

    def enter(self, name, passphrase):
        self.tries.append(name)
        if passphrase != PASSPHRASE:
            raise DiskFull
        return self.services, self.user


@pytest.fixture
def gate(services, tmp_path):
    services.intake.add(piece(1, SECRET, "Fråga"), "Får jag dela Zelvimar?")
    return Gate(services, tmp_path)


@pytest.fixture
def shell(qtbot, qapp, gate, monkeypatch):
    monkeypatch.setattr("sys.excepthook", None)
    monkeypatch.setattr("threading.excepthook", None)
    made = Shell(qapp, gate.door)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.seated, timeout=20_000):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: not made.tasks.busy)
    yield made
    made.leave()
    speak("en", made._translator)


def seen(shell: Shell) -> str:
    """Every word that can be seen or heard in any window of the program."""
    words = [shell.windowTitle()]
    for top in QApplication.topLevelWidgets():
        for widget in [top, *top.findChildren(QLabel), *top.findChildren(QLineEdit)]:
            if widget.isVisible():
                words += [widget.windowTitle(), widget.accessibleName()]
                words.append(widget.text() if isinstance(widget, QLabel | QLineEdit) else "")
    return "\n".join(words)


def lock(qtbot, shell):
    with qtbot.waitSignal(shell.locked):
        QTest.keyClick(shell.windowHandle(), Qt.Key.Key_L, CONTROL)
    return shell.lock_shown


def unlock(qtbot, shell, passphrase=PASSPHRASE):
    qtbot.keyClicks(shell.lock_shown.passphrase, passphrase)
    qtbot.keyClick(shell.lock_shown.passphrase, Qt.Key.Key_Return)


def test_p11_12_the_keyboard_locks_and_nothing_of_the_work_is_left_to_see(
    qtbot, shell, monkeypatch
):
    """P11-12: not in the window, nor in its picture in a task bar, nor beside it."""
    shell.window_shown.top.search.setText(SECRET)
    beside, dialog = QLabel(SECRET), QDialog()
    for other in (beside, dialog):
        other.setWindowTitle(SECRET)
        qtbot.addWidget(other)
        other.show()
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: True)  # offscreen never does
    QApplication.clipboard().setText(SECRET)
    assert SECRET in seen(shell)
    before = shell.grab().toImage()
    shell.activateWindow()
    shell.lock()
    assert SECRET not in seen(shell)
    assert not shell.window_shown.isVisible()
    assert not (beside.isVisible() or dialog.isVisible())
    assert SECRET not in QApplication.clipboard().text()
    assert shell.grab().toImage() != before
    assert shell.windowTitle() == "MI Desktop"


def test_control_l_locks_and_the_lock_can_be_left_by_keyboard_alone(qtbot, shell, gate):
    window = shell.window_shown
    lock(qtbot, shell)
    assert QApplication.focusWidget() is shell.lock_shown.passphrase
    with qtbot.waitSignal(shell.unlocked):
        unlock(qtbot, shell)
    assert shell.window_shown is window
    assert window.isVisible()
    assert gate.tries == ["anna"]


def test_p11_12_a_half_filled_form_survives(qtbot, shell):
    """P11-12: what was typed is there as it was, and so is the cursor."""
    tray = shell.window_shown.screen_of("tray")
    qtbot.waitUntil(lambda: not shell.tasks.busy)
    tray.new_inquiry()
    qtbot.waitUntil(lambda: not shell.tasks.busy)
    fields = [f for f in tray.findChildren(QLineEdit) if f.isVisible() and not f.isReadOnly()]
    assert fields
    fields[0].setText("half of a name")
    fields[0].setFocus()
    lock(qtbot, shell)
    with qtbot.waitSignal(shell.unlocked):
        unlock(qtbot, shell)
    assert fields[0].isVisible()
    assert fields[0].text() == "half of a name"
    assert QApplication.focusWidget() is fields[0]


def test_p11_13_after_the_lock_the_next_signature_takes_both_components_again(qtbot, shell):
    """P11-13: the session was not continuous."""
    shell.window_shown.desk.signing.begun = True
    lock(qtbot, shell)
    with qtbot.waitSignal(shell.unlocked):
        unlock(qtbot, shell)
    assert not shell.window_shown.desk.signing.begun


def test_a_wrong_passphrase_leaves_it_locked(qtbot, shell):
    screen = lock(qtbot, shell)
    unlock(qtbot, shell, "wrong")
    qtbot.waitUntil(lambda: bool(screen.problem.text()))
    assert shell.lock_shown is screen
    assert not shell.window_shown.isVisible()
    assert screen.passphrase.text() == ""


def test_no_key_reaches_the_work_behind_the_lock(qtbot, shell):
    lock(qtbot, shell)
    place = shell.window_shown.place()
    for key, modifier in (
        (Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_K, CONTROL),
        (Qt.Key.Key_F, CONTROL),
        (Qt.Key.Key_L, CONTROL),
    ):
        QTest.keyClick(shell.windowHandle(), key, modifier)
    assert shell.window_shown.place() == place
    assert not shell.window_shown.palette_box.isVisible()
    assert shell.lock_shown is not None


def test_who_has_other_roles_since_gets_another_desk(qtbot, shell, gate):
    window = shell.window_shown
    lock(qtbot, shell)
    gate.user = replace(ANNA, roles=frozenset(list(ANNA.roles)[:1]))
    with qtbot.waitSignal(shell.seated):
        unlock(qtbot, shell)
    qtbot.waitUntil(lambda: not shell.tasks.busy)
    assert shell.window_shown is not window
    assert shell.lock_shown is None


def test_somebody_else_signs_in_after_signing_out(qtbot, shell):
    screen = lock(qtbot, shell)
    qtbot.mouseClick(screen.leave, Qt.MouseButton.LeftButton)
    assert shell.window_shown is None
    assert shell.sign_in.name.text() == ""


def test_p11_12_it_locks_by_itself_when_nobody_is_there(qtbot, shell):
    """P11-12: after the office's minutes; a key or the mouse begins them anew."""
    assert shell.window_shown.desk.lock_minutes == 15
    with qtbot.waitSignal(shell.locked):
        shell.idle.start(shell.windowHandle(), 0.05)


def test_a_touch_of_the_keyboard_keeps_it_open(qtbot, shell, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr("mi_desktop.ui.lock.time.time", lambda: now[0])
    watch, gone = IdleWatch(shell), []
    watch.idle.connect(lambda: gone.append(now[0]))
    watch.start(shell.windowHandle(), 60)
    for _ in range(5):
        now[0] += 50
        QTest.keyClick(shell.windowHandle(), Qt.Key.Key_Shift)
        watch._look()
    assert not gone
    now[0] += 3600  # the machine slept
    watch._look()
    assert gone == [now[0]]


def test_the_office_may_fix_the_minutes(qtbot, shell, services):
    desk = shell.window_shown.desk
    shell.window_shown.top.lock_after_chosen.emit("5")
    assert desk.lock_minutes == 5
    services.settings = services.settings.model_copy(
        update={"lock_after_minutes": 3, "lock_after_fixed": True}
    )
    assert desk.lock_minutes == 3
    shell.change_language("sv")
    assert "Lås av sig själv" not in [
        m.title() for m in shell.window_shown.top.menu.findChildren(QMenu)
    ]


def test_p11_11_a_user_hears_of_refusals_before(qtbot, shell, services):
    services.people.refused["anna"] = 7
    with qtbot.waitSignal(shell.seated):
        shell._seat((services, ANNA))
    assert "7" in shell.window_shown.messages.words.text()
    qtbot.waitUntil(lambda: not shell.tasks.busy)


def test_p11_03_whoever_comes_in_hears_that_the_trail_was_exchanged(qtbot, shell, services):
    """P11-03: an older database was put in the place of this one; it stays until it is closed."""
    services.office.trail.doubted = TrailDoubted(line=7, at="2026-11-16 08:00 UTC")
    with qtbot.waitSignal(shell.seated):
        shell._seat((services, ANNA))
    assert "line 7" in shell.window_shown.messages.words.text()
    assert "audit accept" in shell.window_shown.messages.advice.text()
    qtbot.waitUntil(lambda: not shell.tasks.busy)
