"""The log: what the program did, never whom it was about."""

import logging
import logging.handlers
from pathlib import Path

import platformdirs

from mi_desktop.basics.paths import private_folder

LOG_BYTES = 1_000_000


def log_folder() -> Path:
    """Where the log and crash reports of this system user lie."""
    return Path(platformdirs.user_log_dir("mi-desktop", appauthor=False))


def start_log(folder: Path) -> Path:
    """Logs to `folder`/mi-desktop.log (owner only, 1 MB, three kept) and returns its path."""
    path = private_folder(folder) / "mi-desktop.log"
    path.touch(mode=0o600)
    handler = logging.handlers.RotatingFileHandler(
        path, maxBytes=LOG_BYTES, backupCount=3, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("mi_desktop")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path
