"""What backups and desks keep.

Revision ID: 0009
"""

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the tables up."""


def downgrade() -> None:
    """Takes them back."""
