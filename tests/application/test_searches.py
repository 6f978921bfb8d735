"""Saved searches."""

import pytest

from service.application.searches import Searches
from service.domain.queries import Filters, PageRequest
from service.errors import MissingError
from service.store import Store


def test_a_search_is_saved_changed_and_removed(store: Store):
    searches = Searches(store)
    search = searches.add("Wells", Filters(words="wells"))
    assert searches.search(search.id) == search
    assert searches.searches(PageRequest()).items == (search,)
    assert searches.change(search.id, {"name": "Rain"}).name == "Rain"
    searches.remove(search.id)
    with pytest.raises(MissingError):
        searches.search(search.id)
