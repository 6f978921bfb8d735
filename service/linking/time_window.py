"""Occasions: people say the same on many days, and reports that lie weeks apart are not reports of one statement."""

from service.domain.articles import Article
from service.domain.times import seconds_of

# In a year of US politics (`bench/archive.py`) one linked pair in two is right within four weeks, beyond one in eight.
MOST_DAYS_APART = 28
_SECONDS_A_DAY = 24 * 60 * 60


def day_of(article: Article) -> int | None:
    """The day on which the article was published, in days since 1970; None if it does not tell."""
    return int(seconds_of(article.published_at) // _SECONDS_A_DAY) if article.published_at is not None else None


def days_apart(day: int | None, other: int | None) -> int | None:
    """How many days lie between two reports; None if one tells no day."""
    return abs(day - other) if day is not None and other is not None else None


def may_be_one(day: int | None, other: int | None) -> bool:
    """Whether reports of two days may be of one occasion; a report that tells no day may be of any."""
    return (days_apart(day, other) or 0) <= MOST_DAYS_APART
