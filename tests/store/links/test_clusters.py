"""Statements, as quotations are clustered."""

from concurrent.futures import ThreadPoolExecutor

from tests.linking.reports import report
from tests.store.contents import compared, stored
from tests.store.links.arrivals import WORDS


def test_workers_that_take_in_one_statement_at_once_end_in_one(database, repository):
    reports = [report(f"a{number}", ("Ana Pérez", WORDS[0])) for number in range(12)]
    with ThreadPoolExecutor(6) as workers:
        list(workers.map(repository.save, reports * 2))
    assert stored(database) == compared(reports)
    (statement,) = stored(database).statements
    assert len(statement[1]) == 12
