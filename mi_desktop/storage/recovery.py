"""The recovery key: 256 random bits as 24 words (BIP 39), for the day when nobody can sign in.

The words open any copy of the office folder on any machine. They wrap the master key in a slot
of their own in `office.json`; the words themselves are printed once and kept nowhere. They are as
random as the master key, so nothing slow stands between: HKDF makes the wrapping key.
"""

import base64
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import nacl.exceptions
import nacl.secret
import nacl.utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from mnemonic import Mnemonic

from mi_desktop.basics.words import words
from mi_desktop.storage.errors import NotRecoveryWords, RecoveryRefused

KEY_BYTES = 32
WORDS = 24
_SALT_BYTES = 16


@dataclass(frozen=True)
class RecoveryKey:
    """A recovery key as it is handed over once.

    Attributes:
        id: 8 hex digits that tell one sheet from another; no secret.
        made_at: UTC.
        words: the key itself, to be written on paper only.
    """

    id: str
    made_at: datetime
    words: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class RecoverySlot:
    """What is known of the recovery key in force: which sheet, and of when (UTC)."""

    id: str
    made_at: datetime


def make(now: datetime) -> RecoveryKey:
    """A fresh key; nothing knows it yet."""
    phrase = _words().to_mnemonic(nacl.utils.random(KEY_BYTES))
    return RecoveryKey(secrets.token_hex(4), now, tuple(phrase.split()))


def wrapped(key: RecoveryKey, master: bytes) -> dict[str, Any]:
    """The slot for `office.json`: the master key under the words."""
    salt = nacl.utils.random(_SALT_BYTES)
    sealed = nacl.secret.SecretBox(_stretched(entropy(" ".join(key.words)), salt)).encrypt(master)
    return {
        "kdf": "hkdf-sha256",
        "id": key.id,
        "made": key.made_at.isoformat(),
        "salt": base64.b64encode(salt).decode(),
        "wrapped": base64.b64encode(sealed).decode(),
    }


def slot_of(facts: Mapping[str, Any]) -> RecoverySlot:
    """What the slot says of itself."""
    return RecoverySlot(str(facts["id"]), datetime.fromisoformat(facts["made"]))


def unwrapped(facts: Mapping[str, Any] | None, key: bytes) -> bytes:
    """The master key, by the 32 bytes behind the words.

    Raises:
        RecoveryRefused: no recovery key was made, or these are the words of another.
    """
    if facts is None:
        raise RecoveryRefused
    salt, sealed = (base64.b64decode(facts[k], validate=True) for k in ("salt", "wrapped"))
    try:
        return nacl.secret.SecretBox(_stretched(key, salt)).decrypt(sealed)
    except nacl.exceptions.CryptoError as e:
        raise RecoveryRefused from e


def entropy(text: str) -> bytes:
    """The 32 bytes behind the words, however they are spaced, numbered or capitalised.

    Raises:
        NotRecoveryWords: a word is not in the list, or the checksum does not fit.
    """
    typed = [w for w in text.casefold().replace(".", " ").split() if not w.isdigit()]
    if len(typed) != WORDS:
        what = words("{count} words instead of {wanted}", count=len(typed), wanted=WORDS)
        raise NotRecoveryWords(what=what)
    known = _words()
    strange = [n for n, word in enumerate(typed, 1) if word not in known.wordlist]
    if strange:
        numbers = ", ".join(map(str, strange))
        raise NotRecoveryWords(what=words("not in the list: word {numbers}", numbers=numbers))
    try:
        return bytes(known.to_entropy(typed))
    except (ValueError, LookupError) as e:
        raise NotRecoveryWords(what=words("a word is wrong or in another place")) from e


def _words() -> Mnemonic:
    return Mnemonic("english")


def _stretched(key: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=salt, info=b"mi-desktop/recovery").derive(key)
