"""Backups, retention and legal hold, requests about personal data.

Revision ID: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_REFUSAL = "the verbatim question cannot be changed"
# An erased inquiry's words may go, and nothing else may be done to them.
_ERASED = "EXISTS (SELECT 1 FROM erasure WHERE erasure.subject_id = OLD.inquiry_id)"


def upgrade() -> None:
    op.create_table(
        "backup_run",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("damaged", sa.Integer(), nullable=False),
        sa.Column("problem", sa.JSON(), nullable=True),
        sa.Column("seen", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backup_run")),
    )
    op.create_index(op.f("ix_backup_run_begun_at"), "backup_run", ["begun_at"], unique=False)
    op.create_table(
        "legal_hold",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("inquiry_id", sa.String(), nullable=True),
        sa.Column("person", sa.JSON(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("lifted_at", sa.DateTime(), nullable=True),
        sa.Column("lifted_by", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_hold")),
    )
    op.create_index(op.f("ix_legal_hold_inquiry_id"), "legal_hold", ["inquiry_id"], unique=False)
    op.create_table(
        "person_request",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("due", sa.DateTime(), nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("confirmed_by", sa.String(), nullable=True),
        sa.Column("subjects", sa.JSON(), nullable=False),
        sa.Column("receipt_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["receipt_id"], ["document.id"], name=op.f("fk_person_request_receipt_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_request")),
    )
    op.create_table(
        "erasure",
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("pseudonym", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("request_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("subject_id", name=op.f("pk_erasure")),
    )
    _guard(f"NOT (NEW.verbatim = '' AND {_ERASED})")


def downgrade() -> None:
    _guard("")
    op.drop_table("erasure")
    op.drop_table("person_request")
    op.drop_index(op.f("ix_legal_hold_inquiry_id"), table_name="legal_hold")
    op.drop_table("legal_hold")
    op.drop_index(op.f("ix_backup_run_begun_at"), table_name="backup_run")
    op.drop_table("backup_run")


def _guard(unless: str) -> None:
    """The guard of the verbatim question anew; `unless` says when it stands."""
    when = f"WHEN {unless} " if unless else ""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER question_verbatim")
        op.execute(
            f"CREATE TRIGGER question_verbatim BEFORE UPDATE OF verbatim ON question {when}"
            f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        )
    else:
        # A condition of a trigger holds no subquery there: it stands in the function.
        op.execute(
            "CREATE OR REPLACE FUNCTION keeping_question_verbatim() RETURNS trigger "
            f"LANGUAGE plpgsql AS $$ BEGIN IF {unless or 'true'} THEN RAISE EXCEPTION "
            f"'{_REFUSAL}' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$"
        )
        op.execute("DROP TRIGGER IF EXISTS question_verbatim ON question")
        op.execute(
            "CREATE TRIGGER question_verbatim BEFORE UPDATE OF verbatim ON question "
            "FOR EACH ROW EXECUTE FUNCTION keeping_question_verbatim()"
        )
