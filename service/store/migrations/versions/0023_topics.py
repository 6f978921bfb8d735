"""Duplicates say what their first article is about: evidence of one event; relinking compares all again."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"

_COLUMNS = "topic", "topic_of"
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the columns."""
    for name in _COLUMNS:
        op.add_column("versions", sa.Column(name, _TEXT))


def downgrade() -> None:
    """Drop them."""
    for name in _COLUMNS:
        op.drop_column("versions", name)
