"""Times as people write them and as the store counts them: ISO 8601, and seconds since 1970."""

from datetime import UTC, datetime


def seconds_of(time: str) -> float:
    """The seconds since 1970 of a date, or a date and time, of ISO 8601; without a zone, it is taken for UTC.

    Raises ValueError if it is neither.
    """
    moment = datetime.fromisoformat(time)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def iso_time(seconds: float) -> str:
    """Seconds since 1970 as a time of ISO 8601, in UTC and milliseconds."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
