"""Articles with labelled contents as numbers: the encoder's vectors, places among marks, and labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import torch
from torch import Tensor

from bench.polnear import LabelledArticle, Spans
from service.domain.articles import Sentence, Span
from service.parsing.annotation import MarkPlace
from service.parsing.nets.loading import ENCODER, load_net
from service.parsing.nets.precision import fastest, set_precision
from service.parsing.nets.reading import TextReader
from service.parsing.reported.mark_places import mark_places
from service.parsing.reported.net import Label, starts_of
from service.parsing.stanza_parser import StanzaParser
from service.text.cleaning import clean
from service.text.marks import find_marks
from service.text.paragraphs import find_paragraphs


@dataclass(frozen=True, slots=True)
class Example:
    """The words of an article: their vectors in half precision, places, whether they begin a sentence, labels."""

    rows: Tensor
    places: Tensor
    starts: Tensor
    labels: Tensor


class Examples:
    """Makes examples with the models of a folder."""

    def __init__(self, models: Path) -> None:
        self._parser = StanzaParser(models)
        net, pieces, labels = load_net(models / ENCODER)
        set_precision(net, fastest(net.encoder.size))
        self._reader = TextReader(net, pieces, labels)

    def __call__(self, articles: Iterable[LabelledArticle]) -> Iterator[Example]:
        """An example for each article; none for one without words."""
        for article in articles:
            text = clean(article.text)
            paragraphs = find_paragraphs(text)
            sentences = self._parser.parse(text, paragraphs)
            if sentences:
                yield self._example(article, text, paragraphs, sentences)

    def _example(
        self, article: LabelledArticle, text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence]
    ) -> Example:
        words = [[token.span for token in sentence.tokens] for sentence in sentences]
        with torch.inference_mode():
            rows = self._reader.rows([[word.text for word in of_sentence] for of_sentence in words]).half()
        flat = [*chain.from_iterable(words)]
        places = mark_places(flat, find_marks(text, paragraphs))
        found = labels(flat, places, [content.content for content in article.attributions])
        starts = starts_of([len(of_sentence) for of_sentence in words])
        return Example(rows.clone(), torch.tensor(places), starts, torch.tensor(found))


def labels(words: Sequence[Span], places: Sequence[MarkPlace], contents: Iterable[Spans]) -> list[Label]:
    """What each word is of the contents: of two that share words the longer one counts."""
    found = [Label.OUTSIDE] * len(words)
    for content in sorted(contents, key=lambda spans: -sum(end - start for start, end in spans)):
        held = [
            number
            for number, word in enumerate(words)
            if any(word.start < end and start < word.end for start, end in content)
        ]
        if any(found[number] for number in held):
            continue
        is_marked = any(places[number] is MarkPlace.INSIDE for number in held)
        begins, goes_on = (Label.BEGINS, Label.GOES_ON) if is_marked else (Label.BEGINS_UNMARKED, Label.UNMARKED)
        for number in held:
            found[number] = goes_on if number - 1 in held else begins
    return found
