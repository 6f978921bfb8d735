"""Where the name of a body begins and ends in a row of words."""

from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.lexicon import words
from service.parsing.trees import Parse

_INSIDE_NAMES = frozenset(
    ("of", "for", "and", "the", "&", "de", "la", "du", "des", "del", "on", "a", "al", "-", "’s", "'s", "’", "'", "/")
)
# Prepositions that lead from a role to the body it belongs to.
TO_BODY = frozenset(("of", "at", "for", "with", "in", "from", "to", "on", "within", "under", "by"))
POSSESSIVES = ("'s", "’s", "'", "’")


def capitalized_run(parse: Parse, start: int, limit: int) -> range:
    """The words of a name from `start`: capitalized ones, and small ones between two of them."""
    end = word = start
    while word < limit:
        text = parse.words[word].text
        if text[0].isupper() or (text[0].isdigit() and word > start):
            word += 1
            end = word
        elif text == "(" and word + 2 < limit and parse.words[word + 2].text == ")" and end == word:
            word += 3
            end = word
        elif (text.casefold() in _INSIDE_NAMES and word > start) or (
            text.casefold() == "in" and word > start and _closes_with_short_form(parse, word, limit)
        ):
            word += 1
        else:
            break
    return range(start, end)


def modifies_noun(parse: Parse, name: range, limit: int) -> bool:
    """Whether the name only modifies a common noun: "Asian studies"."""
    if name.stop >= limit:
        return False
    following = parse.words[name.stop]
    is_plain = following.pos == "NOUN" and following.text[0].islower() and len(name) == 1
    return is_plain and not is_organization_noun(parse, name.stop)


def _closes_with_short_form(parse: Parse, word: int, limit: int) -> bool:
    """Whether "in Europe (FGE)" follows: the place is a part of the name that the brackets shorten."""
    while word + 1 < limit and parse.words[word + 1].text[0].isupper():
        word += 1
    return word + 2 < limit and parse.words[word + 1].text == "(" and parse.words[word + 2].text.isupper()


def is_organization_noun(parse: Parse, word: int) -> bool:
    """Whether the word is a common noun for a body or a place: "municipality", "region"."""
    noun = noun_lemma(parse, word)
    return "organization" in kinds_of_nouns(noun) or noun in words("places/nouns")


def with_campus(parse: Parse, name: range, limit: int) -> int:
    """The end of a name, with the part of the body that follows it: "Temple University’s Tokyo campus"."""
    end = name.stop
    if parse.lower(end - 1) in POSSESSIVES:
        return end - 1
    while end < limit and parse.words[end].pos in ("NOUN", "PROPN") and parse.lower(end) not in TO_BODY:
        end += 1
    return end


def joined_end(parse: Parse, end: int, role: int) -> int:
    """The end of a name of several names: "Kent and Surrey Water Office", "Blue River/Stone Lake Nation"."""
    word = end
    while word < role and (parse.words[word].text[0].isupper() or parse.lower(word) in ("and", "/", "&")):
        word += 1
    return word if word > end and parse.words[word - 1].text[0].isupper() else end


def organization_before(parse: Parse, start: int, role: int) -> tuple[range | None, int]:
    """The body named before the role, and where the role begins: "Japan’s | Foreign Minister"."""
    for word in range(start, role):
        if parse.lower(word) in POSSESSIVES and word > start:
            return range(start, word), word + 1
    first = start
    while first < role and parse.lower(first) in words("positions/past_adjectives"):
        first += 1
    is_former = first > start
    named = _name_end(parse, first, role)
    opens_name = first
    while first < role and parse.words[first].pos == "ADJ" and parse.words[first].entity == "O":
        first += 1
    end = _office_end(parse, first, role) or _entity_end(parse, first, role)
    if end is None and named is not None:
        first, end = opens_name, named
    if end is None:
        return None, start
    if is_former:
        # "former South Korean envoy": the body stands inside the role, which stays whole.
        return (range(first, end), start) if parse.words[first].entity.endswith("ORG") else (None, start)
    return range(first, end), end


def _office_end(parse: Parse, first: int, role: int) -> int | None:
    """Where the body ends in "a ministry official", "a metropolitan government spokesman"."""
    if noun_lemma(parse, role) not in words("people/generic") or role == first:
        return None
    noun = noun_lemma(parse, role - 1)
    is_body = "organization" in kinds_of_nouns(noun) and "group" not in kinds_of_nouns(noun)
    return role if is_body else None


def _name_end(parse: Parse, first: int, role: int) -> int | None:
    """Where a name that the recognizer missed ends: two words or more with capitals before a plain role."""
    name = capitalized_run(parse, first, role)
    is_plain = parse.words[role].text.islower()
    return name.stop if is_plain and len(name) > 1 and parse.words[first].entity == "O" else None


def _entity_end(parse: Parse, first: int, role: int) -> int | None:
    """Where the named entity that begins at `first` ends, its abbreviation in brackets included."""
    if parse.words[first].entity.endswith(("DATE", "PERSON")):
        return None
    if parse.words[first].entity == "O":
        # "U.S.", "UN": short forms that the recognizer may miss.
        is_short_form = parse.words[first].text.isupper() and len(parse.words[first].text) > 1
        return first + 1 if is_short_form and first + 1 <= role else None
    end = first + 1
    while end < role and parse.words[end].entity[:1] in ("I", "E"):
        end += 1
    if parse.words[role].text[0].islower():
        end = joined_end(parse, end, role)
    if end + 2 < role and parse.words[end].text == "(" and parse.words[end + 2].text == ")":
        end += 3
    if end < role and parse.words[end].text == "-":
        return None
    return end
