"""A folder on a share: each package whole or not at all, and never twice."""

import os
import shutil
from pathlib import Path

from mi_desktop.basics.paths import sync_folder
from mi_desktop.safety.channels import Parcel
from mi_desktop.safety.errors import FolderAway, FolderHoldsAnother

# What the system calls a share that went away, or that lets nobody write: it may come back.
_UNFINISHED = ".writing-"


def put(folder: Path, parcel: Parcel) -> str:
    """Writes the package as a folder of its own: beside it first, synced, then renamed.

    A package that lies there already with the same content is done: it arrived before the
    program could note it.

    Returns:
        The name of its folder.

    Raises:
        FolderAway: the share is not there or cannot be written.
        FolderHoldsAnother: another content lies under this name.
    """
    final, beside = folder / parcel.name, folder / f"{_UNFINISHED}{parcel.name}"
    try:
        if not folder.is_dir():
            raise FolderAway(reason="no such folder")
        if final.exists():
            return _same(final, parcel)
        shutil.rmtree(beside, ignore_errors=True)  # of a program that ended here
        beside.mkdir()
        for name, data in parcel.files.items():
            _write(beside / name, data)
        sync_folder(beside)
        os.rename(beside, final)  # noqa: PTH104 - refuses to replace, as Path.rename does not say
        sync_folder(folder)
    except OSError as e:
        shutil.rmtree(beside, ignore_errors=True)
        raise FolderAway(reason=e.strerror or "input/output error") from e
    return parcel.name


def _same(final: Path, parcel: Parcel) -> str:
    there = {p.name: p.read_bytes() for p in final.iterdir() if p.is_file()}
    if there != dict(parcel.files):
        raise FolderHoldsAnother(name=parcel.name)
    return parcel.name


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
