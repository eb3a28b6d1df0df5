"""SQLCipher: the encrypted database of an office in one folder."""

from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from mi_desktop.basics.errors import WorldError
from mi_desktop.storage.errors import CannotWrite, OfficeBusy, RecordsDamaged

DriverError = sqlcipher.DatabaseError
BUSY_SECONDS = 10
# Pages kept decrypted, for each connection: what encryption costs is paid when a page is read.
CACHE_KIB = 32 * 1024
_FULL, _READONLY, _IOERR, _CANTOPEN, _BUSY, _LOCKED = 13, 8, 10, 14, 5, 6
_CORRUPT, _NOTADB = 11, 26


def engine_of(path: Path, key: bytes) -> Engine:
    """Connections to the file; whoever asks for `writes` waits for the others to finish.

    Args:
        path: the file, made where it is not there, readable by its owner alone.
        key: 32 bytes.
    """
    # Before SQLite makes it readable for everybody; its journals take its mode.
    if not path.exists():
        path.touch(mode=0o600)
    # The connection used last is used again: its pages are decrypted already.
    engine = create_engine(
        "sqlite://",
        creator=partial(_connected, path, key),
        module=sqlcipher,
        poolclass=QueuePool,
        pool_use_lifo=True,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def empty_journal(engine: Engine) -> None:
    """Puts what stands in the journal into the file, as far as nobody else reads there."""
    raw = engine.raw_connection()
    try:
        raw.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
    finally:
        raw.close()


def _connected(path: Path, key: bytes) -> Any:
    connection = sqlcipher.connect(
        str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    # What it finds wrong comes as an error; its log would go to the terminal.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def _prepare(connection: Any, _: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    # What is deleted is overwritten, in free pages too (GD-06).
    connection.execute("PRAGMA secure_delete = ON")


def _begin(connection: Any) -> None:
    writes = connection.get_execution_options().get("writes", False)
    statement = "BEGIN IMMEDIATE" if writes else "BEGIN"
    # By the driver: through all layers it takes as long as the rest of a short transaction.
    try:
        connection.connection.driver_connection.execute(statement)
    except sqlcipher.DatabaseError as e:
        raise OperationalError(statement, None, e) from e


def failure(error: BaseException | None) -> WorldError | None:
    """What the disk or another program did, in words; None for a bug of ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (_BUSY, _LOCKED):
        return OfficeBusy()
    if code in (_FULL, _READONLY, _IOERR, _CANTOPEN):
        return CannotWrite(reason=str(error))
    if code in (_CORRUPT, _NOTADB):
        return RecordsDamaged(file="office.db")
    return None
