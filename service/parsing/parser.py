"""What the other stages ask of a parser; `stanza_parser.py` is the real one, the tests have another."""

from collections.abc import Sequence
from typing import Protocol

from service.domain.articles import Sentence, Span

# Words of a sentence. A parser's memory grows with the square of it, so a longer run of words without an end is cut;
# real sentences of newspapers stay under 100.
LONGEST_SENTENCE = 250


class Parser(Protocol):
    """Turns text into sentences whose spans are slices of it."""

    def parse(self, text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
        """The sentences of the paragraphs, in order; none runs over a paragraph's end.

        Raises ModelError if the models cannot be loaded.
        """
        ...
