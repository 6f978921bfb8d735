"""What models predict for the words of sentences; there are two kinds of models."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from service.domain.articles import Reported


@dataclass(frozen=True, slots=True)
class Annotation:
    """The prediction for a word: `head` counts the words of its sentence from 0 and is None for the root."""

    lemma: str
    pos: str
    head: int | None
    relation: str
    entity: str
    reported: Reported = Reported.OUTSIDE


class MarkPlace(IntEnum):
    """Where a word stands among quotation marks."""

    OUTSIDE = 0
    INSIDE = 1
    MARK = 2


Places = Sequence[MarkPlace]
"""The places of the words of a text."""


class Annotator(Protocol):
    """Tags words, finds their heads, and names; `precision` tells the numbers that it computes with."""

    precision: str

    def annotate(self, sentences: Sequence[Sequence[str]], places: Places | None = None) -> list[Annotation]:
        """An annotation for each word of a text's sentences, one after another; no sentence is empty.

        Which words are reported is stated only of words whose places among quotation marks are.
        """
        ...

    def end_odds(self, places: Sequence[tuple[str, int]]) -> list[float]:
        """For paragraphs and offsets behind words in them, the log of the odds that a sentence ends there.

        All are 0 where the models do not tell.
        """
        ...
