"""The conflicts' rows, and what editors said of them."""

from collections.abc import Iterable
from typing import Literal

from sqlalchemy import Connection, delete, insert, select

from service.domain import Conflict, Status
from service.store.chunks import chunks
from service.store.judgements import statuses
from service.store.rows import conflict_values
from service.store.tables import ConflictArticleRow, ConflictRow


def replace_conflicts(
    connection: Connection, old: Iterable[str], found: Iterable[Conflict], *, of: Literal["statement_id", "speaker_id"]
) -> None:
    """Put these conflicts in the place of those of the old statements, or speakers."""
    column = getattr(ConflictRow, of)
    for subjects in chunks(old):
        ids = connection.scalars(select(ConflictRow.id).where(column.in_(subjects))).all()
        for some in chunks(ids):
            connection.execute(delete(ConflictArticleRow).where(ConflictArticleRow.conflict_id.in_(some)))
            connection.execute(delete(ConflictRow).where(ConflictRow.id.in_(some)))
    conflicts = tuple(found)
    judged = statuses(connection, conflicts)
    values = ({**conflict_values(one), "status": judged.get(one.id, Status.OPEN.value)} for one in conflicts)
    for rows in chunks(values):
        connection.execute(insert(ConflictRow), rows)
    told = {(conflict.id, each) for conflict in conflicts for claim in conflict.claims for each in claim.article_ids}
    for places in chunks({"conflict_id": one, "article_id": other} for one, other in sorted(told)):
        connection.execute(insert(ConflictArticleRow), places)
