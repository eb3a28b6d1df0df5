"""Records carried from a server's tables into an encrypted file, and from such a file to a server.

Each table is read as the file would hold it, in the order of its key: what went in and what came
out can be compared row by row. The words of the search index are not carried: each kind of
database has its own, and makes it anew from the texts.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import nacl.exceptions
from nacl.secret import SecretBox
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.types import JSON, String

from mi_desktop.basics.progress import Progress
from mi_desktop.basics.words import words
from mi_desktop.storage import server
from mi_desktop.storage.backup.contents import Copy, revision_of
from mi_desktop.storage.backup.errors import ServerUntrue
from mi_desktop.storage.errors import ServerTaken
from mi_desktop.storage.index import enter_anew
from mi_desktop.storage.keys import OfficeKeys
from mi_desktop.storage.migrate import run

# Made by the migrations, and by `enter_anew`.
_NOT_CARRIED = ("alembic_version", "search_text", "sqlite_")
_STEP = 2000
Row = tuple[Any, ...]


@dataclass(frozen=True)
class _Shape:
    """A table: its columns in order, those that hold JSON, its key with what is text in it."""

    name: str
    columns: tuple[str, ...]
    json: frozenset[str]
    key: tuple[tuple[str, bool], ...]


def copy_of_server(source: Engine, copy: Copy, keys: OfficeKeys, progress: Progress) -> None:
    """Fills a new encrypted file with one state of the server's records, while others write on.

    Raises:
        DBAPIError: the line to the server broke, or the disk is full.
    """
    with _one_state(source) as there, _loose(copy) as here:
        run(here, revision_of(there))
        shapes = _shapes(here)
        box = SecretBox(keys.documents)
        for number, shape in enumerate(shapes):
            progress.step(number, len(shapes), words("Copying the records"))
            for rows in _portions(there, shape, box):
                here.exec_driver_sql(_insert(shape), rows)


def fill_server(
    here: Connection, target: Engine, office: tuple[str, OfficeKeys], progress: Progress
) -> None:
    """Makes the records of a file those of an empty database on a server, whole or not at all.

    Args:
        here: to the file, of this version.
        target: the database.
        office: its identifier, and its keys: the documents' keys are sealed under them there.
        progress: told table by table; may cancel.

    Raises:
        ServerTaken: the database is not empty.
        ServerUntrue: what was read back is not what was written; nothing stays there.
        DBAPIError, psycopg.Error: the line to the server broke.
    """
    office_id, keys = office
    box = SecretBox(keys.documents)
    with target.execution_options(writes=True).begin() as there:
        if inspect(there).get_table_names():
            raise ServerTaken
        run(there, revision_of(here))
        shapes = _shapes(there)
        for number, shape in enumerate(shapes):
            progress.step(number, len(shapes), words("Copying the records"))
            _carry(here, there, shape, box)
        server.count_on(there)
        enter_anew(there)
        server.mark(there, office_id)


def _carry(here: Connection, there: Connection, shape: _Shape, box: SecretBox) -> None:
    """One table, read back: its rows must be those that were sent."""
    sent, came = hashlib.sha256(), hashlib.sha256()
    names = ", ".join(f'"{c}"' for c in shape.columns)
    cursor = there.connection.cursor()
    with cursor.copy(f'COPY "{shape.name}" ({names}) FROM STDIN') as out:
        for rows in _portions(here, shape, None):
            for row in rows:
                sent.update(repr(row).encode())
                out.write_row(_sealed(shape, row, box))
    for rows in _portions(there, shape, box):
        for row in rows:
            came.update(repr(row).encode())
    if sent.digest() != came.digest():
        raise ServerUntrue(database=there.engine.url.database or "")


@contextmanager
def _one_state(source: Engine) -> Iterator[Connection]:
    """A connection that sees the records as they are now, whatever others write."""
    reading = source.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    with reading.connect() as connection:
        yield connection
        connection.rollback()


@contextmanager
def _loose(copy: Copy) -> Iterator[Connection]:
    """A connection to a new file that looks at what refers to what once everything is in."""
    with copy.engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        yield connection


def _shapes(connection: Connection) -> list[_Shape]:
    """The tables to carry, those first that others refer to."""
    inspector = inspect(connection)
    ordered = [name for name, _ in inspector.get_sorted_table_and_fkc_names() if name]
    return [
        _shape(inspector, name) for name in ordered if not name.startswith(_NOT_CARRIED)
    ]  # fmt: skip


def _shape(inspector: Any, table: str) -> _Shape:
    types = {c["name"]: c["type"] for c in inspector.get_columns(table)}
    key = inspector.get_pk_constraint(table)["constrained_columns"]
    return _Shape(
        table,
        tuple(sorted(types)),
        frozenset(name for name, kind in types.items() if isinstance(kind, JSON)),
        tuple((name, isinstance(types[name], String)) for name in key),
    )


def _portions(connection: Connection, shape: _Shape, box: SecretBox | None) -> Iterator[list[Row]]:
    """The rows as a file holds them; `box` opens the documents' keys that a server keeps sealed."""
    on_server = connection.dialect.name == "postgresql"
    found = connection.exec_driver_sql(
        _select(shape, on_server), execution_options={"stream_results": True, "yield_per": _STEP}
    )
    for rows in found.partitions():
        yield [_plain(shape, row, box) for row in rows]


def _select(shape: _Shape, on_server: bool) -> str:
    # As text both keep JSON to the letter; the order of texts must not hang on a server's language.
    cast, order = ("::text", ' COLLATE "C"') if on_server else ("", "")
    columns = ", ".join(f'"{c}"{cast if c in shape.json else ""}' for c in shape.columns)
    key = ", ".join(f'"{name}"{order if text else ""}' for name, text in shape.key)
    return f'SELECT {columns} FROM "{shape.name}" ORDER BY {key}'  # noqa: S608 - our own names


def _insert(shape: _Shape) -> str:
    names = ", ".join(f'"{c}"' for c in shape.columns)
    marks = ", ".join("?" * len(shape.columns))
    return f'INSERT INTO "{shape.name}" ({names}) VALUES ({marks})'  # noqa: S608 - our own names


def _plain(shape: _Shape, row: Sequence[Any], box: SecretBox | None) -> Row:
    values = tuple(_as_file(v) for v in row)
    return _key_changed(shape, values, lambda k: _opened(box, k)) if box else values


def _as_file(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(" ", "microseconds")
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def _sealed(shape: _Shape, row: Row, box: SecretBox) -> Row:
    return _key_changed(shape, row, lambda key: bytes(box.encrypt(key)))


def _opened(box: SecretBox, key: bytes) -> bytes:
    try:
        return box.decrypt(key)
    except nacl.exceptions.CryptoError:
        return key  # it opens no document; the backup names the one that is damaged


def _key_changed(shape: _Shape, row: Row, change: Any) -> Row:
    if shape.name != "document":
        return row
    place = shape.columns.index("key")
    key = row[place]
    return (*row[:place], change(key) if key else key, *row[place + 1 :])
