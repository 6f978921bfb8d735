"""The index of quotations' words, whose keys count or count for nothing."""

from tests.store.links.arrivals import (
    COMING_AND_GOING,
    FEWER,
    REVIVING,
    SETTINGS,
    check,
    come_and_go,
    on_postgresql,
    on_sqlite,
    reports_of,
)


@on_sqlite
@SETTINGS
@COMING_AND_GOING
def test_what_too_many_hold_counts_nothing(few, database, repository, arrivals, choice):
    come_and_go(database, repository, arrivals, choice)


@on_postgresql
@FEWER
@COMING_AND_GOING
def test_what_too_many_hold_counts_nothing_on_postgresql(few, database, repository, arrivals, choice):
    come_and_go(database, repository, arrivals, choice)


def test_links_that_rest_on_other_keys_outlive_a_key_that_counts_again(few, database, repository):
    check(database, repository, REVIVING, reports_of(REVIVING)[:4])
