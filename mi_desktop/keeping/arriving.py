"""What is done with an office that was just taken out of a backup, before anybody works in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mi_desktop.keeping.erasing import LIST_FILE, Eraser
from mi_desktop.people import SYSTEM
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from mi_desktop.storage.backup import Restored


@dataclass(frozen=True)
class Arrival:
    """What a restore brought.

    Attributes:
        sha256: of the backup's file.
        erased_again: how many inquiries and mail pieces were erased anew (GD-06).
        damaged: documents that were damaged before the backup was made.
    """

    records: int
    documents: int
    sha256: str
    erased_again: int
    damaged: tuple[str, ...]


def settle(
    office: Office, settings: OfficeSettings, found: Restored, lists: Sequence[Path]
) -> Arrival:
    """Keeps the secrets where this machine keeps them, and erases again what was erased since.

    Args:
        office: the restored one, opened.
        settings: its own.
        found: what came out of the backup.
        lists: files with what was erased, as far as they are there.

    Raises:
        ListUnreadable: a list is damaged or of another office; nothing was done.
    """
    eraser = Eraser(office, settings)
    erased = [eraser.read_list(path) for path in lists]
    for name, secret in found.secrets.items():
        office.secrets.put(name, secret)
    with office.database.write(SYSTEM, "keeping.restore") as session:
        office.database.note(session, "backup", found.sha256)
    again = sum(eraser.again(listed, SYSTEM) for listed in erased)
    kept = found.contents
    return Arrival(kept.records, len(kept.documents), found.sha256, again, kept.damaged)


def lists_beside(file: Path) -> list[Path]:
    """The lists of erasures that lie beside a backup, or beside its folder of sets."""
    places = (file.parent / LIST_FILE, file.parent.parent / LIST_FILE)
    return [place for place in places if place.is_file()]
