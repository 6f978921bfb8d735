"""Rows with their types: mypy knows the columns of a whole table by its class, and those of a few as a tuple.

Rows are read without an ORM session, flat: a row of `select(ArticleRow)` is no ArticleRow, but has its attributes.
"""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Select

_Row = TypeVar("_Row")


def rows_of(
    connection: Connection,
    query: Select[_Row],
    **values: Any,  # noqa: ANN401 - parameters of the query
) -> Sequence[_Row]:
    """The rows of a whole table that the query finds with these parameters."""
    return cast(Sequence[_Row], connection.execute(query, values).all())


def stream_of(connection: Connection, query: Select[_Row]) -> Iterator[_Row]:
    """The same, read as they are asked for."""
    return cast(Iterator[_Row], iter(connection.execute(query)))


def partitions_of(connection: Connection, query: Select[_Row], size: int) -> Iterator[Sequence[_Row]]:
    """The same, this number at a time."""
    rows = connection.execution_options(yield_per=size).execute(query)
    return cast(Iterator[Sequence[_Row]], rows.partitions(size))


def first_of(connection: Connection, query: Select[_Row]) -> _Row | None:
    """The first row; None if there is none."""
    return cast(_Row | None, connection.execute(query).first())


def with_columns_of(query: Select[*tuple[Any, ...]], _: type[_Row]) -> Select[_Row]:
    """The query, whose rows have the columns of this class: what mypy cannot see of joins and of a few columns."""
    return cast(Select[_Row], query)
