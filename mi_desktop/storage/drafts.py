"""What somebody was typing and has not saved: sealed in the office folder, never a plain file.

A draft is no record yet: it is not in the trail, nor in a backup, and only its writer gets it back.
"""

import logging
from collections.abc import Collection, Iterator
from pathlib import Path

import nacl.exceptions
import nacl.secret

from mi_desktop.basics.paths import private_folder, write_whole
from mi_desktop.storage.errors import CannotWrite

log = logging.getLogger(__name__)
_SUFFIX = ".sealed"


class Drafts:
    """Drafts by user and name; a name is dotted and holds the ids of what it is about."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._box = nacl.secret.SecretBox(key)

    def keep(self, user_id: str, name: str, text: str) -> None:
        """Keeps a draft in place of the one before; an empty text drops it.

        Raises:
            CannotWrite: disk full or read-only.
        """
        path = self._path(user_id, name)
        try:
            if text:
                private_folder(self._folder)
                private_folder(path.parent)
                write_whole(path, self._box.encrypt(text.encode()))
            else:
                path.unlink(missing_ok=True)
        except OSError as e:
            raise CannotWrite(reason=e.strerror or "input/output error") from e

    def find(self, user_id: str, name: str) -> str:
        """The draft; "" where there is none, or where its file is damaged."""
        path = self._path(user_id, name)
        if not path.is_file():
            return ""
        try:
            return self._box.decrypt(path.read_bytes()).decode()
        except (OSError, ValueError, nacl.exceptions.CryptoError):
            log.warning("a draft cannot be read")
            return ""

    def drop(self, ids: Collection[str]) -> None:
        """Drops everybody's drafts about these records: they were erased."""
        for path in self._all():
            if set(path.name.removesuffix(_SUFFIX).split(".")) & set(ids):
                path.unlink(missing_ok=True)

    def _all(self) -> Iterator[Path]:
        return self._folder.glob(f"*/*{_SUFFIX}")

    def _path(self, user_id: str, name: str) -> Path:
        return self._folder / user_id / f"{name}{_SUFFIX}"
