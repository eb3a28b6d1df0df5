"""Reporters' contacts apart, reports that came in.

Revision ID: 0012
"""

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the tables up."""


def downgrade() -> None:
    """Takes them back."""
