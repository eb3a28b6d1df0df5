"""Taking an office out of a backup: verified whole before it is called an office (P11-20)."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, cast

from pydantic import ValidationError
from sqlalchemy import Connection

from mi_desktop.basics.paths import private_folder, sync_folder
from mi_desktop.basics.progress import Progress, Quiet
from mi_desktop.basics.words import words
from mi_desktop.settings import load_settings, save_settings
from mi_desktop.storage.backup import envelope
from mi_desktop.storage.backup.contents import (
    CONTENTS,
    RECORDS,
    Contents,
    Copy,
    Vaulted,
    sha256_of,
)
from mi_desktop.storage.backup.errors import (
    BackupDamaged,
    BackupFailed,
    BackupNewer,
    PlaceTaken,
)
from mi_desktop.storage.backup.moving import fill_server
from mi_desktop.storage.backup.revisions import known_revisions, newest
from mi_desktop.storage.backup.workplace import workplace
from mi_desktop.storage.backup.writing import KEYSTORE, SECRETS, VAULT, opens
from mi_desktop.storage.database import world_failures
from mi_desktop.storage.errors import OfficeFileDamaged
from mi_desktop.storage.index import enter_anew
from mi_desktop.storage.key_file import KeyFile
from mi_desktop.storage.keys import OFFICE_FILE, OfficeKeys
from mi_desktop.storage.migrate import run
from mi_desktop.storage.secrets import sealed_in
from mi_desktop.storage.server import LOGIN, address_of, engine_of

# What may stand in a backup, and nothing else: no path leads out of the folder.
_FIT = re.compile(
    rf"settings\.json|{VAULT}/[0-9a-z]{{2}}/[0-9a-zA-Z-]+|{KEYSTORE}/(trusted/)?[\w.@-]+", re.ASCII
)
_WORK = ".restoring-"
_LARGEST_SMALL = 256 << 20
Unlock = Callable[[KeyFile], OfficeKeys]


def by_passphrase(passphrase: str, name: str | None = None) -> Unlock:
    """Opens the slot that the passphrase fits, among those of the user where one is named."""
    return lambda slots: slots.unlock(passphrase, name).keys


def by_words(words: str) -> Unlock:
    """Opens the slot of the printed recovery key."""
    return lambda slots: slots.unlock_by_words(words)


@dataclass(frozen=True)
class ServerPlace:
    """An empty database on a server.

    Attributes:
        address: as `settings.database`.
        password: kept sealed in the restored folder; "" where it has none.
    """

    address: str
    password: str = ""

    def __repr__(self) -> str:
        return f"ServerPlace({self.address})"


@dataclass(frozen=True)
class Restored:
    """What was taken out of a backup and verified.

    Attributes:
        sha256: of the backup's file.
        secrets: by name; they belong into the key ring of this machine.
    """

    contents: Contents
    sha256: str
    keys: OfficeKeys
    secrets: dict[str, str]

    def __repr__(self) -> str:
        return f"Restored({self.sha256})"


def restore(
    file: Path,
    folder: Path,
    unlock: Unlock,
    progress: Progress | None = None,
    server: ServerPlace | None = None,
) -> Restored:
    """Makes an office of a backup, in a folder that is empty or not there yet.

    Args:
        file: a backup; its documents inside it or in the folder beside it that it names.
        folder: of the office to be.
        unlock: opens one of the slots, by a passphrase or the recovery key.
        progress: told document by document; may cancel.
        server: puts the records into a database there; they lie in the folder where none is given,
            wherever they lay when the backup was made.

    Raises:
        PlaceTaken: the folder holds something; nothing there is touched.
        ServerTaken, ServerAway, AddressUnfit, PasswordInSettings: the server's database.
        BackupNotOurs, BackupDamaged, BackupNewer: nothing was restored.
        WrongPassphrase: no slot opens.
        BackupFailed: disk full, no permission.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PlaceTaken(folder=folder)
    folder = folder.resolve()  # "." has no name
    with (
        _failures(folder),
        workplace(_made(folder.parent), f"{_WORK}{folder.name}-") as work,
    ):
        found = take_out(file, work, unlock, progress)
        _house_records(found, work, server, progress or Quiet())
        if folder.exists():
            folder.rmdir()
        work.rename(folder)
        sync_folder(folder.parent)
    return found


def _house_records(
    found: Restored, work: Path, server: ServerPlace | None, progress: Progress
) -> None:
    """Puts the verified records where they are to live; the settings say where that is."""
    if server is not None:
        _to_server(found, work, server, progress)
    elif not found.contents.indexed:
        with _opened(work, found.keys) as connection:
            enter_anew(connection)
    settings, _ = load_settings(work)
    address = server.address if server else ""
    if settings.database != address:
        save_settings(work, settings.model_copy(update={"database": address}))


def _to_server(found: Restored, work: Path, place: ServerPlace, progress: Progress) -> None:
    if place.password:
        sealed_in(work, found.keys.secrets).put(LOGIN, place.password)
    target = engine_of(address_of(place.address, place.password or None))
    try:
        with world_failures(), _opened(work, found.keys) as here:
            if found.contents.revision != newest():
                run(here, "head")
            fill_server(here, target, (KeyFile(work).office_id, found.keys), progress)
    finally:
        target.dispose()
    (work / RECORDS).unlink()


