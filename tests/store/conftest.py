"""The fixtures of all tests of the store."""

import pytest

from service.store import Store
from service.store.articles import Repository
from service.store.sql.connection import Database
from tests.store.databases import fixture_database, fixture_empty_store, fixture_stores

__all__ = ["fixture_database", "fixture_empty_store", "fixture_stores"]


@pytest.fixture
def repository(database: Database) -> Repository:
    """The articles of an empty store."""
    return Repository(database)


@pytest.fixture
def store(empty_store: Store) -> Store:
    """An empty store, on each of the two databases."""
    return empty_store
