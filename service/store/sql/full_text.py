"""Search for words: by SQLite's own index or by PostgreSQL's, which the migrations keep beside the tables."""

import unicodedata
from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Integer,
    Text,
    TextualSelect,
    and_,
    bindparam,
    cast,
    column,
    false,
    func,
    literal_column,
    text,
)

from service.store.sql.tables import ArticleRow, ConflictRow, QuotationRow
from service.store.sql.words import words_of

_SIMPLE = text("'simple'")
# As the index has it: with a parameter, PostgreSQL would not see that it is the same.
_BLANK: ColumnElement[str] = literal_column("' '")


def holds_words(
    connection: Connection, table: type[ArticleRow] | type[QuotationRow], words: str
) -> ColumnElement[bool]:
    """Whether the text of a row has all of these words, by the index."""
    if connection.dialect.name == "postgresql":
        return _matches(table.text, words)
    wanted = words_of(words)
    return table.number.in_(_matching(f"{table.__tablename__}_words", wanted)) if wanted else false()


def has_all_words(connection: Connection, names: Any, words: str) -> ColumnElement[bool]:  # noqa: ANN401 - a column of texts
    """The same of a short text that is in no index, row by row."""
    if connection.dialect.name == "postgresql":
        return _matches(names, words)
    return func.has_words(names, words).is_(True)


def lists_words(connection: Connection, words: str) -> ColumnElement[bool]:
    """The same of the `listed_words` of a conflict; accents do not count on either database."""
    wanted = words_of(words)
    if not wanted:
        return false()
    if connection.dialect.name == "postgresql":
        return func.string_to_array(ConflictRow.words, _BLANK).bool_op("@>")(cast(wanted, ARRAY(Text)))
    # SQLite's index may part words that are one here. By the plain number, all conflicts with a common word would be
    # read and sorted: so it follows the order of the list until a page is full.
    is_one = (func.instr(ConflictRow.words, f" {word} ") > 0 for word in wanted)
    return and_((ConflictRow.number + 0).in_(_matching("conflicts_words", wanted)), *is_one)


def _matching(index: str, words: Iterable[str]) -> TextualSelect:
    """The numbers of the rows that SQLite's index finds by all of these words."""
    # Each word between quotation marks: nothing in it is an operator then.
    query = " ".join(f'"{word}"' for word in words)
    found = text(f"SELECT rowid FROM {index} WHERE {index} MATCH :words")
    return found.bindparams(bindparam("words", query, unique=True)).columns(column("rowid", Integer))


def _matches(names: Any, words: str) -> ColumnElement[bool]:  # noqa: ANN401 - as above
    """By PostgreSQL's reading of words, for which accents count."""
    query = func.plainto_tsquery(_SIMPLE, unicodedata.normalize("NFC", words))
    return func.to_tsvector(_SIMPLE, names).bool_op("@@")(query)
