"""Saved searches: filters of the list of conflicts under names, for feeds, webhooks and the desk."""

from collections.abc import Mapping
from typing import Any

from service.domain.queries import Filters, Page, PageRequest, SavedSearch
from service.store import Store


class Searches:
    """The saved searches of one store; all that name one by its id raise MissingError where there is none."""

    def __init__(self, store: Store) -> None:
        self._searches = store.searches

    def add(self, name: str, filters: Filters) -> SavedSearch:
        """Save filters under a name; raises ClashError where another search has it."""
        return self._searches.add(name, filters)

    def search(self, search_id: str) -> SavedSearch:
        """The saved search."""
        return self._searches.one(search_id)

    def searches(self, page: PageRequest) -> Page[SavedSearch]:
        """All of them, by name."""
        return self._searches.listed(page)

    def change(self, search_id: str, changes: Mapping[str, Any]) -> SavedSearch:
        """Set its `name` or `filters`; raises ClashError where another search has the name."""
        return self._searches.change(search_id, changes)

    def remove(self, search_id: str) -> None:
        """Remove it; raises ClashError while a webhook goes by it."""
        self._searches.remove(search_id)
