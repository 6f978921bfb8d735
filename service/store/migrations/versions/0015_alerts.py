"""Saved searches; webhooks that get some of the messages, in another format, or once a day."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"

_TABLES = sa.MetaData()
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

sa.Table(
    "saved_searches",
    _TABLES,
    sa.Column("id", _TEXT, primary_key=True),
    sa.Column("name", _TEXT, nullable=False, unique=True),
    sa.Column("filters", _JSON, nullable=False),
    sa.Column("created_at", sa.Double(), nullable=False),
)


def upgrade() -> None:
    """Create the table, and add the columns."""
    _TABLES.create_all(op.get_bind())
    op.add_column("webhooks", sa.Column("format", _TEXT, nullable=False, server_default="standard"))
    op.add_column("webhooks", sa.Column("filter", _JSON))
    op.add_column("webhooks", sa.Column("search_id", _TEXT))
    op.add_column("webhooks", sa.Column("daily_at", _NUMBER))


def downgrade() -> None:
    """Drop them."""
    for name in ("daily_at", "search_id", "filter", "format"):
        op.drop_column("webhooks", name)
    _TABLES.drop_all(op.get_bind())
