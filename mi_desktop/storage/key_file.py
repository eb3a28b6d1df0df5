"""`office.json`: who may open the office, without a word of what is inside.

A slot for each user wraps the master key under that user's passphrase (Argon2id, then
XSalsa20-Poly1305), one more under the recovery key. Changing a passphrase re-wraps 32 bytes; no
record and no document is encrypted again.
"""

import base64
import hashlib
import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nacl.exceptions
import nacl.secret
import nacl.utils
from nacl.pwhash import argon2id

from mi_desktop.basics.clock import Clock, utc_now
from mi_desktop.basics.ids import new_id
from mi_desktop.basics.paths import private_folder, write_whole
from mi_desktop.storage import recovery
from mi_desktop.storage.errors import (
    OfficeFileDamaged,
    OfficeIsFile,
    OfficeMissing,
    OfficeNewer,
    OfficeThere,
    WrongPassphrase,
)
from mi_desktop.storage.keys import KEY_BYTES, OFFICE_FILE, Cost, OfficeKeys
from mi_desktop.storage.recovery import RecoveryKey, RecoverySlot
from mi_desktop.storage.tries import Tries

log = logging.getLogger(__name__)

_TRIES = "refused.json"
_FORMAT = 1
# The parts of the file as `_write` lays them out.
_HEAD = re.compile(r'\A\{\n "format": (\d+),\n "id": "([^"\n]+)",\n "slots": \{\n')
_SLOT = re.compile(r'^  ("[^"\n]+"): (\{\n(?:   "[a-z]+": (?:"[^"\n]*"|\d+),?\n){6}  \})', re.M)
_RECOVERY = re.compile(r'^ "recovery": (\{\n(?:  "[a-z]+": "[^"\n]*",?\n)+ \})', re.M)
# What reading a damaged or forged file may end in; deep nesting in the last.
_DAMAGE = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)


@dataclass(frozen=True)
class Wrapped:
    """A master key wrapped for a user, ready to be put into the file."""

    user_id: str
    facts: dict[str, Any]


@dataclass(frozen=True)
class Unlocked:
    """What a passphrase opened.

    Attributes:
        owner: id of the user whose slot it was.
        refused_before: how often the name was refused in a row before.
    """

    owner: str
    keys: OfficeKeys
    refused_before: int


@dataclass(frozen=True)
class _Slot:
    """The master key as wrapped for one user; `name` is a salted hash."""

    name: str
    cost: Cost
    salt: bytes
    wrapped: bytes


