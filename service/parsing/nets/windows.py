"""Sentences in windows of pieces, and windows in batches, as the encoder reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import torch
from torch import Tensor

from service.parsing.nets.pieces import Pieces, Shape

# Pieces that an encoder can tell the places of, without the marks at both ends of a window.
LONGEST_WINDOW = 510

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of text as numbers, (windows, places); 0 behind the end of a window.

    A window begins and ends with a mark that counts as a word. `words` has the place of each piece's word, and
    `is_piece` and `is_word` tell what is there.
    """

    pieces: Tensor
    shapes: Tensor
    words: Tensor
    is_piece: Tensor
    is_word: Tensor

    def to(self, device: str | torch.device) -> Batch:
        """The same numbers on another device."""
        return Batch(*(getattr(self, part.name).to(device) for part in fields(self)))

    def rows_of_words(self, rows: Tensor) -> Tensor:
        """Of the rows of all places (windows, words, width) those of words, one after another, without the marks."""
        is_word = self.is_word.clone()
        is_word[:, :-1] &= self.is_word[:, 1:]
        is_word[:, -1] = False
        is_word[:, 0] = False
        return rows[is_word]


def n_pieces(sentence: Words, pieces: Pieces) -> int:
    """How many pieces the words have."""
    return sum(len(pieces.of(word)[0]) for word in sentence)


def windows(sizes: Sequence[int], most: int) -> Iterator[range]:
    """Which sentences share a window of at most `most` pieces; `sizes` has those of each. A longer one stands alone."""
    start, total = 0, 0
    for number, size in enumerate(sizes):
        if number > start and total + size > most:
            yield range(start, number)
            start, total = number, 0
        total += size
    if start < len(sizes):
        yield range(start, len(sizes))


def batches(sizes: Sequence[int], most: int) -> Iterator[list[int]]:
    """Which windows are read at once: those of like sizes, together of `most` pieces with padding."""
    batch: list[int] = []
    for number in sorted(range(len(sizes)), key=sizes.__getitem__):
        if batch and (len(batch) + 1) * sizes[number] > most:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def pack(texts: Sequence[Sequence[Words]], pieces: Pieces) -> Batch:
    """Windows of sentences as the encoder reads them."""
    rows = [_row([pieces.of(word) for sentence in sentences for word in sentence], pieces) for sentences in texts]
    longest = max(len(numbers) for numbers, _, _ in rows)
    table = torch.tensor([[column + [0] * (longest - len(column)) for column in columns] for columns in rows])
    numbers, shapes, places = table.unbind(1)
    sizes = torch.tensor([len(numbers) for numbers, _, _ in rows])
    n_words = torch.tensor([places[-1] + 1 for _, _, places in rows])
    is_piece = torch.arange(longest) < sizes.unsqueeze(1)
    return Batch(numbers, shapes, places, is_piece, torch.arange(int(n_words.max())) < n_words.unsqueeze(1))


def _row(words: Sequence[tuple[tuple[int, ...], int]], pieces: Pieces) -> tuple[list[int], list[int], list[int]]:
    """The pieces of a window, the shapes of their words and the words' places, the marks at both ends included."""
    numbers, shapes, places = [pieces.first], [int(Shape.NONE)], [0]
    most = _most_a_word([len(found) for found, _ in words])
    for place, (found, looks) in enumerate(words, start=1):
        for number in found[:most]:
            numbers.append(number)
            shapes.append(looks)
            places.append(place)
    return [*numbers, pieces.last], [*shapes, int(Shape.NONE)], [*places, len(words) + 1]


def _most_a_word(sizes: Sequence[int]) -> int:
    """How many pieces of each word are read, so that all fit into a window: sentences are cut long before one does."""
    most = max(sizes, default=1)
    while most > 1 and sum(min(size, most) for size in sizes) > LONGEST_WINDOW:
        most -= 1
    return most
