"""Where the name of a body begins and ends in a row of words."""

from service.attribution.vocabulary.grammar import CONJUNCTIONS
from service.attribution.vocabulary.nouns import is_bracketed, is_plural, kinds_of_nouns, noun_lemma
from service.lexicon import words
from service.parsing.trees import Parse

_INSIDE_NAMES = frozenset(
    ("of", "for", "and", "the", "&", "de", "la", "du", "des", "del", "on", "a", "al", "-", "’s", "'s", "’", "'", "/")
)
# Prepositions that lead from a role to the body it belongs to.
TO_BODY = frozenset(("of", "at", "for", "with", "in", "from", "to", "on", "within", "under", "by"))

# Offices that list what they are in charge of, as their ministries do: "Minister of Sport, Youth and Culture".
IN_CHARGE = frozenset(("minister", "secretary", "undersecretary"))


def capitalized_run(parse: Parse, start: int, limit: int) -> range:
    """The words of a name from `start`: capitalized ones, and small ones between two of them."""
    end = word = start
    while word < limit:
        text = parse.words[word].text
        if text[0].isupper() or (text[0].isdigit() and word > start and parse.lower(word - 1) != "for"):
            word += 1
            end = word
        elif end == word and word + 2 < limit and is_bracketed(parse, word + 1):
            word += 3
            end = word
        elif (text.casefold() in _INSIDE_NAMES and word > start) or (
            text.casefold() == "in" and word > start and _closes_with_short_form(parse, word, limit)
        ):
            word += 1
        else:
            break
    return range(start, end)


def _closes_with_short_form(parse: Parse, word: int, limit: int) -> bool:
    """Whether "in Europe (FGE)" follows: the place is a part of the name that the brackets shorten."""
    while word + 1 < limit and parse.words[word + 1].text[0].isupper():
        word += 1
    return word + 2 < limit and parse.words[word + 1].text == "(" and parse.words[word + 2].text.isupper()


def past_list(parse: Parse, comma: int, stop: int) -> int:
    """Where a name ends that goes on after the comma ("Ministry of Sport, Youth and Service"); else the comma."""
    first = comma
    while first > 0 and _is_in_name(parse, first - 1):
        first -= 1
    end = comma
    while end + 1 < stop and parse.lower(end) == ",":
        following = min(end + 1 + (parse.lower(end + 1) in CONJUNCTIONS), stop - 1)
        if not parse.words[following].text[0].isupper():
            break
        end = capitalized_run(parse, following, stop).stop
    goes_on = range(comma + 1, end)
    if not any(parse.lower(word) in CONJUNCTIONS for word in goes_on):
        return comma
    if any(parse.words[word].entity.endswith("PERSON") for word in goes_on):
        return comma
    is_listing = any(
        parse.lower(word) in words("organizations/listing") | IN_CHARGE and parse.lower(word + 1) in ("of", "for")
        for word in range(first, comma)
    )
    is_closed = end < stop and is_organization_noun(parse, end)
    return end if first < comma and (is_listing or is_closed) else comma


def _is_in_name(parse: Parse, word: int) -> bool:
    return parse.words[word].text[0].isupper() or parse.lower(word) in _INSIDE_NAMES


def is_organization_noun(parse: Parse, word: int) -> bool:
    """Whether the word is a common noun for a body or a place: "municipality", "region"."""
    noun = noun_lemma(parse, word)
    return "organization" in kinds_of_nouns(noun) or noun in words("places/nouns")


def is_named_as_body(parse: Parse, name: range) -> bool:
    """Whether the name tells a body and no field: "Harbour Bank", "Office of Ports", "HB"; not "Treasury", "Trade"."""
    ends = (name[0], name[-1])
    text = parse.words[ends[1]].text
    is_short_form = text.isupper() and len(text) > 1
    return is_short_form or (
        len(name) > 1 and any(is_organization_noun(parse, word) and not is_plural(parse, word) for word in ends)
    )


def is_run_by(parse: Parse, owner: range, noun: int) -> bool:
    """Whether the owner is one single thing that somebody runs: "the plant’s manager"."""
    is_office = noun_lemma(parse, noun) in words("positions/running")
    if not owner or not is_office or parse.lower(owner[0] - 1) not in ("the", "its", "their"):
        return False
    last, thing = owner[-1], noun_lemma(parse, owner[-1])
    is_thing = parse.words[last].pos == "NOUN" and not is_plural(parse, last)
    return is_thing and not kinds_of_nouns(thing) and thing not in words("documents/works")


def joins_places(parse: Parse, word: int) -> bool:
    """Whether "and" joins two places that have one governor: "Delta and Kent Governor Ann Lee"."""
    beside = (parse.words[word - 1], parse.words[word + 1])
    return parse.lower(word) == "and" and all(each.entity.endswith("LOC") for each in beside)
