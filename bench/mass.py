"""A store filled quickly: by the service's own linking, many articles at a time, or from a store that is filled.

So every row is one that linking makes. That many articles at once end as they would one after the other is the law
of the store; a test holds a store that was filled like this against one that took in the articles one by one.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from sqlalchemy import JSON, Connection, Row, select, text

from service.domain.quotations import ArticleAnalysis
from service.store.articles import write_articles
from service.store.sql.connection import Database
from service.store.sql.tables import Table

# Articles that are linked at one time, and how often before all is on disk; rows that are read and written at one time.
_TOGETHER, _TIMES, _BLOCK = 500, 20, 1_000
# The index of words is written all over: what it takes at a million fits.
_CACHE = "PRAGMA cache_size=-1500000"


def fill(database: Database, reports: Iterable[ArticleAnalysis]) -> None:
    """Take in articles, none of which is there."""
    rest = iter(reports)
    together = iter(lambda: list(islice(rest, _TOGETHER)), [])
    for first in together:
        with database.writing() as connection:
            if database.is_sqlite:
                connection.execute(text(_CACHE))
            for some in chain([first], islice(together, _TIMES - 1)):
                write_articles(connection, some)
    # What is measured next has the service's own cache.
    database.close()


def copy(source: Database, target: Database) -> None:
    """Make a store on PostgreSQL hold what one on SQLite holds, and nothing else."""
    tables = Table.metadata.sorted_tables
    with source.reading() as reading, target.writing() as writing:
        names = ", ".join(table.name for table in tables)
        writing.execute(text(f"TRUNCATE {names}"))
        for table in tables:
            is_json = [isinstance(column.type, JSON) for column in table.columns]
            # In the order in which the rows lie.
            rows = reading.execution_options(yield_per=_BLOCK).execute(select(table).order_by(*table.primary_key))
            _copy(writing, table.name, table.columns.keys(), (_values(row, is_json) for row in rows))
            # The versions of an article are counted from 1 for each.
            if "number" in table.columns and table.columns["number"].autoincrement:
                numbered = f"SELECT setval('{table.name}_number_seq', max(number)) FROM {table.name}"
                writing.execute(text(numbered))
    # As the server does by itself in time.
    with target.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def warm(database: Database) -> None:
    """Have PostgreSQL read all tables and indexes that fit into its memory, as it has after some days of work.

    SQLite has nothing of the kind: its pages lie in the memory of the system, which has just written them.
    """
    if database.is_sqlite:
        return
    with database.updating() as connection:
        connection.execute(text("CREATE EXTENSION IF NOT EXISTS pg_prewarm"))
        ours = "relkind IN ('r', 'i') AND relnamespace = 'public'::regnamespace"
        connection.execute(text(f"SELECT pg_prewarm(oid) FROM pg_class WHERE {ours} ORDER BY relkind DESC"))


def _values(row: Row[Any], is_json: Iterable[bool]) -> tuple[Any, ...]:
    pairs = zip(row, is_json, strict=True)
    return tuple(json.dumps(value) if is_text and value is not None else value for value, is_text in pairs)


def _copy(connection: Connection, table: str, names: Iterable[str], rows: Iterator[tuple[Any, ...]]) -> None:
    """By the driver's own means: the common layer takes many times as long."""
    cursor: Any = connection.connection.cursor()
    columns = ", ".join(f'"{name}"' for name in names)
    with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as lines:
        for row in rows:
            lines.write_row(row)
