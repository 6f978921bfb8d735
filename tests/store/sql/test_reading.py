"""What is read of a table: no more than is needed."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from service.domain.queries import Filters, PageRequest
from service.store.articles import Repository
from service.store.queries.api_queries import Reader
from service.store.sql.connection import Database
from tests.linking.reports import report


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """The SQL that is run meanwhile."""
    found: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        found.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    yield found
    event.remove(database.engine, "before_cursor_execute", note)


def test_a_list_of_articles_reads_no_texts(database: Database, repository: Repository):
    repository.save(report("a", ("Ana Pérez", "We wait for rain.")))
    with statements(database) as found:
        (summary,) = Reader(database).articles(Filters(), PageRequest()).items
    assert summary.article_id == "a"
    assert [one for one in found if "articles.title" in one]
    assert [one for one in found if "articles.text" in one] == []
