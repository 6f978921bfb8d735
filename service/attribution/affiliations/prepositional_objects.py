"""What a preposition leads to: "of the Delta-based Harbour Bank", "at the ministry’s research unit"."""

from dataclasses import dataclass

from service.attribution.affiliations.organization_names import (
    capitalized_run,
    is_organization_noun,
    past_list,
)
from service.attribution.affiliations.organizations_before import OPENS_ANOTHER
from service.attribution.vocabulary.grammar import CONJUNCTIONS, POSSESSIVES
from service.attribution.vocabulary.nouns import is_honorific, is_role_noun
from service.parsing.trees import Parse

DETERMINERS = frozenset(
    [
        "a",
        "an",
        "the",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "another",
        "some",
        "this",
        "that",
        "these",
        "those",
        "both",
        "several",
        "many",
    ]
)
# Function words that a name does not end with.
_DANGLING = frozenset(("on", "in", "and", "of", "for", "the", "a"))
# What follows the hyphen in "Delta-based", "state-run".
_HYPHENATED = frozenset(("based", "backed", "run", "owned", "funded", "affiliated", "linked", "controlled", "led"))
_BEFORE_DAYS = ("for", "in", "on", "of")
# Offices that are printed short before a name.
_OFFICES = frozenset(("gov", "pres", "rep", "sen"))
# What begins "last week", which the recognizer may leave alone.
_OF_TIME = frozenset(("last", "next", "this"))


@dataclass(frozen=True, slots=True)
class PrepositionalObject:
    """The words of an object, articles left out, and whether they are a name."""

    words: range
    is_named: bool


def read_object(parse: Parse, start: int, stop: int) -> PrepositionalObject:
    """The object that begins at `start`; it has no words where none follows."""
    start = _past_owner(parse, _past_hyphenated(parse, _past_determiners(parse, start, stop), stop), stop)
    name = _past_kind(parse, start, stop)
    if name < stop and parse.words[name].text[0].isupper() and parse.words[name].pos != "PRON":
        return PrepositionalObject(range(name, _end_of_name(parse, name, stop)), is_named=True)
    if name < stop and parse.words[name].entity in ("B-ORG", "S-ORG"):
        # "from icipe", "of 100 Million Voices"
        return PrepositionalObject(range(name, _end_of_entity(parse, name, stop)), is_named=True)
    end = start
    while end < stop and _is_plain(parse, end, stop):
        end += 1
    return PrepositionalObject(range(start, end), is_named=False)


def _end_of_entity(parse: Parse, start: int, stop: int) -> int:
    end = start + 1
    while end < stop and parse.words[end].entity[:1] in ("I", "E"):
        end += 1
    return end


def _past_determiners(parse: Parse, start: int, stop: int) -> int:
    """Past the articles, and past "one of the"."""
    while start < stop and parse.lower(start) in DETERMINERS:
        start += 1
    if start + 2 < stop and parse.lower(start) == "one" and parse.lower(start + 1) == "of":
        return _past_determiners(parse, start + 2, stop)
    return start


def _past_owner(parse: Parse, start: int, stop: int) -> int:
    """Where the name begins in "of Chile’s governing Harbour Party"; "Chile’s Harbour Party" is one name."""
    end = start
    while end < stop and parse.words[end].entity.endswith(("LOC", "NORP")):
        end += 1
    if end + 2 < stop and parse.lower(end) == "state" and parse.lower(end + 1) in POSSESSIVES:
        return end + 2
    if not start < end < stop or parse.lower(end) not in POSSESSIVES:
        return start
    name = end + 1
    while name < stop and parse.words[name].text[0].islower() and parse.words[name].pos in ("ADJ", "VERB", "NOUN"):
        name += 1
    is_organization = end + 1 < name < stop and parse.words[name].entity.endswith("ORG")
    return name if is_organization else start


def named_run(parse: Parse, start: int, stop: int) -> range:
    """The words of a name from `start`, without a day that follows and without a function word at the end."""
    end = capitalized_run(parse, start, stop).stop
    while start < end < stop and parse.words[end].entity in ("I-ORG", "E-ORG"):
        # "the Institute – Centre for Tides", "Music in Delta": as far as the recognizer takes it.
        end += 1
    if end < stop and parse.words[end].text == ",":
        end = past_list(parse, end, stop)
    for word in range(start + 1, end):
        if _begins_another(parse, start, word) or _begins_person(parse, start, word) or begins_position(parse, word):
            end = word
            break
        is_date = parse.words[word].entity.endswith("DATE")
        if is_date and (not parse.words[word].text[0].isdigit() or parse.lower(word - 1) in _BEFORE_DAYS):
            end = word
            break
    while end > start + 1 and parse.lower(end - 1) in _DANGLING:
        end -= 1
    return range(start, end)


def _begins_another(parse: Parse, start: int, word: int) -> bool:
    """Whether "and" joins two names: "Harbour Bank and Port Office", not "Institute of Delta and Harbour Studies"."""
    if parse.lower(word) != "and" or parse.words[word].entity != "O":
        return False
    after = next((at for at in range(word + 1, len(parse)) if parse.lower(at) not in DETERMINERS), word)
    if _is_of_person(parse, after):
        # "of Delta and Ann Lee", but "of Lee and Reed"
        return not parse.words[word - 1].entity.endswith("PERSON")
    is_inside = any(parse.lower(before) == "of" for before in range(start, word))
    is_organization = parse.words[word - 1].entity.endswith("ORG")
    return is_organization and not is_inside and parse.words[after].entity[:1] in ("B", "S")


