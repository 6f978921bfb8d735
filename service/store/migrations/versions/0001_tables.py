"""The first tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None

_TABLES = sa.MetaData()
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

sa.Table(
    "articles",
    _TABLES,
    sa.Column("number", _NUMBER, primary_key=True),
    sa.Column("id", _TEXT, nullable=False, unique=True),
    sa.Column("text", _TEXT, nullable=False),
    sa.Column("title", _TEXT),
    sa.Column("outlet", _TEXT, index=True),
    sa.Column("url", _TEXT),
    sa.Column("published_at", _TEXT),
    sa.Column("published_time", sa.Double(), index=True),
    sa.Column("received_at", sa.Double(), nullable=False),
    sa.Column("fingerprint", _TEXT, nullable=False),
)
sa.Table(
    "conflict_articles",
    _TABLES,
    sa.Column("conflict_id", _TEXT, primary_key=True),
    sa.Column("article_id", _TEXT, primary_key=True, index=True),
)
sa.Table(
    "conflicts",
    _TABLES,
    sa.Column("id", _TEXT, primary_key=True),
    sa.Column("kind", _TEXT, nullable=False, index=True),
    sa.Column("severity", _TEXT, nullable=False),
    sa.Column("rank", _NUMBER, nullable=False),
    sa.Column("statement_id", _TEXT, index=True),
    sa.Column("speaker_id", _TEXT, index=True),
    sa.Column("summary", _TEXT, nullable=False),
    sa.Column("claims", _JSON, nullable=False),
    sa.Column("diff", _JSON),
    sa.Column("status", _TEXT, nullable=False),
    sa.Index("ix_conflicts_gravest", "rank", "id"),
)
sa.Table(
    "holders",
    _TABLES,
    sa.Column("key", _NUMBER, primary_key=True, autoincrement=False),
    sa.Column("version", _NUMBER, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
sa.Table(
    "judgements",
    _TABLES,
    sa.Column("id", _TEXT, primary_key=True),
    sa.Column("subject", _TEXT, nullable=False),
    sa.Column("first", _TEXT, nullable=False, index=True),
    sa.Column("second", _TEXT, nullable=False, index=True),
    sa.Column("verdict", _TEXT, nullable=False),
    sa.Column("judged_by", _TEXT, nullable=False),
    sa.Column("reason", _TEXT),
    sa.Column("judged_at", sa.Double(), nullable=False),
)
sa.Table(
    "keys",
    _TABLES,
    sa.Column("key", _NUMBER, primary_key=True, autoincrement=False),
    sa.Column("n_holders", _NUMBER, nullable=False),
)
sa.Table(
    "links",
    _TABLES,
    sa.Column("first", _NUMBER, primary_key=True, autoincrement=False),
    sa.Column("second", _NUMBER, primary_key=True, index=True, autoincrement=False),
    sa.Column("score", sa.Double(), nullable=False),
    sa.Column("n_indirect", _NUMBER, nullable=False),
    sa.Column("is_copied", sa.Boolean(), nullable=False),
    sa.Column("is_repeated", sa.Boolean(), nullable=False),
    sa.Column("votes", _NUMBER, nullable=False),
)
sa.Table(
    "moved",
    _TABLES,
    sa.Column("id", _TEXT, primary_key=True),
    sa.Column("to", _TEXT, nullable=False, index=True),
)
sa.Table(
    "name_keys",
    _TABLES,
    sa.Column("key", _NUMBER, primary_key=True, autoincrement=False),
    sa.Column("voice_id", _TEXT, primary_key=True),
    sqlite_with_rowid=False,
)
sa.Table(
    "requests",
    _TABLES,
    sa.Column("key", _TEXT, primary_key=True),
    sa.Column("fingerprint", _TEXT, nullable=False),
    sa.Column("article_id", _TEXT, nullable=False),
)
sa.Table(
    "speakers",
    _TABLES,
    sa.Column("id", _TEXT, primary_key=True),
    sa.Column("name", _TEXT, nullable=False, index=True),
    sa.Column("kind", _TEXT, nullable=False),
)
sa.Table(
    "statements",
    _TABLES,
    sa.Column("id", _TEXT, primary_key=True),
    sa.Column("wording", _TEXT, nullable=False),
    sa.Column("n_reports", _NUMBER, nullable=False),
)
sa.Table(
    "ties",
    _TABLES,
    sa.Column("first", _TEXT, primary_key=True),
    sa.Column("second", _TEXT, primary_key=True, index=True),
    sa.Column("is_shorter", sa.Boolean(), nullable=False),
    sa.Column("n_apart", _NUMBER, nullable=False),
    sa.Column("verdict", sa.Boolean()),
)
sa.Table(
    "versions",
    _TABLES,
    sa.Column("number", _NUMBER, primary_key=True),
    sa.Column("id", _TEXT, nullable=False, unique=True),
    sa.Column("sample", _JSON, nullable=False),
)
sa.Table(
    "voices",
    _TABLES,
    sa.Column("id", _TEXT, primary_key=True),
    sa.Column("name", _TEXT, nullable=False),
    sa.Column("kind", _TEXT, nullable=False),
    sa.Column("gender", _TEXT),
    sa.Column("speaker_id", _TEXT, nullable=False, index=True),
)
sa.Table(
    "affiliations",
    _TABLES,
    sa.Column("article_id", _TEXT, sa.ForeignKey("articles.id"), primary_key=True),
    sa.Column("speaker_id", _TEXT, primary_key=True),
    sa.Column("place", _NUMBER, primary_key=True),
    sa.Column("start", _NUMBER, nullable=False),
    sa.Column("end", _NUMBER, nullable=False),
    sa.Column("text", _TEXT, nullable=False),
    sa.Column("role", _TEXT),
    sa.Column("organization", _TEXT),
    sa.Column("voice_id", _TEXT, nullable=False),
    sa.Column("published_at", _TEXT, nullable=False),
    sa.Index("ix_affiliations_newest", "voice_id", "published_at"),
)
sa.Table(
    "quotations",
    _TABLES,
    sa.Column("number", _NUMBER, primary_key=True),
    sa.Column("id", _TEXT, nullable=False, unique=True),
    sa.Column("article_id", _TEXT, sa.ForeignKey("articles.id"), nullable=False, index=True),
    sa.Column("place", _NUMBER, nullable=False),
    sa.Column("kind", _TEXT, nullable=False),
    sa.Column("is_speech", sa.Boolean(), nullable=False),
    sa.Column("text", _TEXT, nullable=False),
    sa.Column("parts", _JSON, nullable=False),
    sa.Column("cue", _JSON),
    sa.Column("mention", _JSON),
    sa.Column("speaker_id", _TEXT),
    sa.Column("unattributed_because", _TEXT),
    sa.Column("confidence", sa.Double(), nullable=False),
    sa.Column("evidence", _JSON, nullable=False),
    sa.Column("context", _JSON, nullable=False),
    sa.Column("voice_id", _TEXT, index=True),
    sa.Column("version", _NUMBER, index=True),
    sa.Column("statement_id", _TEXT, index=True),
)
sa.Table(
    "told_speakers",
    _TABLES,
    sa.Column("article_id", _TEXT, sa.ForeignKey("articles.id"), primary_key=True),
    sa.Column("id", _TEXT, primary_key=True),
    sa.Column("name", _TEXT, nullable=False),
    sa.Column("kind", _TEXT, nullable=False),
    sa.Column("aliases", _JSON, nullable=False),
    sa.Column("gender", _TEXT),
    sa.Column("voice_id", _TEXT, nullable=False, index=True),
)

# Words are found by each database's own index over the texts.
_FULL_TEXT = {
    "sqlite": (
        "CREATE VIRTUAL TABLE {0}_words USING fts5(text, content='{0}', content_rowid='number')",
        "CREATE TRIGGER {0}_words_insert AFTER INSERT ON {0} BEGIN "
        "INSERT INTO {0}_words(rowid, text) VALUES (new.number, new.text); END",
        "CREATE TRIGGER {0}_words_delete AFTER DELETE ON {0} BEGIN "
        "INSERT INTO {0}_words({0}_words, rowid, text) VALUES ('delete', old.number, old.text); END",
    ),
    "postgresql": ("CREATE INDEX {0}_words ON {0} USING gin (to_tsvector('simple', text))",),
}


def upgrade() -> None:
    """Create the tables."""
    _TABLES.create_all(op.get_bind())
    for statement in _FULL_TEXT[op.get_bind().dialect.name]:
        for table in ("articles", "quotations"):
            op.execute(statement.format(table))


def downgrade() -> None:
    """Drop the tables."""
    if op.get_bind().dialect.name == "sqlite":
        for table in ("articles", "quotations"):
            op.execute(f"DROP TABLE {table}_words")
    _TABLES.drop_all(op.get_bind())
