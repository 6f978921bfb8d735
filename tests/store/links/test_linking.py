"""The store holds what one comparison over all of its articles gives, whatever came and went, in whatever order."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.mass import copy, fill, warm
from service.domain.quotations import QuotationKind
from service.linking.conflicts import affiliation
from service.linking.speakers import name_graph
from service.linking.statements import blocking
from service.store.articles import Repository
from service.store.links import name_index, positions
from service.store.schema import upgrade
from service.store.sql import batching
from service.store.sql.connection import Database
from tests.linking.reports import report
from tests.store.contents import compared, stored
from tests.store.databases import empty

# Few words and names, so that everything is kin to something; a letter's difference, a word's, a rewording.
NAMES = ["Ana Pérez", "Pérez", "Ana Peres", "Ana María Pérez", "Omar Said", "Said", "Luis Pérez", "nurse", None, ""]
WORDS = [
    "The wells of the valley have been dry since the spring festival.",
    "The wells of the valley have not been dry since the spring festival.",
    "The wells of the valley have been dry since the spring festival,",
    "wells in this valley dried up before the festival in spring",
    "The wells of the valley have been dry. Our vineyards were burnt to ashes by careless campers.",
    "Our vineyards were burnt to ashes by careless campers.",
    "Careless campers burnt vineyards",
    "Ridiculous",
    "burnt to ashes",
    "We wait for rain.",
]
POSTS = [(), (("director", "Food Fund"),), (("owner", "Food Fund"),), (("former director", "Food Fund"),)]
KINDS = _DIRECT, _INDIRECT = QuotationKind.DIRECT, QuotationKind.INDIRECT
# The first two are of one occasion, and so are the last two; in UTC these are four weeks apart.
DAYS = [None, "2024-06-20", "2024-07-18", "2024-08-16T01:00:00+02:00"]

_VARIANTS = st.builds(
    lambda name, words, posts: (name, words, *(posts if name and name[0].isupper() else ())),
    st.sampled_from(NAMES),
    st.sampled_from(WORDS),
    st.sampled_from(POSTS),
)
_TOLD = st.lists(
    st.tuples(st.lists(_VARIANTS, min_size=1, max_size=4), st.sampled_from(KINDS), st.sampled_from(DAYS)),
    min_size=1,
    max_size=8,
)


def reports_of(told):
    return [report(f"a{n}", *variants, kind=kind, published_at=day) for n, (variants, kind, day) in enumerate(told)]


@pytest.fixture
def few(monkeypatch):
    """Limits so low that a handful of articles goes over them."""
    monkeypatch.setattr(blocking, "MAX_BLOCK_SIZE", 3)
    for module in (name_graph, name_index):
        monkeypatch.setattr(module, "MAX_FULLER", 1)
    for module in (affiliation, positions):
        monkeypatch.setattr(module, "MAX_POSITIONS", 3)
    monkeypatch.setattr(batching, "_MOST_VALUES", 3)


def check(database, repository, told, gone):
    empty(database)
    reports = reports_of(told)
    for one in reports:
        repository.save(one)
    assert stored(database) == compared(reports)
    for one in gone:
        repository.forget(one.article.id)
    assert stored(database) == compared([one for one in reports if one not in gone])


_SETTINGS = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@_SETTINGS
@given(told=_TOLD, choice=st.randoms(use_true_random=False))
def test_articles_may_come_and_go(database, repository, told, choice):
    reports = reports_of(told)
    check(database, repository, told, choice.sample(reports, k=len(reports) // 2))


@_SETTINGS
@given(told=_TOLD, choice=st.randoms(use_true_random=False))
def test_what_too_many_hold_counts_nothing(few, database, repository, told, choice):
    reports = reports_of(told)
    check(database, repository, told, choice.sample(reports, k=len(reports) // 2))


@_SETTINGS
@given(told=_TOLD, choice=st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(database, repository, told, choice):
    empty(database)
    reports = reports_of(told)
    for one in choice.sample(reports, k=len(reports)):
        repository.save(one)
    assert stored(database) == compared(reports)


# Removing the first four revives several keys at once; links between their holders rest on other keys, too.
_REVIVING = [
    ([("Pérez", WORDS[3]), ("Ana Pérez", WORDS[4]), (None, WORDS[5]), (None, WORDS[4])], _DIRECT, None),
    ([("Ana Pérez", WORDS[0]), ("nurse", WORDS[1]), ("Ana Peres", WORDS[3])], _DIRECT, None),
    (
        [("nurse", WORDS[6]), ("Ana Peres", WORDS[6]), ("Pérez", WORDS[2]), ("Pérez", WORDS[0])],
        QuotationKind.DIRECT,
        None,
    ),
    ([("Luis Pérez", WORDS[6]), ("Ana María Pérez", WORDS[3]), ("Ana Pérez", WORDS[5])], _DIRECT, None),
    ([("Ana Peres", WORDS[7]), ("Said", WORDS[4])], _DIRECT, None),
    ([("Omar Said", WORDS[1])], _INDIRECT, None),
    ([("Ana María Pérez", WORDS[8]), ("Pérez", WORDS[6]), (None, WORDS[6])], _DIRECT, None),
    ([("Ana María Pérez", WORDS[1]), ("Omar Said", WORDS[0])], _DIRECT, None),
]


def test_links_that_rest_on_other_keys_outlive_a_key_that_counts_again(few, database, repository):
    check(database, repository, _REVIVING, reports_of(_REVIVING)[:4])


@_SETTINGS
@given(told=_TOLD)
def test_articles_may_come_together(database, told):
    """As a bench's store is filled."""
    empty(database)
    reports = reports_of(told)
    fill(database, reports)
    assert stored(database) == compared(reports)


def test_a_copy_of_a_store_goes_on_like_the_store(postgresql_url, tmp_path):
    """The rows of a store on SQLite, brought to PostgreSQL."""
    source, target = Database(f"sqlite:///{tmp_path}/source.sqlite"), Database(postgresql_url)
    reports = reports_of(_REVIVING)
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


def test_workers_that_take_in_one_statement_at_once_end_in_one(database, repository):
    reports = [report(f"a{number}", ("Ana Pérez", WORDS[0])) for number in range(12)]
    with ThreadPoolExecutor(6) as workers:
        list(workers.map(repository.save, reports * 2))
    assert stored(database) == compared(reports)
    (statement,) = stored(database).statements
    assert len(statement[1]) == 12
