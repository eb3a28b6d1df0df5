"""Writing a backup while people work, and reading it back before it counts (P11-20).

The records are copied in one state while others write on (`copying`). Everything is written
beside the wanted place and renamed when it was read back whole; an interruption leaves earlier
backups as they were.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, cast

import nacl.exceptions

from mi_desktop.basics.paths import private_folder, sync_folder
from mi_desktop.basics.progress import Progress, Quiet
from mi_desktop.basics.words import words
from mi_desktop.storage.backup import envelope
from mi_desktop.storage.backup.contents import (
    CONTENTS,
    RECORDS,
    BackupReport,
    Contents,
    Copy,
    KeptDocument,
    TableSum,
    Vaulted,
    revision_of,
    sha256_of,
    table_sums,
)
from mi_desktop.storage.backup.copying import Source, copied
from mi_desktop.storage.backup.errors import (
    BackupFailed,
    BackupInside,
    BackupThere,
    BackupUntrue,
    NotABackup,
)
from mi_desktop.storage.backup.workplace import workplace
from mi_desktop.storage.keys import OFFICE_FILE, OfficeKeys
from mi_desktop.storage.vault import unsealed

if TYPE_CHECKING:
    from mi_desktop.storage.office import Office

SUFFIX = ".mibackup"
SECRETS = "secrets.json"
VAULT, KEYSTORE = "vault", "keystore"
BEFORE_UPGRADE = "before-upgrade"
HALF = ".half"
_FILES = ("settings.json",)
_WORK = ".writing-backup-"
_KEPT_UPGRADES = 2
_TRIES = 3


def write_backup(
    office: "Office", file: Path, *, replace: bool = False, progress: Progress | None = None
) -> BackupReport:
    """A whole office in one sealed file, verified by reading it back.

    Args:
        office: the open office; others may go on working in it.
        file: the new file.
        replace: an earlier file gives way once the new one is whole.
        progress: told document by document; may cancel.

    Raises:
        BackupThere, NotABackup: the file exists and is not, or never, to be replaced.
        BackupInside: it would lie in the office's own folder.
        BackupFailed: full disk, missing folder, no permission.
        BackupUntrue: what was read back is not what was written.
    """
    outside(office, file)
    with _failures(file.parent):
        if file.exists() and not replace:
            raise BackupThere(file=file)
        if file.exists() and not (file.is_file() and envelope.is_backup(file)):
            raise NotABackup(file=file)
    return write(source_of(office), file, progress or Quiet())


def outside(office: "Office", place: Path) -> None:
    """Makes sure that a backup does not go the way of what it saves.

    Raises:
        BackupInside: the place is the office's folder, or lies in it.
    """
    if place.resolve().is_relative_to(office.folder.resolve()):
        raise BackupInside(place=place)


def source_of(office: "Office", documents_at: str = "", beside: Path | None = None) -> Source:
    """An open office as what is backed up."""
    database = office.database
    return Source(
        office.folder,
        office.keys,
        database.clock(),
        _secrets(office),
        documents_at,
        beside,
        server=database.engine if database.on_server else None,
    )


def tables_now(office: "Office", work: Path) -> tuple[str, dict[str, TableSum]]:
    """Revision and sums of the office's tables as a backup of this moment would have them.

    Args:
        office: the open office.
        work: a private folder, for an encrypted copy of what lies on a server.
    """
    if not office.database.on_server:
        with office.database.engine.connect() as connection:
            return revision_of(connection), table_sums(connection)
    copy = copied(source_of(office), work / RECORDS, Quiet())
    try:
        return copy.tables()
    finally:
        copy.close()


def backup_before_upgrade(folder: Path, keys: OfficeKeys, revision: str) -> Path:
    """Keeps the records as they were before their tables are changed; returns the file.

    The sealed documents are not touched by an upgrade and stay where they are. `restore` takes
    the file like any other backup. Earlier ones of this kind are kept, two at most.

    Args:
        folder: of the office, its records in a file, opened by nobody else or in WAL mode.
        keys: of the office.
        revision: of its tables as they are.

    Raises:
        BackupFailed, BackupUntrue: see `write_backup`; the upgrade must not go on.
    """
    kept = folder / BEFORE_UPGRADE
    made_at = datetime.now(UTC)
    file = kept / f"{made_at:%Y%m%dT%H%M%S}Z-version-{revision}{SUFFIX}"
    with _failures(kept):
        private_folder(kept)
    write(Source(folder, keys, made_at, {}, f"../{VAULT}", old=True), file, Quiet())
    for older in sorted(kept.glob(f"*{SUFFIX}"))[:-_KEPT_UPGRADES]:
        older.unlink()
    return file


def write(source: Source, file: Path, progress: Progress) -> BackupReport:
    """Writes, reads back and puts in place; see `write_backup`.

    Where a document is erased meanwhile, all of it is made anew, without that document.
    """
    with _failures(file.parent):
        for _ in range(_TRIES - 1):
            with suppress(FileNotFoundError):
                return _write_once(source, file, progress)
        return _write_once(source, file, progress)


def _write_once(source: Source, file: Path, progress: Progress) -> BackupReport:
    with workplace(file.parent, _WORK) as work:
        copy = copied(source, work / RECORDS, progress)
        try:
            contents, vaulted = _looked_at(source, copy, progress)
        finally:
            copy.close()
        contents = contents.model_copy(update={"database": sha256_of(copy.path)})
        written = work / "written"
        if source.beside is not None:
            _keep_beside(source, source.beside, vaulted, contents)
        _put_all(source, contents, (copy.path, written), progress)
        _read_back(written, (source.keys, contents), vaulted, progress)
        sha256, size = sha256_of(written), written.stat().st_size
        written.replace(file)
        sync_folder(file.parent)
    return _report(file, contents, sha256, size)


def _looked_at(source: Source, copy: Copy, progress: Progress) -> tuple[Contents, list[Vaulted]]:
    """What the copy holds, each row hashed, the chain walked, each document opened."""
    revision, tables = copy.tables()
    entries, head, broken_at = (None, "", None) if source.old else copy.chain()
    vaulted = copy.documents()
    contents = Contents(
        made_at=source.made_at,
        revision=revision,
        database="",
        tables=tables,
        entries=entries,
        head=head,
        broken_at=broken_at,
        documents=tuple(_opened(source, vaulted, progress)),
        documents_at=source.documents_at,
        indexed=source.server is None,
    )
    return contents, vaulted


def _opened(source: Source, vaulted: list[Vaulted], progress: Progress) -> Iterator[KeptDocument]:
    for number, document in enumerate(vaulted):
        progress.step(number, 2 * len(vaulted), words("Opening each document"))
        path = source.folder / VAULT / document.file
        sealed = path.stat().st_size if path.is_file() else 0
        # The records go alone before an upgrade, which touches no document.
        whole = bool(sealed) and (source.old or _is_whole(path, document))
        yield KeptDocument(
            id=document.id, file=document.file, sealed=sealed, sha256=document.sha256, whole=whole
        )


def _is_whole(path: Path, document: Vaulted) -> bool:
    with path.open("rb") as sealed:
        return opens(sealed, document)


def opens(sealed: BinaryIO, document: Vaulted) -> bool:
    """Whether a sealed file opens with the document's key and holds what its hash says."""
    digest = hashlib.sha256()
    try:
        for chunk in unsealed(sealed, document.key):
            digest.update(chunk)
    except (RuntimeError, ValueError, nacl.exceptions.CryptoError):
        return False
    return digest.hexdigest() == document.sha256


