"""Which days may be of one occasion."""

import pytest

from service.domain.articles import Article
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.duplicates import duplicates_of
from service.linking.statements.matching import matches_of
from service.linking.statements.statements import find_statements
from service.linking.time_window import day_of, days_apart, may_be_one
from tests.linking.reports import report

WORDS = "The wells of the valley have been dry since the spring festival."


def n_statements(*days):
    reports = [report(f"a{place}", ("Ana Pérez", WORDS), published_at=day) for place, day in enumerate(days)]
    versions = duplicates_of(passage for one in reports for passage in comparable_quotations(one))
    return len(find_statements(versions, matches_of(versions)))


@pytest.mark.parametrize(
    ("published_at", "day"),
    [
        (None, None),
        ("1970-01-01", 0),
        ("1970-01-02T00:30:00+01:00", 0),
        ("1970-01-02T23:59:59Z", 1),
        ("1969-12-31T23:00:00", -1),
    ],
)
def test_days_are_counted_in_utc(published_at, day):
    assert day_of(Article("a", "", published_at=published_at)) == day


def test_days_may_lie_four_weeks_apart():
    assert may_be_one(100, 128)
    assert may_be_one(128, 100)
    assert not may_be_one(100, 129)
    assert may_be_one(None, 100)
    assert may_be_one(100, None)


@pytest.mark.parametrize(
    ("days", "n"),
    [
        (("2024-06-20", "2024-07-18"), 1),
        (("2024-06-20", "2024-07-19"), 2),
        (("2024-06-20", "2025-06-20"), 2),
        ((None, None), 1),
    ],
)
def test_the_same_words_weeks_later_are_another_statement(days, n):
    assert n_statements(*days) == n


def test_reports_between_bring_occasions_together():
    """Each is of one occasion with the next; so is a report of no day with all."""
    assert n_statements("2024-06-20", "2024-07-10", "2024-07-30") == 1
    assert n_statements("2024-06-20", None, "2025-06-20") == 1


def test_days_lie_between_two_that_are_known():
    assert days_apart(3, 8) == days_apart(8, 3) == 5
    assert days_apart(None, 8) is days_apart(8, None) is None
