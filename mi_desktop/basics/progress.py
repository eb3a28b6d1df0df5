"""Progress of slow work, with cancel, seen from the worker's side."""

from typing import Protocol

from mi_desktop.basics.errors import Cancelled
from mi_desktop.basics.words import Words


class Progress(Protocol):
    """What slow work reports to; the ui's task, the terminal's bar, or `Quiet`."""

    def step(self, done: int, total: int, what: Words | None = None) -> None:
        """Reports `done` of `total`; raises `Cancelled` where the user asked to stop."""


class Quiet:
    """Reports to nobody and is never cancelled."""

    def step(self, done: int, total: int, what: Words | None = None) -> None:
        """Does nothing."""


__all__ = ["Cancelled", "Progress", "Quiet"]
