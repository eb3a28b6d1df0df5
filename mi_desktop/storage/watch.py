"""Hearing of what colleagues change: by NOTIFY from a server, by looking once a second in a file.

What is heard are kinds of records (names of tables), never what stands in them.
"""

import json
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

if TYPE_CHECKING:
    from mi_desktop.storage.database import Database

log = logging.getLogger(__name__)

CHANNEL = "mi_desktop"
EVERY_S = 1.0
_LONGEST_PAUSE_S = 15.0


@dataclass(frozen=True)
class Ears:
    """Who is told; both are called on the watching thread.

    Attributes:
        changed: kinds of records that somebody else changed; none: perhaps every kind.
        line: False when the line to the records is lost, True when it is back.
    """

    changed: Callable[[frozenset[str]], None]
    line: Callable[[bool], None]


class Watch(threading.Thread):
    """Listens until it is stopped; a lost line is tried again, with growing pauses."""

    def __init__(self, database: "Database", ears: Ears) -> None:
        super().__init__(name="watch", daemon=True)
        self._database = database
        self._ears = ears
        self._ended = threading.Event()
        self._look = self._listen if database.on_server else self._compare

    def end(self) -> None:
        """Asks it to end, and does not wait."""
        self._ended.set()

    def stop(self) -> None:
        """Ends it, within a second or so; calls nobody afterwards."""
        self.end()
        if self.is_alive() and threading.current_thread() is not self:
            self.join()

    def run(self) -> None:
        """Listens; on the watching thread."""
        pause, lost = EVERY_S, False
        while not self._ended.is_set():
            try:
                connection = self._database.engine.raw_connection()
            except DBAPIError:
                connection = None
            if connection is not None:
                if lost:
                    lost, pause = False, EVERY_S
                    self._ears.line(True)
                    self._ears.changed(frozenset())  # whatever was said meanwhile
                try:
                    self._look(connection.driver_connection)
                    connection.close()
                    return
                except (DBAPIError, psycopg.Error, self._database.driver_error) as e:
                    log.warning("the line is lost: %s", type(e).__name__)
                    connection.invalidate()
            if not lost:
                lost = True
                self._ears.line(False)
            self._ended.wait(pause)
            pause = min(2 * pause, _LONGEST_PAUSE_S)

    def _listen(self, line: Any) -> None:
        line.autocommit = True
        line.execute(f"LISTEN {CHANNEL}")
        while not self._ended.is_set():
            for heard in line.notifies(timeout=EVERY_S):
                said = json.loads(heard.payload)
                if said["desk"] != self._database.desk:
                    self._ears.changed(frozenset(said["kinds"]))
        line.execute(f"UNLISTEN {CHANNEL}")
        line.autocommit = False

    def _compare(self, line: Any) -> None:
        seen, counted = self._state(line)
        version = _version(line)
        while not self._ended.wait(EVERY_S):
            now = _version(line)
            if now == version:
                continue
            version = now
            last, own = self._state(line)
            if last - seen > own - counted:
                kinds = line.execute("SELECT DISTINCT entity FROM audit WHERE seq > ?", (seen,))
                self._ears.changed(frozenset(kind for (kind,) in kinds.fetchall()))
            seen, counted = last, own

    def _state(self, line: Any) -> tuple[int, int]:
        """The last line of the trail, and how many of its lines are this program's."""
        with self._database.counting:
            last = line.execute("SELECT coalesce(max(seq), 0) FROM audit").fetchone()[0]
            return last, self._database.lines_written


def announce(session: Session, desk: str, kinds: set[str]) -> None:
    """Tells the other desks, when the transaction is committed, which kinds changed."""
    if kinds and session.get_bind().dialect.name == "postgresql":
        said = json.dumps({"desk": desk, "kinds": sorted(kinds)})
        session.execute(select(func.pg_notify(CHANNEL, said)))


def _version(line: Any) -> int:
    return int(line.execute("PRAGMA data_version").fetchone()[0])
