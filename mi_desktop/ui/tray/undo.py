"""The last step of triage, taken back."""

from collections.abc import Callable

from mi_desktop.basics.words import Words, words
from mi_desktop.ui.desk import Desk


class Undo:
    """Remembers how to take back what was done, the last first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._steps: list[tuple[Callable[[], object], Words]] = []

    def remember(self, back: Callable[[], object], said: Words) -> None:
        """`back` runs on the records lane; `said` is told when it is done."""
        self._steps.append((back, said))

    def take_back(self) -> None:
        """Takes the last step back."""
        if not self._steps:
            self._desk.tell(words("There is nothing to take back."))
            return
        back, said = self._steps.pop()

        def done(_: object) -> None:
            self._desk.tell(said)
            self._desk.changed()

        self._desk.tasks.records(back, done)
