"""Ids that were merged away, and what stands in their place."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select, update

from service.store.sql.bulk_values import change, in_values
from service.store.sql.tables import RedirectRow

_THERE = delete(RedirectRow).where(in_values(RedirectRow.id))


def record_redirects(connection: Connection, gone: Iterable[str], successors: Mapping[str, str]) -> None:
    """Remember where the ids that are gone lead; an id without a successor leads nowhere."""
    for old in gone:
        to = successors.get(old)
        connection.execute(delete(RedirectRow).where(RedirectRow.id == old))
        if to is None:
            connection.execute(delete(RedirectRow).where(RedirectRow.to == old))
        else:
            connection.execute(update(RedirectRow).where(RedirectRow.to == old).values(to=to))
            connection.execute(insert(RedirectRow), [{"id": old, "to": to}])
    # What is there again leads to itself.
    change(connection, _THERE, set(successors.values()))


def place_of(connection: Connection, moved: str) -> str | None:
    """The id in the place of one that was merged away; None if there is none."""
    return connection.scalar(select(RedirectRow.to).where(RedirectRow.id == moved))
