"""The sentence around a place, for the eye: cut where a line ends, or a sentence does by its look."""

import re
from dataclasses import dataclass

from service.domain.articles import Span

# A new sentence begins with a capital, a number or a mark; an initial before it ("J. Doe") ends none.
_END = re.compile(r"(?:(?<=[a-z)\d][.!?…])([”’\"')]*)\s+(?=[“‘\"'(A-Z0-9])|\n)")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands before the place, at it and after it."""

    before: str
    exact: str
    after: str


def sentence_around(surroundings: Span, place: Span) -> Sentence:
    """The sentence of the place, which lies within the surroundings."""
    start, end = place.start - surroundings.start, place.end - surroundings.start
    text = surroundings.text
    ends = [found.end() for found in _END.finditer(text, 0, start)]
    following = _END.search(text, end)
    before = text[ends[-1] if ends else 0 : start]
    after = text[end : _end_of_words(following) if following else len(text)]
    return Sentence(_tail(before), text[start:end], _head(after))


def _end_of_words(found: re.Match[str]) -> int:
    """Closing marks belong to the sentence that they end."""
    return found.end(1) if found[1] is not None else found.start()


def _tail(text: str) -> str:
    return text if len(text) <= _LONGEST else "…" + text[-_LONGEST:].partition(" ")[2]


def _head(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0] + "…"
