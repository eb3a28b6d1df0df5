"""Who chose a passphrase and when; names, ids and signatures stay as they are.

Revision ID: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Trigger, table, what it stops, and why.
_STOPS = (
    ("user_no_delete", "user", "DELETE", "a user is never deleted"),
    ("user_name_stays", "user", "UPDATE OF id, name", "a user name is never given to another"),
    ("signature_no_update", "signature", "UPDATE", "a signature cannot be changed"),
    ("signature_no_delete", "signature", "DELETE", "a signature cannot be deleted"),
)


def upgrade() -> None:
    op.add_column(
        "user", sa.Column("passphrase_by", sa.String(), nullable=False, server_default="")
    )
    op.add_column("user", sa.Column("passphrase_at", sa.DateTime(), nullable=True))
    for name, table, event, why in _STOPS:
        if op.get_bind().dialect.name == "sqlite":
            op.execute(
                f'CREATE TRIGGER {name} BEFORE {event} ON "{table}" '
                f"BEGIN SELECT RAISE(ABORT, '{why}'); END"
            )
        else:
            op.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{why}' USING ERRCODE = '23514'; END $$"
            )
            op.execute(
                f'CREATE TRIGGER {name} BEFORE {event} ON "{table}" '
                f"FOR EACH ROW EXECUTE FUNCTION {name}()"
            )


def downgrade() -> None:
    for name, table, _, _ in _STOPS:
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"DROP TRIGGER {name}")
        else:
            op.execute(f'DROP TRIGGER {name} ON "{table}"')
            op.execute(f"DROP FUNCTION {name}()")
    op.drop_column("user", "passphrase_at")
    op.drop_column("user", "passphrase_by")
