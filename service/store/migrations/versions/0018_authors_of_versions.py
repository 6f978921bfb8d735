"""Versions have the authors and the language of their article; of those stored before, what the article has now."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    """Add the columns."""
    op.add_column("article_versions", sa.Column("authors", _JSON, nullable=False, server_default="[]"))
    op.add_column("article_versions", sa.Column("language", _TEXT, nullable=True))
    op.execute(
        "UPDATE article_versions SET"
        " authors = (SELECT articles.authors FROM articles WHERE articles.id = article_versions.article_id),"
        " language = (SELECT articles.language FROM articles WHERE articles.id = article_versions.article_id)"
    )


def downgrade() -> None:
    """Drop them."""
    for name in ("authors", "language"):
        op.drop_column("article_versions", name)
