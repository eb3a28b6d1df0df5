"""Persons under other names, and what may not be used.

Revision ID: 0010
"""

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the tables up."""


def downgrade() -> None:
    """Takes them back."""
