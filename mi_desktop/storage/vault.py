"""Documents outside the database: each file sealed under a key of its own.

The file's name is random and says nothing; its key lies in the encrypted database, so that
deleting the row destroys the document (GD-06). Sealing streams: a chunk at a time through
libsodium's secretstream (XChaCha20-Poly1305), which notices a cut or changed file.
"""

import hashlib
import io
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import nacl.exceptions
from nacl import bindings as sodium
from nacl.secret import SecretBox
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.basics.ids import new_id
from mi_desktop.basics.paths import private_folder, sync_folder
from mi_desktop.storage.errors import (
    CannotWrite,
    DocumentDamaged,
    DocumentErased,
    DocumentSealedAway,
)
from mi_desktop.storage.tables import Table

CHUNK = 1 << 20
_HEADER = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_EXTRA = sodium.crypto_secretstream_xchacha20poly1305_ABYTES
_MORE = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_LAST = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL


class DocumentRow(Table):
    """One sealed file: its key, and the hash and size of what is inside."""

    __tablename__ = "document"

    id: Mapped[str] = mapped_column(primary_key=True)
    file: Mapped[str]
    key: Mapped[bytes] = mapped_column(info={"personal": True})
    sha256: Mapped[str] = mapped_column(index=True)
    size: Mapped[int]


@dataclass(frozen=True)
class Sealed:
    """A document that is safe on disk and waits for its record.

    Attributes:
        sha256: hex digest of the content before sealing.
        size: bytes before sealing.
    """

    id: str
    file: str
    key: bytes
    sha256: str
    size: int


class Vault:
    """The folder of sealed documents."""

    def __init__(self, folder: Path, wrap: bytes | None = None) -> None:
        """`wrap` is a key that seals the documents' keys where the records are not encrypted."""
        self._folder = private_folder(folder)
        self._box = SecretBox(wrap) if wrap else None

    def seal(self, content: bytes | BinaryIO) -> Sealed:
        """Writes a sealed copy, synced to disk; the slow part, done before the transaction.

        Raises:
            CannotWrite: disk full, read-only folder; nothing is left behind.
        """
        source = io.BytesIO(content) if isinstance(content, bytes) else content
        document, key = new_id(), sodium.crypto_secretstream_xchacha20poly1305_keygen()
        path = self._folder / document[-2:] / document
        try:
            private_folder(path.parent)
            with path.open("xb") as out:
                path.chmod(0o600)
                sha256, size = _encrypt(source, out, key)
                out.flush()
                os.fsync(out.fileno())
            sync_folder(path.parent)
        except OSError as e:
            path.unlink(missing_ok=True)
            raise CannotWrite(reason=e.strerror or "input/output error") from e
        return Sealed(document, f"{path.parent.name}/{document}", key, sha256, size)

    def record(self, session: Session, sealed: Sealed) -> str:
        """Makes the document's row in the caller's transaction; returns its id."""
        key = self._box.encrypt(sealed.key) if self._box else sealed.key
        session.add(DocumentRow(**{**vars(sealed), "key": bytes(key)}))
        return sealed.id

    def read(self, session: Session, document_id: str) -> bytes:
        """The whole content.

        Raises:
            DocumentDamaged: the file is cut short, changed or gone.
        """
        return b"".join(self.stream(session, document_id))

    def stream(self, session: Session, document_id: str) -> Iterator[bytes]:
        """The content in chunks of 1 MiB; nothing of a changed chunk is ever handed out.

        Raises:
            DocumentDamaged: the file is cut short, changed or gone.
            DocumentErased: its key was destroyed.
            DocumentSealedAway: its key lies apart (GD-04).
        """
        row = session.get(DocumentRow, document_id)
        if row is None:
            raise DocumentDamaged(document=document_id)
        if not row.key:
            gone = DocumentSealedAway if row.file else DocumentErased
            raise gone(document=document_id)
        return self._open(row.id, row.file, self._unwrapped(row))

    def _unwrapped(self, row: DocumentRow) -> bytes:
        try:
            return self._box.decrypt(row.key) if self._box else row.key
        except nacl.exceptions.CryptoError as e:
            raise DocumentDamaged(document=row.id) from e

    def _open(self, document_id: str, file: str, key: bytes) -> Iterator[bytes]:
        try:
            with (self._folder / file).open("rb") as source:
                yield from unsealed(source, key)
        except (OSError, RuntimeError, ValueError, nacl.exceptions.CryptoError) as e:
            raise DocumentDamaged(document=document_id) from e

    def destroy(self, session: Session, document_id: str) -> str:
        """Destroys a document's key in the caller's transaction: nobody opens it any more (GD-06).

        Returns:
            Its sealed file, for `discard` once this is committed; a crash between leaves an
            orphan without a key, which `sweep` deletes.
        """
        row = session.get_one(DocumentRow, document_id)
        file = row.file
        row.key, row.file, row.sha256 = b"", "", ""
        return file

    def seal_away(self, session: Session, document_id: str) -> bytes:
        """Takes a document's key out, as it lies here, to be kept apart; its file stays (GD-04)."""
        row = session.get_one(DocumentRow, document_id)
        key, row.key = row.key, b""
        return key

    def bring_back(self, session: Session, document_id: str, key: bytes) -> None:
        """Puts in again what `seal_away` took out."""
        session.get_one(DocumentRow, document_id).key = key

    def discard(self, files: Iterable[str]) -> None:
        """Deletes sealed files whose keys were destroyed."""
        for file in filter(None, files):
            (self._folder / file).unlink(missing_ok=True)

    def sweep(self, session: Session, older_than: float) -> int:
        """Deletes files without a record, left by a crash between sealing and recording.

        Args:
            session: sees the records.
            older_than: seconds; younger files may be waiting for their record in another window.

        Returns:
            How many were deleted.
        """
        newest = time.time() - older_than
        found = [p for p in self._folder.glob("*/*") if p.stat().st_mtime < newest]
        known = {file for (file,) in session.query(DocumentRow.file)}
        orphans = [p for p in found if f"{p.parent.name}/{p.name}" not in known]
        for path in orphans:
            path.unlink()
        return len(orphans)


def _encrypt(source: BinaryIO, out: BinaryIO, key: bytes) -> tuple[str, int]:
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    out.write(sodium.crypto_secretstream_xchacha20poly1305_init_push(state, key))
    digest, size = hashlib.sha256(), 0
    chunk = source.read(CHUNK)
    while True:
        following = source.read(CHUNK) if chunk else b""
        tag = _MORE if following else _LAST
        digest.update(chunk)
        size += len(chunk)
        out.write(sodium.crypto_secretstream_xchacha20poly1305_push(state, chunk, None, tag))
        if not following:
            return digest.hexdigest(), size
        chunk = following


def unsealed(source: BinaryIO, key: bytes) -> Iterator[bytes]:
    """What is inside a sealed file, in chunks of 1 MiB.

    Raises:
        RuntimeError, ValueError, CryptoError: cut short, changed, or another key.
    """
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, source.read(_HEADER), key)
    tag = _MORE
    while tag != _LAST:
        chunk, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(
            state, source.read(CHUNK + _EXTRA), None
        )
        yield chunk