def _keep_beside(source: Source, beside: Path, vaulted: list[Vaulted], contents: Contents) -> None:
    """Copies what is not there yet, or not whole there any more; each is read back."""
    fit = {d.file for d in contents.documents if d.whole}
    for document in (v for v in vaulted if v.file in fit):
        kept = beside / document.file
        if kept.is_file() and _is_whole(kept, document):
            continue
        private_folder(kept.parent)
        half = kept.with_name(f"{kept.name}{HALF}")
        with (source.folder / VAULT / document.file).open("rb") as sealed, half.open("wb") as out:
            half.chmod(0o600)
            shutil.copyfileobj(sealed, out, 1 << 20)
            out.flush()
            os.fsync(out.fileno())
        if not _is_whole(half, document):
            half.unlink()
            raise BackupUntrue(place=beside)
        half.replace(kept)
        sync_folder(kept.parent)


def _put_all(
    source: Source, contents: Contents, files: tuple[Path, Path], progress: Progress
) -> None:
    copy, written = files
    office = (source.folder / OFFICE_FILE).read_bytes()
    made_at = source.made_at.isoformat()
    with envelope.sealing(written, office, made_at, source.keys) as archive:
        envelope.put(archive, CONTENTS, contents.model_dump_json().encode())
        _put_file(archive, RECORDS, copy)
        envelope.put(archive, SECRETS, json.dumps(source.secrets).encode())
        for path in _small_files(source.folder):
            _put_file(archive, path.relative_to(source.folder).as_posix(), path)
        for document in contents.documents if not source.documents_at else ():
            if document.sealed:
                progress.step(0, 0, words("Writing the backup"))
                _put_file(
                    archive, f"{VAULT}/{document.file}", source.folder / VAULT / document.file
                )


