"""What a backup holds, counted and hashed: table by table, document by document."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Connection

from mi_desktop.storage import cipher
from mi_desktop.storage.audit_walk import walk
from mi_desktop.storage.keys import OfficeKeys

CONTENTS = "contents.json"
RECORDS = "office.db"
_SIZE_OF_HASHED = 1 << 20


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True)


class TableSum(_Kept):
    """One table: how many rows, and the SHA-256 of all of them in order."""

    rows: int
    sha256: str


class KeptDocument(_Kept):
    """One sealed document of the vault.

    Attributes:
        file: its place in the vault, `ab/0123…ab`.
        sealed: bytes of the sealed file; 0 where it is missing.
        sha256: of what is inside.
        whole: it opened and had this hash when it was backed up.
    """

    id: str
    file: str
    sealed: int
    sha256: str
    whole: bool


class Contents(_Kept):
    """What a backup holds.

    Attributes:
        made_at: UTC.
        revision: of the records' tables.
        database: SHA-256 of the records' file.
        tables: by name.
        entries: lines of the audit chain; None where the tables are of another version.
        broken_at: the chain's first broken line, None where it is whole.
        documents_at: folder of the documents, as seen from the backup's; "" for inside.
        indexed: the records' file holds the words of the search index; one from a server does not.
    """

    made_at: datetime
    revision: str
    database: str
    tables: dict[str, TableSum]
    entries: int | None
    head: str
    broken_at: int | None
    documents: tuple[KeptDocument, ...]
    documents_at: str
    indexed: bool = True

    @property
    def records(self) -> int:
        """Rows of all tables."""
        return sum(table.rows for table in self.tables.values())

    @property
    def damaged(self) -> tuple[str, ...]:
        """Documents that did not open when they were backed up."""
        return tuple(d.id for d in self.documents if not d.whole)


class BackupReport(_Kept):
    """A backup that was read back and counts.

    Attributes:
        sha256: of the file.
        size: bytes of the file; documents beside it are not counted.
        damaged: ids of documents that were damaged in the office already.
        entries: lines of the audit chain.
    """

    file: Path
    made_at: datetime
    records: int
    documents: int
    sha256: str
    size: int
    entries: int
    head: str
    broken_at: int | None
    damaged: tuple[str, ...]


class Vaulted(_Kept):
    """How a document is opened: from the records."""

    id: str
    file: str
    key: bytes
    sha256: str


def table_sums(connection: Connection) -> dict[str, TableSum]:
    """Every table's rows, counted and hashed in their order; whatever version they are of."""
    names = connection.exec_driver_sql(
        "SELECT name FROM pragma_table_list WHERE schema = 'main'"
        " AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).scalars()
    return {name: _sum(connection, name) for name in list(names)}


def _sum(connection: Connection, table: str) -> TableSum:
    digest, rows = hashlib.sha256(), 0
    found = connection.exec_driver_sql(f'SELECT rowid, * FROM "{table}" ORDER BY rowid')  # noqa: S608
    for row in found.yield_per(2000):
        digest.update(repr(tuple(row)).encode())
        rows += 1
    return TableSum(rows=rows, sha256=digest.hexdigest())


def revision_of(connection: Connection) -> str:
    """The version of the records' tables."""
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def vaulted(connection: Connection) -> Iterator[Vaulted]:
    """Every document that the records name, but for those whose keys were destroyed."""
    found = connection.exec_driver_sql(
        "SELECT id, file, key, sha256 FROM document WHERE length(key) > 0 ORDER BY file"
    )
    for row in found:
        yield Vaulted(id=row[0], file=row[1], key=bytes(row[2]), sha256=row[3])


class Copy:
    """A copy of an office's records, opened by itself."""

    def __init__(self, path: Path, keys: OfficeKeys) -> None:
        self.path = path
        self.engine = cipher.engine_of(path, keys.database)

    def tables(self) -> tuple[str, dict[str, TableSum]]:
        """Revision and sums of the tables."""
        with self.engine.connect() as connection:
            return revision_of(connection), table_sums(connection)

    def documents(self) -> list[Vaulted]:
        """What the vault must hold."""
        with self.engine.connect() as connection:
            return list(vaulted(connection))

    def chain(self) -> tuple[int, str, int | None]:
        """Lines, head and first broken line of the audit chain; tables of this version only."""
        with self.engine.connect() as connection:
            report = walk(connection)
        return report.entries, report.head, report.broken_at

    def close(self) -> None:
        """Lets go of the file; its journal goes with the last connection."""
        self.engine.dispose()


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as source:
        while piece := source.read(_SIZE_OF_HASHED):
            digest.update(piece)
    return digest.hexdigest()
