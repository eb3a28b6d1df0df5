"""The window around the screens: rail, search, commands, messages, status, the door."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.ui.app import Door, Shell
from mi_desktop.ui.command_palette import fits
from mi_desktop.ui.preferences import Preferences
from mi_desktop.ui.rail import Count
from mi_desktop.ui.screen import Screen, ScreenKind
from mi_desktop.ui.theme import THEMES, colours
from mi_desktop.ui.tray import TrayScreen
from mi_desktop.ui.watchdog import Watchdog
from mi_desktop.ui.window import Window
from mi_desktop.ui.words import speak
from tests.fakes.desk import piece
from tests.ui.conftest import ANNA

PASSPHRASE = "correct horse battery"
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Elsewhere(Screen):
    """A screen of the tests that counts what happens to it."""

    made = 0

    def __init__(self, desk):
        super().__init__(desk)
        Elsewhere.made += 1
        self.shown: list[str] = []
        self.done: list[str] = []
        self.act("Stamp the envelope", "Ctrl+T", lambda: self.done.append("stamped"))

    def show_record(self, ref):
        self.shown.append(ref)

    def record(self):
        return self.shown[-1] if self.shown else ""


KINDS = (
    ScreenKind("tray", words("Tray"), "tray", ("mail",), TrayScreen),
    ScreenKind("inquiry", words("Inquiries"), "chat-text", ("inquiry",), Elsewhere),
)


class DiskFull(WorldError):
    code = "FAKE-201"
    says = "The disk is full."
    hint = "Free some space."


@pytest.fixture
def window(qtbot, desk, services, rest):
    services.intake.add(piece(1, "Vera Provsson", "Fråga"), "Får jag dela Zelvimar?")
    Elsewhere.made = 0
    made = Window(desk, KINDS)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    rest()
    return made


def test_a_screen_is_made_when_it_is_first_needed(qtbot, window):
    assert Elsewhere.made == 0
    qtbot.keyClick(window, Qt.Key.Key_2, ALT)
    qtbot.keyClick(window, Qt.Key.Key_1, ALT)
    qtbot.mouseClick(window.rail.button("inquiry"), Qt.MouseButton.LeftButton)
    assert Elsewhere.made == 1
    assert window.place() == ("inquiry", "")


def test_the_rail_counts_and_is_red_only_where_a_clock_is_near(window):
    button = window.rail.button("tray")
    assert button.accessibleName() == "Tray, 1"
    window.rail.set_counts({"tray": Count(2, urgent=True)})
    assert button.accessibleName() == "Tray, 2, urgent"
    assert window.rail.button("inquiry").accessibleName() == "Inquiries"


def test_search_shows_results_as_one_types_and_return_opens(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    box = window.top.search
    assert QApplication.focusWidget() is box
    qtbot.keyClicks(box, "Vera")
    qtbot.waitUntil(lambda: box.results.count() == 1)
    assert "MI-SE-2026-00012 Vera Provsson" in box.results.item(0).text()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.place() == ("inquiry", "inq-12")
    assert box.text() == ""


def test_search_says_when_nothing_fits(qtbot, window):
    qtbot.keyClicks(window.top.search, "xyz")
    qtbot.waitUntil(window.top.search.nothing.isVisible)
    qtbot.keyClick(window.top.search, Qt.Key.Key_Escape)
    assert not window.top.search.nothing.isVisible()


def test_the_palette_holds_every_action_of_the_screen_and_finds_it_by_a_few_letters(qtbot, window):
    window.go("inquiry")
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    field, found = window.palette_box.field, window.palette_box.list
    qtbot.keyClicks(field, "sten")
    assert found.topLevelItem(0).text(0) == "Stamp the envelope"
    assert found.topLevelItem(0).text(1) == "Ctrl+T"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.screen_of("inquiry").done == ["stamped"]
    assert not window.palette_box.isVisible()


def test_the_palette_goes_to_screens_and_escape_gives_the_focus_back(qtbot, window):
    before = QApplication.focusWidget()
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    qtbot.keyClick(window.palette_box.field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    qtbot.keyClicks(window.palette_box.field, "go inq")
    qtbot.keyClick(window.palette_box.field, Qt.Key.Key_Return)
    assert window.place()[0] == "inquiry"


def test_letters_fit_better_together_and_at_the_beginning_of_words():
    texts = ["Open the last inquiry", "Outbox", "Import files", "Scan"]

    def best(wanted):
        return min((t for t in texts if fits(wanted, t) is not None), key=lambda t: fits(wanted, t))

    assert best("imp") == "Import files"
    assert best("oli") == "Open the last inquiry"
    assert fits("xyz", "Scan") is None


def test_a_world_failure_stays_until_it_is_closed(qtbot, window, tasks):
    def fail():
        raise DiskFull

    with qtbot.waitSignal(tasks.world_failed):
        tasks.records(fail)
    bar = window.messages
    assert (bar.words.text(), bar.advice.text()) == ("The disk is full.", "Free some space.")
    assert bar.isVisible()
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    bar.show()
    qtbot.keyClick(bar.close_button, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_the_status_line_shows_work_with_a_bar_and_stops_it(qtbot, window, tasks):
    go, stepped = threading.Event(), threading.Event()

    def work(progress):
        progress.step(2, 5)
        stepped.set()
        go.wait(5)
        progress.step(3, 5)

    tasks.slow(words("Reading pages"), work)
    [line] = window.status.lines()
    qtbot.waitUntil(lambda: line.bar.maximum() == 5)
    assert (line.bar.value(), line.words.text()) == (2, "Reading pages · 2 / 5")
    qtbot.mouseClick(line.stop, Qt.MouseButton.LeftButton)
    go.set()
    qtbot.waitUntil(lambda: window.status.lines() == [])


def test_the_status_line_says_offline_and_what_waits(window):
    window.status.set_online(False)
    window.status.set_waiting(5)
    assert window.status.network.text() == "offline"
    assert window.status.waiting.text() == "5 waiting to be sent"
    window.status.set_online(None)
    assert not window.status.network.isVisible()


def test_work_in_the_lanes_does_not_stall_the_window(qtbot, window, tasks):
    """The heartbeat goes on while the lanes work: no stall over 50 ms."""
    watchdog, go = Watchdog(window), threading.Event()
    watchdog.start()
    for _ in range(4):
        tasks.slow(None, lambda _: go.wait(0.3))
    with qtbot.waitSignal(tasks.idle):
        tasks.records(lambda: go.wait(0.3))
    assert watchdog.stop() < 50


def test_every_action_of_the_window_has_words(window):
    for action in window.findChildren(QAction):
        qts_own = action.objectName().startswith("_q_")  # the cross in a field
        menus = action.menu() is not None
        assert qts_own or menus or action.isSeparator() or action.text(), action.parent()


# The door


class Gate:
    """An office whose door can be watched."""

    def __init__(self, services, tmp_path: Path) -> None:
        self.services, self.tries, self.recovered = services, [], []
        self.door = Door(
            "Exempelia",
            self.enter,
            tmp_path / "crashes",
            recover=self.recover,
            preferences=Preferences(tmp_path / "window.ini"),
        )

    def enter(self, name, passphrase):
        self.tries.append((name, threading.current_thread() is threading.main_thread()))
        if passphrase == "boom":
            raise ZeroDivisionError("secret text")
        if passphrase != PASSPHRASE:
            raise DiskFull
        return self.services, ANNA

    def recover(self, phrase, name, passphrase):
        if phrase != "right words":
            raise DiskFull
        self.recovered.append((phrase, name, passphrase))
        return self.services, ANNA


@pytest.fixture
def gate(services, tmp_path):
    return Gate(services, tmp_path)


@pytest.fixture
def shell(qtbot, qapp, gate, monkeypatch):
    monkeypatch.setattr("sys.excepthook", None)
    monkeypatch.setattr("threading.excepthook", None)
    made = Shell(qapp, gate.door)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.door_ready, timeout=20_000):
        made.show()
    made.activateWindow()
    yield made
    made.leave()
    made.theme.choose("light")
    speak("en", made._translator)


def sign_in(qtbot, shell, passphrase=PASSPHRASE):
    door = shell.sign_in
    qtbot.keyClicks(door.name, "anna")
    qtbot.keyClick(door.name, Qt.Key.Key_Return)
    qtbot.keyClicks(door.passphrase, passphrase)
    qtbot.keyClick(door.passphrase, Qt.Key.Key_Return)


def seated(qtbot, shell):
    with qtbot.waitSignal(shell.seated):
        sign_in(qtbot, shell)
    qtbot.waitUntil(lambda: not shell.tasks.busy)
    return shell.window_shown


def test_signing_in_opens_the_office_off_the_windows_thread(qtbot, shell, gate):
    window = seated(qtbot, shell)
    assert window.top.user.text() == "Anna Lindqvist"
    assert gate.tries == [("anna", False)]


def test_a_wrong_passphrase_is_told_and_can_be_typed_again(qtbot, shell):
    sign_in(qtbot, shell, "wrong")
    assert not shell.sign_in.button.isEnabled()
    qtbot.waitUntil(shell.sign_in.button.isEnabled)
    assert shell.sign_in.problem.text() == "The disk is full. Free some space."
    assert shell.sign_in.name.text() == "anna"
    assert shell.sign_in.passphrase.text() == ""


def test_a_bug_leaves_a_report_without_what_it_was_about(qtbot, shell, gate):
    with qtbot.waitSignal(shell.tasks.crashed):
        sign_in(qtbot, shell, "boom")
    [report] = gate.door.crashes.iterdir()
    text = report.read_text()
    assert "ZeroDivisionError" in text
    assert "secret" not in text
    assert report.name in shell.sign_in.problem.text()
    assert shell.sign_in.button.isEnabled()


def test_sign_out_asks_for_name_and_passphrase(qtbot, shell):
    window = seated(qtbot, shell)
    window.top.leaving.emit(False)
    assert shell.sign_in.name.text() == ""
    assert shell.window_shown is None


def test_the_recovery_words_open_another_door(qtbot, shell, gate):
    """By keyboard: the words, a user, a new passphrase twice; what was typed survives a refusal."""
    assert shell.sign_in.lost.isVisible()
    qtbot.keyClick(shell.sign_in.lost, Qt.Key.Key_Space)
    form = shell.recovery_shown
    assert QApplication.focusWidget() is form.words
    form.words.setPlainText("wrong words")
    form.name.setText("anna")
    for field in form.passphrases:
        qtbot.keyClicks(field, "an entirely new passphrase")
    qtbot.keyClick(form.passphrases[1], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "disk is full" in form.problem.text())
    assert form.name.text() == "anna"
    form.words.setPlainText("right words")
    with qtbot.waitSignal(shell.seated):
        qtbot.keyClick(form.passphrases[1], Qt.Key.Key_Return)
    assert gate.recovered == [("right words", "anna", "an entirely new passphrase")]
    qtbot.waitUntil(lambda: not shell.tasks.busy)


def test_one_comes_back_from_the_other_door(qtbot, shell):
    qtbot.mouseClick(shell.sign_in.lost, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(shell.recovery_shown.leave, Qt.MouseButton.LeftButton)
    assert shell.sign_in.button.isEnabled()


def test_another_language_keeps_the_place_and_is_remembered(qtbot, shell, gate):
    seated(qtbot, shell).go("tray")
    shell.window_shown.top.language_chosen.emit("sv")
    titles = [label.text() for label in shell.window_shown.findChildren(QLabel)]
    assert "Inkorg" in titles
    assert shell.window_shown.place()[0] == "tray"
    assert gate.door.preferences.text("language") == "sv"


def test_another_theme_is_in_force_at_once_and_remembered(qtbot, shell, gate):
    window = seated(qtbot, shell)
    window.top.theme_chosen.emit("contrast")
    assert colours() is THEMES["contrast"]
    assert gate.door.preferences.text("theme") == "contrast"


def test_who_need_not_sign_in_goes_straight_to_the_desk(qtbot, qapp, services, tmp_path):
    door = Door(
        "Exempelia",
        lambda *_: (services, ANNA),
        tmp_path,
        at_once=lambda: (services, ANNA),
        preferences=Preferences(tmp_path / "w.ini"),
    )
    shell = Shell(qapp, door)
    qtbot.addWidget(shell)
    with qtbot.waitSignal(shell.seated, timeout=20_000):
        shell.show()
    qtbot.waitUntil(lambda: not shell.tasks.busy)
    shell.leave()


def test_the_house_is_kept_once_and_quietly_when_somebody_sits_down(qtbot, shell, services):
    sign_in(qtbot, shell)
    qtbot.waitUntil(lambda: services.office.swept == 1)
    assert services.intake.warm
    shell.change_language("sv")
    qtbot.waitUntil(lambda: not shell.tasks.busy)
    assert services.office.swept == 1