def _put_file(archive: envelope.Archive, name: str, path: Path) -> None:
    with path.open("rb") as content:
        envelope.put(archive, name, content, path.stat().st_size)


def _small_files(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in _FILES if (folder / name).is_file())
    yield from sorted(p for p in (folder / KEYSTORE).rglob("*") if p.is_file())


def _read_back(
    written: Path,
    expected: tuple[OfficeKeys, Contents],
    vaulted: Iterable[Vaulted],
    progress: Progress,
) -> None:
    """Reads the whole file again: the records' bytes, and every document opened and hashed."""
    keys, contents = expected
    known = {d.file: d for d in vaulted}
    missing = (
        {d.file for d in contents.documents if d.whole} if not contents.documents_at else set()
    )
    total, done = 2 * len(known), len(known)
    with envelope.unsealing(written, keys) as entries:
        for name, content in entries:
            folder, _, file = name.partition("/")
            if name == RECORDS and _hash(content) != contents.database:
                raise BackupUntrue(place=written.parents[2])
            if folder == VAULT and file in missing:
                done += 1
                progress.step(done, total, words("Reading the backup back"))
                if opens(cast(BinaryIO, content), known[file]):
                    missing.discard(file)
    if missing:
        raise BackupUntrue(place=written.parents[2])


def _hash(content: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while piece := content.read(1 << 20):
        digest.update(piece)
    return digest.hexdigest()


def _secrets(office: "Office") -> dict[str, str]:
    """Passwords of signing keys, and what the trail says was kept (`office.keep_secret`)."""
    names = {f"keystore/{p.stem}" for p in office.keystore.glob("*.p12")}
    with office.database.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT DISTINCT key FROM audit WHERE entity = 'secret'")
        names |= set(kept.scalars())
    found = {name: office.secrets.get(name) for name in sorted(names)}
    return {name: secret for name, secret in found.items() if secret is not None}


@contextmanager
def _failures(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as e:
        raise BackupFailed(place=place, reason=e.strerror or "input/output error") from e


def _report(file: Path, contents: Contents, sha256: str, size: int) -> BackupReport:
    return BackupReport(
        file=file,
        made_at=contents.made_at,
        records=contents.records,
        documents=len(contents.documents),
        sha256=sha256,
        size=size,
        entries=contents.entries or 0,
        head=contents.head,
        broken_at=contents.broken_at,
        damaged=contents.damaged,
    )
