"""Conflicts tell in what reports differ, and how likely that is real; relinking compares all anew, with confidences."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the columns; what is there says the least until it is found anew."""
    op.add_column("conflicts", sa.Column("class_", sa.Text(), nullable=False, server_default="words"))
    op.add_column("conflicts", sa.Column("probability", sa.Double(), nullable=False, server_default="0.5"))


def downgrade() -> None:
    """Drop the columns."""
    op.drop_column("conflicts", "class_")
    op.drop_column("conflicts", "probability")