def begins_position(parse: Parse, conjunction: int) -> bool:
    """As in "Minister of the Environment and Executive Director of the Port Office"."""
    if parse.lower(conjunction) != "and":
        return False
    word, stop = conjunction + 1, parse.sentence_words(parse.sentence(conjunction)).stop
    while word < stop and parse.words[word].text[0].isupper() and parse.words[word].entity == "O":
        word += 1
    is_office = any(is_role_noun(parse, each) for each in range(conjunction + 1, word))
    return is_office and word < stop and parse.lower(word) in ("of", "at")


def _begins_person(parse: Parse, start: int, word: int) -> bool:
    """Whether the name of whoever has the position follows at once: "minister for Trade Mr Lee".

    A name that an office leads to goes on: "for House Speaker Ann Lee", "for Delta Gov. Ann Lee".
    """
    if any(_is_of_person(parse, each) for each in range(start, word)) or not _is_of_person(parse, word):
        return False
    before = word - 1
    is_beside = parse.words[before].text[0].isupper() and parse.words[word].text[0].isupper()
    return is_beside and not is_role_noun(parse, before) and parse.lower(word).rstrip(".") not in _OFFICES


def _is_of_person(parse: Parse, word: int) -> bool:
    """Whether a person's name begins here, or a title before one."""
    following = word + 1
    is_title = is_honorific(parse, word) and following < len(parse) and parse.words[word].entity == "O"
    return any(
        parse.words[each].entity in ("B-PERSON", "S-PERSON") for each in ((word, following) if is_title else (word,))
    )


def _past_hyphenated(parse: Parse, start: int, stop: int) -> int:
    """Where the name begins in "of the Delta-based Harbour Bank", "at the state-run Daily"."""
    if start + 3 < stop and parse.words[start + 1].text == "-" and parse.lower(start + 2) in _HYPHENATED:
        return start + 3
    is_one_word = (
        start + 1 < stop and parse.lower(start).rpartition("-")[2] in _HYPHENATED and "-" in parse.lower(start)
    )
    return start + 1 if is_one_word else start


def _past_kind(parse: Parse, start: int, stop: int) -> int:
    """Where a name begins behind the common noun for what it is: "of the civil society forum Green Delta"."""
    end = start
    while end < stop and _may_tell_kind(parse, end):
        end += 1
    is_behind_kind = start < end < stop - 1 and parse.words[end - 1].pos == "NOUN" and parse.lower(end) == "the"
    if is_behind_kind and parse.words[end + 1].entity.endswith("ORG"):
        # "of the think tank the Delta Institute"
        return end + 1
    if not start < end < stop or not parse.words[end].text[0].isupper():
        return start
    is_kind = is_organization_noun(parse, end - 1) or parse.words[end].entity.endswith("ORG")
    return end if is_kind else start


def _may_tell_kind(parse: Parse, word: int) -> bool:
    token = parse.words[word]
    if token.text[0].isupper():
        return token.entity.endswith("NORP")
    if parse.lower(word) == "and":
        return parse.words[word - 1].pos == "NOUN"
    is_word = token.pos in ("NOUN", "ADJ", "VERB", "ADV") or _is_hyphen(parse, word + 1)
    return token.text == "-" or (token.text[0].isalpha() and is_word)


def _is_hyphen(parse: Parse, word: int) -> bool:
    return word < len(parse) and parse.words[word].text == "-"


def _end_of_name(parse: Parse, start: int, stop: int) -> int:
    """Where a name ends, with the nouns that follow it: "the Harbour Bank’s research unit", "the Delta call centre"."""
    end = named_run(parse, start, stop).stop
    if parse.lower(end - 1) in POSSESSIVES:
        end -= 1
    past = end
    while past < stop and _may_follow_name(parse, past) and not _begins_person(parse, start, past):
        past += 1
    is_noun = past > end and parse.words[past - 1].pos in ("NOUN", "PROPN")
    if is_noun and parse.lower(end) in POSSESSIVES and not is_organization_noun(parse, past - 1):
        # "vice president of the Harbour Bank’s external affairs"
        return end
    return past if is_noun else end


def _may_follow_name(parse: Parse, word: int) -> bool:
    token = parse.words[word]
    is_noun = token.pos in ("NOUN", "PROPN", "ADJ") or parse.lower(word) in POSSESSIVES or token.text == "-"
    return is_noun and not token.entity.endswith("DATE") and parse.lower(word) not in _OF_TIME


def _is_plain(parse: Parse, word: int, stop: int) -> bool:
    token = parse.words[word]
    if token.entity.endswith("DATE"):
        return False
    if parse.lower(word) in CONJUNCTIONS:
        following = word + 1
        goes_on = following < stop and parse.words[following].pos in ("NOUN", "ADJ")
        return goes_on and parse.lower(following) not in OPENS_ANOTHER
    if token.pos == "VERB":
        # "at a leading agency"
        return parse.relation(word) == "amod"
    return token.pos in ("NOUN", "PROPN", "ADJ", "NUM") or token.text == "-" or parse.lower(word) in POSSESSIVES
