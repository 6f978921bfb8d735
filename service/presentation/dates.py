"""Dates and times as a reader of English sees them."""

from datetime import UTC, datetime


def day_of(published_at: str) -> str:
    """The day of a date, or of a date and time, of ISO 8601, as the article's own zone has it."""
    return datetime.fromisoformat(published_at).strftime("%-d %B %Y")


def hour_of(published_at: str) -> str | None:
    """The time of day with its zone; None of a mere date."""
    time = datetime.fromisoformat(published_at)
    return f"{time:%H:%M} {time.tzname() or ''}".rstrip() if len(published_at) > len("2024-06-21") else None


def first_seen(seconds: float, now: float) -> str:
    """The day of these seconds since 1970, in UTC; with its year, unless it is this one."""
    day, today = datetime.fromtimestamp(seconds, UTC), datetime.fromtimestamp(now, UTC)
    return day.strftime("%-d %B" if day.year == today.year else "%-d %B %Y")


def moment_of(seconds: float) -> str:
    """Seconds since 1970 as a time in UTC, to the minute."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%-d %B %Y, %H:%M UTC")
