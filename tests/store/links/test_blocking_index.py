"""The index of quotations' words, whose keys count or count for nothing."""

from hypothesis import given
from hypothesis import strategies as st

from tests.store.links.arrivals import ARRIVALS, REVIVING, SETTINGS, check, reports_of


@SETTINGS
@given(arrivals=ARRIVALS, choice=st.randoms(use_true_random=False))
def test_what_too_many_hold_counts_nothing(few, database, repository, arrivals, choice):
    reports = reports_of(arrivals)
    check(database, repository, arrivals, choice.sample(reports, k=len(reports) // 2))


def test_links_that_rest_on_other_keys_outlive_a_key_that_counts_again(few, database, repository):
    check(database, repository, REVIVING, reports_of(REVIVING)[:4])
