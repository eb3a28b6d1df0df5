"""Copies, reviews, training and incidents.

Revision ID: 0011
"""

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the tables up."""


def downgrade() -> None:
    """Takes them back."""
