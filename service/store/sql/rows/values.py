"""What is written, and what several kinds of rows share."""

from collections.abc import Iterable
from typing import Any

from service.domain.articles import Span

# The columns of a row by their names.
Values = dict[str, Any]


def span_values(span: Span) -> list[Any]:
    """A place in an article as JSON."""
    return [span.start, span.end, span.text]


def span_of(values: Iterable[Any]) -> Span:
    """The place that `span_values` gave."""
    return Span(*values)


def piece_of(begin: int, text: str) -> Span:
    """A piece of an article's text, cut out by the database."""
    return Span(begin, begin + len(text), text)
