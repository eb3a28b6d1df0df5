"""The office's keys: one random master key, wrapped once for each who may open the office.

`office.json` holds the office's name and its slots. A slot wraps the master key under a
passphrase (Argon2id, then XSalsa20-Poly1305); the system's key ring may hold the master key
itself. Changing a passphrase re-wraps, it never re-encrypts.
"""

import base64
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nacl.exceptions
import nacl.secret
import nacl.utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl.pwhash import argon2id

from mi_desktop.basics.ids import new_id
from mi_desktop.basics.paths import private_folder, write_whole
from mi_desktop.storage.errors import OfficeFileDamaged, OfficeMissing, OfficeThere, WrongPassphrase

KEY_BYTES = 32
OFFICE_FILE = "office.json"


@dataclass(frozen=True)
class Cost:
    """What one guess at a passphrase costs: Argon2id passes and bytes of memory."""

    passes: int = argon2id.OPSLIMIT_MODERATE
    memory: int = argon2id.MEMLIMIT_MODERATE


@dataclass(frozen=True)
class OfficeKeys:
    """The keys in use, each derived from the master key for one purpose (32 bytes each)."""

    master: bytes

    def _derived(self, purpose: bytes) -> bytes:
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=b"mi-desktop/" + purpose).derive(
            self.master
        )

    @property
    def database(self) -> bytes:
        """Opens the SQLCipher database."""
        return self._derived(b"database")

    @property
    def digest(self) -> bytes:
        """Keys the digests that stand for personal values in the audit trail (GD-05)."""
        return self._derived(b"digest")

    @property
    def secrets(self) -> bytes:
        """Seals secrets where the machine has no key ring."""
        return self._derived(b"secrets")

    def __repr__(self) -> str:
        return "OfficeKeys(...)"


@dataclass(frozen=True)
class _Slot:
    """The master key as wrapped for one user."""

    name: str
    cost: Cost
    salt: bytes
    wrapped: bytes


def _slot(facts: dict[str, Any]) -> _Slot:
    salt, wrapped = (base64.b64decode(facts[k], validate=True) for k in ("salt", "wrapped"))
    if len(salt) != argon2id.SALTBYTES:
        raise ValueError("a salt has 16 bytes")
    return _Slot(facts["name"], Cost(int(facts["passes"]), int(facts["memory"])), salt, wrapped)


class KeyFile:
    """`office.json` of an office folder: who may open it, without a word of what is inside."""

    def __init__(self, folder: Path, cost: Cost | None = None) -> None:
        self.path = folder / OFFICE_FILE
        self._cost = cost or Cost()

    @property
    def exists(self) -> bool:
        """True where the folder holds an office."""
        return self.path.is_file()

    @property
    def office_id(self) -> str:
        """The office's identifier, the name of its key in the system's key ring."""
        return str(self._read()["id"])

    def create(self) -> OfficeKeys:
        """Makes the office's identity and its random master key.

        Raises:
            OfficeThere: the folder holds an office already.
        """
        if self.exists:
            raise OfficeThere(folder=self.path.parent)
        private_folder(self.path.parent)
        self._write({"format": 1, "id": new_id(), "slots": {}})
        return OfficeKeys(nacl.utils.random(KEY_BYTES))

    def grant(self, user: tuple[str, str], passphrase: str, keys: OfficeKeys) -> None:
        """Wraps the master key for a user; replaces that user's earlier slot (P11-10).

        Args:
            user: id and user name; the name is kept as a salted hash only.
            passphrase: wraps the key.
            keys: of the open office.
        """
        user_id, name = user
        salt = nacl.utils.random(argon2id.SALTBYTES)
        box = nacl.secret.SecretBox(self._stretch(passphrase, salt, self._cost))
        content = self._read()
        content["slots"][user_id] = {
            "kdf": "argon2id13",
            "name": _name_hash(name, salt),
            "passes": self._cost.passes,
            "memory": self._cost.memory,
            "salt": base64.b64encode(salt).decode(),
            "wrapped": base64.b64encode(box.encrypt(keys.master)).decode(),
        }
        self._write(content)

    def revoke(self, user_id: str) -> None:
        """Takes a user's slot away; their passphrase opens the office no more."""
        content = self._read()
        content["slots"].pop(user_id, None)
        self._write(content)

    def unlock(
        self, passphrase: str, user_id: str | None = None, name: str | None = None
    ) -> tuple[str, OfficeKeys]:
        """Opens the first slot that the passphrase fits, among those of the user where one is said.

        Returns:
            The id of the user whose slot opened, and the keys.

        Raises:
            WrongPassphrase: no slot opens; the words never say which half was wrong, and an
                unknown name costs as long as a wrong passphrase.
        """
        for owner, slot in self._slots().items():
            named = not name or slot.name == _name_hash(name, slot.salt)
            if user_id not in (None, owner) or not named:
                continue
            key = self._stretch(passphrase, slot.salt, slot.cost)
            try:
                master = nacl.secret.SecretBox(key).decrypt(slot.wrapped)
            except nacl.exceptions.CryptoError:
                continue
            return owner, OfficeKeys(master)
        if name:
            self._stretch(passphrase, bytes(argon2id.SALTBYTES), self._cost)
        raise WrongPassphrase

    @staticmethod
    def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
        return argon2id.kdf(KEY_BYTES, passphrase.encode(), salt, cost.passes, cost.memory)

    def _slots(self) -> "dict[str, _Slot]":
        try:
            return {owner: _slot(facts) for owner, facts in self._read()["slots"].items()}
        except (ValueError, KeyError, TypeError, AttributeError) as e:
            raise OfficeFileDamaged(file=self.path.name) from e

    def _read(self) -> dict[str, Any]:
        if not self.exists:
            raise OfficeMissing(folder=self.path.parent)
        try:
            content: dict[str, Any] = json.loads(self.path.read_bytes())
            content["slots"], content["id"]
        except (ValueError, KeyError, TypeError, OSError) as e:
            raise OfficeFileDamaged(file=self.path.name) from e
        return content

    def _write(self, content: dict[str, Any]) -> None:
        write_whole(self.path, json.dumps(content, indent=1).encode())


def _name_hash(name: str, salt: bytes) -> str:
    return hashlib.sha256(salt + name.casefold().encode()).hexdigest()
