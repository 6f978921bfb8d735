"""Search for words, on both databases."""

import pytest
from sqlalchemy import select

from service.store.articles import Repository
from service.store.sql.connection import Database
from service.store.sql.full_text import has_all_words, holds_words
from service.store.sql.tables import MergedSpeakerRow, QuotationRow
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
