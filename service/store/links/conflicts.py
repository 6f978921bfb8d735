"""The conflicts' rows: what is found anew is held against what was there, and each tells since when it is so."""

import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import Connection, delete, insert, select

from service.domain.archive import StoredConflict
from service.domain.conflicts import Conflict, ConflictKind, Status
from service.domain.webhooks import Event
from service.store.links.judgements import places_of, statuses
from service.store.links.redirects import record_redirects
from service.store.sql.batching import batches
from service.store.sql.rows import Row, conflict_of, conflict_values, stored_conflict_values
from service.store.sql.tables import ConflictArticleRow, ConflictRow
from service.store.webhooks.event_payloads import conflict_content
from service.store.webhooks.outbox import Content, record_events


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of conflicts: those that are new, those that say something else now, the ids of those that ended."""

    created: tuple[StoredConflict, ...] = ()
    changed: tuple[StoredConflict, ...] = ()
    ended: tuple[str, ...] = ()


def replace_conflicts(
    connection: Connection, old: Iterable[str], found: Iterable[Conflict], *, of: Literal["statement_id", "speaker_id"]
) -> Changes:
    """Put these conflicts in the place of those of the old statements, or speakers; what stays as it was is let be."""
    before = _rows(connection, old, of)
    after = {conflict.id: conflict for conflict in found}
    same = {id_ for id_, row in before.items() if id_ in after and _is_same(row, after[id_])}
    gone = [conflict_of(row) for id_, row in before.items() if id_ not in same]
    new = [conflict for id_, conflict in after.items() if id_ not in same]
    if not gone and not new:
        return Changes()
    successors = find_successors(gone, new)
    stored = _dated(connection, new, _found_at(successors, before))
    _delete(connection, [conflict.id for conflict in gone])
    _insert(connection, stored)
    record_redirects(
        connection, before.keys() - after.keys(), {old: heir for old, heir in successors.items() if old != heir}
    )
    inherited = set(successors.values())
    changes = Changes(
        tuple(one for one in stored if one.id not in inherited),
        tuple(one for one in stored if one.id in inherited),
        tuple(one.id for one in gone if one.id not in successors),
    )
    record_events(connection, _told(changes))
    return changes


def find_successors(gone: Iterable[Conflict], new: Collection[Conflict]) -> dict[str, str]:
    """In which new conflict each of the old ones lives on, by their ids; one that lives on in none has ended.

    An id changes with the claims and with the statement: the heir has the same id, or else it is the conflict of the
    same kind that rests on most of the same places.
    """
    resting: dict[tuple[ConflictKind, str], list[str]] = defaultdict(list)
    for conflict in new:
        for place in places_of(conflict):
            resting[conflict.kind, place].append(conflict.id)
    successors: dict[str, str] = {}
    for old in gone:
        shared = Counter(id_ for place in places_of(old) for id_ in resting.get((old.kind, place), ()))
        if shared:
            successors[old.id] = max(sorted(shared), key=lambda id_: (id_ == old.id, shared[id_]))
    return successors


def _told(changes: Changes) -> Iterator[tuple[Event, Content]]:
    for conflict in changes.created:
        yield Event.CONFLICT_CREATED, conflict_content(conflict)
    for conflict in changes.changed:
        yield Event.CONFLICT_CHANGED, conflict_content(conflict)


def _rows(connection: Connection, old: Iterable[str], of: str) -> dict[str, Row]:
    column = getattr(ConflictRow, of)
    return {
        row.id: row
        for subjects in batches(old)
        for row in connection.execute(select(ConflictRow).where(column.in_(subjects)))
    }


def _is_same(row: Row, conflict: Conflict) -> bool:
    return all(getattr(row, name) == value for name, value in conflict_values(conflict).items())


def _found_at(successors: Mapping[str, str], before: Mapping[str, Row]) -> dict[str, float]:
    """When those that took the place of others were found: when the first of those was."""
    found_at: dict[str, float] = {}
    for old, heir in successors.items():
        found_at[heir] = min(before[old].found_at, found_at.get(heir, before[old].found_at))
    return found_at


def _dated(connection: Connection, new: list[Conflict], found_at: Mapping[str, float]) -> list[StoredConflict]:
    """The conflicts as they are kept from now on, with what editors said of them."""
    judged, now = statuses(connection, new), time.time()
    return [
        StoredConflict.of(
            replace(conflict, status=judged.get(conflict.id, Status.OPEN)),
            found_at=found_at.get(conflict.id, now),
            changed_at=now,
        )
        for conflict in new
    ]


def _delete(connection: Connection, ids: Iterable[str]) -> None:
    for some in batches(ids):
        connection.execute(delete(ConflictArticleRow).where(ConflictArticleRow.conflict_id.in_(some)))
        connection.execute(delete(ConflictRow).where(ConflictRow.id.in_(some)))


def _insert(connection: Connection, conflicts: Collection[StoredConflict]) -> None:
    for rows in batches(map(stored_conflict_values, conflicts)):
        connection.execute(insert(ConflictRow), rows)
    told = {(conflict.id, each) for conflict in conflicts for claim in conflict.claims for each in claim.article_ids}
    for places in batches({"conflict_id": one, "article_id": other} for one, other in sorted(told)):
        connection.execute(insert(ConflictArticleRow), places)
