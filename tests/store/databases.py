"""One store on each of the two databases, empty for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete

from service.store.schema import upgrade
from service.store.sql.connection import Database
from service.store.sql.tables import Table


@pytest.fixture(name="databases", scope="session")
def fixture_databases() -> Iterator[dict[str, Database]]:
    """The databases that were opened, by the name of their kind."""
    opened: dict[str, Database] = {}
    yield opened
    for database in opened.values():
        database.close()


@pytest.fixture(name="database", params=["sqlite", "postgresql"])
def fixture_database(request: pytest.FixtureRequest, databases: dict[str, Database], tmp_path_factory) -> Database:
    """An empty store."""
    kind = request.param
    if kind not in databases:
        folder: Path = tmp_path_factory.mktemp("store")
        url = request.getfixturevalue("postgresql_url") if kind == "postgresql" else f"sqlite:///{folder}/quotes.sqlite"
        databases[kind] = Database(url)
        upgrade(databases[kind])
    empty(databases[kind])
    return databases[kind]


def empty(database: Database) -> None:
    """Delete all rows."""
    with database.writing() as connection:
        for table in reversed(Table.metadata.sorted_tables):
            connection.execute(delete(table))
