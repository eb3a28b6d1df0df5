"""Brings an office's tables up to what this version of the program wants."""

from collections.abc import Callable

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from mi_desktop.storage.errors import OfficeNewer

SCRIPTS = "mi_desktop:storage/migrations"


Keep = Callable[[Connection, str], None]


def bring_up_to_date(engine: Engine, keep: Keep) -> None:
    """Runs the migrations that the office lacks, in one transaction; revisions sort by name.

    Args:
        engine: of the office's records.
        keep: makes a copy of an office of this older revision; what it raises stops the upgrade.

    Raises:
        OfficeNewer: the office has seen a migration that this version does not know.
    """
    with engine.execution_options(writes=True).begin() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
        known = {
            script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()
        }
        if found is not None and found not in known:
            raise OfficeNewer(found=found)
        if found is not None and found != max(known):
            keep(connection, found)
        if found != max(known):
            run(connection, "head")


def run(connection: Connection, revision: str) -> None:
    """Goes up or down to a revision on this connection."""
    config = _config()
    config.attributes["connection"] = connection
    current = MigrationContext.configure(connection).get_current_revision()
    if revision == "base" or (current is not None and revision < current and revision != "head"):
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    return config
