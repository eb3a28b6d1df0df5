"""Files and folders that are nobody else's business."""

import os
import sys
import tempfile
import time
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
_NEW_SECONDS = 60


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
    handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            with suppress(OSError):  # not every file system can
                _hold(handle)
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sweep_unfinished(folder: Path) -> int:
    """Deletes what `write_whole` left when its program was killed; returns how many.

    What somebody is writing right now stays: it is held, or as good as new and empty.
    """
    swept = 0
    for path in folder.glob(f"{_UNFINISHED}*"):
        try:
            with path.open("rb") as file:
                held = os.fstat(file.fileno())
                if not held.st_size and held.st_mtime > time.time() - _NEW_SECONDS:
                    continue
                _hold(file.fileno())
                if sys.platform != "win32":
                    path.unlink()
            path.unlink(missing_ok=True)
        except OSError:  # held by another window, or gone meanwhile
            continue
        swept += 1
    return swept


def _hold(handle: int) -> None:
    """Keeps others from sweeping the file; Windows does it for every open file."""
    if sys.platform != "win32":
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def sync_folder(folder: Path) -> None:
    """Makes a rename in this folder survive a power cut, where the platform can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
