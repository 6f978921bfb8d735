"""Backups made while others write, and restored."""

import shutil
import sqlite3
from pathlib import Path
from threading import Event, Thread

import pytest

from service.errors import StoreError
from service.store import Store
from service.store.backups import back_up
from service.store.saved_analyses import reports
from service.store.sql.connection import Database
from tests.linking.reports import report
from tests.services import new_store
from tests.store.contents import compared, stored

WORDS = ["We will close the bridge before May.", "We will not close the bridge before May.", "The ferry goes on."]


@pytest.fixture
def store(tmp_path: Path):
    opened = new_store(tmp_path)
    yield opened
    opened.close()


def url(folder: Path, name: str = "quotes.sqlite") -> str:
    return f"sqlite:///{folder}/{name}"


def save(store: Store, number: int) -> None:
    store.articles.save(report(f"a{number}", (("Ana Pérez", "Omar Said")[number % 2], WORDS[number % 3])))


def held(database_url: str) -> list[str]:
    """The ids of its articles, in which nothing contradicts what one comparison over all of them gives."""
    database = Database(database_url)
    with database.reading() as connection:
        found = list(reports(connection))
    assert stored(database) == compared(found)
    database.close()
    return [one.article.id for one in found]


def test_a_backup_holds_what_was_acknowledged_before_it_began(store: Store, tmp_path: Path):
    acknowledged: list[str] = []
    is_over, enough = Event(), Event()

    def write() -> None:
        while not is_over.is_set():
            save(store, len(acknowledged))
            acknowledged.append(f"a{len(acknowledged)}")
            if len(acknowledged) > 5:
                enough.set()

    writer = Thread(target=write)
    writer.start()
    try:
        assert enough.wait(60)
        for number in range(3):
            before = list(acknowledged)
            n_articles = back_up(url(tmp_path), tmp_path / f"backup-{number}.sqlite")
            copied = held(url(tmp_path, f"backup-{number}.sqlite"))
            assert len(copied) == n_articles
            assert set(before) <= set(copied) <= {*acknowledged, f"a{len(acknowledged)}"}
    finally:
        is_over.set()
        writer.join()


def test_a_backup_is_restored_as_the_documentation_says(store: Store, tmp_path: Path):
    """What was written since is gone, its log too, and the store goes on from there."""
    save(store, 0)
    back_up(url(tmp_path), tmp_path / "backup.sqlite")
    save(store, 1)
    # As a crash leaves it: with a log that nobody has carried over.
    for name in ("quotes.sqlite", "quotes.sqlite-wal"):
        shutil.copy(tmp_path / name, tmp_path / f"left-{name}")
    store.close()
    for name in ("quotes.sqlite", "quotes.sqlite-wal"):
        (tmp_path / f"left-{name}").rename(tmp_path / name)
    for name in ("quotes.sqlite-wal", "quotes.sqlite-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    shutil.copy(tmp_path / "backup.sqlite", tmp_path / "quotes.sqlite")
    restored = Store(url(tmp_path))
    save(restored, 2)
    assert restored.is_ready()
    restored.close()
    assert held(url(tmp_path)) == ["a0", "a2"]


def test_a_backup_is_one_file_of_its_owner(store: Store, tmp_path: Path):
    (tmp_path / "backups").mkdir()
    path = tmp_path / "backups" / "one.sqlite"
    assert back_up(url(tmp_path), path) == 0
    assert [each.name for each in path.parent.iterdir()] == ["one.sqlite"]
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("name", "reason"),
    [("quotes.sqlite", "is there already"), ("missing/one.sqlite", "cannot be written: No such file")],
)
def test_nothing_is_overwritten(store: Store, tmp_path: Path, name: str, reason: str):
    with pytest.raises(StoreError, match=reason):
        back_up(url(tmp_path), tmp_path / name)
    assert store.is_ready()


def test_one_that_fails_leaves_nothing(store: Store, tmp_path: Path):
    store.close()
    with (tmp_path / "quotes.sqlite").open("r+b") as file:
        file.seek(5000)
        file.write(b"junk" * 10_000)
    with pytest.raises(StoreError, match="The store"):
        back_up(url(tmp_path), tmp_path / "one.sqlite")
    assert not list(tmp_path.glob("one*"))


def test_a_store_that_is_not_there_is_not_made(tmp_path: Path):
    with pytest.raises(StoreError, match="cannot be copied"):
        back_up(url(tmp_path), tmp_path / "one.sqlite")
    assert not list(tmp_path.iterdir())


def test_postgresql_has_a_program_of_its_own(tmp_path: Path):
    with pytest.raises(
        StoreError, match=r"pg_dump --format=custom --file=\S*one.dump postgresql://lee:\*\*\*@db/quotes"
    ):
        back_up("postgresql+psycopg://lee:secret@db/quotes", tmp_path / "one.dump")


def test_a_copy_can_be_read_by_any_sqlite(store: Store, tmp_path: Path):
    save(store, 0)
    back_up(url(tmp_path), tmp_path / "one.sqlite")
    with sqlite3.connect(tmp_path / "one.sqlite") as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert copy.execute("SELECT id FROM articles").fetchall() == [("a0",)]
    copy.close()
