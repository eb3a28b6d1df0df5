"""A folder of backups: documents once, a small set for each time, old sets given up in the end.

    FOLDER/documents/ab/0123…ab          sealed documents, as they lie in the vault
    FOLDER/sets/20261122T061000Z.mibackup    records, keys and settings of that time

Documents never change, so each is copied once; what no kept set names any more is deleted.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from mi_desktop.basics.paths import private_folder
from mi_desktop.basics.progress import Progress, Quiet
from mi_desktop.storage.backup import envelope
from mi_desktop.storage.backup.contents import BackupReport
from mi_desktop.storage.backup.errors import BackupFailed, OtherOffice
from mi_desktop.storage.backup.restoring import contents_of
from mi_desktop.storage.backup.writing import SUFFIX, outside, source_of, write
from mi_desktop.storage.keys import OfficeKeys

if TYPE_CHECKING:
    from mi_desktop.storage.office import Office

SETS, DOCUMENTS = "sets", "documents"


def sets_in(folder: Path) -> list[Path]:
    """The backups of a folder, the oldest first."""
    return sorted((folder / SETS).glob(f"*{SUFFIX}"))


def add_to_folder(
    office: "Office", folder: Path, keep: int, progress: Progress | None = None
) -> BackupReport:
    """Adds a backup to the folder and gives up the oldest beyond `keep`.

    Args:
        office: the open office; others may go on working in it.
        folder: made where it is not there.
        keep: how many sets stay, 1 or more.
        progress: told document by document; may cancel.

    Raises:
        BackupInside: the folder is the office's own, or lies in it.
        OtherOffice: the folder keeps another office's backups.
        BackupFailed, BackupUntrue: see `write_backup`; earlier sets are whole.
    """
    outside(office, folder)
    earlier = sets_in(folder)
    if earlier and envelope.head_of(earlier[-1]).office_id != office.key_file.office_id:
        raise OtherOffice(folder=folder)
    source = source_of(office, f"../{DOCUMENTS}", folder / DOCUMENTS)
    try:
        if not folder.exists():
            private_folder(folder)  # one that is there is somebody's, perhaps for others too
        for part in (folder / SETS, folder / DOCUMENTS):
            private_folder(part)
        file = folder / SETS / f"{source.made_at:%Y%m%dT%H%M%S}Z{SUFFIX}"
        report = write(source, file, progress or Quiet())
        _give_up(folder, office.keys, max(1, keep))
    except OSError as e:
        raise BackupFailed(place=folder, reason=e.strerror or "input/output error") from e
    return report


def _give_up(folder: Path, keys: OfficeKeys, keep: int) -> None:
    """Deletes the oldest sets, then every document that no kept set names."""
    every = sets_in(folder)
    for old in every[:-keep]:
        old.unlink()
    named = {d.file for kept in every[-keep:] for d in contents_of(kept, keys).documents}
    for path in (folder / DOCUMENTS).glob("*/*"):
        if f"{path.parent.name}/{path.name}" not in named:
            path.unlink()
