"""Versions of articles that were changed; of those stored before, what they say now is the first."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0017"
down_revision = "0016"

_TABLES = sa.MetaData()
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

sa.Table(
    "article_versions",
    _TABLES,
    sa.Column("article_id", _TEXT, primary_key=True),
    sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
    sa.Column("text", _TEXT, nullable=False),
    sa.Column("title", _TEXT),
    sa.Column("outlet", _TEXT),
    sa.Column("url", _TEXT),
    sa.Column("published_at", _TEXT),
    sa.Column("received_at", sa.Double(), nullable=False),
    sa.Column("quotations", _JSON, nullable=False),
    sa.Column("changes", _JSON, nullable=False),
)


def upgrade() -> None:
    """Create the table."""
    _TABLES.create_all(op.get_bind())


def downgrade() -> None:
    """Drop it."""
    _TABLES.drop_all(op.get_bind())
