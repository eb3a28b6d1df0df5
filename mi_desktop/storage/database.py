"""The database and its two doors: `read` and `write`.

`write` is one user's action: its changes and their audit lines are committed together or not
at all. A session is used by one thread and ends with the `with` block. The records lie in an
encrypted file, or on a PostgreSQL server for an office of several desks.
"""

import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import URL, Engine, event, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from mi_desktop.basics.clock import Clock, utc_now
from mi_desktop.storage import cipher, server
from mi_desktop.storage.audit import AuditRow, Chain, Deed, Head, last_line
from mi_desktop.storage.errors import ChangedByColleague
from mi_desktop.storage.keys import OfficeKeys
from mi_desktop.storage.watch import Ears, Watch, announce


class Database:
    """One office's records."""

    def __init__(self, place: Path | URL, keys: OfficeKeys, clock: Clock = utc_now) -> None:
        """`place` is the encrypted file, or the server's address with its password."""
        self.clock = clock
        self.passed: Callable[[Head], None] = lambda _: None
        self.guards: list[Callable[[Session], None]] = []  # asked before anything is written
        self.desk = secrets.token_hex(8)  # which of many programs on one office this is
        self.counting = threading.Lock()
        self.lines_written = 0
        self._watches: list[Watch] = []
        self.engine = _engine(place, keys)
        self.chain = Chain(self.engine.dialect)
        reading = self.engine
        if self.on_server:
            reading = reading.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        self._reading = sessionmaker(reading, expire_on_commit=False, autoflush=False)
        self._writing = sessionmaker(
            self.engine.execution_options(writes=True), expire_on_commit=False
        )
        event.listen(self._writing, "before_flush", self._audit)

    @property
    def on_server(self) -> bool:
        """True where the records lie on a PostgreSQL server."""
        return self.engine.dialect.name == "postgresql"

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
            reason: why, where the action asks for it; its words can be destroyed (GD-05).

        Raises:
            OfficeBusy: another desk or program holds the database for more than 10 s.
            CannotWrite: disk full or read-only.
            ServerAway: the line to the server is gone.
            ChangedByColleague: a row was changed by another transaction since it was read.
        """
        deed = Deed(by, action, self.clock(), reason)
        with world_failures(), self._writing() as session:
            session.info.update(deed=deed, kinds=set())
            before = self.chain.begin(session)
            yield session
            session.flush()
            announce(session, self.desk, session.info["kinds"])
            head = last_line(session)
            with self.counting:
                session.commit()
                self.lines_written += head.seq - before.seq
        if head != before:
            self.passed(head)

    def note(
        self, session: Session, entity: str, key: str, facts: dict[str, Any] | None = None
    ) -> None:
        """Adds a line for something that changes no row: a sign-in, an export, a print."""
        session.info["kinds"].add(entity)
        self.chain.write(session, session.info["deed"], entity, key, facts or {})

    def watch(
        self, changed: Callable[[frozenset[str]], None], line: Callable[[bool], None]
    ) -> Watch:
        """Tells of what others change from now on, until it is stopped or the office closed.

        Args:
            changed: gets the kinds of records (none: perhaps every kind), on another thread.
            line: gets False when the line to the records is lost, True when it is back.
        """
        watch = Watch(self, Ears(changed, line))
        self._watches.append(watch)
        watch.start()
        return watch

    def _audit(self, session: Session, *_: object) -> None:
        for guard in self.guards:
            guard(session)
        session.info["kinds"] |= self.chain.write_flushed(session, session.info["deed"])

    @property
    def driver_error(self) -> type[Exception]:
        """What the driver's own calls raise."""
        error: type[Exception] = self.engine.dialect.loaded_dbapi.Error
        return error

    def forget_past(self) -> None:
        """Lets go of what records were before an erasure: the journal, tables of old versions."""
        if self.on_server:
            server.drop_kept(self.engine)
        else:
            cipher.empty_journal(self.engine)

    def close(self) -> None:
        """Lets go of the file, or of the lines to the server."""
        for watch in self._watches:
            watch.stop()
        self.engine.dispose()


def last_change(session: Session, entity: str, key: str) -> tuple[str, datetime] | None:
    """Who changed a record last, and when (UTC), as the trail says; None for one without a line."""
    query = select(AuditRow.by, AuditRow.at).where(AuditRow.entity == entity, AuditRow.key == key)
    found = session.execute(query.order_by(AuditRow.seq.desc()).limit(1)).one_or_none()
    return (found.by, found.at) if found else None


def _engine(place: Path | URL, keys: OfficeKeys) -> Engine:
    if isinstance(place, URL):
        return server.engine_of(place)
    return cipher.engine_of(place, keys.database)


@contextmanager
def world_failures() -> Iterator[None]:
    """Turns what the disk, the server or another program did to the database into words.

    Raises:
        OfficeBusy: another desk or program holds the database.
        CannotWrite: disk full or read-only.
        RecordsDamaged: not a database, or not one that this office's key opens.
        ServerAway: the server does not answer.
        ChangedByColleague: a row was changed by another transaction since it was read.
    """
    try:
        yield
    except StaleDataError as e:
        raise ChangedByColleague from e
    except (DatabaseError, psycopg.Error, cipher.DriverError) as e:
        cause = e.orig if isinstance(e, DatabaseError) else e
        told = cipher.failure(cause) or server.failure(cause)
        if told is None:
            raise
        raise told from e
