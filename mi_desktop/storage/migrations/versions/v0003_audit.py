"""Words of the trail, outside its chain, where they can be destroyed.

Revision ID: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_REFUSAL = "the words of the audit trail cannot be changed"


def upgrade() -> None:
    op.create_table(
        "audit_words",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_audit_words")),
    )
    op.create_index(op.f("ix_audit_words_seq"), "audit_words", ["seq"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER audit_words_no_update BEFORE UPDATE ON audit_words "
            f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        )
    else:
        op.execute(
            "CREATE FUNCTION audit_words_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}' USING ERRCODE = '23514'; END $$"
        )
        op.execute(
            "CREATE TRIGGER audit_words_no_update BEFORE UPDATE ON audit_words "
            "FOR EACH ROW EXECUTE FUNCTION audit_words_refuse()"
        )


def downgrade() -> None:
    op.drop_index(op.f("ix_audit_words_seq"), table_name="audit_words")
    op.drop_table("audit_words")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION audit_words_refuse()")
