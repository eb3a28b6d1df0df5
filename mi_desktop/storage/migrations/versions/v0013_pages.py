"""What pages are marked as.

Revision ID: 0013
"""

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the tables up."""


def downgrade() -> None:
    """Takes them back."""
