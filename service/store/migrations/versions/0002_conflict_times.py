"""Conflicts tell when they were found, and when they changed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# Those that were there before: when the last of the articles came that they rest on, for before they cannot have been.
_TIMES = (
    "UPDATE conflicts SET found_at = (SELECT max(received_at) FROM articles JOIN conflict_articles"
    " ON article_id = articles.id WHERE conflict_id = conflicts.id)",
    "UPDATE conflicts SET changed_at = found_at",
)


def upgrade() -> None:
    """Add the times, and an order by the last change."""
    with op.batch_alter_table("conflicts") as conflicts:
        conflicts.add_column(sa.Column("found_at", sa.Double()))
        conflicts.add_column(sa.Column("changed_at", sa.Double()))
    for statement in _TIMES:
        op.execute(statement)
    with op.batch_alter_table("conflicts") as conflicts:
        conflicts.alter_column("found_at", nullable=False)
        conflicts.alter_column("changed_at", nullable=False)
        conflicts.create_index("ix_conflicts_newest", ["changed_at", "id"])


def downgrade() -> None:
    """Forget the times."""
    with op.batch_alter_table("conflicts") as conflicts:
        conflicts.drop_index("ix_conflicts_newest")
        conflicts.drop_column("changed_at")
        conflicts.drop_column("found_at")
