"""Quotations state how they are reported, all who say them and who relays them; those stored before were said."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    """Add the columns."""
    op.add_column("quotations", sa.Column("reported_as", _TEXT, nullable=False, server_default="said"))
    op.add_column("quotations", sa.Column("fellows", _JSON, nullable=False, server_default="{}"))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("quotations", "reported_as")
    op.drop_column("quotations", "fellows")
