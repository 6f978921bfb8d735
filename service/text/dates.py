"""Dates as articles are sent with them."""

from datetime import UTC, datetime


def seconds_of(date: str) -> float:
    """The seconds since 1970 of a date, or a date and time, of ISO 8601; without a zone, it is taken for UTC."""
    told = datetime.fromisoformat(date)
    return (told if told.tzinfo else told.replace(tzinfo=UTC)).timestamp()
