"""Backs an office up, and restores it, without end, until killed: `killed_backup OFFICE PLACE`."""

import shutil
import sys
from pathlib import Path

from mi_desktop.demo import PASSPHRASE
from mi_desktop.storage import open_office
from mi_desktop.storage.backup import add_to_folder, by_passphrase, restore, write_backup


def work(folder: Path, place: Path) -> None:
    office = open_office(folder, PASSPHRASE)
    print("open", flush=True)
    while True:
        write_backup(office, place / "one.mibackup", replace=True)
        add_to_folder(office, place / "many", 3)
        # In one step: half an office that is being deleted is none that was restored.
        gone = place.parent / "gone"
        shutil.rmtree(gone, ignore_errors=True)
        if (place / "there").exists():
            (place / "there").rename(gone)
        restore(place / "one.mibackup", place / "there", by_passphrase(PASSPHRASE))
        print("once round", flush=True)


if __name__ == "__main__":
    work(Path(sys.argv[1]), Path(sys.argv[2]))
