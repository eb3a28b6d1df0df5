"""Versions of rows for offices of several desks; stemmed search.

Revision ID: 0005
"""

import sqlalchemy as sa
from alembic import op

from mi_desktop.storage import fts5, tsvector
from mi_desktop.storage.index import enter_anew

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# What people change: a row says how often, so that no change overwrites another unseen.
EDITED = (
    "assessment",
    "email_queue",
    "handoff",
    "letter",
    "piece",
    "print_batch",
    "print_item",
    "product",
    "question",
    "standard",
    "user",
)
_OLD_FTS5 = (
    "CREATE VIRTUAL TABLE search_text USING fts5"
    "(title, body, tokenize = \"unicode61 remove_diacritics 0\", prefix = '2 3')"
)
_OLD_TABLE = "CREATE TABLE search_text (rowid integer PRIMARY KEY, title text, body text)"


def _on_server() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def upgrade() -> None:
    for table in EDITED:
        op.add_column(
            table, sa.Column("row_version", sa.Integer(), nullable=False, server_default="1")
        )
    op.drop_index(op.f("ix_inquiry_status"), table_name="inquiry")
    op.create_index(
        op.f("ix_inquiry_status_received_at_id"), "inquiry", ["status", "received_at", "id"]
    )
    for name in ("title", "body"):
        op.add_column(
            "search_entry", sa.Column(name, sa.String(), nullable=False, server_default="")
        )
    op.execute(
        "UPDATE search_entry SET title = search_text.title, body = search_text.body"
        " FROM search_text WHERE search_text.rowid = search_entry.id"
    )
    op.execute("DROP TABLE search_text")
    for statement in tsvector.TABLE if _on_server() else (fts5.TABLE,):
        op.execute(statement)
    enter_anew(op.get_bind())


def downgrade() -> None:
    op.execute("DROP TABLE search_text")
    op.execute(_OLD_TABLE if _on_server() else _OLD_FTS5)
    op.execute(
        "INSERT INTO search_text (rowid, title, body) SELECT id, title, body FROM search_entry"
    )
    for name in ("title", "body"):
        op.drop_column("search_entry", name)
    op.drop_index(op.f("ix_inquiry_status_received_at_id"), table_name="inquiry")
    op.create_index(op.f("ix_inquiry_status"), "inquiry", ["status"], unique=False)
    for table in reversed(EDITED):
        op.drop_column(table, "row_version")
