"""What becomes of conflicts as articles come and go, and since when each is so."""

from dataclasses import replace

import pytest
from alembic import command
from sqlalchemy import delete, event, select

from service.domain.archive import ConflictDetail, StoredConflict
from service.domain.articles import Span
from service.domain.conflicts import Claim, Conflict, ConflictKind, Evidence, Severity
from service.domain.queries import Filters, Order, PageRequest
from service.store import schema
from service.store.articles import Repository
from service.store.links.conflicts import Changes, find_successors, replace_conflicts
from service.store.queries.api_queries import Reader
from service.store.sql.connection import Database
from service.store.sql.tables import ArticleRow, DuplicatesRow
from tests.linking.reports import report

ANA, OMAR = "Ana Pérez", "Omar Said"
DRY = "The wells of the valley have been dry since the spring festival."
NOT_DRY = DRY.replace("dry", "not dry")
HALF_DRY = DRY.replace("dry", "half dry")


def conflict(conflict_id: str, *quotation_ids: str, kind: ConflictKind = ConflictKind.WORDING, **more) -> Conflict:
    """A conflict of statement t1 that rests on these quotations, each in an article of its own and with its claim."""
    claims = tuple(Claim(one, (Evidence(f"a-{one}", one, Span(0, len(one), one)),)) for one in quotation_ids)
    return replace(Conflict(conflict_id, kind, Severity.LOW, "t1", None, "They differ.", claims), **more)


def replaced(database: Database, *conflicts: Conflict) -> Changes:
    """What becomes of the conflicts of statement t1 when these take their place."""
    with database.writing() as connection:
        return replace_conflicts(connection, ["t1"], conflicts, of="statement_id")


def found(database: Database, order: Order = Order.GRAVEST, **search) -> tuple[StoredConflict, ...]:
    """The conflicts that are there, as they are stored."""
    details = Reader(database).conflicts(Filters(**search), PageRequest(order=order)).items
    return tuple(as_stored(detail) for detail in details)


def as_stored(detail: ConflictDetail) -> StoredConflict:
    """Without what belongs to it."""
    claims = tuple(
        Claim(
            claim.value, tuple(Evidence(place.article_id, place.quotation_id, place.span) for place in claim.evidence)
        )
        for claim in detail.claims
    )
    found_at, changed_at = detail.found_at, detail.changed_at
    return StoredConflict.of(replace(detail, claims=claims), found_at=found_at, changed_at=changed_at)


def n_statements(database: Database, *conflicts: Conflict) -> int:
    """How many statements of SQL it takes to put these conflicts into the place of others."""
    executed = []
    with database.writing() as connection:
        event.listen(connection, "before_cursor_execute", lambda *call: executed.append(call[2]))
        replace_conflicts(connection, ["t1"], conflicts, of="statement_id")
    return len(executed)


def test_what_stays_as_it_was_keeps_its_times_and_is_not_written(database: Database):
    first = replaced(database, conflict("c1", "q1", "q2"))
    assert ([one.id for one in first.created], first.changed, first.ended) == (["c1"], (), ())
    assert replaced(database, conflict("c1", "q1", "q2")) == Changes()
    assert found(database) == first.created
    assert first.created[0].found_at == first.created[0].changed_at
    assert n_statements(database, conflict("c1", "q1", "q2")) == 1


@pytest.mark.parametrize(
    "now",
    [
        conflict("c1", "q1", "q2", severity=Severity.HIGH),
        conflict("c1", "q1", "q2", summary="They differ much."),
        conflict("c2", "q1", "q2", "q3"),
        conflict("c2", "q1", "q2", statement_id="t2"),
    ],
)
def test_what_says_something_else_has_changed(database: Database, now: Conflict):
    (before,) = replaced(database, conflict("c1", "q1", "q2")).created
    changes = replaced(database, now)
    assert (changes.created, changes.ended, found(database)) == ((), (), changes.changed)
    (after,) = changes.changed
    assert after == StoredConflict.of(now, found_at=before.found_at, changed_at=after.changed_at)
    assert after.changed_at > before.changed_at


def test_what_rests_on_nothing_any_more_has_ended(database: Database):
    replaced(database, conflict("c1", "q1", "q2"), conflict("c2", "q1", "q2", kind=ConflictKind.SPEAKER))
    changes = replaced(database, conflict("c3", "q3", "q4"))
    assert ([one.id for one in changes.created], changes.changed) == (["c3"], ())
    assert sorted(changes.ended) == ["c1", "c2"]


def test_two_that_become_one_are_as_old_as_the_first(database: Database):
    (first,) = replaced(database, conflict("c1", "q1", "q2")).created
    replaced(database, conflict("c1", "q1", "q2"), conflict("c2", "q3", "q4"))
    (merged,) = replaced(database, conflict("c3", "q1", "q2", "q3", "q4")).changed
    assert merged.found_at == first.found_at


def test_the_heir_rests_on_most_of_the_same_places():
    gone = [conflict("c1", "q1", "q2", "q3"), conflict("c2", "q7"), conflict("c3", "q1", kind=ConflictKind.SPEAKER)]
    new = [conflict("c4", "q1", "q9"), conflict("c5", "q2", "q3"), conflict("c6", "q8")]
    assert find_successors(gone, new) == {"c1": "c5"}
    assert find_successors(gone, [*new, conflict("c1", "q1")]) == {"c1": "c1"}
    assert find_successors(gone, []) == {}


def test_a_conflict_outlasts_the_articles_that_join_it(database: Database, repository: Repository):
    """Its id and its statement's may become others: the old ids lead to the new."""
    seen: dict[str, float] = {}
    for article_id, words in (("d", DRY), ("c", NOT_DRY), ("b", HALF_DRY), ("a", DRY), ("e", DRY)):
        repository.save(report(article_id, (ANA, words)))
        seen.update({one.id: one.found_at for one in found(database)})
    assert len(seen) > 1
    assert len(set(seen.values())) == 1
    repository.forget("c")
    repository.forget("b")
    assert found(database) == ()


def test_conflicts_that_were_there_before_are_as_old_as_their_articles(database: Database, repository: Repository):
    for article_id, words in (("a", DRY), ("b", NOT_DRY)):
        repository.save(report(article_id, (ANA, words)))
    with database.writing() as connection:
        # Versions do not come back from a later revision.
        connection.execute(delete(DuplicatesRow))
        configuration = schema.configuration()
        configuration.attributes["connection"] = connection
        command.downgrade(configuration, "0001")
    schema.upgrade(database)
    (conflict,) = found(database)
    with database.reading() as connection:
        received = connection.scalar(select(ArticleRow.received_at).where(ArticleRow.id == "b"))
    assert (conflict.found_at, conflict.changed_at) == (received, received)
