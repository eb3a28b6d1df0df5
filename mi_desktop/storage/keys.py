"""The office's keys: one random master key, and one derived from it for each purpose.

How the master key is wrapped for those who may open the office stands in `key_file`.
"""

from dataclasses import dataclass

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl.pwhash import argon2id

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
    def checkpoint(self) -> bytes:
        """Seed of the Ed25519 key that signs the trail's checkpoints (P11-03)."""
        return self._derived(b"checkpoint")

    @property
    def handoff(self) -> bytes:
        """Seed of the Ed25519 key that signs the hash lists of hand-offs."""
        return self._derived(b"handoff")

    @property
    def copies(self) -> bytes:
        """Seed of the Ed25519 key that signs copies of records (P11-06)."""
        return self._derived(b"copies")

    @property
    def documents(self) -> bytes:
        """Seals the documents' keys where the records lie on a server, which is not encrypted."""
        return self._derived(b"documents")

    @property
    def secrets(self) -> bytes:
        """Seals secrets where the machine has no key ring."""
        return self._derived(b"secrets")

    @property
    def drafts(self) -> bytes:
        """Seals what was typed and not saved yet."""
        return self._derived(b"drafts")

    @property
    def backup(self) -> bytes:
        """Seals the keys of backups, so that whoever opens the office opens its backups."""
        return self._derived(b"backup")

    @property
    def subjects(self) -> bytes:
        """Seals the keys under which a person's data lie apart (GD-04), and marks who it was."""
        return self._derived(b"subjects")

    def __repr__(self) -> str:
        return "OfficeKeys(...)"
