"""What a net reads in annotated sentences, and how right it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import torch

from service.parsing.nets.multitask import Labels
from service.parsing.nets.names import name_spans
from service.parsing.nets.reading import TextReader
from training.encoder.examples import Example


def read_all(read: TextReader, examples: Sequence[Example], labels: Labels) -> list[Example]:
    """The sentences as the service reads them."""
    with torch.inference_mode():
        found = read([example.words for example in examples])
    columns = (
        _numbers(found.names, labels.names),
        _numbers(found.tags, labels.tags),
        found.heads,
        _numbers(found.relations, labels.relations),
    )
    sentences = []
    end = 0
    for example in examples:
        start, end = end, end + len(example.words)
        sentences.append(Example(example.words, *(tuple(column[start:end]) for column in columns)))
    return sentences


def names_measure(found: Iterable[Example], gold: Iterable[Example], labels: Labels, kind: str = "") -> float:
    """The F measure of whole names, of one kind or all."""
    spans = [{span for span in _spans(examples, labels) if not kind or span[3] == kind} for examples in (found, gold)]
    return 2 * len(spans[0] & spans[1]) / max(sum(map(len, spans)), 1)


def tree_measures(found: Iterable[Example], gold: Iterable[Example]) -> tuple[float, float, float]:
    """The parts of the words with the right tag, with the right head, and with the right head and relation."""
    right = [0, 0, 0]
    n_words = 0
    for example, annotated in zip(found, gold, strict=True):
        n_words += len(annotated.words)
        arcs = [ours == theirs for ours, theirs in zip(example.heads, annotated.heads, strict=True)]
        relations = [ours == theirs for ours, theirs in zip(example.relations, annotated.relations, strict=True)]
        right[0] += sum(ours == theirs for ours, theirs in zip(example.tags, annotated.tags, strict=True))
        right[1] += sum(arcs)
        right[2] += sum(arc and relation for arc, relation in zip(arcs, relations, strict=True))
    tags, heads, labelled = (count / max(n_words, 1) for count in right)
    return tags, heads, labelled


def _numbers(names: Iterable[str], known: Sequence[str]) -> list[int]:
    numbers = {name: number for number, name in enumerate(known)}
    return [numbers[name] for name in names]


def _spans(examples: Iterable[Example], labels: Labels) -> Iterable[tuple[int, int, int, str]]:
    for number, example in enumerate(examples):
        for span in name_spans([labels.names[tag] for tag in example.names]):
            yield number, *span
