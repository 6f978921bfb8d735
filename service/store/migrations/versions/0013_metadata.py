"""Articles have authors, a language and the sources of their metadata; of those stored before, none is known."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    """Add the columns."""
    op.add_column("articles", sa.Column("authors", _JSON, nullable=False, server_default="[]"))
    op.add_column("articles", sa.Column("language", _TEXT, nullable=True))
    op.add_column("articles", sa.Column("metadata_from", _JSON, nullable=False, server_default="{}"))


def downgrade() -> None:
    """Drop them."""
    for name in ("authors", "language", "metadata_from"):
        op.drop_column("articles", name)
