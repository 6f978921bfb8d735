"""The sentence around a place, for the eye: long ones are cut."""

from dataclasses import dataclass

from service.domain.articles import Span
from service.text.sentence_bounds import sentence_bounds

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
    begin, stop = sentence_bounds(text, start, end)
    return Sentence(_tail(text[begin:start]), text[start:end], _head(text[end:stop]))


def _tail(text: str) -> str:
    return text if len(text) <= _LONGEST else "…" + text[-_LONGEST:].partition(" ")[2]


def _head(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0] + "…"
