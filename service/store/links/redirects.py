"""Ids that were merged away, and what stands in their place."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select, update

from service.store.sql.bulk_values import among, change
from service.store.sql.tables import MovedRow

_THERE = delete(MovedRow).where(among(MovedRow.id))


def record_moves(connection: Connection, gone: Iterable[str], heirs: Mapping[str, str]) -> None:
    """Remember where the ids that are gone lead; an id without an heir leads nowhere."""
    for old in gone:
        to = heirs.get(old)
        connection.execute(delete(MovedRow).where(MovedRow.id == old))
        if to is None:
            connection.execute(delete(MovedRow).where(MovedRow.to == old))
        else:
            connection.execute(update(MovedRow).where(MovedRow.to == old).values(to=to))
            connection.execute(insert(MovedRow), [{"id": old, "to": to}])
    # What is there again leads to itself.
    change(connection, _THERE, set(heirs.values()))


def place_of(connection: Connection, moved: str) -> str | None:
    """The id in the place of one that was merged away; None where there is none."""
    return connection.scalar(select(MovedRow.to).where(MovedRow.id == moved))
