"""Leases, of lines and of messages: a row is one worker's until a time, and anybody's again after it.

Whoever takes a lease and is killed loses nothing: the row is taken by another when the lease has run out.
"""

from collections.abc import Mapping
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Select, or_, update
from sqlalchemy.orm import InstrumentedAttribute

from service.store.sql.reading import first_of
from service.store.sql.tables import Table

_Row = TypeVar("_Row")


def lease_first(
    connection: Connection, table: type[Table], free: Select[_Row], lease: Mapping[str, object]
) -> _Row | None:
    """The first row of a table that is free, with the columns of its lease set; None if none is free.

    The primary key must be selected. Rows that others are about to lease are passed over.
    """
    row = first_of(connection, free.limit(1).with_for_update(skip_locked=True, of=table))
    if row is not None:
        is_it = (column == getattr(row, column.key) for column in table.__table__.primary_key)
        connection.execute(update(table).where(*is_it).values(lease))
    return row


def is_unleased(until: InstrumentedAttribute[float | None], now: float) -> ColumnElement[bool]:
    """Whether no lease was taken, or it has run out."""
    return or_(until.is_(None), until <= now)
