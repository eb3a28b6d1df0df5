"""Alembic's entry: runs on the connection it is handed, inside its transaction."""

from alembic import context

from mi_desktop.storage.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    transactional_ddl=True,
)
context.run_migrations()
