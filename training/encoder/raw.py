"""The sentences of articles without annotation, cut by the service's own tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from service.parsing.parser import LONGEST_SENTENCE
from service.parsing.sentence_breaks import split_sentences
from service.text.cleaning import clean
from service.text.paragraphs import find_paragraphs
from training.encoder.examples import RawSentence


def raw_sentences(path: Path) -> Iterator[RawSentence]:
    """The words of each sentence of the articles, one JSON object with a "text" a line; overlong ones are left out."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield from _sentences([paragraph.text for paragraph in find_paragraphs(clean(json.loads(line)["text"]))])


def _sentences(paragraphs: Sequence[str]) -> Iterator[RawSentence]:
    found = split_sentences(paragraphs, lambda places: [0.0] * len(places))
    for text, sentences in zip(paragraphs, found, strict=True):
        for sentence in sentences:
            if len(sentence) <= LONGEST_SENTENCE:
                yield tuple(text[start:end] for start, end in sentence)
