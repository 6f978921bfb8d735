"""One store, open."""

from pathlib import Path

import pytest

from service.errors import StoreError
from service.store import Store
from service.store.schema import newest_revision
from service.store.sql.connection import Database


def test_a_file_makes_itself(tmp_path: Path):
    store = Store(f"sqlite:///{tmp_path}/quotes.sqlite")
    assert (store.is_ready(), store.revision) == (True, newest_revision())
    store.close()


def test_a_file_that_cannot_be_made_is_refused(tmp_path: Path):
    with pytest.raises(StoreError):
        Store(f"sqlite:///{tmp_path}/missing/quotes.sqlite")


def test_a_store_of_another_version_is_not_ready(store: Store, database: Database):
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    try:
        assert not store.is_ready()
    finally:
        with database.writing() as connection:
            connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{newest_revision()}'")
