"""Lists of any length, some rows at a time: a cursor names the last row that was shown."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from service.domain.queries import MOST_COUNTED, Page, PageRequest
from service.errors import CursorError
from service.store.sql.reading import rows_of

_LARGEST = 2**63
_Row = TypeVar("_Row")
_Item = TypeVar("_Item")
_Columns = Sequence[InstrumentedAttribute[Any]]


def page_of(
    connection: Connection,
    query: Select[_Row],
    order: _Columns,
    request: PageRequest,
    *,
    is_descending: bool = False,
) -> Page[_Row]:
    """The rows after the cursor, in the order of the columns, which are different in any two rows and are selected.

    Raises CursorError for a cursor of another list.
    """
    total = _total(connection, query, order) if request.with_total else None
    if request.cursor is not None:
        after = _values(request.cursor, order)
        query = query.where(tuple_(*order) < tuple_(*after) if is_descending else tuple_(*order) > tuple_(*after))
    ordered = query.order_by(*(column.desc() if is_descending else column for column in order))
    rows = rows_of(connection, ordered.limit(request.limit + 1))
    shown = rows[: request.limit]
    return Page(tuple(shown), _cursor(shown[-1], order) if len(rows) > request.limit else None, total)


def _total(connection: Connection, query: Select[_Row], order: _Columns) -> int:
    """How many rows the query has; what makes up a row is not read for it."""
    found = query.with_only_columns(order[-1], maintain_column_froms=True).limit(MOST_COUNTED)
    return connection.scalar(select(func.count()).select_from(found.subquery())) or 0


def filled(page: Page[_Row], items: Callable[[Sequence[_Row]], Sequence[_Item]]) -> Page[_Item]:
    """The page with what its rows stand for."""
    return Page(tuple(items(page.items)), page.cursor, page.total)


def _cursor(row: object, order: _Columns) -> str:
    values = [getattr(row, column.key) for column in order]
    return urlsafe_b64encode(json.dumps(values).encode("utf-8")).decode("ascii").rstrip("=")


def _values(cursor: str, order: _Columns) -> list[Any]:
    try:
        values: list[Any] = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError as error:
        raise CursorError("The cursor was not issued by this service.") from error
    kinds = [column.type.python_type for column in order]
    is_ours = isinstance(values, list) and [type(value) for value in values] == kinds
    if not is_ours or any(map(_is_foreign, values)):
        raise CursorError("The cursor was issued for another list.")
    return values


def _is_foreign(value: Any) -> bool:  # noqa: ANN401 - as above
    """Whether no column can have it."""
    return "\0" in value if isinstance(value, str) else isinstance(value, int) and abs(value) >= _LARGEST
