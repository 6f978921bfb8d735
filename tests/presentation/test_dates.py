"""Dates and times for people."""

import pytest

from service.presentation.dates import day_of, first_seen, hour_of, moment_of


@pytest.mark.parametrize(
    ("published_at", "day", "hour"),
    [
        ("2024-06-01", "1 June 2024", None),
        ("2024-06-21T08:05:00Z", "21 June 2024", "08:05 UTC"),
        ("2024-06-21T23:30:00+08:00", "21 June 2024", "23:30 UTC+08:00"),
        ("2024-06-21T08:05", "21 June 2024", "08:05"),
        ("20240621", "21 June 2024", None),
        ("2024-W25-5", "21 June 2024", None),
    ],
)
def test_days_and_hours_are_those_of_the_articles_zone(published_at: str, day: str, hour: str | None):
    assert (day_of(published_at), hour_of(published_at)) == (day, hour)


def test_moments_are_told_in_utc():
    assert moment_of(0) == "1 January 1970, 00:00 UTC"


def test_the_year_is_left_out_of_this_years_days():
    november, march = 1_795_910_400.0, 1_804_000_000.0
    assert first_seen(november, november + 86_400) == "29 November"
    assert first_seen(november, march) == "29 November 2026"
