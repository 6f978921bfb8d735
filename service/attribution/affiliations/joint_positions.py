"""Positions listed in front of the one organization they share: "co-founder, chairman and director of the Bank".

People mark such a list as one position, and lists of which each has an organization of its own, or none, as several.
"""

from collections.abc import Iterator

from service.attribution.affiliations.organizations_before import FORMER, OPENS_ANOTHER
from service.attribution.affiliations.weighing.word_patterns import noun_class
from service.attribution.vocabulary.grammar import CONJUNCTIONS, SEPARATORS
from service.attribution.vocabulary.nouns import is_plural
from service.parsing.trees import Parse

_TO_ORGANIZATION = frozenset(("of", "at", "for", "with"))
_NOMINAL = ("NOUN", "PROPN", "ADJ")
_LONGEST_SEGMENT = 5
_LONGEST_PAIR = 3  # words from a noun to the next of a pair such as "founder and chief executive"


def find_joint_position(parse: Parse, noun: int, place: range) -> range | None:
    """The list in which the noun is one of several positions; None where they share no organization."""
    start, end = _segment(parse, noun, place)
    n_others, is_closed = 0, False
    while (before := _segment_before(parse, start, place)) is not None:
        is_closed = is_closed or parse.lower(start - 1) in CONJUNCTIONS
        start, n_others = before, n_others + 1
    while (after := _segment_after(parse, end, place)) is not None:
        is_closed = is_closed or any(parse.lower(word) in CONJUNCTIONS for word in range(end, after))
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
    while word > place.start and parse.lower(word) in SEPARATORS:
        word -= 1
    if word == start - 1 or word < place.start or not _is_position(parse, word):
        return None
    return _segment(parse, word, place)[0]


def _segment_after(parse: Parse, end: int, place: range) -> int | None:
    """Where the position ends that stands behind the separator at `end`."""
    word = end
    while word < place.stop and parse.lower(word) in SEPARATORS:
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


def end_of_pair(parse: Parse, noun: int, end: int, ceiling: int) -> int:
    """Where the second of two positions ends that share the rest, "founder and director"; else where the first does."""
    if end + 1 >= ceiling or parse.lower(end) not in CONJUNCTIONS:
        return end
    second = end + 1
    while second < ceiling and _modifies_second(parse, second):
        second += 1
    if second + 1 < ceiling and parse.relation(second) == "compound" and names_people(parse, second + 1):
        second += 1  # "activists and opposition politicians"
    is_pair = second < ceiling and second - end <= _LONGEST_PAIR and names_people(parse, second)
    # In "the minister and opposition leaders" the leaders are others.
    return second + 1 if is_pair and (is_plural(parse, noun) or not is_plural(parse, second)) else end


def _modifies_second(parse: Parse, word: int) -> bool:
    token = parse.words[word]
    # "a practitioner and passionate writer" are two descriptions.
    is_modifier = token.pos in ("NOUN", "PROPN") and token.entity == "O"
    return is_modifier and not names_people(parse, word) and parse.lower(word) not in FORMER


def names_people(parse: Parse, word: int) -> bool:
    """Whether the noun is for what people are, one or several."""
    return parse.words[word].pos in ("NOUN", "PROPN") and noun_class(parse, word) in ("role", "group")
