"""The conflicts' rows: what is found now is compared with what was stored; each has the time since when it is so."""

import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, Self

from sqlalchemy import Connection, delete, func, insert, select

from service.domain.archive import StoredConflict
from service.domain.conflicts import Conflict, ConflictKind, Status
from service.domain.judgements import Judgement
from service.domain.webhooks import Event
from service.store.links.conflict_details import details_of
from service.store.links.judgements import assignees, evidence_keys, is_right_in, latest_judgements
from service.store.links.redirects import record_redirects
from service.store.sql.batching import batches
from service.store.sql.reading import rows_of
from service.store.sql.rows.conflicts import conflict_of, conflict_values
from service.store.sql.tables import ConflictArticleRow, ConflictRow
from service.store.webhooks.event_payloads import conflict_content
from service.store.webhooks.outbox import record_events
from service.store.webhooks.selection import Happening

# Times are shown in thousandths of a second.
_A_MOMENT = 0.001


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of conflicts: those that are new, those that say something else now, the ids of those that ended."""

    created: tuple[StoredConflict, ...] = ()
    changed: tuple[StoredConflict, ...] = ()
    ended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Replacement:
    """Stored conflicts that are gone, those that were found in their place, and in which of these the old live on."""

    gone: tuple[StoredConflict, ...]
    new: tuple[Conflict, ...]
    successors: Mapping[str, str]

    @classmethod
    def of(cls, stored: Iterable[StoredConflict], found: Iterable[Conflict]) -> Self:
        """What is gone and what is new; conflicts that say what they said before are neither."""
        before = {conflict.id: conflict for conflict in stored}
        after = {conflict.id: conflict for conflict in found}
        same = {id_ for id_, conflict in before.items() if id_ in after and conflict.says(after[id_])}
        gone = tuple(conflict for id_, conflict in before.items() if id_ not in same)
        new = tuple(conflict for id_, conflict in after.items() if id_ not in same)
        return cls(gone, new, find_successors(gone, new))

    def found_at(self) -> dict[str, float]:
        """When the new ones were found that took the place of others: when the first of those was."""
        times: dict[str, list[float]] = defaultdict(list)
        for conflict in self.gone:
            if conflict.id in self.successors:
                times[self.successors[conflict.id]].append(conflict.found_at)
        return {id_: min(found) for id_, found in times.items()}

    def changes(self, stored: Collection[StoredConflict]) -> Changes:
        """What became of all of them, the new ones as they are stored now."""
        inherited = set(self.successors.values())
        return Changes(
            created=tuple(conflict for conflict in stored if conflict.id not in inherited),
            changed=tuple(conflict for conflict in stored if conflict.id in inherited),
            ended=tuple(conflict.id for conflict in self.gone if conflict.id not in self.successors),
        )


def replace_conflicts(
    connection: Connection, old: Iterable[str], found: Iterable[Conflict], *, of: Literal["statement_id", "speaker_id"]
) -> Changes:
    """Replace the conflicts of the old statements, or speakers; rows that would stay the same are left alone."""
    replacement = _Replacement.of(_stored(connection, old, of), found)
    gone, new, successors = replacement.gone, replacement.new, replacement.successors
    if not gone and not new:
        return Changes()
    judged = latest_judgements(connection, new)
    stored = _dated(connection, new, replacement.found_at(), judged)
    _delete(connection, [conflict.id for conflict in gone])
    _insert(connection, stored, judged)
    moved = {old_id: successor for old_id, successor in successors.items() if old_id != successor}
    record_redirects(connection, {conflict.id for conflict in gone} - {conflict.id for conflict in new}, moved)
    changes = replacement.changes(stored)
    record_events(connection, _events(connection, changes))
    return changes


def find_successors(gone: Iterable[Conflict], new: Collection[Conflict]) -> dict[str, str]:
    """In which new conflict each of the old ones lives on, by their ids; one that lives on in none has ended.

    An id changes with the claims and with the statement: the successor has the same id, or else it is the conflict of
    the same kind that rests on most of the same evidence.
    """
    resting: dict[tuple[ConflictKind, str], list[str]] = defaultdict(list)
    for conflict in new:
        for key in evidence_keys(conflict):
            resting[conflict.kind, key].append(conflict.id)
    successors: dict[str, str] = {}
    for old in gone:
        shared = Counter(id_ for key in evidence_keys(old) for id_ in resting.get((old.kind, key), ()))
        if shared:
            successors[old.id] = max(sorted(shared), key=lambda id_: (id_ == old.id, shared[id_]))
    return successors


def _events(connection: Connection, changes: Changes) -> Iterator[Happening]:
    for conflict in details_of(connection, changes.created):
        yield Event.CONFLICT_CREATED, conflict_content(conflict)
    for conflict in details_of(connection, changes.changed):
        yield Event.CONFLICT_CHANGED, conflict_content(conflict)


def _stored(
    connection: Connection, ids: Iterable[str], of: Literal["statement_id", "speaker_id"]
) -> Iterator[StoredConflict]:
    column = ConflictRow.statement_id if of == "statement_id" else ConflictRow.speaker_id
    for some in batches(ids):
        yield from map(conflict_of, rows_of(connection, select(ConflictRow).where(column.in_(some))))


def _dated(
    connection: Connection,
    new: Collection[Conflict],
    found_at: Mapping[str, float],
    judged: Mapping[str, Judgement],
) -> list[StoredConflict]:
    """The conflicts as they are stored from now on, with what editors said of them."""
    assigned, now = assignees(connection, new), _now(connection)
    return [
        StoredConflict.of(
            replace(conflict, status=Status(judged[conflict.id].verdict) if conflict.id in judged else Status.OPEN),
            found_at=found_at.get(conflict.id, now),
            changed_at=now,
            assignee=assigned.get(conflict.id),
        )
        for conflict in new
    ]


def _now(connection: Connection) -> float:
    """The time, later than that of any conflict: who asks for changes since the last one misses none that follows.

    The clock may have been set back, and those of several machines differ.
    """
    newest = connection.scalar(select(func.max(ConflictRow.changed_at)))
    return time.time() if newest is None else max(time.time(), newest + _A_MOMENT)


def _delete(connection: Connection, ids: Iterable[str]) -> None:
    for some in batches(ids):
        connection.execute(delete(ConflictArticleRow).where(ConflictArticleRow.conflict_id.in_(some)))
        connection.execute(delete(ConflictRow).where(ConflictRow.id.in_(some)))


def _insert(connection: Connection, conflicts: Collection[StoredConflict], judged: Mapping[str, Judgement]) -> None:
    for rows in batches(map(conflict_values, conflicts)):
        connection.execute(insert(ConflictRow), rows)
    resting = [
        {"conflict_id": conflict.id, "article_id": article_id, "is_right": is_right}
        for conflict in conflicts
        for article_id, is_right in is_right_in(conflict, judged.get(conflict.id)).items()
    ]
    for rows in batches(sorted(resting, key=lambda row: (row["conflict_id"], row["article_id"]))):
        connection.execute(insert(ConflictArticleRow), rows)
