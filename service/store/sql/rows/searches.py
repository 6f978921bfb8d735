"""Saved searches, filters, and their rows."""

from dataclasses import asdict

from service.domain.queries import Filters, SavedSearch
from service.store.sql.rows.values import Values
from service.store.sql.webhook_tables import SavedSearchRow


def filter_values(filters: Filters) -> Values:
    """The filters that there are, by their names."""
    return {name: value for name, value in asdict(filters).items() if value is not None}


def saved_search_values(search: SavedSearch) -> Values:
    """The row of a saved search."""
    return {
        "id": search.id,
        "name": search.name,
        "filters": filter_values(search.filters),
        "created_at": search.created_at,
    }


def saved_search_of(row: SavedSearchRow) -> SavedSearch:
    """The saved search of a row."""
    return SavedSearch(row.id, row.name, Filters(**row.filters), row.created_at)
