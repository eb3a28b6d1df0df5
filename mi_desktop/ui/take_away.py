"""Keeping something as a file outside of the office; that it was taken stands in the trail."""

from collections.abc import Callable
from pathlib import Path

from mi_desktop.basics.paths import write_whole
from mi_desktop.basics.words import words
from mi_desktop.ui.desk import Desk


def take_away(desk: Desk, file: Path, what: str, make: Callable[[], bytes]) -> None:
    """Writes a file on the records lane, noted before (P11-02), and says so.

    Args:
        desk: whose user takes it.
        file: its new place.
        what: number or name of the record, without personal data.
        make: gives the bytes.
    """
    trail, by = desk.services.people.trail, desk.user

    def work() -> None:
        data = make()
        trail.took(by, what)
        write_whole(file, data)

    said = words("{name} saved", name=file.name)
    desk.tasks.records(work, lambda _: desk.tell(said))
