"""Webhooks, what is on its way to them, and requests for judgements that name themselves."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"

_TABLES = sa.MetaData()
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

sa.Table(
    "webhooks",
    _TABLES,
    sa.Column("id", _TEXT, primary_key=True),
    sa.Column("url", _TEXT, nullable=False),
    sa.Column("events", _JSON, nullable=False),
    sa.Column("secret", _TEXT, nullable=False),
    sa.Column("is_active", sa.Boolean(), nullable=False),
    sa.Column("inactive_because", _TEXT),
    sa.Column("created_at", sa.Double(), nullable=False),
)
sa.Table(
    "deliveries",
    _TABLES,
    sa.Column("number", _NUMBER, primary_key=True),
    sa.Column("id", _TEXT, nullable=False, unique=True),
    sa.Column("webhook_id", _TEXT, sa.ForeignKey("webhooks.id"), nullable=False),
    sa.Column("event", _TEXT, nullable=False),
    sa.Column("content", _JSON, nullable=False),
    sa.Column("happened_at", sa.Double(), nullable=False, index=True),
    sa.Column("status", _TEXT, nullable=False),
    sa.Column("n_attempts", _NUMBER, nullable=False),
    sa.Column("due_at", sa.Double()),
    sa.Column("attempted_at", sa.Double()),
    sa.Column("detail", _TEXT),
    sa.Index("ix_deliveries_due", "webhook_id", "due_at"),
    sa.Index("ix_deliveries_newest", "webhook_id", "number"),
)


def upgrade() -> None:
    """Create the tables; let a request be answered with a judgement."""
    _TABLES.create_all(op.get_bind())
    with op.batch_alter_table("requests") as requests:
        requests.alter_column("article_id", nullable=True)
        requests.add_column(sa.Column("judgement", _JSON))


def downgrade() -> None:
    """Drop the tables, and the requests for judgements."""
    op.execute("DELETE FROM requests WHERE article_id IS NULL")
    with op.batch_alter_table("requests") as requests:
        requests.drop_column("judgement")
        requests.alter_column("article_id", nullable=False)
    _TABLES.drop_all(op.get_bind())