@contextmanager
def _opened(work: Path, keys: OfficeKeys) -> Iterator[Connection]:
    """The records that were taken out; what is done to them is kept with the block's end."""
    copy = Copy(work / RECORDS, keys)
    try:
        with copy.engine.execution_options(writes=True).begin() as connection:
            yield connection
    finally:
        copy.close()


def _made(parent: Path) -> Path:
    return parent if parent.exists() else private_folder(parent)


def take_out(file: Path, work: Path, unlock: Unlock, progress: Progress | None) -> Restored:
    """Takes everything out into a private folder and verifies it; see `restore`."""
    told = progress or Quiet()
    head = envelope.head_of(file)
    (work / OFFICE_FILE).write_bytes(head.office)
    try:
        keys = unlock(KeyFile(work))
    except OfficeFileDamaged as e:
        raise BackupDamaged(file=file.name) from e
    with envelope.unsealing(file, keys) as entries:
        contents = _contents(file, entries)
        secrets = _unpack(entries, work, told, len(contents.documents))
    _bring_documents(file, contents, work, told)
    _verify(file, contents, (work, keys), told)
    return Restored(contents, sha256_of(file), keys, secrets)


def contents_of(file: Path, keys: OfficeKeys) -> Contents:
    """What a backup says it holds; only its first part is read.

    Raises:
        BackupNotOurs, BackupDamaged, BackupNewer: it cannot be read.
    """
    with envelope.peeking(file, keys) as entries:
        return _contents(file, entries)


def _contents(file: Path, entries: Iterator[tuple[str, IO[bytes]]]) -> Contents:
    name, content = next(entries, ("", None))
    if name != CONTENTS or content is None:
        raise BackupDamaged(file=file.name)
    try:
        contents = Contents.model_validate_json(content.read(_LARGEST_SMALL))
    except ValidationError as e:
        raise BackupDamaged(file=file.name) from e
    if contents.revision not in known_revisions():
        raise BackupNewer(found=contents.revision)
    return contents


def _unpack(
    entries: Iterator[tuple[str, IO[bytes]]], work: Path, progress: Progress, documents: int
) -> dict[str, str]:
    secrets: dict[str, str] = {}
    done = 0
    for name, content in entries:
        if name == SECRETS:
            secrets = json.loads(content.read(_LARGEST_SMALL))
        elif name == RECORDS or _FIT.fullmatch(name):
            done += name.startswith(VAULT)
            progress.step(done, 2 * documents, words("Taking out the documents"))
            _write(work / name, content)
        else:
            raise ValueError("a name that no backup holds")
    return secrets


def _write(path: Path, content: IO[bytes]) -> None:
    private_folder(path.parent)
    with path.open("xb") as out:
        path.chmod(0o600)
        shutil.copyfileobj(content, out, 1 << 20)


def _bring_documents(file: Path, contents: Contents, work: Path, progress: Progress) -> None:
    """Copies documents that lie beside the backup; a missing one is found by `_verify`."""
    private_folder(work / VAULT)
    if not contents.documents_at:
        return
    beside = file.parent / contents.documents_at
    for done, document in enumerate(contents.documents):
        progress.step(done, 2 * len(contents.documents), words("Taking out the documents"))
        source = beside / document.file
        if source.is_file() and _FIT.fullmatch(f"{VAULT}/{document.file}"):
            with source.open("rb") as content:
                _write(work / VAULT / document.file, content)


def _verify(
    file: Path, contents: Contents, place: tuple[Path, OfficeKeys], progress: Progress
) -> None:
    """Every row by its table's hash, the chain, every document opened and hashed."""
    work, keys = place
    path = work / RECORDS
    if not path.is_file() or sha256_of(path) != contents.database:
        raise BackupDamaged(file=file.name)
    copy = Copy(path, keys)
    try:
        if copy.tables() != (contents.revision, contents.tables):
            raise BackupDamaged(file=file.name)
        if contents.entries is not None and contents.revision == newest():
            chain = copy.chain()
            if chain != (contents.entries, contents.head, contents.broken_at):
                raise BackupDamaged(file=file.name)
        wrong = set(_not_whole(work, copy.documents(), progress))
    finally:
        copy.close()
    if wrong - set(contents.damaged):
        raise BackupDamaged(file=file.name)


def _not_whole(work: Path, documents: list[Vaulted], progress: Progress) -> Iterator[str]:
    for done, document in enumerate(documents, len(documents)):
        progress.step(done, 2 * len(documents), words("Opening each document"))
        path = work / VAULT / document.file
        if not path.is_file():
            yield document.id
            continue
        with path.open("rb") as sealed:
            if not opens(cast(BinaryIO, sealed), document):
                yield document.id


@contextmanager
def _failures(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as e:
        raise BackupFailed(place=folder, reason=e.strerror or "input/output error") from e
