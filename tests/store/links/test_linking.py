"""The store holds what one comparison over all of its articles gives, whatever came and went, in whatever order."""

from hypothesis import given

from bench.mass import copy, fill, warm
from service.store.articles import Repository
from service.store.schema import upgrade
from service.store.sql.connection import Database
from tests.store.contents import compared, stored
from tests.store.databases import empty
from tests.store.links.arrivals import (
    ARRIVALS,
    COMING_AND_GOING,
    FEWER,
    REVIVING,
    SETTINGS,
    come_and_go,
    on_postgresql,
    on_sqlite,
    reports_of,
)

REPLACED = given(arrivals=ARRIVALS, others=ARRIVALS)
TOGETHER = given(arrivals=ARRIVALS)


def come_in_any_order(database, repository, arrivals, choice):
    """Whatever the order."""
    empty(database)
    reports = reports_of(arrivals)
    for one in choice.sample(reports, k=len(reports)):
        repository.save(one)
    assert stored(database) == compared(reports)


def are_replaced(database, repository, arrivals, others):
    """As if the newer versions had been the only ones; the same article read otherwise is no new version."""
    empty(database)
    there = {}
    for one in (*reports_of(arrivals), *reports_of(others)):
        repository.replace(one)
        if one.article.id not in there or there[one.article.id].article != one.article:
            there[one.article.id] = one
    assert stored(database) == compared(list(there.values()))


def come_together(database, arrivals):
    """As a bench's store is filled."""
    empty(database)
    reports = reports_of(arrivals)
    fill(database, reports)
    assert stored(database) == compared(reports)


@on_sqlite
@SETTINGS
@COMING_AND_GOING
def test_articles_may_come_and_go(database, repository, arrivals, choice):
    come_and_go(database, repository, arrivals, choice)


@on_postgresql
@FEWER
@COMING_AND_GOING
def test_articles_may_come_and_go_on_postgresql(database, repository, arrivals, choice):
    come_and_go(database, repository, arrivals, choice)


@on_sqlite
@SETTINGS
@COMING_AND_GOING
def test_the_order_of_arrival_does_not_matter(database, repository, arrivals, choice):
    come_in_any_order(database, repository, arrivals, choice)


@on_postgresql
@FEWER
@COMING_AND_GOING
def test_the_order_of_arrival_does_not_matter_on_postgresql(database, repository, arrivals, choice):
    come_in_any_order(database, repository, arrivals, choice)


@on_sqlite
@SETTINGS
@REPLACED
def test_articles_may_be_replaced(database, repository, arrivals, others):
    are_replaced(database, repository, arrivals, others)


@on_postgresql
@FEWER
@REPLACED
def test_articles_may_be_replaced_on_postgresql(database, repository, arrivals, others):
    are_replaced(database, repository, arrivals, others)


@on_sqlite
@SETTINGS
@TOGETHER
def test_articles_may_come_together(database, arrivals):
    come_together(database, arrivals)


@on_postgresql
@FEWER
@TOGETHER
def test_articles_may_come_together_on_postgresql(database, arrivals):
    come_together(database, arrivals)


def test_a_copy_of_a_store_goes_on_like_the_store(postgresql_url, tmp_path):
    """The rows of a store on SQLite, brought to PostgreSQL."""
    source, target = Database(f"sqlite:///{tmp_path}/source.sqlite"), Database(postgresql_url)
    reports = reports_of(REVIVING)
    for one in (source, target):
        upgrade(one)
    fill(source, reports[:-1])
    copy(source, target)
    warm(target)
    assert stored(target) == compared(reports[:-1])
    Repository(target).save(reports[-1])
    assert stored(target) == compared(reports)
    for one in (source, target):
        one.engine.dispose()
