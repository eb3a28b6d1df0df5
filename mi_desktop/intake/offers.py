"""What is offered: files and folders, read once and sealed before anything else happens."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mi_desktop.basics.errors import WorldError
from mi_desktop.intake.errors import FileEmpty, FileHuge, FileUnreadable
from mi_desktop.storage import Sealed
from mi_desktop.storage.vault import Vault

_MB = 2**20


@dataclass(frozen=True)
class Offer:
    """One file as it was offered.

    Attributes:
        data: its bytes; empty where it is refused already.
        sealed: its untouched copy; None where nothing could be read.
        refused: why it is not opened at all.
    """

    path: Path
    data: bytes
    sealed: Sealed | None
    refused: WorldError | None = None

    @property
    def name(self) -> str:
        """The file's name as text."""
        return name_of(self.path)


def name_of(path: Path) -> str:
    """A file's name as text: bytes that are none become �, as records hold only text."""
    return os.fsencode(path.name).decode("utf-8", errors="replace")


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files, those of folders in the order of their names; hidden ones in folders left out."""
    found: list[Path] = []
    for path in paths:
        if _is_folder(path):
            found += sorted(_files_in(path))
        else:
            found.append(path)
    return found


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        # It may not be looked at, or its name is too long: reading it says so.
        return False


def _files_in(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place) / name for name in names if not name.startswith("."))


def read_offer(path: Path, vault: Vault, most_mb: int) -> Offer:
    """Reads and seals a file; the file itself is opened for reading only.

    Args:
        path: of the file.
        vault: where the untouched copy is sealed.
        most_mb: a larger file is sealed but not opened.

    Raises:
        CannotWrite: the office's disk is full.
    """
    try:
        if path.exists() and not path.is_file():
            return Offer(path, b"", None, FileUnreadable(name=name_of(path), reason="not a file"))
        with path.open("rb") as file:
            data = file.read(most_mb * _MB + 1)
            if len(data) <= most_mb * _MB:
                return offer_of(path, data, vault)
            file.seek(0)
            sealed = vault.seal(file)
    except OSError as e:
        reason = e.strerror or "input/output error"
        return Offer(path, b"", None, FileUnreadable(name=name_of(path), reason=reason))
    huge = FileHuge(name=name_of(path), size=sealed.size // _MB, most=most_mb)
    return Offer(path, b"", sealed, huge)


def offer_of(path: Path, data: bytes, vault: Vault) -> Offer:
    """Seals bytes that are in hand already."""
    refused = None if data else FileEmpty(name=name_of(path))
    return Offer(path, data, vault.seal(data), refused)
