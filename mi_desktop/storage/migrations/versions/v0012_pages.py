"""What pages are marked as: languages by block, handwriting, barcodes.

Revision ID: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("page_text") as table:
        for name in ("languages", "places"):
            table.add_column(sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    with op.batch_alter_table("page_text") as table:
        for name in ("places", "languages"):
            table.drop_column(name)
