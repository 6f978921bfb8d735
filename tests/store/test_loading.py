"""An empty store is filled with rows made elsewhere, or stays empty."""

import pytest
from sqlalchemy import select

from service.errors import StoreError
from service.store.articles import Repository, article_row_values
from service.store.loading import fill
from service.store.sql.connection import Database
from service.store.sql.tables import ArticleRow, DuplicatesRow
from tests.linking.reports import report

ROWS = [article_row_values(report(name, ("Ana", "It rains."))) for name in "ab"]
DUPLICATES = [
    {
        "number": 5,
        "id": "w5",
        "printed": b"\x00\t\\",
        "whole": None,
        "topic": None,
        "topic_of": None,
        "sample": {"kind": "direct", "parts": [["a\tb", True]]},
    }
]


def url_of(database: Database) -> str:
    return database.engine.url.render_as_string(hide_password=False)


def test_rows_are_what_was_given(database: Database):
    assert fill(url_of(database), [(ArticleRow, ROWS[:1]), (DuplicatesRow, DUPLICATES), (ArticleRow, ROWS[1:])]) == 2
    with database.reading() as connection:
        assert [row.id for row in connection.execute(select(ArticleRow).order_by(ArticleRow.number))] == ["a", "b"]
        (row,) = connection.execute(select(DuplicatesRow)).mappings()
        assert dict(row) == DUPLICATES[0]


def test_numbers_go_on(database: Database):
    fill(url_of(database), [(ArticleRow, ROWS), (DuplicatesRow, DUPLICATES)])
    Repository(database).save(report("c", ("Ana", "It rains all the time in the valley of the wells.")))
    with database.reading() as connection:
        assert connection.scalars(select(ArticleRow.id).order_by(ArticleRow.number)).all() == ["a", "b", "c"]
        assert connection.scalars(select(DuplicatesRow.number).order_by(DuplicatesRow.number)).all() == [5, 6]


def test_a_store_with_articles_is_left_as_it_is(database: Database):
    Repository(database).save(report("c", ("Ana", "It rains.")))
    with pytest.raises(StoreError, match="has articles already"):
        fill(url_of(database), [(ArticleRow, ROWS)])


def test_what_is_wrong_half_way_leaves_the_store_empty(database: Database):
    def rows():
        yield ROWS[0]
        raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        fill(url_of(database), [(ArticleRow, ROWS[1:]), (ArticleRow, rows())])
    assert fill(url_of(database), [(ArticleRow, ROWS)]) == 2
