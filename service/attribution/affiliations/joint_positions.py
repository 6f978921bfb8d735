"""Positions listed in front of the one organization they share: "co-founder, chairman and director of the Bank".

People mark such a list as one position, and lists of which each has an organization of its own, or none, as several.
"""

from collections.abc import Iterator

from service.attribution.affiliations.organizations_before import OPENS_ANOTHER
from service.attribution.affiliations.weighing.word_patterns import noun_class
from service.parsing.trees import Parse

_CONJUNCTIONS = frozenset(("and", "&"))
_SEPARATORS = _CONJUNCTIONS | {","}
_TO_ORGANIZATION = frozenset(("of", "at", "for", "with"))
_NOMINAL = ("NOUN", "PROPN", "ADJ")
_LONGEST_SEGMENT = 5


def find_joint_position(parse: Parse, noun: int, place: range) -> range | None:
    """The list in which the noun is one of several positions; None where they share no organization."""
    start, end = _segment(parse, noun, place)
    n_others, is_closed = 0, False
    while (before := _segment_before(parse, start, place)) is not None:
        is_closed = is_closed or parse.lower(start - 1) in _CONJUNCTIONS
        start, n_others = before, n_others + 1
    while (after := _segment_after(parse, end, place)) is not None:
        is_closed = is_closed or any(parse.lower(word) in _CONJUNCTIONS for word in range(end, after))
        end, n_others = after, n_others + 1
    shares = end + 1 < len(parse) and parse.lower(end) in _TO_ORGANIZATION
    return range(start, end) if n_others and is_closed and shares and _opens(parse, start, place) else None


def _opens(parse: Parse, start: int, place: range) -> bool:
    """Whether nothing before the list belongs to its first position alone: "former Kenyan envoy and adviser at"."""
    return start == place.start or parse.words[start - 1].pos in ("DET", "PUNCT", "ADP")


def _segment(parse: Parse, noun: int, place: range) -> tuple[int, int]:
    """The unbroken row of nouns and their modifiers around a noun."""
    start, end = noun, noun + 1
    while start > place.start and _may_stand_in(parse, start - 1):
        start -= 1
    while end < place.stop and _may_stand_in(parse, end):
        end += 1
    return start, end


def _segment_before(parse: Parse, start: int, place: range) -> int | None:
    """Where the position begins that stands before the separator in front of `start`."""
    word = start - 1
    while word > place.start and parse.lower(word) in _SEPARATORS:
        word -= 1
    if word == start - 1 or word < place.start or not _is_position(parse, word):
        return None
    return _segment(parse, word, place)[0]


def _segment_after(parse: Parse, end: int, place: range) -> int | None:
    """Where the position ends that stands behind the separator at `end`."""
    word = end
    while word < place.stop and parse.lower(word) in _SEPARATORS:
        word += 1
    if word == end or word >= place.stop or not _may_stand_in(parse, word):
        return None
    stop = _segment(parse, word, range(word, place.stop))[1]
    is_short = stop - word <= _LONGEST_SEGMENT
    return stop if is_short and _is_position(parse, stop - 1) else None


def _is_position(parse: Parse, word: int) -> bool:
    return any(noun_class(parse, each) == "role" for each in _nouns_at(parse, word))


def _nouns_at(parse: Parse, word: int) -> Iterator[int]:
    """The last noun of a row; the one before it too where an adjective follows: "director general"."""
    yield word
    if parse.words[word].pos == "ADJ":
        yield from (each for each in (word - 1, word - 2) if each >= 0 and parse.words[each].pos == "NOUN")


def _may_stand_in(parse: Parse, word: int) -> bool:
    token, lower = parse.words[word], parse.lower(word)
    if token.entity != "O" or lower in OPENS_ANOTHER:
        return False
    return token.pos in _NOMINAL or token.text == "-" or lower == "acting"
