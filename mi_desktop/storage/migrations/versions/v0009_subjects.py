"""Persons under other names, and what may not be used.

Revision ID: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_REFUSAL = "the verbatim question cannot be changed"
_ENTERED = "SELECT 1 FROM erasure WHERE erasure.subject_id = OLD.inquiry_id"
# An erased inquiry's words may go; what was sealed apart may come back to where nothing is.
_GOES = f"NEW.verbatim = '' AND EXISTS ({_ENTERED})"
_COMES_BACK = f"OLD.verbatim = '' AND EXISTS ({_ENTERED} AND erasure.way = 'sealed')"


def upgrade() -> None:
    _subjects()
    _restrictions()
    _requests()
    op.create_table(
        "authorisation_end",
        sa.Column("product_id", sa.String(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("product_id", name=op.f("pk_authorisation_end")),
    )
    op.add_column(
        "search_entry",
        sa.Column("hidden", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    _guard(f"NOT (({_GOES}) OR ({_COMES_BACK}))")


def downgrade() -> None:
    """What is sealed under a subject's key stays erased: an older version cannot open it."""
    _guard(f"NOT ({_GOES})")
    op.execute("UPDATE erasure SET way = 'pseudonymised' WHERE way = 'sealed'")
    op.drop_column("search_entry", "hidden")
    op.drop_table("authorisation_end")
    op.drop_column("person_request", "outcome")
    op.drop_index(op.f("ix_former_requester_inquiry_id"), table_name="former_requester")
    op.drop_table("former_requester")
    op.drop_index(op.f("ix_restriction_inquiry_id"), table_name="restriction")
    op.drop_table("restriction")
    op.drop_index(op.f("ix_subject_record_subject_id"), table_name="subject_record")
    op.drop_table("subject_record")
    op.drop_table("subject")


def _subjects() -> None:
    op.create_table(
        "subject",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("age_group", sa.String(), nullable=False),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("destroyed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subject")),
    )
    op.create_table(
        "subject_record",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["subject.id"], name=op.f("fk_subject_record_subject_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subject_record")),
    )
    op.create_index(
        op.f("ix_subject_record_subject_id"), "subject_record", ["subject_id"], unique=False
    )


def _restrictions() -> None:
    op.create_table(
        "restriction",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("inquiry_id", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("lifted_at", sa.DateTime(), nullable=True),
        sa.Column("lifted_by", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["inquiry.id"], name=op.f("fk_restriction_inquiry_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restriction")),
    )
    op.create_index(op.f("ix_restriction_inquiry_id"), "restriction", ["inquiry_id"], unique=False)
    op.create_table(
        "former_requester",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("inquiry_id", sa.String(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["inquiry.id"], name=op.f("fk_former_requester_inquiry_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_requester")),
    )
    op.create_index(
        op.f("ix_former_requester_inquiry_id"), "former_requester", ["inquiry_id"], unique=False
    )


def _requests() -> None:
    op.add_column(
        "person_request", sa.Column("outcome", sa.String(), nullable=False, server_default="")
    )


def _guard(unless: str) -> None:
    """The guard of the verbatim question anew; `unless` says when it stands."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER question_verbatim")
        op.execute(
            "CREATE TRIGGER question_verbatim BEFORE UPDATE OF verbatim ON question "
            f"WHEN {unless} BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        )
    else:
        op.execute(
            "CREATE OR REPLACE FUNCTION keeping_question_verbatim() RETURNS trigger "
            f"LANGUAGE plpgsql AS $$ BEGIN IF {unless} THEN RAISE EXCEPTION "
            f"'{_REFUSAL}' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$"
        )
