"""The fixtures of all tests of the store."""

from collections.abc import Iterator

import pytest

from service.store import Store
from service.store.articles import Repository
from service.store.sql.connection import Database
from tests.store.databases import fixture_database, fixture_databases

__all__ = ["fixture_database", "fixture_databases"]


@pytest.fixture
def repository(database: Database) -> Repository:
    """The articles of an empty store."""
    return Repository(database)


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    """All of an empty store."""
    opened = Store(database.engine.url.render_as_string(hide_password=False))
    yield opened
    opened.close()
