"""Files and folders that are nobody else's business."""

import os
import tempfile
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
# A wheel carries the resources inside the package, a checkout beside it.
RESOURCES = next(
    (p for p in (_PACKAGE / "resources", _PACKAGE.parent / "resources") if p.is_dir()), _PACKAGE
)


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
    handle, name = tempfile.mkstemp(prefix=".writing-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes a rename in this folder survive a power cut, where the platform can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
