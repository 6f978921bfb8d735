"""What is written, and what several kinds of rows share."""

from collections.abc import Iterable
from typing import Any

from service.domain.articles import ArticleField, Span

# The columns of a row by their names.
Values = dict[str, Any]


def span_values(span: Span) -> list[Any]:
    """A place in an article as JSON; what stands in the text does not say so."""
    return [span.start, span.end, span.text, *([] if span.field is ArticleField.TEXT else [span.field.value])]


def span_of(values: Iterable[Any]) -> Span:
    """The place that `span_values` gave."""
    start, end, text, *field = values
    return Span(start, end, text, *map(ArticleField, field))


def piece_of(begin: int, text: str, field: str) -> Span:
    """A piece of an article's text or title, cut out by the database."""
    return Span(begin, begin + len(text), text, ArticleField(field))
