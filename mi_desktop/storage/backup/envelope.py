"""The envelope of a backup: a readable head, then one authenticated stream of named contents.

    MIBACKUP | length of the head (4 bytes) | head (JSON) | secretstream of a tar archive

The head carries `office.json`, so that whoever may open the office, by passphrase or recovery
key, may open the backup, and the stream's random key, sealed under the office's backup key. The
head is authenticated with the first chunk. A cut or changed file is noticed (libsodium
secretstream, XChaCha20-Poly1305), a chunk of 1 MiB at a time: nothing large is held in memory.
"""

import base64
import io
import json
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

import nacl.exceptions
import nacl.secret
from nacl import bindings as sodium

from mi_desktop.storage.backup.errors import BackupDamaged, BackupNotOurs
from mi_desktop.storage.keys import OfficeKeys
from mi_desktop.storage.vault import CHUNK

MAGIC = b"MIBACKUP"
FORMAT = 1
Archive = tarfile.TarFile
_LENGTH = 4
_LARGEST_HEAD = 16 << 20
_HEADER = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_EXTRA = sodium.crypto_secretstream_xchacha20poly1305_ABYTES
_MORE = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_LAST = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL


@dataclass(frozen=True)
class Head:
    """What can be read of a backup without a key.

    Attributes:
        office: the bytes of `office.json`: who may open it.
        made_at: ISO 8601, UTC.
        sealed_key: the stream's key, sealed under the office's backup key.
    """

    office: bytes
    made_at: str
    sealed_key: bytes

    @property
    def office_id(self) -> str:
        """Which office it is of."""
        return str(json.loads(self.office)["id"])


class _Sealing(io.RawIOBase):
    """Takes plain bytes, writes sealed chunks."""

    def __init__(self, out: BinaryIO, key: bytes, head: bytes) -> None:
        self._out, self._head = out, head
        self._waiting = bytearray()
        self._state = sodium.crypto_secretstream_xchacha20poly1305_state()
        out.write(sodium.crypto_secretstream_xchacha20poly1305_init_push(self._state, key))

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._waiting += data
        while len(self._waiting) > CHUNK:
            self._push(bytes(self._waiting[:CHUNK]), _MORE)
            del self._waiting[:CHUNK]
        return len(data)

    def finish(self) -> None:
        """Writes the last chunk; without it the stream counts as cut."""
        self._push(bytes(self._waiting), _LAST)
        self._waiting.clear()

    def _push(self, chunk: bytes, tag: int) -> None:
        sealed = sodium.crypto_secretstream_xchacha20poly1305_push(
            self._state, chunk, self._head, tag
        )
        self._head = b""
        self._out.write(sealed)


class _Unsealing(io.RawIOBase):
    """Gives plain bytes of sealed chunks; raises where one was changed or the end is missing."""

    def __init__(self, source: BinaryIO, key: bytes, head: bytes) -> None:
        self._source, self._head = source, head
        self._ready = b""
        self._tag = _MORE
        self._state = sodium.crypto_secretstream_xchacha20poly1305_state()
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(
            self._state, source.read(_HEADER), key
        )

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready and self._tag != _LAST:
            self._pull()
        part, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)

    def finish(self) -> None:
        """Reads on to the end: without its last chunk it was cut, more after it is foreign."""
        while self._tag != _LAST:
            self._pull()
        if self._source.read(1):
            raise ValueError("bytes after the end")

    def _pull(self) -> None:
        sealed = self._source.read(CHUNK + _EXTRA)
        self._ready, self._tag = sodium.crypto_secretstream_xchacha20poly1305_pull(
            self._state, sealed, self._head
        )
        self._head = b""


@contextmanager
def sealing(path: Path, office: bytes, made_at: str, keys: OfficeKeys) -> Iterator[tarfile.TarFile]:
    """A new backup file, mode 0600, to put contents into; synced to disk when the block ends."""
    key = sodium.crypto_secretstream_xchacha20poly1305_keygen()
    sealed_key = nacl.secret.SecretBox(keys.backup).encrypt(key)
    head = json.dumps(
        {
            "format": FORMAT,
            "made_at": made_at,
            "office": base64.b64encode(office).decode(),
            "key": base64.b64encode(sealed_key).decode(),
        }
    ).encode()
    with path.open("xb") as out:
        path.chmod(0o600)
        out.write(MAGIC + len(head).to_bytes(_LENGTH, "big") + head)
        stream = _Sealing(out, key, head)
        with tarfile.open(fileobj=cast(IO[bytes], stream), mode="w|") as archive:
            yield archive
        stream.finish()
        out.flush()
        os.fsync(out.fileno())


