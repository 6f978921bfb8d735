"""Search for words: by SQLite's own index or by PostgreSQL's, which the migrations keep beside the tables."""

import unicodedata
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, and_, column, false, func, text

from service.store.sql.tables import ArticleRow, QuotationRow
from service.store.sql.words import words_of

_SIMPLE = text("'simple'")


def holds_words(
    connection: Connection, table: type[ArticleRow] | type[QuotationRow], words: str
) -> ColumnElement[bool]:
    """Whether the text of a row has all of these words, by the index."""
    if connection.dialect.name == "postgresql":
        return _matches(table.text, words)
    # Each word between quotation marks: nothing in it is an operator then.
    query = " ".join(f'"{word}"' for word in words_of(words))
    if not query:
        return false()
    index = f"{table.__tablename__}_words"
    found = text(f"SELECT rowid FROM {index} WHERE {index} MATCH :words")
    return table.number.in_(found.bindparams(words=query).columns(column("rowid", Integer)))


def has_all_words(connection: Connection, names: Any, words: str) -> ColumnElement[bool]:  # noqa: ANN401 - a column of texts
    """The same of a short text that is in no index, row by row."""
    if connection.dialect.name == "postgresql":
        return _matches(names, words)
    return func.has_words(names, words).is_(True)


def lists_words(connection: Connection, listed: Any, words: str) -> ColumnElement[bool]:  # noqa: ANN401 - a column of texts
    """The same of `listed_words`, by the database's own comparison; accents do not count on either."""
    place = func.strpos if connection.dialect.name == "postgresql" else func.instr
    wanted = words_of(words)
    return and_(*(place(listed, f" {word} ") > 0 for word in wanted)) if wanted else false()


def _matches(names: Any, words: str) -> ColumnElement[bool]:  # noqa: ANN401 - as above
    """By PostgreSQL's reading of words, for which accents count."""
    query = func.plainto_tsquery(_SIMPLE, unicodedata.normalize("NFC", words))
    return func.to_tsvector(_SIMPLE, names).bool_op("@@")(query)
