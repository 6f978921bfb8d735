"""Conflicts over what articles say that speakers are."""

from service.domain.conflicts import ConflictKind
from service.store.articles import Repository
from service.store.sql.connection import Database
from tests.linking.reports import report
from tests.store.contents import stored


def position_conflicts(database: Database) -> list[str]:
    conflicts = stored(database).conflicts
    return [claim.value for one in conflicts if one.kind is ConflictKind.AFFILIATION for claim in one.claims]


def mayor(article_id: str, role: str, words: str):
    return report(article_id, ("Ana Pérez", words, (role, "Lima")))


def test_two_articles_may_disagree_whatever_they_quote(database: Database, repository: Repository):
    repository.save(mayor("a", "mayor", "We wait for rain."))
    repository.save(mayor("b", "former mayor", "The sea is calm."))
    assert sorted(position_conflicts(database)) == ["former mayor of Lima", "mayor of Lima"]
    repository.forget("b")
    assert position_conflicts(database) == []


def test_only_the_newest_positions_are_compared(few, database: Database, repository: Repository):
    repository.save(mayor("a", "former mayor", "The sea is calm."))
    for number in range(3):
        repository.save(mayor(f"b{number}", "mayor", f"We wait for rain, day {number}."))
    assert position_conflicts(database) == []
