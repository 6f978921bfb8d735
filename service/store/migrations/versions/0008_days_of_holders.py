"""Versions are found by their words and their day. Relinking fills the table anew, so nothing is carried over."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table anew, with days."""
    _make("key", "day", "version")


def downgrade() -> None:
    """Make it without; it is empty then, so only an empty store can be gone on with."""
    _make("key", "version")


def _make(*names: str) -> None:
    op.drop_table("holders")
    columns = (sa.Column(name, _NUMBER, primary_key=True, autoincrement=False) for name in names)
    op.create_table("holders", *columns, sqlite_with_rowid=False)
