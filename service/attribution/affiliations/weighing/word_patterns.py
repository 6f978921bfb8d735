"""What stands between a mention and a word, in short: the words of the row, and the way through the parse."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from service.attribution.vocabulary.nouns import is_honorific, kinds_of_nouns, noun_lemma
from service.domain.quotations import Mention
from service.parsing.trees import Parse

FUNCTION_TAGS = frozenset(("ADP", "DET", "PART", "SCONJ", "CCONJ", "PUNCT", "AUX", "PRON"))
_MODIFIER_TAGS = frozenset(("ADJ", "NOUN", "PROPN", "DET", "NUM", "ADV", "X"))
_JOINERS = frozenset(("-", "’s", "'s", "and", "&"))
_INSIDE_OBJECT = _JOINERS | {"(", ")"}
_ENTITIES = frozenset(("PERSON", "ORG", "LOC", "NORP", "DATE"))
# Verbs that name somebody to a position; of the others only that they are verbs.
_NAMING_VERBS = frozenset(("name", "call", "serve", "work", "appoint", "elect", "become"))
_PASSED_OVER = frozenset(("ADJ", "NUM", "ADV", "DET", "a", "an", "the", "of", "one", "-", "year", "old"))
# What parses take for verbs in "Ann Lee, managing director, …".
PARTICIPLES = frozenset(("acting", "founding", "managing", "presiding", "visiting"))
# As in "Maj Gen (retd) Ann Lee".
_RETIRED = ("(retd)", "(Retd)", "(rtd)", "(Rtd)", "(ret)", "(Ret)")
_LONGEST_PATTERN = 5
_MOST_STEPS = 5
_DOERS = ("er", "or", "ist", "ian", "ee", "man", "woman", "ster")


def mention_words(parse: Parse, mention: Mention) -> range:
    """The words of the bare name, or all words of another mention."""
    return mention.name_words or parse.within(mention.span.start, mention.span.end)


def noun_class(parse: Parse, word: int) -> str:
    """The first list that has the noun, "doer" where its ending makes one, else ""."""
    return class_of_noun(noun_lemma(parse, word))


@lru_cache(10_000)
def class_of_noun(noun: str) -> str:
    """The same of a noun in its dictionary form."""
    kinds = kinds_of_nouns(noun)
    for kind in ("role", "group", "organization", "document"):
        if kind in kinds:
            return kind
    return "doer" if noun.endswith(_DOERS) else ""


def n_steps(parse: Parse, start: int, end: int) -> int:
    """How many relations lie between the two words in the parse; the most that count where there are more."""
    up, down = _climb(parse, start), _climb(parse, end)
    for n_up, word in enumerate(up):
        if word in down:
            return min(_MOST_STEPS, n_up + down.index(word))
    return _MOST_STEPS


def parse_path(parse: Parse, start: int, end: int) -> str:
    """The relations up from the first word and down to the second, with the part of speech where they meet.

    It is empty where it is too long.
    """
    up, down = _climb(parse, start), _climb(parse, end)
    n_up = next((number for number, word in enumerate(up) if word in down), None)
    if n_up is None or n_up + down.index(up[n_up]) > _MOST_STEPS:
        return ""
    climbed = [parse.relation(word) for word in up[:n_up]]
    descended = [parse.relation(word) for word in down[: down.index(up[n_up])]]
    meeting = parse.words[up[n_up]].pos if climbed and descended else ""
    return f"{'>'.join(climbed)}|{'<'.join(descended)}|{meeting}"


def _climb(parse: Parse, word: int) -> list[int]:
    """The word, its head and so on, as far as steps count."""
    return [word, *islice(parse.ancestors(word), _MOST_STEPS)]


def pattern_between(parse: Parse, words: range, word: int) -> str:
    """The words between a mention and a noun, without what modifies either: "before:", "after:,", "after:, who"."""
    if word in words:
        return "inside"
    if word < words.start:
        return _written("before", list(_after_noun(parse, word + 1, words.start)))
    start = _start_of_modifiers(parse, word, words.stop)
    if start == words.stop:
        return "after:modifier"
    found: list[str] = []
    for between in range(words.stop, start):
        symbol = word_symbol(parse, between)
        if found and symbol in _PASSED_OVER:
            if parse.lower(between) == "one":
                found.append("one")
        elif not found or found[-1] != symbol:
            found.append(symbol)
    return _written("after", found)


def word_symbol(parse: Parse, word: int) -> str:
    """The word in short: a function word itself, an entity's kind, "role" for a noun of a role, or a part of speech."""
    token = parse.words[word]
    entity = token.entity.rpartition("-")[2]
    if entity in _ENTITIES:
        return entity
    if token.pos in FUNCTION_TAGS:
        return parse.lower(word)
    if token.pos == "VERB":
        return parse.lemma(word) if parse.lemma(word) in _NAMING_VERBS else "VERB"
    is_role = token.pos in ("NOUN", "PROPN") and noun_class(parse, word) == "role"
    return "role" if is_role else token.pos


def _after_noun(parse: Parse, start: int, stop: int) -> Iterator[str]:
    """What stands between a noun and a mention after it; "of the board" and the like are one symbol."""
    word, before = start, ""
    while word < stop:
        if parse.text.startswith(_RETIRED, parse.words[word].span.start):
            word += 3
            continue
        past = _past_object(parse, word, stop)
        if past > word:
            symbol, word = "PP", past
        elif is_honorific(parse, word) or word_symbol(parse, word) in ("ADJ", "NUM"):
            word += 1
            continue
        else:
            symbol, word = word_symbol(parse, word), word + 1
        if symbol != before:
            yield symbol
        before = symbol


def _past_object(parse: Parse, word: int, stop: int) -> int:
    """Where a preposition's object ends; the word itself where none stands here."""
    if parse.words[word].pos != "ADP":
        return word
    end = word + 1
    while end < stop and (
        parse.words[end].pos in _MODIFIER_TAGS
        or parse.lower(end) in _INSIDE_OBJECT
        or parse.words[end].entity[:1] in ("I", "E")
    ):
        end += 1
    return end if end > word + 1 else word


def _start_of_modifiers(parse: Parse, word: int, stop: int) -> int:
    """Where the unbroken row of what may modify a noun begins, names of persons left out."""
    while word - 1 >= stop:
        before = parse.words[word - 1]
        modifies = before.pos in _MODIFIER_TAGS or before.text in _JOINERS or before.text.casefold() in PARTICIPLES
        if before.entity.endswith("PERSON") or not modifies:
            break
        word -= 1
    return word


def _written(side: str, symbols: list[str]) -> str:
    return f"{side}:{' '.join(symbols) if len(symbols) <= _LONGEST_PATTERN else 'long'}"
