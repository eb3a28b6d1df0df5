"""Secrets of the office: in the system's key ring where there is one, else sealed in a file."""

import base64
import json
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import keyring
import keyring.backends.fail
import keyring.errors
import nacl.exceptions
import nacl.secret

from mi_desktop.basics.paths import write_whole
from mi_desktop.storage.errors import OfficeFileDamaged

SERVICE = "mi-desktop"


class Secrets(Protocol):
    """Keeps small secrets by name."""

    def get(self, name: str) -> str | None:
        """The secret, or None where there is none under this name."""

    def put(self, name: str, secret: str) -> None:
        """Keeps a secret; replaces an earlier one."""


class KeyRing:
    """The system's key ring: Secret Service, Keychain, Credential Manager."""

    def __init__(self, office_id: str) -> None:
        self._service = f"{SERVICE}/{office_id}"

    @staticmethod
    def available() -> bool:
        """True where a key ring answers on this machine."""
        try:
            backend = keyring.get_keyring()
            if isinstance(backend, keyring.backends.fail.Keyring) or backend.priority < 1:
                return False
            keyring.get_password(SERVICE, "is-it-there")
        except (keyring.errors.KeyringError, RuntimeError):
            return False
        return True

    def get(self, name: str) -> str | None:
        """The secret, or None; None too where the key ring went away."""
        try:
            return keyring.get_password(self._service, name)
        except keyring.errors.KeyringError:
            return None

    def put(self, name: str, secret: str) -> None:
        """Keeps a secret in the key ring."""
        keyring.set_password(self._service, name, secret)

    def forget(self, name: str) -> None:
        """Takes a secret out of the key ring, where there is one."""
        with suppress(keyring.errors.KeyringError):
            keyring.delete_password(self._service, name)


def sealed_in(folder: Path, key: bytes) -> "SealedFile":
    """The secrets that lie in the office folder, sealed under the office's key for them."""
    return SealedFile(folder / "secrets.sealed", key)


class SealedFile:
    """A file in the office folder, sealed under the office's own key: no key ring needed."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._box = nacl.secret.SecretBox(key)

    def get(self, name: str) -> str | None:
        """The secret, or None.

        Raises:
            OfficeFileDamaged: the file cannot be opened with the office's key.
        """
        return self._all().get(name)

    def put(self, name: str, secret: str) -> None:
        """Keeps a secret; the file is replaced as a whole."""
        content = json.dumps({**self._all(), name: secret}).encode()
        write_whole(self._path, base64.b64encode(self._box.encrypt(content)))

    def _all(self) -> dict[str, str]:
        if not self._path.exists():
            return {}
        try:
            sealed = base64.b64decode(self._path.read_bytes())
            content: dict[str, str] = json.loads(self._box.decrypt(sealed))
        except (ValueError, nacl.exceptions.CryptoError) as e:
            raise OfficeFileDamaged(file=self._path.name) from e
        return content
