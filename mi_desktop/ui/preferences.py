"""What the window remembers for a user of this machine: language, theme, places. No records."""

from pathlib import Path
from typing import Any

import platformdirs
from PySide6.QtCore import QSettings


class Preferences:
    """Small values kept in an ini file between starts.

    An unreadable file is left as it is, and the window goes on with what it would do at first.
    """

    def __init__(self, file: Path | None = None) -> None:
        path = file or Path(platformdirs.user_config_dir("mi-desktop")) / "window.ini"
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, key: str, otherwise: str = "") -> str:
        """A remembered text."""
        return str(self._file.value(key, otherwise))

    def state(self, key: str) -> Any:
        """A remembered state of a splitter, header or window; None where there is none."""
        return self._file.value(key)

    def keep(self, key: str, value: Any) -> None:
        """Remembers; an empty text forgets."""
        if value == "":
            self._file.remove(key)
        else:
            self._file.setValue(key, value)
