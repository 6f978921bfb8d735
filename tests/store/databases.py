"""One store on each of the two databases, empty for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.store import Store
from service.store.schema import upgrade
from service.store.sql.connection import Database
from service.store.sql.tables import Table


@pytest.fixture(name="stores", scope="session")
def fixture_stores() -> Iterator[dict[str, Store]]:
    """The stores that were opened, by the name of their database: its plans are made once, not for every test."""
    opened: dict[str, Store] = {}
    yield opened
    for store in opened.values():
        store.close()


@pytest.fixture(name="empty_store", params=["sqlite", "postgresql"])
def fixture_empty_store(request: pytest.FixtureRequest, stores: dict[str, Store], tmp_path_factory) -> Store:
    """All of an empty store."""
    kind = request.param
    if kind not in stores:
        folder: Path = tmp_path_factory.mktemp("store")
        url = request.getfixturevalue("postgresql_url") if kind == "postgresql" else f"sqlite:///{folder}/quotes.sqlite"
        stores[kind] = Store(url)
        upgrade(stores[kind].database)
    empty(stores[kind].database)
    return stores[kind]


@pytest.fixture(name="database")
def fixture_database(empty_store: Store) -> Database:
    """That of an empty store."""
    return empty_store.database


def empty(database: Database) -> None:
    """Delete all rows."""
    deletions = [f"DELETE FROM {table.name}" for table in reversed(Table.metadata.sorted_tables)]
    with database.writing() as connection:
        # PostgreSQL takes them all at once.
        for each in deletions if database.is_sqlite else ["; ".join(deletions)]:
            connection.exec_driver_sql(each)
