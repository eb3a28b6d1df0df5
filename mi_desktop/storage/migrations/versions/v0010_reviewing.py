"""Reviews, changed settings, the logbook.

Revision ID: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# What was signed or changed stays as it was: the database itself refuses to change it.
FROZEN = ("office_review", "setting_change")
TABLES = ("logbook_entry", "known_settings", "setting_change", "office_review")


def upgrade() -> None:
    op.create_table(
        "office_review",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("pdf_id", sa.String(), nullable=False),
        sa.Column("csv_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["pdf_id"], ["document.id"], name=op.f("fk_office_review_pdf_id")),
        sa.ForeignKeyConstraint(["csv_id"], ["document.id"], name=op.f("fk_office_review_csv_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_review")),
        sa.UniqueConstraint("number", name=op.f("uq_office_review_number")),
    )
    op.create_index(op.f("ix_office_review_until"), "office_review", ["until"], unique=False)
    op.create_table(
        "setting_change",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("old", sa.String(), nullable=False),
        sa.Column("new", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting_change")),
    )
    op.create_index(op.f("ix_setting_change_at"), "setting_change", ["at"], unique=False)
    op.create_table(
        "known_settings",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("known", sa.JSON(), nullable=False),
        sa.Column("row_version", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_settings")),
    )
    op.create_table(
        "logbook_entry",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("closed_by", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("row_version", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logbook_entry")),
    )
    op.create_index(op.f("ix_logbook_entry_kind"), "logbook_entry", ["kind"], unique=False)
    for table in FROZEN:
        _freeze(table)


def downgrade() -> None:
    for table in FROZEN:
        _thaw(table)
    for table in TABLES:
        op.drop_table(table)


def _freeze(table: str) -> None:
    says = "what was signed or noted cannot be changed"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{says}'); END"
        )
        return
    op.execute(
        f"CREATE FUNCTION {table}_frozen() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{says}'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_frozen()"
    )


def _thaw(table: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"DROP TRIGGER {table}_frozen")
        return
    op.execute(f"DROP TRIGGER {table}_frozen ON {table}")
    op.execute(f"DROP FUNCTION {table}_frozen()")
