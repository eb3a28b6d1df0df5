"""Pictures of every screen, without a display: for the manual and for the demonstration."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from mi_desktop.people import User
from mi_desktop.services import Services
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.preferences import Preferences
from mi_desktop.ui.screens import SCREENS
from mi_desktop.ui.seating import seat
from mi_desktop.ui.tasks import Tasks
from mi_desktop.ui.theme import Name, Theme
from mi_desktop.ui.words import speak

SIZE = (1280, 800)
SETTLE_MS = 250  # longer than every pause the screens make while one types
LONGEST_MS = 60_000
THEMES: tuple[Name, ...] = ("light", "dark")


@contextmanager
def offscreen_desk(services: Services, user: User, language: str) -> Iterator[Desk]:
    """A desk where there is no display; it remembers nothing of its own, nor of the user's.

    To be used on the main thread; a program that runs already is used as it is.
    """
    app = QApplication.instance() or QApplication(["mi-desktop", "-platform", "offscreen"])
    translator, tasks = QTranslator(), Tasks()
    speak(language, translator)
    before = qInstallMessageHandler(_remark)
    try:
        with TemporaryDirectory() as folder:
            yield Desk(services, user, tasks, language, Preferences(Path(folder) / "window.ini"))
    finally:
        qInstallMessageHandler(before)
        tasks.close()
        app.removeTranslator(translator)


def _remark(_kind: QtMsgType, _where: QMessageLogContext, text: str | None) -> None:
    """Passes Qt's remarks on, but for one that the offscreen platform makes at every window."""
    if text and "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


def take(desk: Desk, folder: Path, themes: tuple[Name, ...] = THEMES) -> list[Path]:
    """Writes a picture of every screen in these colours, 1280 x 800 px, and returns the files.

    Raises:
        TimeoutError: a screen was not at rest within a minute.
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("pictures need a program with windows")
    files = []
    theme = Theme(app, themes[0])
    window = seat(desk)
    window.resize(*SIZE)
    window.show()
    records = _records(desk.services)
    for name in themes:
        theme.choose(name)
        for number, kind in enumerate(SCREENS, start=1):
            window.go(kind.key, records.get(kind.key, ""))
            come_to_rest(desk.tasks)
            file = folder / f"{number}-{kind.key}{'' if name == themes[0] else f'-{name}'}.png"
            if not window.grab().save(str(file)):
                raise OSError(f"cannot write {file.name}")
            files.append(file)
    window.close()
    window.deleteLater()
    return files


def come_to_rest(tasks: Tasks) -> None:
    """Lets the window work until what it asked for is shown; long work may still go on.

    Raises:
        TimeoutError: it did not come to rest within a minute.
    """
    loop, over = QEventLoop(), QTimer()
    over.setSingleShot(True)
    over.start(LONGEST_MS)
    while over.isActive():
        QTimer.singleShot(SETTLE_MS, loop.quit)
        quiet = tasks.settled
        loop.exec()
        if quiet and tasks.settled:
            return
    raise TimeoutError("the window does not come to rest")


def _records(services: Services) -> dict[str, str]:
    """A record to show on the screens that show one."""
    inquiries, letters = services.inquiries.inquiries(limit=1), services.letters.letters()
    found = {}
    if inquiries:
        found = {"inquiry": inquiries[0].id, "safety": inquiries[0].id}
    if letters:
        found["letter"] = letters[-1].id
    return found
