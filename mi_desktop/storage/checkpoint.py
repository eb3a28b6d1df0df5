"""Checkpoints: what the last line of the trail was at some time, to be kept elsewhere (P11-03).

A checkpoint is a line of JSON, signed (Ed25519) with a key that is derived from the office's
master key; or a short code to be typed from paper: number of the line, the beginning of its hash
and a check of both, in 24 letters and digits.
"""

import hashlib
import json
import logging
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import nacl.exceptions
from keyring.errors import KeyringError
from nacl.signing import SigningKey, VerifyKey

from mi_desktop.basics.paths import write_whole
from mi_desktop.basics.words import words
from mi_desktop.storage.audit import Head
from mi_desktop.storage.errors import CheckpointUnusable
from mi_desktop.storage.secrets import KeyRing

FORMAT = "mi-desktop-checkpoint/1"
LINES_BETWEEN, SECONDS_BETWEEN = 100, 60
KEPT_FILE = "trail.checkpoints"
_RING_NAME = "trail"
_KEPT_BYTES, _KEPT_LINES = 64 * 1024, 50
# Crockford's letters: none can be taken for another.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011", "- \t\n")
_SEQ_BYTES, _HEAD_BYTES, _CHECK_BYTES = 4, 9, 2
_CODE_LETTERS = (_SEQ_BYTES + _HEAD_BYTES + _CHECK_BYTES) * 8 // 5

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Anchor:
    """A line that must stand in the trail.

    Attributes:
        seq: its number.
        head: its hash, or the beginning of it; hex.
        when: the time of the checkpoint, ISO 8601; empty where a code did not say.
    """

    seq: int
    head: str
    when: str = ""

    def knows(self, line_hash: str) -> bool:
        """True where the line is the one."""
        return line_hash.startswith(self.head)


@dataclass(frozen=True)
class Checkpoint:
    """A signed statement: at this time the office's trail ended with this line.

    Attributes:
        office: identifier of the office.
        seq: number of the line.
        head: its hash, 64 hex digits.
        at: when the checkpoint was taken, UTC.
        public_key: Ed25519, hex.
        signature: over the other fields, hex.
    """

    office: str
    seq: int
    head: str
    at: datetime
    public_key: str
    signature: str

    @property
    def anchor(self) -> Anchor:
        """The line that must stand in the trail."""
        return Anchor(self.seq, self.head, f"{self.at:%Y-%m-%d %H:%M} UTC")

    @property
    def code(self) -> str:
        """The short code for paper: six groups of four."""
        packed = self.seq.to_bytes(_SEQ_BYTES) + bytes.fromhex(self.head)[:_HEAD_BYTES]
        number = int.from_bytes(packed + _check(self.office, packed))
        letters = ""
        for _ in range(_CODE_LETTERS):
            number, letter = divmod(number, len(_LETTERS))
            letters = _LETTERS[letter] + letters
        return "-".join(letters[n : n + 4] for n in range(0, _CODE_LETTERS, 4))

    def line(self) -> bytes:
        """The checkpoint as a line of JSON."""
        return _stated(self, signature=self.signature) + b"\n"


class Seal:
    """Makes the office's checkpoints and judges those that come back."""

    def __init__(self, office: str, seed: bytes) -> None:
        self._office, self._key = office, SigningKey(seed)
        self._public = self._key.verify_key.encode().hex()

    def make(self, head: Head, at: datetime) -> Checkpoint:
        """A checkpoint of a line, taken at this time (UTC)."""
        bare = Checkpoint(self._office, head.seq, head.hash, at, self._public, "")
        signature = self._key.sign(_stated(bare)).signature.hex()
        return Checkpoint(**{**vars(bare), "signature": signature})

    def read(self, data: bytes) -> list[Checkpoint]:
        """The checkpoints of a file.

        Raises:
            CheckpointUnusable: no checkpoint, another office's, or its signature does not fit.
        """
        found = [self._judged(line) for line in data.splitlines() if line.strip()]
        if not found:
            raise CheckpointUnusable(reason=words("it is empty"))
        return found

    def anchor(self, code: str) -> Anchor:
        """What a typed short code says; O, I and L are taken for 0 and 1.

        Raises:
            CheckpointUnusable: mistyped, or another office's.
        """
        letters = code.upper().translate(_MISREAD)
        if len(letters) != _CODE_LETTERS or not set(letters) <= set(_LETTERS):
            raise CheckpointUnusable(
                reason=words("a code has {count} letters and digits", count=_CODE_LETTERS)
            )
        number = 0
        for letter in letters:
            number = number * len(_LETTERS) + _LETTERS.index(letter)
        whole = number.to_bytes(_SEQ_BYTES + _HEAD_BYTES + _CHECK_BYTES)
        packed, check = whole[:-_CHECK_BYTES], whole[-_CHECK_BYTES:]
        if check != _check(self._office, packed):
            raise CheckpointUnusable(reason=words("the code is mistyped, or another office's"))
        return Anchor(int.from_bytes(packed[:_SEQ_BYTES]), packed[_SEQ_BYTES:].hex())

    def _judged(self, line: bytes) -> Checkpoint:
        try:
            facts = json.loads(line)
            if facts.pop("format") != FORMAT:
                raise ValueError
            facts["at"] = datetime.fromisoformat(facts["at"])
            made = Checkpoint(**facts)
            signature = bytes.fromhex(made.signature)
            Anchor(int(made.seq), bytes.fromhex(made.head).hex())
        except (ValueError, KeyError, TypeError, AttributeError) as e:
            raise CheckpointUnusable(reason=words("it is not a checkpoint")) from e
        if made.office != self._office:
            raise CheckpointUnusable(reason=words("it is another office's"))
        try:
            VerifyKey(bytes.fromhex(self._public)).verify(_stated(made), signature)
        except (nacl.exceptions.BadSignatureError, ValueError) as e:
            raise CheckpointUnusable(reason=words("it is not signed by this office")) from e
        return made


