"""Statements that every write runs: made once, and handed to the driver itself.

To make one anew and to follow it through all layers takes several times as long as the database
needs to run it. Values are converted and failures told as if it went through them.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Insert, Select, Table
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine


class _Prepared:
    def __init__(
        self, dialect: Dialect, statement: Insert | Select[*tuple[Any, ...]], **how: bool
    ) -> None:
        compiled = statement.compile(dialect=dialect, compile_kwargs=how)
        self._dialect, self._text = dialect, str(compiled)
        self._order: Sequence[str] | None = getattr(compiled, "positiontup", None)

    def _impl(self, type_: TypeEngine[Any]) -> TypeEngine[Any]:
        return type_.dialect_impl(self._dialect)

    def _run(self, connection: Connection, values: Sequence[Any]) -> Any:
        cursor = connection.connection.cursor()
        try:
            if len(values) > 1:
                cursor.executemany(self._text, values)
            else:
                cursor.execute(self._text, *values)
        except self._dialect.loaded_dbapi.Error as e:
            if self._dialect.is_disconnect(e, connection.connection, cursor):
                connection.invalidate(e)
            base = self._dialect.loaded_dbapi.Error
            raise DBAPIError.instance(self._text, None, e, base, dialect=self._dialect) from e
        return cursor


class Adding(_Prepared):
    """Adds rows to a table."""

    def __init__(self, dialect: Dialect, table: Table) -> None:
        super().__init__(dialect, table.insert().inline())
        made = {c.name: self._impl(c.type).bind_processor(dialect) for c in table.columns}
        self._made = {name: make for name, make in made.items() if make}

    def rows(self, connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
        """Adds them, each with a value for every column."""
        values = [{**row, **{n: make(row[n]) for n, make in self._made.items()}} for row in rows]
        if self._order is None:
            self._run(connection, values)
        else:
            self._run(connection, [tuple(row[name] for name in self._order) for row in values])


class Asking(_Prepared):
    """Asks for a row; the query knows all its values."""

    def __init__(self, dialect: Dialect, query: Select[*tuple[Any, ...]]) -> None:
        super().__init__(dialect, query, literal_binds=True)
        self._made = [
            self._impl(c.type).result_processor(dialect, None) for c in query.selected_columns
        ]

    def first(self, connection: Connection) -> list[Any] | None:
        """The first row; None where there is none."""
        cursor = self._run(connection, ())
        row = cursor.fetchone()
        cursor.close()
        if row is None:
            return None
        return [make(v) if make else v for v, make in zip(row, self._made, strict=True)]
