"""Rows of all tables at once, made elsewhere: an empty store is filled with them, or stays empty."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import JSON, Connection, func, insert, select, text

from service.errors import StoreError
from service.store.schema import upgrade
from service.store.sql.connection import Database
from service.store.sql.editing_tables import JudgementRow
from service.store.sql.rows.values import Values
from service.store.sql.tables import ArticleRow, Table

Rows = tuple[type[Table], Iterable[Values]]
# Rows that are written at one time.
_TOGETHER = 5_000


def fill(database_url: str, tables: Iterable[Rows]) -> int:
    """Fill an empty store with these rows, each table after those that it refers to; the number of its articles.

    A table may come several times. Raises StoreError if the store has articles or judgements already.
    """
    database = Database(database_url)
    try:
        upgrade(database)
        with database.writing() as connection:
            _check_empty(connection)
            for table, rows in tables:
                _write(connection, table, rows)
            _go_on_counting(connection)
            return connection.scalar(select(func.count()).select_from(ArticleRow)) or 0
    finally:
        database.close()


def _check_empty(connection: Connection) -> None:
    for table, called in ((ArticleRow, "articles"), (JudgementRow, "judgements")):
        if connection.scalar(select(func.count()).select_from(table)):
            raise StoreError(f"The store has {called} already: an archive is loaded into an empty one.")


def _write(connection: Connection, table: type[Table], rows: Iterable[Values]) -> None:
    rest = iter(rows)
    while some := list(islice(rest, _TOGETHER)):
        if connection.dialect.name == "postgresql":
            _copy(connection, table, some)
        else:
            connection.execute(insert(table), some)


def _copy(connection: Connection, table: type[Table], rows: list[Values]) -> None:
    """By the driver's own means: the common layer takes many times as long."""
    columns = table.__table__.columns
    names = [name for name in rows[0] if name in columns]
    is_json = {name: isinstance(columns[name].type, JSON) for name in names}
    cursor: Any = connection.connection.cursor()
    listed = ", ".join(f'"{columns[name].name}"' for name in names)
    with cursor.copy(f"COPY {table.__tablename__} ({listed}) FROM STDIN") as lines:
        for row in rows:
            lines.write_row(
                [json.dumps(row[name]) if is_json[name] and row[name] is not None else row[name] for name in names]
            )


def _go_on_counting(connection: Connection) -> None:
    """PostgreSQL counts on from the numbers that it has given itself: here some were given to it."""
    if connection.dialect.name != "postgresql":
        return
    for table in _numbered():
        highest = f"SELECT setval('{table}_number_seq', greatest(1, max(number)), count(*) > 0) FROM {table}"
        connection.execute(text(highest))


def _numbered() -> Iterator[str]:
    return (
        table.name for table in Table.metadata.sorted_tables if table.name in ("articles", "quotations", "versions")
    )
