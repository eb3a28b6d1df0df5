"""Crash reports: where our bug was, never whom the work was about.

A report holds types, files, lines and function names of the project and its libraries. It holds
no messages, values, texts or paths of the user's: an exception's message may carry a name.
"""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from types import TracebackType

from mi_desktop import __version__
from mi_desktop.basics.paths import private_folder, write_whole

log = logging.getLogger(__name__)
Caught = Callable[[BaseException], None]


def write_report(error: BaseException, folder: Path) -> Path:
    """Writes a report into `folder` (owner only) and returns its file."""
    at = datetime.now(UTC)
    path = private_folder(folder) / f"crash-{at:%Y%m%d-%H%M%S-%f}.txt"
    write_whole(path, describe(error, at).encode())
    log.error("crash report written: %s", path.name)
    return path


def describe(error: BaseException, at: datetime) -> str:
    """The report's text."""
    lines = [
        f"MI Desktop {__version__}, Python {platform.python_version()}, "
        f"Qt {version('PySide6-Essentials')}, {platform.system()} {platform.release()}",
        f"{at.isoformat(timespec='seconds')}",
        "",
    ]
    link: BaseException | None = error
    while link is not None:
        lines.append(type(link).__module__ + "." + type(link).__qualname__)
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(link.__traceback__)
        ]
        link = link.__cause__ or link.__context__
    return "\n".join(lines) + "\n"


def install_hook(caught: Caught) -> None:
    """Sends exceptions that nobody caught, on any thread, to `caught`."""

    def hook(kind: type[BaseException], e: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, e, trace)
            return
        caught(e)

    sys.excepthook = hook
    threading.excepthook = lambda args: caught(args.exc_value or RuntimeError())


def _short(filename: str) -> str:
    """The last folder and the file: no home folder, no user's name."""
    return "/".join(Path(filename).parts[-2:])
