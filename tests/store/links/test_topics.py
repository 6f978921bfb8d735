"""The topic of stored duplicates is that of the first one's article, in whatever order articles come and go."""

from itertools import permutations

import pytest
from sqlalchemy import select

from service.linking.statements.comparable import comparable_quotations
from service.store.sql.tables import DuplicatesRow
from tests.linking.reports import report, with_background
from tests.store.contents import compared, stored
from tests.store.databases import empty

DAY = "2024-06-01"
WORDS = "The well is dry."
# Two that print the same words, the first of them on the event of the third, which prints a few words less.
FIRST, SECOND = (report(id_, ("Ana Pérez", "The wells of the valley are dry."), published_at=DAY) for id_ in "ab")
THIRD = with_background(report("c", (None, "of the valley are dry"), published_at="2024-06-02"))


def topics(database):
    """The topics by the first of the quotations."""
    with database.reading() as connection:
        return {row.topic_of: row.topic for row in connection.execute(select(DuplicatesRow))}


def expected(*reports):
    return {passage.id: passage.occasion.topic for one in reports for passage in comparable_quotations(one)}


@pytest.mark.parametrize("with_event", [(True, False), (False, True), (True, True)])
def test_the_first_tells_what_duplicates_are_about(database, repository, with_event):
    pair = zip((FIRST, SECOND), with_event, strict=True)
    first, second = (with_background(one) if is_about else one for one, is_about in pair)
    for order in permutations((first, second, THIRD)):
        empty(database)
        for one in order:
            repository.save(one)
        assert topics(database) == expected(first, THIRD)
        assert stored(database) == compared([first, second, THIRD])
        repository.forget("a")
        assert topics(database) == expected(second, THIRD)
        assert stored(database) == compared([second, THIRD])


def test_another_version_of_the_first_has_another_topic(database, repository):
    for one in (FIRST, SECOND, THIRD):
        repository.save(one)
    for one in (with_background(FIRST), FIRST):
        repository.replace(one)
        assert topics(database) == expected(one, THIRD)
        assert stored(database) == compared([one, SECOND, THIRD])


def test_undated_duplicates_have_no_topic(database, repository):
    repository.save(with_background(report("a", ("Ana Pérez", WORDS))))
    assert topics(database) == {None: None}
