"""The same work without a window."""

from mi_desktop.cli.app import run
from mi_desktop.cli.doors import Doors, Opened

__all__ = ["Doors", "Opened", "run"]