def put(archive: tarfile.TarFile, name: str, content: bytes | BinaryIO, size: int = -1) -> None:
    """Enters one content; `size` in bytes where it is a file."""
    info = tarfile.TarInfo(name)
    info.size = len(content) if isinstance(content, bytes) else size
    archive.addfile(info, io.BytesIO(content) if isinstance(content, bytes) else content)


def is_backup(path: Path) -> bool:
    """Whether a file begins as a backup does, whole or not."""
    with path.open("rb") as source:
        return source.read(len(MAGIC)) == MAGIC


def head_of(path: Path) -> Head:
    """Reads the head alone.

    Raises:
        BackupNotOurs: no backup of this program, or of a newer form.
        BackupDamaged: the head is cut.
    """
    with _readable(path) as source:
        return _head(path, source)[0]


@contextmanager
def unsealing(path: Path, keys: OfficeKeys) -> Iterator[Iterator[tuple[str, IO[bytes]]]]:
    """The contents of a backup in their order: name and a stream that is read before the next.

    Raises:
        BackupNotOurs: no backup, or another office's key.
        BackupDamaged: cut, changed, or bytes after its end.
    """
    with _stream(path, keys) as stream, damage_told(path):
        with tarfile.open(fileobj=cast(IO[bytes], stream), mode="r|") as archive:
            yield _entries(archive)
        stream.finish()


@contextmanager
def peeking(path: Path, keys: OfficeKeys) -> Iterator[Iterator[tuple[str, IO[bytes]]]]:
    """Like `unsealing`, for who reads the first contents only; the rest is not looked at."""
    with (
        _stream(path, keys) as stream,
        damage_told(path),
        tarfile.open(fileobj=cast(IO[bytes], stream), mode="r|") as archive,
    ):
        yield _entries(archive)


@contextmanager
def _stream(path: Path, keys: OfficeKeys) -> Iterator[_Unsealing]:
    with _readable(path) as source:
        head, raw = _head(path, source)
        try:
            key = nacl.secret.SecretBox(keys.backup).decrypt(head.sealed_key)
        except (ValueError, nacl.exceptions.CryptoError) as e:
            raise BackupNotOurs(file=path.name) from e
        with damage_told(path):
            stream = _Unsealing(source, key, raw)
        yield stream


@contextmanager
def damage_told(path: Path) -> Iterator[None]:
    """Turns what a cut or changed backup does to its readers into words.

    Raises:
        BackupDamaged: always, where reading failed.
    """
    try:
        yield
    except (nacl.exceptions.CryptoError, tarfile.TarError, RuntimeError, ValueError, EOFError) as e:
        raise BackupDamaged(file=path.name) from e


def _entries(archive: tarfile.TarFile) -> Iterator[tuple[str, IO[bytes]]]:
    for member in archive:
        content = archive.extractfile(member)
        if content is None:
            raise ValueError("only files are kept in a backup")
        yield member.name, content


@contextmanager
def _readable(path: Path) -> Iterator[BinaryIO]:
    try:
        source = path.open("rb")
    except OSError as e:
        raise BackupNotOurs(file=path.name) from e
    with source:
        yield source


def _head(path: Path, source: BinaryIO) -> tuple[Head, bytes]:
    if source.read(len(MAGIC)) != MAGIC:
        raise BackupNotOurs(file=path.name)
    length = int.from_bytes(source.read(_LENGTH), "big")
    raw = source.read(length) if length <= _LARGEST_HEAD else b""
    if not raw or len(raw) != length:
        raise BackupDamaged(file=path.name)
    try:
        facts = json.loads(raw)
        if facts["format"] != FORMAT:
            raise BackupNotOurs(file=path.name)
        office, key = (base64.b64decode(facts[k], validate=True) for k in ("office", "key"))
        head = Head(office, str(facts["made_at"]), key)
        head.office_id  # noqa: B018 - reads it
    except (ValueError, KeyError, TypeError, RecursionError) as e:  # the last: nested too deep
        raise BackupDamaged(file=path.name) from e
    return head, raw
