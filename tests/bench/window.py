"""How soon the window is usable, against a bare PySide6 window.

    python -m tests.bench.window [--times 5]

Each start is a process of its own, timed from before Python starts to the first moment its event
loop is free after the window was painted: a bare window with one label; our door, where a name
can be typed; our door on a demonstration office with a passphrase file, and from there the desk
with its tray and counts. The median of the starts is printed, with the ratio to the bare window.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen", **os.environ}

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
window = QLabel("bare")
window.resize(1280, 800)
window.show()
QTimer.singleShot(0, lambda: (print("usable", time.time()), app.quit()))
sys.exit(app.exec())
"""

OURS = """
import importlib, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from mi_desktop.ui.app import Door, Shell
from mi_desktop.ui.preferences import Preferences
folder, secret, logs = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
opened = []

def at_once():
    open_services = importlib.import_module("mi_desktop.bootstrap").open_services
    opened.append(open_services(folder, secret))
    return opened[0], opened[0].people.opened_by()

def say(what):
    print(what, time.time(), flush=True)

def desk():
    shell.window_shown.usable.connect(lambda: (say("desk"), app.quit()))

def enter(name, passphrase):
    raise SystemExit("nobody types here")

app = QApplication([])
door = Door("Office", enter, logs, at_once, preferences=Preferences(logs / "window.ini"))
shell = Shell(app, door)
shell.seated.connect(desk)
shell.show()
QTimer.singleShot(0, lambda: say("door"))
app.exec()
shell.leave()
opened[0].close()
"""


def start(code: str, *arguments: object) -> dict[str, float]:
    """Starts Python on `code`; returns seconds from before the start to each word it printed."""
    began = time.time()
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True, text=True)
    return {word: float(at) - began for word, at in map(str.split, done.stdout.splitlines())}


def make_office(folder: Path) -> str:
    """A demonstration office in a process of its own; returns its passphrase."""
    code = """
import sys
from pathlib import Path
from mi_desktop.bootstrap import assemble
from mi_desktop.demo import make_demonstration

if __name__ == "__main__":
    made = make_demonstration(Path(sys.argv[1]), None, assemble)
    made.services.close()
    print(made.passphrase)
"""
    script = folder.parent / "make.py"
    script.write_text(code, encoding="utf-8")
    command = [sys.executable, str(script), str(folder)]
    environment = {**ENVIRONMENT, "PYTHONPATH": str(Path.cwd())}
    made = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return made.stdout.strip()


def main() -> None:
    """Prints the medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "office"
        secret = make_office(folder)
        start(BARE)  # warms the disk
        start(OURS, folder, secret, name)
        found: dict[str, list[float]] = {"bare": [], "door": [], "desk": []}
        for _ in range(times):
            found["bare"].append(start(BARE)["usable"])
            for word, seconds in start(OURS, folder, secret, name).items():
                found[word].append(seconds)
    bare = statistics.median(found["bare"])
    for word, seconds in found.items():
        median = statistics.median(seconds)
        ratio = f"{median / bare:4.1f} x a bare window"
        sys.stdout.write(f"{word:5} usable after {median:5.2f} s, {ratio}\n")


if __name__ == "__main__":
    main()
