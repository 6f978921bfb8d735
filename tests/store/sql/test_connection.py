"""Connections: who writes waits for who writes, and for nobody else."""

import pytest
from sqlalchemy import text

from service.errors import StoreError
from service.store.sql.connection import Database


@pytest.fixture
def file(tmp_path):
    opened = Database(f"sqlite:///{tmp_path}/quotes.sqlite")
    yield opened
    opened.close()


def test_who_reads_waits_for_nobody(file: Database):
    with file.writing() as writer:
        writer.execute(text("CREATE TABLE told (word TEXT)"))
        with file.reading() as reader:
            assert reader.execute(text("SELECT name FROM sqlite_master")).all() == []


def test_who_finds_no_connection_in_time_is_told(tmp_path):
    hurried = Database(f"sqlite:///{tmp_path}/quotes.sqlite", busy_seconds=0.01)
    with hurried.writing(), pytest.raises(StoreError, match="taken"), hurried.writing():
        pass
    hurried.close()


def test_the_writer_keeps_more_in_memory(file: Database):
    with file.writing() as writer, file.reading() as reader:
        sizes = [each.scalar(text("PRAGMA cache_size")) for each in (writer, reader)]
    assert sizes == [-65_536, -8_192]


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_store_may_have_no_file(url: str):
    database = Database(url)
    with database.writing() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
    database.close()
