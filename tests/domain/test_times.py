"""ISO 8601 and seconds since 1970."""

import pytest

from service.domain.times import iso_time, next_hour, seconds_of

DAY = 24 * 60 * 60


@pytest.mark.parametrize(
    ("time", "seconds"),
    [
        ("1970-01-02", DAY),
        ("1970-01-01T01:00:00", 3600),
        ("1970-01-01T01:00:00Z", 3600),
        ("1970-01-01T01:00:00+01:00", 0),
        ("1969-12-31", -DAY),
    ],
)
def test_a_time_without_a_zone_is_in_utc(time: str, seconds: float):
    assert seconds_of(time) == seconds


@pytest.mark.parametrize("time", ["", "yesterday", "2026-13-01"])
def test_what_is_no_time_is_refused(time: str):
    with pytest.raises(ValueError, match=r"isoformat|month"):
        seconds_of(time)


def test_times_are_written_in_utc_with_milliseconds():
    assert iso_time(3600.25) == "1970-01-01T01:00:00.250+00:00"


def test_what_is_written_can_be_read():
    assert seconds_of(iso_time(1_700_000_000.125)) == 1_700_000_000.125


@pytest.mark.parametrize(
    ("now", "hour", "expected"),
    [(0.0, 6, 21_600), (21_599.5, 6, 21_600), (21_600.0, 6, DAY + 21_600), (DAY - 1, 0, DAY), (DAY, 0, 2 * DAY)],
)
def test_an_hour_of_the_day_begins_within_a_day(now: float, hour: int, expected: float):
    assert next_hour(now, hour) == expected
