"""The encrypted database and its two doors: `read` and `write`.

`write` is one user's action: its changes and their audit lines are committed together or not
at all. A session is used by one thread and ends with the `with` block.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from mi_desktop.basics.clock import Clock, utc_now
from mi_desktop.storage.audit import Chain, Deed
from mi_desktop.storage.errors import CannotWrite, OfficeBusy, RecordsDamaged
from mi_desktop.storage.keys import OfficeKeys

BUSY_SECONDS = 10
_FULL, _READONLY, _IOERR, _CANTOPEN, _BUSY, _LOCKED = 13, 8, 10, 14, 5, 6
_CORRUPT, _NOTADB = 11, 26


class Database:
    """One office's records."""

    def __init__(self, path: Path, keys: OfficeKeys, clock: Clock = utc_now) -> None:
        # Before SQLite makes it readable for everybody; its journals take its mode.
        if not path.exists():
            path.touch(mode=0o600)
        self.clock = clock
        self.chain = Chain(keys.digest)
        self.engine = _engine(path, keys.database)
        self._reading = sessionmaker(self.engine, expire_on_commit=False, autoflush=False)
        self._writing = sessionmaker(
            self.engine.execution_options(writes=True), expire_on_commit=False
        )

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the office and changes nothing."""
        with world_failures(), self._reading() as session:
            yield session
            session.rollback()

    @contextmanager
    def write(self, by: str, action: str, reason: str = "") -> Iterator[Session]:
        """A transaction for one action of one user; audited line by line, or rolled back.

        Args:
            by: the user's id, or `system`.
            action: what the user does, `room.verb`.
            reason: why, where the action asks for it; never personal data.

        Raises:
            OfficeBusy: another program holds the database for more than 10 s.
            CannotWrite: disk full or read-only.
        """
        deed = Deed(by, action, self.clock(), reason)
        with world_failures(), self._writing.begin() as session:
            session.info["deed"] = deed

            def audit(flushing: Session, *_: Any) -> None:
                self.chain.write_flushed(flushing, deed)

            event.listen(session, "before_flush", audit)
            yield session

    def note(
        self, session: Session, entity: str, key: str, facts: dict[str, Any] | None = None
    ) -> None:
        """Adds a line for something that changes no row: a sign-in, an export, a print."""
        self.chain.write(session, session.info["deed"], entity, key, facts or {})

    def close(self) -> None:
        """Lets go of the file."""
        self.engine.dispose()


def _engine(path: Path, key: bytes) -> Engine:
    def connect() -> Any:
        connection = sqlcipher.connect(
            str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        # What it finds wrong comes as an error; its log would go to the terminal.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return connection

    engine = create_engine("sqlite://", creator=connect, module=sqlcipher, poolclass=QueuePool)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: ConnectionPoolEntry) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA temp_store = MEMORY")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def world_failures() -> Iterator[None]:
    """Turns what the disk or another program did to the database into words.

    Raises:
        OfficeBusy: another program holds the database.
        CannotWrite: disk full or read-only.
        RecordsDamaged: not a database, or not one that this office's key opens.
    """
    try:
        yield
    except DatabaseError as e:
        code = getattr(e.orig, "sqlite_errorcode", 0) & 0xFF
        if code in (_BUSY, _LOCKED):
            raise OfficeBusy from e
        if code in (_FULL, _READONLY, _IOERR, _CANTOPEN):
            raise CannotWrite(reason=str(e.orig)) from e
        if code in (_CORRUPT, _NOTADB):
            raise RecordsDamaged(file="office.db") from e
        raise
