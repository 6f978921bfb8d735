"""Search for words, on both databases."""

import pytest
from sqlalchemy import delete, select, update

from service.store.articles import Repository
from service.store.sql.connection import Database
from service.store.sql.full_text import has_all_words, holds_words, lists_words
from service.store.sql.tables import ConflictRow, MergedSpeakerRow, QuotationRow
from tests.linking.reports import report


@pytest.fixture
def filled(database: Database, repository: Repository) -> Database:
    repository.save(report("a", ("Ana Pérez", "The wells are dry AND empty.")))
    repository.save(report("b", ("Omar Said", "The well is deep.")))
    return database


@pytest.mark.parametrize(
    ("words", "found"),
    [("dry WELLS", ["a"]), ("well", ["b"]), ("wel", []), ("AND", ["a"]), ("dry OR deep", []), ('dry" "', ["a"])],
)
def test_texts_are_found_by_whole_words(filled: Database, words: str, found: list[str]):
    with filled.reading() as connection:
        query = select(QuotationRow.article_id).where(holds_words(connection, QuotationRow, words))
        assert list(connection.scalars(query)) == found


@pytest.mark.parametrize(("words", "found"), [("said OMAR", ["Omar Said"]), ("sai", []), ("ana omar", [])])
def test_names_are_found_by_whole_words(filled: Database, words: str, found: list[str]):
    with filled.reading() as connection:
        query = select(MergedSpeakerRow.name).where(has_all_words(connection, MergedSpeakerRow.name, words))
        assert list(connection.scalars(query)) == found


@pytest.fixture
def disputed(database: Database, repository: Repository) -> Database:
    """A conflict over words, between two outlets' reports of what José Pérez said."""
    for article_id, words in (("a", "dry_wells"), ("b", "full_wells")):
        repository.save(
            report(article_id, ("José Pérez", f"The {words} of the valley have been like that since the spring."))
        )
    return database


def found(database: Database, words: str) -> int:
    """How many conflicts have these words."""
    with database.reading() as connection:
        return len(connection.execute(select(ConflictRow).where(lists_words(connection, words))).all())


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("JOSE full_wells", True),
        ("Pérez", True),
        ("dry_wells full_wells", True),
        ("dry", False),
        ("well", False),
        ("dry_wells nowhere", False),
        ("dry_wells OR nowhere", False),
        ('full_wells" "', True),
        ("“…”", False),
    ],
)
def test_conflicts_are_found_by_whole_words(disputed: Database, words: str, is_found: bool):
    assert found(disputed, words) == is_found


def test_the_index_of_conflicts_follows_them(disputed: Database):
    with disputed.writing() as connection:
        connection.execute(update(ConflictRow).values(words=" rain snow "))
    assert (found(disputed, "dry_wells"), found(disputed, "snow rain")) == (0, 1)
    with disputed.writing() as connection:
        connection.execute(delete(ConflictRow))
    assert found(disputed, "snow") == 0


def test_the_index_is_used(disputed: Database):
    """Not by luck: PostgreSQL is told not to read all rows, and SQLite has no plan without it."""
    with disputed.reading() as connection:
        query = select(ConflictRow.id).where(lists_words(connection, "dry_wells"))
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET enable_seqscan = off")
        plan = str(query.compile(connection, compile_kwargs={"literal_binds": True}))
        rows = connection.exec_driver_sql(
            f"EXPLAIN {'' if connection.dialect.name == 'postgresql' else 'QUERY PLAN '}{plan}".replace("%", "%%")
        )
        assert "conflicts_words" in str(rows.all())
