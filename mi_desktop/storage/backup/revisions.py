"""Which versions of the records' tables this program knows."""

from functools import cache

from alembic.config import Config
from alembic.script import ScriptDirectory

SCRIPTS = "mi_desktop:storage/migrations"


@cache
def known_revisions() -> frozenset[str]:
    """Every version, as the migrations name them."""
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    return frozenset(script.revision for script in scripts)


def newest() -> str:
    """The version that this program writes; revisions sort by name."""
    return max(known_revisions())