class KeptCheckpoints:
    """The office's own checkpoints beside its database, and the last one in the key ring.

    They are written after the commit, now and then, and when the office is closed: they may lag
    behind the trail, and never know a line that a crash could take back. A line is appended to
    the file, so that no other checkpoint is ever overwritten unseen.
    """

    def __init__(self, folder: Path, seal: Seal, ring: KeyRing | None) -> None:
        self._path, self._seal, self._ring = folder / KEPT_FILE, seal, ring
        self._lock = threading.Lock()
        self._seq, self._since = 0, -float(SECONDS_BETWEEN)

    def passed(self, head: Head) -> None:
        """A transaction with these lines was committed."""
        due = self._since + SECONDS_BETWEEN <= time.monotonic()
        if due or head.seq >= self._seq + LINES_BETWEEN:
            self.keep(head)

    def keep(self, head: Head) -> None:
        """Appends a checkpoint; a full disk only makes it lag."""
        with self._lock:
            self._seq, self._since = head.seq, time.monotonic()
            try:
                _append(self._path, self._seal.make(head, head.at).line())
            except OSError as e:
                log.warning("no checkpoint could be kept: %s", e.strerror)

    def keep_in_ring(self, head: Head) -> None:
        """Puts the last line's checkpoint into the key ring, where there is one."""
        if self._ring is None:
            return
        try:
            self._ring.put(_RING_NAME, self._seal.make(head, head.at).line().decode())
        except KeyringError:
            log.warning("no checkpoint could be put into the key ring")

    def begin_again(self, head: Head) -> None:
        """Takes away every kept checkpoint but one of this line."""
        write_whole(self._path, self._seal.make(head, head.at).line())
        self.keep_in_ring(head)

    def known(self) -> tuple[list[Checkpoint], int]:
        """Those that can be read, oldest first, and how many cannot."""
        found, bad = [], 0
        for line in self._lines():
            try:
                found += self._seal.read(line)
            except CheckpointUnusable:
                bad += 1
        return found, bad

    def shorten(self) -> None:
        """Lets go of the oldest where there are many; called where all of them agree."""
        if self._path.exists() and self._path.stat().st_size > _KEPT_BYTES:
            newest = self._path.read_bytes().splitlines(keepends=True)[-_KEPT_LINES:]
            write_whole(self._path, b"".join(newest))

    def _lines(self) -> Iterator[bytes]:
        if self._path.exists():
            *whole, torn = self._path.read_bytes().split(b"\n")
            yield from filter(None, whole)
            # A line without its end was being written when the machine stopped.
            log.debug("%d bytes of an unfinished checkpoint", len(torn))
        told = self._ring.get(_RING_NAME) if self._ring else None
        if told:
            yield told.encode()


def _append(path: Path, line: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, line)
        os.fsync(handle)
    finally:
        os.close(handle)


def _stated(checkpoint: Checkpoint, **more: str) -> bytes:
    facts = {
        "format": FORMAT,
        "office": checkpoint.office,
        "seq": checkpoint.seq,
        "head": checkpoint.head,
        "at": checkpoint.at.isoformat(),
        "public_key": checkpoint.public_key,
    }
    return json.dumps({**facts, **more}).encode()


def _check(office: str, packed: bytes) -> bytes:
    return hashlib.sha256(office.encode() + packed).digest()[:_CHECK_BYTES]
