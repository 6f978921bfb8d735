"""Editors say which claim is right and where that stands; earlier judgements, assignments and open pages are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_NEW_TABLES = ("past_judgements", "assignments", "viewings")


def _findings() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("right_claim", _NUMBER),
        sa.Column("none_is_right", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("source", _TEXT),
    )


def _add_tables() -> None:
    op.create_table(
        "past_judgements",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("id", _TEXT, nullable=False, index=True),
        sa.Column("subject", _TEXT, nullable=False),
        sa.Column("first", _TEXT, nullable=False, index=True),
        sa.Column("second", _TEXT, nullable=False, index=True),
        sa.Column("verdict", _TEXT, nullable=False),
        sa.Column("judged_by", _TEXT, nullable=False),
        sa.Column("reason", _TEXT),
        sa.Column("judged_at", sa.Double(), nullable=False),
        *_findings(),
        sa.Column("withdrawn_by", _TEXT),
        sa.Column("withdrawn_at", sa.Double()),
    )
    op.create_table(
        "assignments",
        sa.Column("id", _TEXT, primary_key=True),
        sa.Column("first", _TEXT, nullable=False, index=True),
        sa.Column("second", _TEXT, nullable=False, index=True),
        sa.Column("assignee", _TEXT, nullable=False),
        sa.Column("assigned_by", _TEXT, nullable=False),
        sa.Column("assigned_at", sa.Double(), nullable=False),
    )
    op.create_table(
        "viewings",
        sa.Column("conflict_id", _TEXT, primary_key=True),
        sa.Column("viewer", _TEXT, primary_key=True),
        sa.Column("seen_at", sa.Double(), nullable=False, index=True),
    )


def upgrade() -> None:
    """Add the columns and tables."""
    for column in _findings():
        op.add_column("judgements", column)
    op.add_column("conflicts", sa.Column("assignee", _TEXT))
    op.add_column("conflict_articles", sa.Column("is_right", sa.Boolean()))
    _add_tables()


def downgrade() -> None:
    """Drop them."""
    for table in _NEW_TABLES:
        op.drop_table(table)
    op.drop_column("conflict_articles", "is_right")
    op.drop_column("conflicts", "assignee")
    for column in _findings():
        op.drop_column("judgements", column.name)
