"""What people made of the machine's reading: checks, transcriptions, redacted copies.

Revision ID: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("page_text") as table:
        for name in ("steps", "guesses", "codes"):
            table.add_column(sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
    op.create_table(
        "word_check",
        sa.Column("part_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("read", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("part_id", "number", "place", name=op.f("pk_word_check")),
    )
    op.create_table(
        "transcript",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("part_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("box", sa.JSON(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transcript")),
    )
    op.create_index(op.f("ix_transcript_part_id"), "transcript", ["part_id"])
    op.create_table(
        "redacted_copy",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("piece_id", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("hidden", sa.JSON(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redacted_copy")),
    )
    op.create_index(op.f("ix_redacted_copy_piece_id"), "redacted_copy", ["piece_id"])


def downgrade() -> None:
    op.drop_table("redacted_copy")
    op.drop_table("transcript")
    op.drop_table("word_check")
    with op.batch_alter_table("page_text") as table:
        for name in ("codes", "guesses", "steps"):
            table.drop_column(name)
