"""The schema that the migrations make."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from service.errors import SettingsError, StoreError
from service.store.database import Database
from service.store.schema import check_schema, revision, upgrade
from service.store.tables import Table


def test_the_migrations_make_the_tables(database):
    """Where this fails: a new file in `store/migrations/versions` is due."""
    with database.reading() as connection:
        options = {"compare_type": True, "include_name": lambda name, *_: "_words" not in (name or "")}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Table.metadata) == []


def test_upgrading_twice_changes_nothing(database):
    assert upgrade(database) == upgrade(database)
    check_schema(database)


def test_an_empty_store_says_what_to_do(tmp_path):
    empty = Database(f"sqlite:///{tmp_path}/empty.sqlite")
    with empty.reading() as connection:
        assert revision(connection) is None
    with pytest.raises(StoreError, match=r"The store is empty, .* run `quotes db upgrade`"):
        check_schema(empty)
    empty.close()


@pytest.mark.parametrize("url", ["", "nonsense", "oracle://somewhere", "mysql://somewhere/db"])
def test_urls_of_other_databases_are_refused(url):
    with pytest.raises(SettingsError, match="The store's URL cannot be used"):
        Database(url)


def test_a_store_that_is_not_there_is_told(tmp_path):
    nowhere = Database(f"sqlite:///{tmp_path}/missing/quotes.sqlite")
    with pytest.raises(StoreError, match="The store cannot be reached"):
        upgrade(nowhere)
