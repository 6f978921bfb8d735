"""The versions of an article, page by page."""

from service.domain.queries import PageRequest
from service.store import Store
from tests.linking.reports import report


def test_versions_go_on_by_cursors(store: Store):
    for number in range(4):
        store.articles.replace(report("often", ("Ana Pérez", f"We wait for {number} days of rain in the valley.")))
    first = store.versions.listed("often", PageRequest(3))
    rest = store.versions.listed("often", PageRequest(3, first.cursor))
    assert [version.number for version in (*first.items, *rest.items)] == [4, 3, 2, 1]
    assert rest.cursor is None
