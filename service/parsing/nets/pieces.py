"""Words as the pieces that a BERT-like encoder knows, and what the letters of a word look like.

The encoders that ours began with know no capitals, which names need: the shape of a word is a second input.
"""

import unicodedata
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

UNKNOWN, FIRST, LAST, HIDDEN = "[UNK]", "[CLS]", "[SEP]", "[MASK]"
# A longer word is a web address or noise; its beginning tells that.
_MOST_LETTERS = 60
# Words whose pieces are remembered, some 200 bytes each: more than a long article has.
_REMEMBERED = 20_000


class Shape(IntEnum):
    """The letters of a word; `NONE` has none: marks, and the ends of windows."""

    NONE = 0
    LOWER = 1
    TITLE = 2
    CAPITALS = 3
    LETTER = 4
    MIXED = 5
    DIGITS = 6


def shape(word: str) -> Shape:
    """What the word looks like: one capital letter is neither a title nor capitals."""
    if any(letter.isdigit() for letter in word):
        return Shape.DIGITS
    if not any(letter.isalpha() for letter in word):
        return Shape.NONE
    if word.islower():
        return Shape.LOWER
    if word.isupper():
        return Shape.LETTER if sum(map(str.isalpha, word)) == 1 else Shape.CAPITALS
    return Shape.TITLE if word[:1].isupper() and word[1:].islower() else Shape.MIXED


class Pieces:
    """The pieces of words by a list of known ones: the longest known beginning, then the longest after it, and so on.

    A piece that goes on a word is listed with "##" before it.
    """

    def __init__(self, known: Sequence[str]) -> None:
        self.known = tuple(known)
        self._numbers = {piece: number for number, piece in enumerate(known)}
        self.first, self.last, self.hidden = (self._numbers[name] for name in (FIRST, LAST, HIDDEN))
        self._unknown = self._numbers[UNKNOWN]
        self.of = lru_cache(_REMEMBERED)(self._read)

    def __len__(self) -> int:
        return len(self.known)

    def _read(self, word: str) -> tuple[tuple[int, ...], int]:
        """The numbers of the word's pieces, at least one, and its shape."""
        numbers = tuple(number for run in _runs(_folded(word)) for number in self._of_run(run))
        return numbers or (self._unknown,), int(shape(word))

    def _of_run(self, run: str) -> tuple[int, ...]:
        found: list[int] = []
        start = 0
        while start < len(run):
            prefix = "##" if start else ""
            ends = range(len(run), start, -1)
            end = next((end for end in ends if prefix + run[start:end] in self._numbers), None)
            if end is None:
                return (self._unknown,)
            found.append(self._numbers[prefix + run[start:end]])
            start = end
        return tuple(found)


def _folded(word: str) -> str:
    letters = unicodedata.normalize("NFD", word[:_MOST_LETTERS].lower())
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")


def _runs(word: str) -> list[str]:
    """The word cut at marks, each of which is a run by itself."""
    runs = [""]
    for letter in word:
        if letter.isalnum():
            runs[-1] += letter
        else:
            runs += [letter, ""]
    return [run for run in runs if run.strip()]
