"""Affiliations say whether they are in an article's text or title; all that were stored before are in its text."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the column."""
    op.add_column("affiliations", sa.Column("field", _TEXT, nullable=False, server_default="text"))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("affiliations", "field")
