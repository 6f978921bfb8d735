"""Times as people write them and as the store counts them: ISO 8601, and seconds since 1970."""

from datetime import UTC, datetime

_HOUR, _DAY = 3600, 86_400


def seconds_of(time: str) -> float:
    """The seconds since 1970 of a date, or a date and time, of ISO 8601; without a zone, it is taken for UTC.

    Raises ValueError if it is neither.
    """
    moment = datetime.fromisoformat(time)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def iso_time(seconds: float) -> str:
    """Seconds since 1970 as a time of ISO 8601, in UTC and milliseconds."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")


def next_hour(now: float, hour: int) -> float:
    """The next time at which this hour of the day begins, in UTC: after now, and within a day."""
    today = now - now % _DAY + hour * _HOUR
    return today if today > now else today + _DAY
