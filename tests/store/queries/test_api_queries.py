"""What the API asks of a store."""

from service.domain.archive import StoredConflict
from service.domain.conflicts import ConflictKind
from service.domain.queries import Filters, Order, PageRequest
from service.store.articles import Repository
from service.store.queries.api_queries import Reader
from service.store.sql.connection import Database
from tests.linking.reports import report

ANA, OMAR = "Ana Pérez", "Omar Said"


DRY = "The wells of the valley have been dry since the spring festival."


NOT_DRY = DRY.replace("dry", "not dry")


def found(database: Database, order: Order = Order.GRAVEST, **search) -> tuple[StoredConflict, ...]:
    """The conflicts that are there."""
    return Reader(database).conflicts(Filters(**search), PageRequest(order=order)).items


def test_lists_begin_with_the_newest_where_asked(database: Database, repository: Repository):
    repository.save(report("a", (ANA, DRY, ("mayor", "Lima"))))
    repository.save(report("b", (ANA, NOT_DRY)))
    repository.save(report("c", (ANA, "We wait for rain.", ("former mayor", "Lima"))))
    newest = found(database, Order.NEWEST)
    assert [one.kind for one in newest] == [ConflictKind.AFFILIATION, ConflictKind.WORDING]
    assert found(database, changed_since=newest[0].changed_at) == newest[:1]
    assert found(database, Order.NEWEST, changed_since=newest[1].changed_at) == newest
