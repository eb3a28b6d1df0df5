"""Migrations: they make exactly the tables that the code wants, and go down and up with data."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

import mi_desktop.services
from mi_desktop.storage import Office, Table, open_office
from mi_desktop.storage.errors import OfficeNewer
from mi_desktop.storage.migrate import run
from tests.conftest import PASSPHRASE, Staff

BY_HAND = {"search_text", "alembic_version"}


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


def test_down_and_up_again_with_data(office: Office, staff: Staff) -> None:
    engine = office.database.engine.execution_options(writes=True)
    with engine.begin() as connection:
        run(connection, "base")
        left = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")))
        assert left <= {"alembic_version"}
        run(connection, "head")
    with office.database.write("system", "test.index") as session:
        office.index.put(session, "mail", "p", ("a", "b"))


def test_an_office_of_a_newer_version_is_refused_in_words(office: Office, staff: Staff) -> None:
    with office.database.engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(OfficeNewer) as caught:
        open_office(office.folder, PASSPHRASE)
    assert "9999" in str(caught.value.words)


def test_the_database_refuses_to_change_a_verbatim_question(office: Office) -> None:
    with office.database.engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql(
            "INSERT INTO inquiry (id, number, status, channel, received_at, first_aware_at,"
            " registered_at, owner, language, name, type, organisation, street, postcode, city,"
            " country, email, phone, name_key, version) VALUES ('i', 'n', '', '', 0, 0, 0, '', '',"
            " '', '', '', '', '', '', '', '', '', '', 1)"
        )
        connection.exec_driver_sql(
            "INSERT INTO question (id, inquiry_id, position, verbatim, language, topic)"
            " VALUES ('q', 'i', 1, 'Får man?', 'sv', '')"
        )
    with (
        pytest.raises(IntegrityError, match="verbatim question"),
        office.database.engine.execution_options(writes=True).begin() as connection,
    ):
        connection.exec_driver_sql("UPDATE question SET verbatim = 'x'")


def test_the_scripts_ship_with_the_package() -> None:
    folder = Path(mi_desktop.services.__file__).parent / "storage" / "migrations" / "versions"
    assert sorted(p.stem for p in folder.glob("v*.py"))[0] == "v0001_first_tables"
