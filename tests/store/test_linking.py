"""The store holds what one comparison over all of its articles gives, whatever came and went, in whatever order."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from comparison.reports import report
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.comparison import affiliation_conflicts, candidates, voices
from service.domain import QuotationKind
from service.store import chunks, linking, names
from store.conftest import empty
from store.contents import compared, stored

# Few words and names, so that everything is kin to something; a letter's difference, a word's, a rewording.
NAMES = ["Ana Pérez", "Pérez", "Ana Peres", "Ana María Pérez", "Omar Said", "Said", "Luis Pérez", "nurse", None]
WORDS = [
    "The wells of the valley have been dry since the spring festival.",
    "The wells of the valley have not been dry since the spring festival.",
    "The wells of the valley have been dry since the spring festival,",
    "wells in this valley dried up before the festival in spring",
    "The wells of the valley have been dry. Our vineyards were burnt to ashes by careless campers.",
    "Our vineyards were burnt to ashes by careless campers.",
    "Careless campers burnt vineyards",
    "Ridiculous",
    "We wait for rain.",
]
POSTS = [(), (("director", "Food Fund"),), (("owner", "Food Fund"),), (("former director", "Food Fund"),)]
KINDS = [QuotationKind.DIRECT, QuotationKind.INDIRECT]

_VOICES = st.builds(
    lambda name, words, posts: (name, words, *(posts if name and name[0].isupper() else ())),
    st.sampled_from(NAMES),
    st.sampled_from(WORDS),
    st.sampled_from(POSTS),
)
_TOLD = st.lists(st.tuples(st.lists(_VOICES, min_size=1, max_size=4), st.sampled_from(KINDS)), min_size=1, max_size=8)


def reports_of(told):
    return [report(f"a{number}", *voices, kind=kind) for number, (voices, kind) in enumerate(told)]


@pytest.fixture
def few(monkeypatch):
    """Limits so low that a handful of articles goes over them."""
    monkeypatch.setattr(candidates, "MOST_HOLDERS", 3)
    monkeypatch.setattr(candidates, "FEW_HOLDERS", 1)
    for module in (voices, names):
        monkeypatch.setattr(module, "MOST_FULLER", 1)
    for module in (affiliation_conflicts, linking):
        monkeypatch.setattr(module, "MOST_POSTS", 3)
    monkeypatch.setattr(chunks, "_MOST_VALUES", 3)


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


def test_workers_that_take_in_one_statement_at_once_end_in_one(database, repository):
    reports = [report(f"a{number}", ("Ana Pérez", WORDS[0])) for number in range(12)]
    with ThreadPoolExecutor(6) as workers:
        list(workers.map(repository.save, reports * 2))
    assert stored(database) == compared(reports)
    (statement,) = stored(database).statements
    assert len(statement[1]) == 12
