"""Search for words: by SQLite's own index or by PostgreSQL's, which the migrations keep beside the tables."""

import re

from sqlalchemy import ColumnElement, Connection, Integer, column, false, func, text

from service.store.sql.tables import ArticleRow, QuotationRow


def holds_words(
    connection: Connection, table: type[ArticleRow] | type[QuotationRow], words: str
) -> ColumnElement[bool]:
    """Whether the text of a row has all of these words, capitals aside."""
    if connection.dialect.name == "postgresql":
        document = func.to_tsvector(text("'simple'"), table.text)
        return document.bool_op("@@")(func.plainto_tsquery(text("'simple'"), words))
    # Each word between quotation marks: nothing in it is an operator then.
    query = " ".join(f'"{word}"' for word in re.findall(r"\w+", words))
    if not query:
        return false()
    index = f"{table.__tablename__}_words"
    found = text(f"SELECT rowid FROM {index} WHERE {index} MATCH :words")
    return table.number.in_(found.bindparams(words=query).columns(column("rowid", Integer)))
