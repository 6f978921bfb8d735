"""Titles in a list of people, each of whom has theirs in front: "the Mayor, Mrs Ann Lee, the Chair, Mr Bob Ray"."""

from service.attribution.affiliations.position_phrases import role_word
from service.attribution.vocabulary.grammar import CONJUNCTIONS
from service.attribution.vocabulary.nouns import is_honorific
from service.parsing.trees import Parse

_BETWEEN = frozenset((",", ";")) | CONJUNCTIONS
_LONGEST = 20  # words of a title, or of a name


def listed_title(parse: Parse, name: range) -> int | None:
    """The noun of the title before a name that is listed behind another one with its own title; None elsewhere.

    Each is closed by a comma and a form of address.
    """
    title = _title_before(parse, name)
    if title is None:
        return None
    before = title.start - 1
    while before >= 0 and parse.lower(before) in _BETWEEN:
        before -= 1
    is_parted = any(parse.words[word].text == ";" for word in range(before + 1, title.start))
    other = _name_ending_at(parse, before)
    if not other or not (is_parted or _title_before(parse, other) is not None):
        return None
    return role_word(parse, title)


def _title_before(parse: Parse, name: range) -> range | None:
    """The words of the title that a comma and a form of address part from the name."""
    comma = name.start - 1
    while comma >= 0 and is_honorific(parse, comma):
        comma -= 1
    if comma < 1 or comma == name.start - 1 or parse.words[comma].text != ",":
        return None
    floor = max(parse.sentence_words(parse.sentence(name.start)).start, comma - _LONGEST)
    start = comma
    while start > floor and not _ends_another(parse, start - 1):
        start -= 1
    title = range(start, comma)
    return title if role_word(parse, title) is not None else None


def _ends_another(parse: Parse, word: int) -> bool:
    """Whether what stands before a title ends: a verb, or what parts it from a name before it."""
    if parse.words[word].text == ";" or parse.is_verbal(word):
        return True
    is_joint = parse.lower(word) in _BETWEEN
    while word > 0 and parse.lower(word) in _BETWEEN:
        word -= 1
    return is_joint and parse.words[word].entity.endswith("PERSON")


def _name_ending_at(parse: Parse, word: int) -> range:
    """The person's name that ends with the word; no words where none does."""
    start = word + 1
    while start > 0 and start > word - _LONGEST and parse.words[start - 1].entity.endswith("PERSON"):
        start -= 1
    while start <= word and is_honorific(parse, start):
        start += 1
    return range(start, word + 1)
