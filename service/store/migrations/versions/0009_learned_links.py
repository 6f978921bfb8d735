"""Links have a learned score, and no more is told of them. Relinking fills the table: nothing is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Drop what the links do not tell any more."""
    op.drop_column("links", "n_indirect")
    op.drop_column("links", "is_copied")


def downgrade() -> None:
    """Bring the columns back; what they told is not known, so only an empty store can be gone on with."""
    op.add_column("links", sa.Column("n_indirect", sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("links", sa.Column("is_copied", sa.Boolean(), nullable=False, server_default=sa.false()))
