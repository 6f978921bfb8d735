"""Saved searches: filters of the list of conflicts under names, for feeds, webhooks and the desk."""

import time
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select, update

from service.domain.queries import Filters, Page, PageRequest, SavedSearch
from service.errors import ClashError, MissingError
from service.store.sql.connection import Database
from service.store.sql.paging import filled, page_of
from service.store.sql.reading import first_of
from service.store.sql.rows.searches import filter_values, saved_search_of, saved_search_values
from service.store.sql.webhook_tables import SavedSearchRow, WebhookRow


class Searches:
    """The saved searches of one store; all that name one by its id raise MissingError where there is none."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, name: str, filters: Filters) -> SavedSearch:
        """Save filters under a name; raises ClashError where another search has it."""
        search = SavedSearch(f"search_{uuid4().hex[:16]}", name, filters, time.time())
        with self._database.writing() as connection:
            _check_name(connection, search.id, name)
            connection.execute(insert(SavedSearchRow), [saved_search_values(search)])
        return search

    def one(self, search_id: str) -> SavedSearch:
        """The saved search."""
        with self._database.reading() as connection:
            return _one(connection, search_id)

    def listed(self, request: PageRequest) -> Page[SavedSearch]:
        """All of them, by name."""
        with self._database.reading() as connection:
            page = page_of(connection, select(SavedSearchRow), [SavedSearchRow.name], request)
            return filled(page, lambda rows: list(map(saved_search_of, rows)))

    def change(self, search_id: str, changes: Mapping[str, Any]) -> SavedSearch:
        """Set its `name` or `filters`; feeds and webhooks go by them from now on. Raises ClashError as `add`."""
        values = dict(changes)
        if "filters" in values:
            values["filters"] = filter_values(values["filters"])
        with self._database.writing() as connection:
            _one(connection, search_id)
            if "name" in values:
                _check_name(connection, search_id, values["name"])
            if values:
                connection.execute(update(SavedSearchRow).where(SavedSearchRow.id == search_id).values(values))
            return _one(connection, search_id)

    def remove(self, search_id: str) -> None:
        """Forget it; raises ClashError while a webhook goes by it."""
        with self._database.writing() as connection:
            _one(connection, search_id)
            webhook_id = connection.scalar(select(WebhookRow.id).where(WebhookRow.search_id == search_id).limit(1))
            if webhook_id is not None:
                raise ClashError(f"The webhook {webhook_id!r} uses this search: change or delete the webhook first.")
            connection.execute(delete(SavedSearchRow).where(SavedSearchRow.id == search_id))


def _one(connection: Connection, search_id: str) -> SavedSearch:
    row = first_of(connection, select(SavedSearchRow).where(SavedSearchRow.id == search_id))
    if row is None:
        raise MissingError(f"There is no saved search {search_id!r}.")
    return saved_search_of(row)


def _check_name(connection: Connection, search_id: str, name: str) -> None:
    holder = connection.scalar(select(SavedSearchRow.id).where(SavedSearchRow.name == name))
    if holder not in (None, search_id):
        raise ClashError(f"Another saved search already has the name {name!r}.")
