"""Conflicts have numbers, by which the index of their words finds them; until now every search read all of them."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

_COLUMNS = (
    *("id", "kind", "severity", "rank", "statement_id", "speaker_id", "summary", "claims", "diff", "status"),
    *("found_at", "changed_at", "class_", "probability", "assignee", "words"),
)
_INDEXES = {
    "ix_conflicts_kind": ("kind",),
    "ix_conflicts_statement_id": ("statement_id",),
    "ix_conflicts_speaker_id": ("speaker_id",),
    "ix_conflicts_gravest": ("rank", "id"),
    "ix_conflicts_newest": ("changed_at", "id"),
}
# As 0001 has the words of quotations; a conflict's words can change where it stays.
_SQLITE_WORDS = (
    "CREATE VIRTUAL TABLE conflicts_words USING fts5(words, content='conflicts', content_rowid='number')",
    "INSERT INTO conflicts_words(conflicts_words) VALUES ('rebuild')",
    "CREATE TRIGGER conflicts_words_insert AFTER INSERT ON conflicts BEGIN "
    "INSERT INTO conflicts_words(rowid, words) VALUES (new.number, new.words); END",
    "CREATE TRIGGER conflicts_words_delete AFTER DELETE ON conflicts BEGIN "
    "INSERT INTO conflicts_words(conflicts_words, rowid, words) VALUES ('delete', old.number, old.words); END",
    "CREATE TRIGGER conflicts_words_update AFTER UPDATE OF words ON conflicts BEGIN "
    "INSERT INTO conflicts_words(conflicts_words, rowid, words) VALUES ('delete', old.number, old.words); "
    "INSERT INTO conflicts_words(rowid, words) VALUES (new.number, new.words); END",
)
_POSTGRESQL = (
    "ALTER TABLE conflicts DROP CONSTRAINT conflicts_pkey",
    "ALTER TABLE conflicts ADD COLUMN number BIGSERIAL PRIMARY KEY",
    "ALTER TABLE conflicts ADD CONSTRAINT conflicts_id_key UNIQUE (id)",
    "CREATE INDEX conflicts_words ON conflicts USING gin (string_to_array(words, ' '))",
)
_POSTGRESQL_BACK = (
    "DROP INDEX conflicts_words",
    "ALTER TABLE conflicts DROP COLUMN number",
    "ALTER TABLE conflicts DROP CONSTRAINT conflicts_id_key",
    "ALTER TABLE conflicts ADD PRIMARY KEY (id)",
)


def upgrade() -> None:
    """Number what is there, in the order in which it was found, and index its words."""
    if op.get_bind().dialect.name == "postgresql":
        _execute(_POSTGRESQL)
        return
    _copied(is_numbered=True)
    _execute(_SQLITE_WORDS)


def downgrade() -> None:
    """Drop the index and the numbers."""
    if op.get_bind().dialect.name == "postgresql":
        _execute(_POSTGRESQL_BACK)
        return
    _execute(f"DROP TRIGGER conflicts_words_{on}" for on in ("insert", "delete", "update"))
    op.execute("DROP TABLE conflicts_words")
    _copied(is_numbered=False)


def _copied(*, is_numbered: bool) -> None:
    """SQLite gives no table another primary key: a copy takes its place."""
    op.rename_table("conflicts", "conflicts_before")
    for name in _INDEXES:
        op.execute(f"DROP INDEX {name}")
    _new(is_numbered=is_numbered).create(op.get_bind())
    names = ", ".join(_COLUMNS)
    op.execute(f"INSERT INTO conflicts ({names}) SELECT {names} FROM conflicts_before ORDER BY found_at, id")
    op.drop_table("conflicts_before")
    for name, columns in _INDEXES.items():
        op.create_index(name, "conflicts", columns)


def _new(*, is_numbered: bool) -> sa.Table:
    number = [sa.Column("number", sa.Integer(), primary_key=True)] if is_numbered else []
    text, json = sa.Text(), sa.JSON(none_as_null=True)
    return sa.Table(
        "conflicts",
        sa.MetaData(),
        *number,
        sa.Column("id", text, primary_key=not is_numbered, unique=is_numbered, nullable=False),
        *(sa.Column(name, text, nullable=False) for name in ("kind", "severity")),
        sa.Column("rank", sa.Integer(), nullable=False),
        *(sa.Column(name, text) for name in ("statement_id", "speaker_id")),
        sa.Column("summary", text, nullable=False),
        sa.Column("claims", json, nullable=False),
        sa.Column("diff", json),
        sa.Column("status", text, nullable=False),
        *(sa.Column(name, sa.Double(), nullable=False) for name in ("found_at", "changed_at")),
        sa.Column("class_", text, nullable=False, server_default="words"),
        sa.Column("probability", sa.Double(), nullable=False, server_default="0.5"),
        sa.Column("assignee", text),
        sa.Column("words", text, nullable=False, server_default=""),
    )


def _execute(statements: Iterable[str]) -> None:
    for statement in statements:
        op.execute(statement)
