"""Migrations: they make exactly the tables that the code wants, and go down and up with data."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, func, insert, inspect, select, text
from sqlalchemy import Table as SqlTable
from sqlalchemy.exc import IntegrityError
from sqlalchemy.types import TypeDecorator

import mi_desktop.services
from mi_desktop.storage import Office, Table, open_office
from mi_desktop.storage.errors import OfficeNewer
from mi_desktop.storage.migrate import run
from tests.conftest import PASSPHRASE, Staff

BY_HAND = {"search_text", "alembic_version"}


@pytest.fixture
def office(either_office: Office) -> Office:
    return either_office


def test_models_equal_migrations(office: Office) -> None:
    with office.database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _: (
                    kind != "table" or not (name or "").startswith(tuple(BY_HAND))
                )
            },
        )
        assert compare_metadata(context, Table.metadata) == []


def test_down_and_up_again_with_data(office: Office) -> None:
    """Every table holds a row; the oldest tables keep it all the way down and up."""
    office.trail.end()
    engine = office.database.engine.execution_options(writes=True)
    with engine.begin() as connection:
        rows = fill(connection)
        run(connection, "0001")
        kept = set(inspect(connection).get_table_names()) & set(rows)
        run(connection, "head")
        for name in kept:
            found = connection.scalar(select(func.count()).select_from(rows[name]))
            assert found, f"{name} lost its rows"
        run(connection, "base")
        assert set(inspect(connection).get_table_names()) <= {"alembic_version"}
        run(connection, "head")
    assert len(kept) > 20
    with office.database.write("system", "test.index") as session:
        office.index.put(session, "mail", "p", ("a", "b"))
    with office.database.read() as session:
        assert office.index.find(session, "b")


def test_search_finds_what_was_put_in_before_an_upgrade(office: Office) -> None:
    with office.database.write("system", "test.index") as session:
        office.index.put(session, "mail", "p", ("Brev", "Klåda efter två doser"), "sv")
    with office.database.engine.execution_options(writes=True).begin() as connection:
        run(connection, "0001")
        run(connection, "head")
    with office.database.read() as session:
        (found,) = office.index.find(session, "klådan")
    assert found.snippet == "«Klåda» efter två doser"


def fill(connection: Connection, but: frozenset[str] = frozenset()) -> dict[str, SqlTable]:
    """A row into every table that has none, with its foreign keys; returns the tables."""
    made: dict[tuple[str, str], Any] = {}
    tables = [t for t in Table.metadata.sorted_tables if t.name not in but]
    for number, table in enumerate(tables):
        values = {c.name: _value(c, number, made) for c in table.columns}
        connection.execute(insert(table).values(values))
        made |= {(table.name, name): value for name, value in values.items()}
    return {t.name: t for t in tables}


def _value(column: Any, number: int, made: dict[tuple[str, str], Any]) -> Any:
    key = next(iter(column.foreign_keys), None)
    if key is not None:
        return made.get((key.column.table.name, key.column.name))
    samples: dict[type, Any] = {
        str: f"x{number}",
        int: 1000 + number,
        bool: False,
        float: 1.5,
        bytes: b"x",
        object: {},  # JSON
        date: date(2026, 11, 16),
        datetime: datetime(2026, 11, 16, 8, tzinfo=UTC),
    }
    kind = column.type
    return samples[(kind.impl if isinstance(kind, TypeDecorator) else kind).python_type]


def test_an_office_of_a_newer_version_is_refused_in_words(office: Office, staff: Staff) -> None:
    with office.database.engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(OfficeNewer) as caught:
        open_office(office.folder, PASSPHRASE)
    assert "9999" in str(caught.value.words)


def test_an_older_office_is_kept_as_it_was_before_it_is_upgraded(
    office: Office, staff: Staff
) -> None:
    with office.database.engine.execution_options(writes=True).begin() as connection:
        run(connection, "0004")
    office.database.close()
    opened = open_office(office.folder, PASSPHRASE)
    names = [u.name for u in _users(opened)]
    assert "anna" in names
    if opened.database.on_server:
        with opened.database.read() as session:
            query = 'SELECT count(*) FROM before_0004."user"'
            assert session.scalar(text(query)) == len(names)
            kept = session.scalar(text("SELECT version_num FROM before_0004.alembic_version"))
        assert kept == "0004"
    else:
        (kept,) = (office.folder / "before-upgrade").iterdir()
        assert "version-0004" in kept.name
    opened.close()


def _users(office: Office) -> list[Any]:
    with office.database.read() as session:
        return list(session.execute(text('SELECT name FROM "user"')))


def test_the_database_refuses_to_change_a_verbatim_question(office: Office) -> None:
    engine = office.database.engine.execution_options(writes=True)
    with engine.begin() as connection:
        fill(connection)
    with (
        pytest.raises(IntegrityError, match="verbatim question"),
        engine.begin() as connection,
    ):
        connection.exec_driver_sql("UPDATE question SET verbatim = 'y'")


def test_the_scripts_ship_with_the_package() -> None:
    folder = Path(mi_desktop.services.__file__).parent / "storage" / "migrations" / "versions"
    assert sorted(p.stem for p in folder.glob("v*.py"))[0] == "v0001_first_tables"
