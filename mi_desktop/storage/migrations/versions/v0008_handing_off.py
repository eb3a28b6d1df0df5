"""Sending of hand-offs, follow-ups, reconciliation, re-reading.

Revision ID: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# What was handed over stays as it was: the database itself refuses to change it.
FROZEN = ("handoff_package", "handoff_file")
TABLES = (
    "reread_item",
    "reread_sample",
    "reconciliation_line",
    "reconciliation",
    "consent",
    "follow_up_attempt",
    "follow_up",
    "handoff_query",
    "transmission",
    "handoff_file",
)


def upgrade() -> None:
    op.add_column("handoff", sa.Column("reference", sa.String(), nullable=False, server_default=""))
    op.add_column("handoff", sa.Column("problem", sa.JSON(), nullable=True))
    _sending()
    _following_up()
    _reconciling()
    _rereading()
    for table in FROZEN:
        _freeze(table)


def downgrade() -> None:
    for table in FROZEN:
        _thaw(table)
    for table in TABLES:
        op.drop_table(table)
    op.execute("UPDATE handoff SET state = 'draft' WHERE state IN ('queued', 'send failed')")
    op.execute("UPDATE handoff SET state = 'acknowledged' WHERE state = 'queried'")
    op.drop_column("handoff", "problem")
    op.drop_column("handoff", "reference")


def _sending() -> None:
    op.create_table(
        "handoff_file",
        sa.Column("handoff_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["handoff_id"], ["handoff.id"], name=op.f("fk_handoff_file_handoff_id")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_handoff_file_document_id")
        ),
        sa.PrimaryKeyConstraint("handoff_id", "version", "name", name=op.f("pk_handoff_file")),
    )
    op.create_table(
        "transmission",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("handoff_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("problem", sa.JSON(), nullable=True),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("queued_at", sa.DateTime(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["handoff_id"], ["handoff.id"], name=op.f("fk_transmission_handoff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transmission")),
        sa.UniqueConstraint(
            "handoff_id", "version", name=op.f("uq_transmission_handoff_id_version")
        ),
    )
    op.create_index(op.f("ix_transmission_state"), "transmission", ["state"], unique=False)
    op.create_table(
        "handoff_query",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("handoff_id", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("answered_by", sa.String(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["handoff_id"], ["handoff.id"], name=op.f("fk_handoff_query_handoff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handoff_query")),
    )
    op.create_index(
        op.f("ix_handoff_query_handoff_id"), "handoff_query", ["handoff_id"], unique=False
    )


def _following_up() -> None:
    op.create_table(
        "follow_up",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("handoff_id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("whom", sa.String(), nullable=False),
        sa.Column("due", sa.DateTime(), nullable=False),
        sa.Column("attempts_wanted", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["handoff_id"], ["handoff.id"], name=op.f("fk_follow_up_handoff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    op.create_index(op.f("ix_follow_up_handoff_id"), "follow_up", ["handoff_id"], unique=False)
    op.create_index(op.f("ix_follow_up_state"), "follow_up", ["state"], unique=False)
    op.create_table(
        "follow_up_attempt",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("follow_up_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["follow_up.id"], name=op.f("fk_follow_up_attempt_follow_up_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_attempt")),
    )
    op.create_index(
        op.f("ix_follow_up_attempt_follow_up_id"),
        "follow_up_attempt",
        ["follow_up_id"],
        unique=False,
    )
    op.create_table(
        "consent",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("inquiry_id", sa.String(), nullable=False),
        sa.Column("whom", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["assessment.inquiry_id"], name=op.f("fk_consent_inquiry_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(op.f("ix_consent_inquiry_id"), "consent", ["inquiry_id"], unique=False)


def _reconciling() -> None:
    op.create_table(
        "reconciliation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_sha256", sa.String(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("signed_at", sa.DateTime(), nullable=True),
        sa.Column("pdf_id", sa.String(), nullable=True),
        sa.Column("csv_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["source_id"], ["document.id"], name=op.f("fk_reconciliation_source_id")
        ),
        sa.ForeignKeyConstraint(["pdf_id"], ["document.id"], name=op.f("fk_reconciliation_pdf_id")),
        sa.ForeignKeyConstraint(["csv_id"], ["document.id"], name=op.f("fk_reconciliation_csv_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reconciliation")),
        sa.UniqueConstraint("number", name=op.f("uq_reconciliation_number")),
    )
    op.create_table(
        "reconciliation_line",
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("ours", sa.JSON(), nullable=False),
        sa.Column("theirs", sa.JSON(), nullable=False),
        sa.Column("differs", sa.JSON(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("carried_from", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["reconciliation.id"], name=op.f("fk_reconciliation_line_run_id")
        ),
        sa.PrimaryKeyConstraint("run_id", "position", name=op.f("pk_reconciliation_line")),
    )


def _rereading() -> None:
    op.create_table(
        "reread_sample",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("least", sa.Integer(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reread_sample")),
        sa.UniqueConstraint("period", name=op.f("uq_reread_sample_period")),
    )
    op.create_table(
        "reread_item",
        sa.Column("sample_id", sa.String(), nullable=False),
        sa.Column("inquiry_id", sa.String(), nullable=False),
        sa.Column("first_by", sa.String(), nullable=False),
        sa.Column("first_at", sa.DateTime(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sample_id"], ["reread_sample.id"], name=op.f("fk_reread_item_sample_id")
        ),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["assessment.inquiry_id"], name=op.f("fk_reread_item_inquiry_id")
        ),
        sa.PrimaryKeyConstraint("sample_id", "inquiry_id", name=op.f("pk_reread_item")),
    )


def _freeze(table: str) -> None:
    says = "what was handed over cannot be changed"
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
