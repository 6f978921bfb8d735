"""Articles as they come and go: few words and names, so that all are related to some."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.domain.quotations import QuotationKind
from tests.linking.reports import report, titled, with_background
from tests.rounds import rounds
from tests.store.contents import compared, stored
from tests.store.databases import empty

# All are related to some; they differ by a letter, by a word, or are a rewording.
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
    "of this valley",
]
POSTS = [(), (("director", "Food Fund"),), (("owner", "Food Fund"),), (("former director", "Food Fund"),)]
KINDS = DIRECT, INDIRECT = QuotationKind.DIRECT, QuotationKind.INDIRECT
# The first two are of one occasion, and so are the last two; in UTC these are four weeks apart.
DAYS = [None, "2024-06-20", "2024-07-18", "2024-08-16T01:00:00+02:00"]
_VARIANTS = st.builds(
    lambda name, words, positions: (name, words, *(positions if name and name[0].isupper() else ())),
    st.sampled_from(NAMES),
    st.sampled_from(WORDS),
    st.sampled_from(POSTS),
)
ARRIVALS = st.lists(
    st.tuples(st.lists(_VARIANTS, min_size=1, max_size=4), st.sampled_from(KINDS), st.sampled_from(DAYS)),
    min_size=1,
    max_size=8,
)
# Removing the first four revives several keys at once; links between their holders rest on other keys, too.
REVIVING = [
    ([("Pérez", WORDS[3]), ("Ana Pérez", WORDS[4]), (None, WORDS[5]), (None, WORDS[4])], DIRECT, None),
    ([("Ana Pérez", WORDS[0]), ("nurse", WORDS[1]), ("Ana Peres", WORDS[3])], DIRECT, None),
    (
        [("nurse", WORDS[6]), ("Ana Peres", WORDS[6]), ("Pérez", WORDS[2]), ("Pérez", WORDS[0])],
        DIRECT,
        None,
    ),
    ([("Luis Pérez", WORDS[6]), ("Ana María Pérez", WORDS[3]), ("Ana Pérez", WORDS[5])], DIRECT, None),
    ([("Ana Peres", WORDS[7]), ("Said", WORDS[4])], DIRECT, None),
    ([("Omar Said", WORDS[1])], INDIRECT, None),
    ([("Ana María Pérez", WORDS[9]), ("Pérez", WORDS[6]), (None, WORDS[6])], DIRECT, None),
    ([("Ana María Pérez", WORDS[1]), ("Omar Said", WORDS[0])], DIRECT, None),
]


def reports_of(arrivals):
    """The articles; every third has the first words in its title, and of every two one reports the same event."""
    return [_report(n, *arrival) for n, arrival in enumerate(arrivals)]


def _report(n, variants, kind, day):
    in_title = variants[:1] if n % 3 == 2 else []
    one = report(f"a{n}", *variants[len(in_title) :], kind=kind, published_at=day)
    one = with_background(one) if n % 2 else one
    return titled(one, *in_title[0]) if in_title else one


def check(database, repository, arrivals, gone):
    """The store holds what one comparison gives, before some are gone and after."""
    empty(database)
    reports = reports_of(arrivals)
    for one in reports:
        repository.save(one)
    assert stored(database) == compared(reports)
    for one in gone:
        repository.forget(one.article.id)
    assert stored(database) == compared([one for one in reports if one not in gone])


SETTINGS = settings(
    max_examples=rounds(12, 25),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
# Each takes PostgreSQL three times as long, and what decides is the same code: here its SQL is put to the test.
FEWER = settings(SETTINGS, max_examples=rounds(5, 8))
on_sqlite = pytest.mark.parametrize("empty_store", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("empty_store", ["postgresql"], indirect=True)
COMING_AND_GOING = given(arrivals=ARRIVALS, choice=st.randoms(use_true_random=False))


def come_and_go(database, repository, arrivals, choice):
    """Half of the articles are gone again."""
    reports = reports_of(arrivals)
    check(database, repository, arrivals, choice.sample(reports, k=len(reports) // 2))
