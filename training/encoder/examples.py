"""Annotated sentences as numbers, the lists that the numbers count in, and windows of such sentences."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from training.encoder.net import Batch
from training.encoder.pieces import Pieces, Shape, shape
from training.newsprint import newsprint
from training.treebank import Sentence, Word


@dataclass(frozen=True, slots=True)
class Labels:
    """What may be said of a word: tags of names (BIOES), parts of speech, relations."""

    names: tuple[str, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]


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


def windows(examples: Iterable[Example], pieces: Pieces, most: int) -> Iterator[Window]:
    """The sentences in windows of at most `most` pieces; a longer sentence is a window of its own."""
    window: list[Example] = []
    size = 0
    for example in examples:
        n_pieces = sum(len(pieces.numbers(word)) for word in example.words)
        if window and size + n_pieces > most:
            yield tuple(window)
            window, size = [], 0
        window.append(example)
        size += n_pieces
    if window:
        yield tuple(window)


def pack(texts: Sequence[Sequence[Sequence[str]]], pieces: Pieces) -> Batch:
    """Windows of sentences of words as the encoder reads them."""
    rows = [_row([word for sentence in sentences for word in sentence], pieces) for sentences in texts]
    longest = max(len(numbers) for numbers, _, _ in rows)
    table = torch.zeros(3, len(rows), longest, dtype=torch.long)
    for number, columns in enumerate(rows):
        table[:, number, : len(columns[0])] = torch.tensor(columns)
    n_pieces = torch.tensor([len(numbers) for numbers, _, _ in rows])
    n_words = torch.tensor([places[-1] + 1 for _, _, places in rows])
    numbers, shapes, places = table.unbind()
    is_piece = torch.arange(longest) < n_pieces.unsqueeze(1)
    return Batch(numbers, shapes, places, is_piece, torch.arange(int(n_words.max())) < n_words.unsqueeze(1))


def _row(words: Sequence[str], pieces: Pieces) -> tuple[list[int], list[int], list[int]]:
    """The pieces of a window, the shapes of their words and the words' places, the marks at both ends included."""
    numbers, shapes, places = [pieces.first], [int(Shape.NONE)], [0]
    for place, word in enumerate(words, start=1):
        found = pieces.numbers(word)
        numbers += found
        shapes += [int(shape(word))] * len(found)
        places += [place] * len(found)
    return [*numbers, pieces.last], [*shapes, int(Shape.NONE)], [*places, len(words) + 1]
