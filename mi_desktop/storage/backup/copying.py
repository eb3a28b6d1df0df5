"""One state of an office's records, copied into an encrypted file while others write on.

A file is copied page by page by the database's own online backup; what lies on a server is read
in one snapshot, row by row (`moving`). Either way nothing readable touches the disk.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from mi_desktop.basics.progress import Progress
from mi_desktop.storage import cipher, server
from mi_desktop.storage.backup.contents import RECORDS, Copy
from mi_desktop.storage.backup.errors import BackupFailed
from mi_desktop.storage.backup.moving import copy_of_server
from mi_desktop.storage.errors import CannotWrite
from mi_desktop.storage.keys import OfficeKeys


@dataclass(frozen=True)
class Source:
    """The office that is backed up, and where its copy will say that its documents are.

    Attributes:
        secrets: by name; passwords of signing keys and of the mail server.
        documents_at: "" puts the documents inside the file.
        beside: the folder outside the office that keeps the documents, where there is one.
        old: its tables are of an earlier version; the chain cannot be walked yet.
        server: where the records lie, if not in the folder.
    """

    folder: Path
    keys: OfficeKeys
    made_at: datetime
    secrets: dict[str, str]
    documents_at: str = ""
    beside: Path | None = None
    old: bool = False
    server: Engine | None = None


def copied(source: Source, path: Path, progress: Progress) -> Copy:
    """A copy of the records in a new file, opened; the caller closes it.

    Raises:
        BackupFailed: the copy cannot be written.
        ServerAway, OfficeBusy, RecordsDamaged: the records cannot be read.
    """
    with ExitStack() as undone, _failures(path):
        copy = Copy(path, source.keys)
        undone.callback(copy.close)
        if source.server is None:
            _copy_pages(source, copy)
        else:
            copy_of_server(source.server, copy, source.keys, progress)
        undone.pop_all()
    return copy


def _copy_pages(source: Source, copy: Copy) -> None:
    engine = cipher.engine_of(source.folder / RECORDS, source.keys.database)
    with ExitStack() as ending:
        ending.callback(engine.dispose)
        here, there = engine.raw_connection(), copy.engine.raw_connection()
        ending.callback(here.close)
        ending.callback(there.close)
        here.driver_connection.backup(there.driver_connection)  # type: ignore[union-attr]


@contextmanager
def _failures(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlcipher.DatabaseError, DatabaseError) as e:
        cause = e.orig if isinstance(e, DatabaseError) else e
        told = cipher.failure(cause) or server.failure(cause)
        here = isinstance(cause, sqlcipher.OperationalError)
        # The online backup says in words alone what the disk did.
        if isinstance(told, CannotWrite) or (told is None and here):
            raise BackupFailed(place=path.parents[2], reason=str(cause)) from e
        if told is None:
            raise
        raise told from e
