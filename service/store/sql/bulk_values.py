"""Any number of values in one parameter: the statement's text stays the same, so both databases keep its plan."""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any, TypeVar, TypeVarTuple, cast

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Connection,
    Dialect,
    Executable,
    Integer,
    Select,
    Text,
    TypeDecorator,
    bindparam,
    func,
    insert,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, TypeEngine

from service.store.sql.tables import Table

_Row = TypeVar("_Row")
_Columns = TypeVarTuple("_Columns")


class _Many(TypeDecorator[Collection[Any]]):
    """Numbers, or texts: an array where there are arrays, else written as JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, *, are_numbers: bool) -> None:
        super().__init__()
        self.are_numbers = are_numbers

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        item = BigInteger() if self.are_numbers else Text()
        return dialect.type_descriptor(ARRAY(item) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Collection[Any] | None, dialect: Dialect) -> Any:  # noqa: ANN401 - the driver's
        return list(value or ()) if dialect.name == "postgresql" else json.dumps(list(value or ()))


class _Among(FunctionElement[Any]):
    """Whether a column holds one of the values."""

    name = "among"
    # No boolean: where a database has none, "= 1" would follow, and no index be used.
    type = NullType()
    inherit_cache = True


@compiles(_Among, "sqlite")
def _on_sqlite(element: _Among, compiler: Any, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    column, values = (compiler.process(one, **options) for one in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({values}))"


@compiles(_Among, "postgresql")
def _on_postgresql(element: _Among, compiler: Any, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    column, values = (compiler.process(one, **options) for one in element.clauses)
    return f"{column} = ANY({values})"


def in_values(column: InstrumentedAttribute[Any], name: str = "some") -> FunctionElement[Any]:
    """Whether the column holds one of the values that the statement is given by this name."""
    return _Among(column, bindparam(name, type_=_Many(are_numbers=isinstance(column.type, Integer))))


def find(
    connection: Connection,
    query: Select[*_Columns],
    some: Iterable[Any],
    **more: Any,  # noqa: ANN401 - other parameters of the query
) -> Sequence[tuple[*_Columns]]:
    """The columns that a query finds for these values; the database is not asked where there is none."""
    values = list(some)
    return connection.execute(query, {"some": values, **more}).all() if values else ()


def find_rows(
    connection: Connection,
    query: Select[_Row],
    some: Iterable[Any],
    **more: Any,  # noqa: ANN401 - as above
) -> Sequence[_Row]:
    """The same, of queries for the rows of a whole table; see `reading.py`."""
    return cast(Sequence[_Row], find(connection, query, some, **more))


def change(connection: Connection, statement: Executable, some: Iterable[Any], **more: Any) -> None:  # noqa: ANN401
    """Carry out a statement for these values, where there is one."""
    values = list(some)
    if values:
        connection.execute(statement, {"some": values, **more})


def insert_numbers(connection: Connection, table: type[Table], rows: Sequence[tuple[int, ...]]) -> None:
    """Write many rows that hold nothing but numbers."""
    if not rows:
        return
    columns = table.__table__.columns
    if connection.dialect.name == "postgresql":
        values = (bindparam(column.name, type_=_Many(are_numbers=True)) for column in columns)
        statement = insert(table).from_select(columns.keys(), select(*map(func.unnest, values)))
        connection.execute(statement, dict(zip(columns.keys(), zip(*rows, strict=True), strict=True)))
    else:
        connection.execute(insert(table), [dict(zip(columns.keys(), row, strict=True)) for row in rows])
