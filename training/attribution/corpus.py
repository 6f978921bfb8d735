"""Labelled articles, read as the service reads them, one at a time: all parses at once would not fit into memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.polnear import LabelledArticle, Spans
from service.attribution.document import AnnotatedArticle
from service.attribution.pipeline import read
from service.domain.articles import Article
from service.parsing.parser import Parser


@dataclass(frozen=True, slots=True)
class LabelledReading:
    """An article laid open, beside what people marked in it."""

    annotated: AnnotatedArticle
    labels: LabelledArticle

    @property
    def sourced(self) -> Iterator[tuple[Spans, Spans]]:
        """Content and source of each attribution that names its source."""
        for attribution in self.labels.attributions:
            if attribution.source is not None:
                yield attribution.content, attribution.source


def readings(articles: Sequence[LabelledArticle], parser: Parser) -> Iterator[LabelledReading]:
    """The articles, in order."""
    for labels in articles:
        yield LabelledReading(read(Article(labels.id, labels.text), parser), labels)


def holds(spans: Spans, start: int, end: int) -> bool:
    """Whether one of the spans holds the marked words; their marks may stand inside or outside."""
    return any(first <= start + 1 and end - 1 <= last for first, last in spans)
