"""Annotated sentences as numbers, and windows of such sentences."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from service.parsing.nets.multitask import Labels
from service.parsing.nets.pieces import Pieces
from service.parsing.nets.windows import n_pieces, windows
from training.newsprint import newsprint
from training.treebank import Sentence, Word


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its names, or with its tags, heads (0 for the root) and relations, as numbers."""

    words: tuple[str, ...]
    names: tuple[int, ...] = ()
    tags: tuple[int, ...] = ()
    heads: tuple[int, ...] = ()
    relations: tuple[int, ...] = ()


Window = tuple[Example, ...]
NamedSentence = tuple[tuple[str, str], ...]
RawSentence = tuple[str, ...]


def read_names(path: Path) -> tuple[NamedSentence, ...]:
    """The sentences of a file of names: words with their tags."""
    sentences = json.loads(path.read_text(encoding="utf-8"))
    return tuple(tuple((word["text"], word["ner"]) for word in sentence) for sentence in sentences if sentence)


def labels_of(named: Iterable[NamedSentence], trees: Iterable[Sentence]) -> Labels:
    """All labels that occur; "no name" is the first tag of names."""
    names = {tag for sentence in named for _, tag in sentence} - {"O"}
    words = [word for sentence in trees for word in sentence]
    return Labels(
        ("O", *sorted(names)),
        tuple(sorted({word.pos for word in words})),
        tuple(sorted({word.relation for word in words})),
    )


def named_examples(sentences: Iterable[NamedSentence], labels: Labels) -> list[Example]:
    """The sentences with their names as numbers."""
    numbers = {tag: number for number, tag in enumerate(labels.names)}
    return [
        Example(tuple(word for word, _ in sentence), names=tuple(numbers.get(tag, 0) for _, tag in sentence))
        for sentence in sentences
    ]


def tree_examples(
    sentences: Iterable[Sequence[Word]], labels: Labels, chance: random.Random | None = None
) -> list[Example]:
    """The sentences with tags and heads as numbers; with `chance`, half of them set as newspapers set them."""
    tags = {tag: number for number, tag in enumerate(labels.tags)}
    relations = {relation: number for number, relation in enumerate(labels.relations)}
    return [
        Example(
            tuple(word.text for word in sentence),
            tags=tuple(tags.get(word.pos, 0) for word in sentence),
            heads=tuple(word.head for word in sentence),
            relations=tuple(relations.get(word.relation, 0) for word in sentence),
        )
        for sentence in (newsprint(tuple(words), chance) if chance else words for words in sentences)
    ]


def example_windows(examples: Sequence[Example], pieces: Pieces, most: int) -> Iterator[Window]:
    """The sentences in windows of at most `most` pieces; a longer sentence is a window of its own."""
    for window in windows([n_pieces(example.words, pieces) for example in examples], most):
        yield tuple(examples[number] for number in window)
