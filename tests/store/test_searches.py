"""Saved searches as they are stored."""

import pytest

from service.domain.queries import Filters, PageRequest
from service.errors import ClashError, MissingError
from service.store import Store


def test_a_search_is_stored_changed_and_forgotten(store: Store):
    filters = Filters(outlet="The Post", since=1.5, words="dry wells")
    search = store.searches.add("Wells", filters)
    assert store.searches.one(search.id) == search
    assert search.filters == filters
    assert store.searches.change(search.id, {"filters": Filters(kind="wording")}).filters == Filters(kind="wording")
    assert store.searches.change(search.id, {}).name == "Wells"
    store.searches.remove(search.id)
    with pytest.raises(MissingError):
        store.searches.one(search.id)
    with pytest.raises(MissingError):
        store.reader.conflicts(Filters(search_id=search.id), PageRequest())


def test_searches_are_listed_by_name(store: Store):
    for name in ("b", "c", "a"):
        store.searches.add(name, Filters())
    assert [search.name for search in store.searches.listed(PageRequest()).items] == ["a", "b", "c"]


def test_a_name_stands_for_one_search(store: Store):
    store.searches.add("a", Filters())
    other = store.searches.add("b", Filters())
    with pytest.raises(ClashError, match="already has the name 'a'"):
        store.searches.add("a", Filters())
    with pytest.raises(ClashError):
        store.searches.change(other.id, {"name": "a"})
