"""Saved searches and their rows."""

import pytest

from service.domain.queries import Filters, SavedSearch
from service.store.sql.rows.searches import filter_values, saved_search_of, saved_search_values
from service.store.sql.webhook_tables import SavedSearchRow


@pytest.mark.parametrize("filters", [Filters(), Filters("The Post", since=0.0, words="dry wells")])
def test_a_search_comes_back_from_its_row(filters: Filters):
    search = SavedSearch("search_1", "Wells", filters, 1.5)
    assert saved_search_of(SavedSearchRow(**saved_search_values(search))) == search


def test_only_what_is_given_is_stored():
    assert filter_values(Filters(kind="wording", since=0.0)) == {"kind": "wording", "since": 0.0}
