"""Files and folders that are nobody else's business."""

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_PACKAGE = Path(__file__).resolve().parents[1]
# A wheel carries the resources inside the package, a checkout beside it.
RESOURCES = next(
    (p for p in (_PACKAGE / "resources", _PACKAGE.parent / "resources") if p.is_dir()), _PACKAGE
)

_UNFINISHED = ".writing-"


def private_folder(folder: Path) -> Path:
    """Makes the folder (and its parents) readable by its owner only, and returns it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    return folder


def write_whole(path: Path, data: bytes) -> None:
    """Writes all of `data` under `path` or nothing: beside it, synced, then renamed; mode 0600.

    Raises:
        OSError: disk full, read-only folder; the old file, if any, is untouched.
    """
    handle, name = _begin(path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
            if sys.platform != "win32":
                os.replace(name, path)  # while it is held
        if sys.platform == "win32":
            os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sweep_unfinished(folder: Path) -> int:
    """Deletes what `write_whole` left when its program was killed; returns how many.

    What somebody is writing right now is held, and stays.
    """
    swept = 0
    for path in folder.glob(f"{_UNFINISHED}*"):
        try:
            with path.open("rb") as file:
                if sys.platform != "win32":  # there an open file cannot be deleted
                    fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
                    path.unlink()
            path.unlink(missing_ok=True)
        except OSError:  # held by another window, or gone meanwhile
            continue
        swept += 1
    return swept


def _begin(folder: Path) -> tuple[int, str]:
    """A new file that is held against sweeping; swept before it was held, it is made again."""
    while True:
        handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=folder)
        if sys.platform != "win32":
            with suppress(OSError):  # not every file system can; there nothing is swept
                fcntl.flock(handle, fcntl.LOCK_EX)
        if Path(name).exists():
            return handle, name
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Makes a rename in this folder survive a power cut, where the platform can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
