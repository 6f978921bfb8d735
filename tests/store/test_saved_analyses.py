"""Articles as they were read."""

from service.store.articles import Repository
from service.store.saved_analyses import reports
from service.store.sql.connection import Database
from tests.linking.reports import report


def test_articles_come_back_as_they_were_read_in_the_order_in_which_they_came(
    database: Database, repository: Repository
):
    given = [
        report(
            "b", ("Ana Pérez", "We wait|for rain.", ("mayor", "Lima")), (None, "It rains."), published_at="2024-05-01"
        ),
        report("a", ("Pérez", "We wait for rain.")),
    ]
    for one in given:
        repository.save(one)
    with database.reading() as connection:
        found = list(reports(connection))
    assert [one.article for one in found] == [one.article for one in given]
    assert [one.speakers for one in found] == [one.speakers for one in given]
    quotations = [[each.quotation for each in one.attributions] for one in found]
    assert quotations == [[each.quotation for each in one.attributions] for one in given]
