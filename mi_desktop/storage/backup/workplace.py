"""A private folder to work in, which nobody else takes away while it is in use."""

import glob
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mi_desktop.basics.paths import private_folder
from mi_desktop.storage.turn import turn

_LOCK, _WORK = "lock", "work"


@contextmanager
def workplace(parent: Path, prefix: str) -> Iterator[Path]:
    """A new empty folder somewhere in `parent`, which must be there; gone when the block ends.

    What killed runs left under the same prefix goes first. A folder that another run holds, here
    or in another program, stays: two at one place never mix.

    Raises:
        OSError: disk full, no permission.
    """
    for left in parent.glob(f"{glob.escape(prefix)}*"):
        with suppress(OSError), turn(left / _LOCK) as nobodys:
            if nobodys:
                shutil.rmtree(left, ignore_errors=True)
    place = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
    try:
        with turn(place / _LOCK):
            yield private_folder(place / _WORK)
    finally:
        shutil.rmtree(place, ignore_errors=True)