class KeyFile:
    """The keys of one office folder."""

    def __init__(self, folder: Path, cost: Cost | None = None, clock: Clock = utc_now) -> None:
        self.path = folder / OFFICE_FILE
        self._cost = cost or Cost()
        self._tries = Tries(folder / _TRIES, clock)

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
            OfficeIsFile: it is no folder.
        """
        self._must_be_folder()
        if self.exists:
            raise OfficeThere(folder=self.path.parent)
        place = self.path.parent
        # A folder that holds other things is somebody's: what we put there is private by itself.
        if not place.exists() or not any(place.iterdir()):
            private_folder(place)
        self._write({"format": _FORMAT, "id": new_id(), "slots": {}})
        return OfficeKeys(nacl.utils.random(KEY_BYTES))

    # Who may open it

    def wrap(self, user: tuple[str, str], passphrase: str, keys: OfficeKeys) -> Wrapped:
        """Wraps the master key for a user (P11-10); slow (Argon2id), so before the transaction.

        Args:
            user: id and user name; the name is kept as a salted hash only.
            passphrase: wraps the key.
            keys: of the open office.
        """
        user_id, name = user
        salt = nacl.utils.random(argon2id.SALTBYTES)
        box = nacl.secret.SecretBox(_stretch(passphrase, salt, self._cost))
        facts = {
            "kdf": "argon2id13",
            "name": _name_hash(name, salt),
            "passes": self._cost.passes,
            "memory": self._cost.memory,
            "salt": base64.b64encode(salt).decode(),
            "wrapped": base64.b64encode(box.encrypt(keys.master)).decode(),
        }
        return Wrapped(user_id, facts)

    def grant(self, wrapped: Wrapped) -> None:
        """Lets a user in from now on; replaces that user's earlier slot."""
        content = self._read()
        content["slots"][wrapped.user_id] = wrapped.facts
        self._write(content)

    def revoke(self, user_id: str) -> None:
        """Takes a user's slot away; their passphrase opens the office no more."""
        content = self._read()
        content["slots"].pop(user_id, None)
        self._write(content)

    @contextmanager
    def or_as_before(self) -> Iterator[None]:
        """What is changed in the file within is taken back where the block fails."""
        before = self.path.read_bytes()
        try:
            yield
        except BaseException:  # whoever stops the program in between, too; it goes on
            if self.path.read_bytes() != before:
                write_whole(self.path, before)
            raise

    def unlock(
        self, passphrase: str, name: str | None = None, user_id: str | None = None
    ) -> Unlocked:
        """Opens the slot of the user who is named, or the first that fits where nobody is.

        An unknown name costs exactly as long as a wrong passphrase: one Argon2id.

        Raises:
            WrongPassphrase: no slot opens; the words never say which half was wrong.
            TryLater: the name was refused too often (P11-11); nothing was looked at.
        """
        slots = self._slots()
        fitting = [
            (owner, slot)
            for owner, slot in slots.items()
            if (not name or slot.name == _name_hash(name, slot.salt)) and user_id in (None, owner)
        ]
        with self._tries.counted(name or "") as before:
            for owner, slot in fitting or self._decoy(slots):
                key = _stretch(passphrase, slot.salt, slot.cost)
                try:
                    master = nacl.secret.SecretBox(key).decrypt(slot.wrapped)
                except nacl.exceptions.CryptoError:
                    continue
                return Unlocked(owner, OfficeKeys(master), before)
            raise WrongPassphrase

    def _decoy(self, slots: dict[str, _Slot]) -> list[tuple[str, _Slot]]:
        """A slot that nothing opens, as dear as the others."""
        cost = next((slot.cost for slot in slots.values()), self._cost)
        nothing = bytes(nacl.secret.SecretBox.NONCE_SIZE + nacl.secret.SecretBox.MACBYTES)
        return [("", _Slot("", cost, bytes(argon2id.SALTBYTES), nothing + bytes(KEY_BYTES)))]

    # The recovery key

    @property
    def recovery(self) -> RecoverySlot | None:
        """The recovery key in force; None where none was made."""
        facts = self._read().get("recovery")
        with self._damage_told():
            return recovery.slot_of(facts) if facts else None

    def put_recovery(self, key: RecoveryKey, keys: OfficeKeys) -> None:
        """From now on these words open the office, and no earlier ones."""
        content = self._read()
        content["recovery"] = recovery.wrapped(key, keys.master)
        self._write(content)

    def unlock_by_words(self, words: str) -> OfficeKeys:
        """Opens the office by the words of its recovery key.

        Raises:
            NotRecoveryWords: mistyped.
            RecoveryRefused: not the words in force, or there are none.
        """
        facts, key = self._read().get("recovery"), recovery.entropy(words)
        with self._damage_told():
            return OfficeKeys(recovery.unwrapped(facts, key))

    # The file

    def _must_be_folder(self) -> None:
        place = self.path.parent
        if place.exists() and not place.is_dir():
            raise OfficeIsFile(file=place.name)

    def _slots(self) -> dict[str, _Slot]:
        """The slots that can be read: a damaged one locks out nobody but its owner."""
        content = self._read()
        found, damage = {}, None
        with self._damage_told():
            for owner, facts in content["slots"].items():
                try:
                    found[owner] = _slot(facts)
                except _DAMAGE as e:
                    log.warning("the key slot of user %s is damaged", owner)
                    damage = e
        if damage is not None and not found:
            raise OfficeFileDamaged(file=self.path.name) from damage
        return found

    def _read(self) -> dict[str, Any]:
        if not self.exists:
            self._must_be_folder()
            raise OfficeMissing(folder=self.path.parent)
        try:
            data = self.path.read_bytes()
        except OSError as e:
            raise OfficeFileDamaged(file=self.path.name) from e
        with self._damage_told():
            content = _parsed(data)
            content["slots"], content["id"]
            form = int(content["format"])
        if form > _FORMAT:
            raise OfficeNewer(found=form)
        return content

    @contextmanager
    def _damage_told(self) -> Iterator[None]:
        try:
            yield
        except _DAMAGE as e:
            raise OfficeFileDamaged(file=self.path.name) from e

    def _write(self, content: dict[str, Any]) -> None:
        write_whole(self.path, json.dumps(content, indent=1).encode())


def _parsed(data: bytes) -> dict[str, Any]:
    """What stands in the file; where it is no JSON any more, the parts of it that are whole.

    A bit that flips in one slot must not lock out the others.
    """
    text = data.decode(errors="replace")
    try:
        content: dict[str, Any] = json.loads(text, strict=False)
        return content
    except json.JSONDecodeError:
        head = _HEAD.search(text)
        if head is None:
            raise
        parts = {json.loads(name): json.loads(part) for name, part in _SLOT.findall(text)}
        last = _RECOVERY.search(text)
        made = {"recovery": json.loads(last[1])} if last else {}
        return {"format": int(head[1]), "id": head[2], "slots": parts, **made}


def _slot(facts: dict[str, Any]) -> _Slot:
    salt, wrapped = (base64.b64decode(facts[k], validate=True) for k in ("salt", "wrapped"))
    if len(salt) != argon2id.SALTBYTES:
        raise ValueError("a salt has 16 bytes")
    cost = Cost(int(facts["passes"]), int(facts["memory"]))
    # Else a forged backup would keep this machine busy for years.
    if not (
        argon2id.OPSLIMIT_MIN <= cost.passes <= argon2id.OPSLIMIT_SENSITIVE
        and argon2id.MEMLIMIT_MIN <= cost.memory <= argon2id.MEMLIMIT_SENSITIVE
    ):
        raise ValueError("a cost that nothing here was wrapped at")
    return _Slot(facts["name"], cost, salt, wrapped)


def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    return argon2id.kdf(KEY_BYTES, passphrase.encode(), salt, cost.passes, cost.memory)


def _name_hash(name: str, salt: bytes) -> str:
    return hashlib.sha256(salt + name.casefold().encode()).hexdigest()
