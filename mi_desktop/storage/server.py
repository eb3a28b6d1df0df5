"""PostgreSQL: the records of an office of several desks, on a server.

The desks write one after the other, as they do in a file: a transaction that writes first takes
the office's lock, so the audit chain has no gap and no number is given out twice.
"""

from typing import Any

import psycopg
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError

from mi_desktop.basics.errors import WorldError
from mi_desktop.storage.errors import (
    AddressUnfit,
    CannotWrite,
    OfficeBusy,
    PasswordInSettings,
    ServerAway,
    ServerEmpty,
    ServerTaken,
)
from mi_desktop.storage.migrate import run

DRIVER = "postgresql+psycopg"
LOGIN = "database"  # the name of its password among the office's sealed secrets
BUSY_SECONDS = 10
_OFFICE_LOCK = 0x4D4944  # one in each database
_BUSY = {"55P03", "40001", "40P01"}
_FULL = {"53100", "53200", "25006", "42501"}


def address_of(text: str, password: str | None) -> URL:
    """The server's address from the settings, with its password from where secrets are kept.

    Over a network the server must prove who it is (`sslmode=verify-full`), unless the address
    says otherwise; a socket of the same machine needs no proof.

    Raises:
        PasswordInSettings: the address holds a password.
        AddressUnfit: it is no address of a PostgreSQL server.
    """
    try:
        url = make_url(text)
    except ArgumentError as e:
        raise AddressUnfit(driver=DRIVER) from e
    if url.drivername != DRIVER or not url.database:
        raise AddressUnfit(driver=DRIVER)
    if url.password is not None or "password" in url.query:
        raise PasswordInSettings
    if url.host and "sslmode" not in url.query:
        url = url.update_query_dict({"sslmode": "verify-full"})
    return url.set(password=password) if password else url


def engine_of(url: URL) -> Engine:
    """Connections to the server; whoever asks for `writes` waits for the others to finish."""
    engine = create_engine(
        url,
        pool_pre_ping=True,
        pool_use_lifo=True,
        connect_args={
            "connect_timeout": BUSY_SECONDS,
            "application_name": "MI Desktop",
            "options": f"-c lock_timeout={BUSY_SECONDS}s -c timezone=UTC",
        },
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        if connection.get_execution_options().get("writes", False):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_OFFICE_LOCK})")

    return engine


def must_be_of(engine: Engine, office_id: str, new: bool) -> None:
    """Sees that the database is this office's; an empty one may become a new office only.

    Raises:
        ServerTaken: it holds something else.
        ServerEmpty: an office's records are not where they were.
    """
    with engine.begin() as connection:
        tables, whose = connection.execute(
            text(
                "SELECT count(*), obj_description(to_regclass('alembic_version'), 'pg_class')"
                " FROM pg_tables WHERE schemaname = current_schema()"
            )
        ).one()
    if tables and whose != office_id:
        raise ServerTaken
    if not tables and not new:
        raise ServerEmpty


def mark(connection: Connection, office_id: str) -> None:
    """Notes whose tables these are."""
    connection.execute(text(f"COMMENT ON TABLE alembic_version IS '{office_id}'"))


def count_on(connection: Connection) -> None:
    """Lets the server's own counters go on behind the rows that were carried in."""
    counted = connection.execute(
        text(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND column_default LIKE 'nextval(%'"
        )
    ).all()
    for table, column in counted:
        connection.execute(
            text(
                f"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'),"  # noqa: S608
                f' max("{column}")) FROM "{table}"'
            )
        )


def empty(engine: Engine) -> None:
    """Takes every table of an office away again: what was made of it must not stay."""
    with engine.execution_options(writes=True).begin() as connection:
        run(connection, "base")
        connection.execute(text("DROP TABLE alembic_version"))


def keep_before(connection: Connection, revision: str) -> None:
    """Copies every table into a schema of its own, `before_0004`, until the next upgrade.

    The copy stays on the server, where the records are, and comes or goes with the upgrade.
    """
    _drop_kept(connection)
    connection.execute(text(f'CREATE SCHEMA "before_{revision}"'))
    for table in inspect(connection).get_table_names():
        connection.execute(text(f'CREATE TABLE "before_{revision}"."{table}" AS TABLE "{table}"'))


def drop_kept(engine: Engine) -> None:
    """Drops the tables that were kept before an upgrade: they hold what is erased now."""
    with engine.execution_options(writes=True).begin() as connection:
        _drop_kept(connection)


def _drop_kept(connection: Connection) -> None:
    older = connection.scalars(
        text("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'before\\_%'")
    ).all()
    for schema in older:
        connection.execute(text(f'DROP SCHEMA "{schema}" CASCADE'))


def failure(error: BaseException | None) -> WorldError | None:
    """What the server or the line to it did, in words; None for a bug of ours."""
    if not isinstance(error, psycopg.Error):
        return None
    state = error.sqlstate or ""
    if state in _BUSY:
        return OfficeBusy()
    if state in _FULL:
        return CannotWrite(reason=error.diag.message_primary or state)
    # Without a state the line broke, or was never there.
    if isinstance(error, psycopg.OperationalError) and (not state or state[:2] in ("08", "57")):
        return ServerAway()
    return None
