"""The longest moment the window did not listen while 20 pages are taken in and read.

    python -m tests.bench.stalls [--pages 20]

The real window on a fresh demonstration office, offscreen: mail is imported through the tray,
pages are read on all cores, another piece is chosen twice a second, its page is scrolled all the
time, every other one with all its words drawn over it. Beside it, in a process of its own, the
heartbeat of a bare event loop shows what the machine alone costs in the same time.
"""

import argparse
import gc
import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from mi_desktop.bootstrap import assemble
from mi_desktop.demo import make_demonstration
from mi_desktop.demo.maker import MAIL_FOLDER
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.pictures import come_to_rest, offscreen_desk
from mi_desktop.ui.seating import seat
from mi_desktop.ui.theme import Theme
from mi_desktop.ui.tray import TrayScreen
from mi_desktop.ui.watchdog import Watchdog

LIMIT_MS = 50
SCANS = {".tif", ".jpg", ".png"}
BARE = """
import sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from mi_desktop.ui.watchdog import Watchdog
app = QApplication([])
watchdog = Watchdog()
watchdog.start()
threading.Thread(target=lambda: (sys.stdin.read(), QTimer.singleShot(0, app, app.quit))).start()
app.exec()
print(watchdog.stop())
"""


def busy_hour(desk: Desk, pages: int) -> float:
    """Works in the window until everything is read; returns the longest stall in ms."""
    window = seat(desk)
    window.resize(1280, 800)
    window.show()
    come_to_rest(desk.tasks)
    tray = window.screen_of("tray")
    if not isinstance(tray, TrayScreen):
        raise TypeError("the first screen is the tray")
    gc.freeze()  # as the program does behind its door
    watchdog = Watchdog()
    watchdog.start()
    scans = sorted(p for p in MAIL_FOLDER.iterdir() if p.suffix in SCANS)
    tray.arrivals.take(scans[:pages])
    turn = QTimer()
    turn.timeout.connect(lambda: _next(tray))
    turn.start(500)
    scroll = QTimer()
    scroll.timeout.connect(lambda: _scroll(tray))
    scroll.start(30)
    while not desk.tasks.settled or _long_work(desk):
        loop = QEventLoop()
        desk.tasks.idle.connect(loop.quit)
        QTimer.singleShot(2000, loop.quit)
        loop.exec()
    return watchdog.stop()


def _next(tray: TrayScreen) -> None:
    rows = tray.parts.model.rowCount()
    if rows:
        at = (tray.parts.pile.currentIndex().row() + 1) % rows
        tray.parts.pile.setCurrentIndex(tray.parts.model.index(at))
        tray.parts.pages.show_words(bool(at % 2))


def _scroll(tray: TrayScreen) -> None:
    bar = tray.parts.pages.canvas.verticalScrollBar()
    bar.setValue(bar.minimum() if bar.value() >= bar.maximum() else bar.value() + 40)


def _long_work(desk: Desk) -> bool:
    return desk.tasks.busy or bool(desk.services.ocr.unread())


def main() -> None:
    """Prints both figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=20)
    pages = parser.parse_args().pages
    app = QApplication([])
    Theme(app, "light")
    with tempfile.TemporaryDirectory() as name:
        made = make_demonstration(Path(name) / "office", None, assemble)
        bare = subprocess.Popen(
            [sys.executable, "-c", BARE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        with offscreen_desk(made.services, made.staff.anna, "sv") as desk:
            ours = busy_hour(desk, pages)
        machine = float(bare.communicate()[0])
        made.services.close()
    sys.stdout.write(f"longest stall {ours:.0f} ms (at most {LIMIT_MS}); ")
    sys.stdout.write(f"a bare event loop beside it {machine:.0f} ms\n")


if __name__ == "__main__":
    main()
