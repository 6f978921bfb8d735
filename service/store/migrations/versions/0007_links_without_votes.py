"""Links keep no votes: those of the few links that a common word takes away are counted anew."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Drop the votes."""
    op.drop_column("links", "votes")


def downgrade() -> None:
    """Bring the column back; what it counted is not known, so only an empty store can be gone on with."""
    op.add_column("links", sa.Column("votes", sa.BigInteger(), nullable=False, server_default="0"))
