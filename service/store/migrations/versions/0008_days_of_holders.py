"""Versions are found by words and day; common words alone are counted. Relinking fills the tables: nothing is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables anew, with days, and for common keys."""
    _make("key", "day", "version")
    op.drop_table("keys")
    op.create_table("common_keys", *_counted())


def downgrade() -> None:
    """Make them as they were; they are empty then, so only an empty store can be gone on with."""
    _make("key", "version")
    op.drop_table("common_keys")
    op.create_table("keys", *_counted())


def _counted() -> tuple[sa.Column[int], sa.Column[int]]:
    key = sa.Column("key", _NUMBER, primary_key=True, autoincrement=False)
    return key, sa.Column("n_holders", _NUMBER, nullable=False)


def _make(*names: str) -> None:
    op.drop_table("holders")
    columns = (sa.Column(name, _NUMBER, primary_key=True, autoincrement=False) for name in names)
    op.create_table("holders", *columns, sqlite_with_rowid=False)
