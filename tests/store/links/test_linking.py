"""The store holds what one comparison over all of its articles gives, whatever came and went, in whatever order."""

from hypothesis import given
from hypothesis import strategies as st

from bench.mass import copy, fill, warm
from service.store.articles import Repository
from service.store.schema import upgrade
from service.store.sql.connection import Database
from tests.store.contents import compared, stored
from tests.store.databases import empty
from tests.store.links.arrivals import ARRIVALS, REVIVING, SETTINGS, check, reports_of


@SETTINGS
@given(arrivals=ARRIVALS, choice=st.randoms(use_true_random=False))
def test_articles_may_come_and_go(database, repository, arrivals, choice):
    reports = reports_of(arrivals)
    check(database, repository, arrivals, choice.sample(reports, k=len(reports) // 2))


@SETTINGS
@given(arrivals=ARRIVALS, choice=st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(database, repository, arrivals, choice):
    empty(database)
    reports = reports_of(arrivals)
    for one in choice.sample(reports, k=len(reports)):
        repository.save(one)
    assert stored(database) == compared(reports)


@SETTINGS
@given(arrivals=ARRIVALS, others=ARRIVALS)
def test_articles_may_be_replaced(database, repository, arrivals, others):
    """As if the newer versions had been the only ones."""
    empty(database)
    reports, newer = reports_of(arrivals), reports_of(others)
    for one in (*reports, *newer):
        repository.replace(one)
    assert stored(database) == compared([*newer, *reports[len(newer) :]])


@SETTINGS
@given(arrivals=ARRIVALS)
def test_articles_may_come_together(database, arrivals):
    """As a bench's store is filled."""
    empty(database)
    reports = reports_of(arrivals)
    fill(database, reports)
    assert stored(database) == compared(reports)


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
