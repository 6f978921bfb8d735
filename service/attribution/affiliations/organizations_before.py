"""The organization named before the noun of a position: "Japan’s Foreign Minister", "a Harbour Bank spokesman"."""

from dataclasses import dataclass
from functools import cache

from service.attribution.affiliations.organization_names import is_organization_noun, is_run_by, joins_places
from service.attribution.vocabulary.grammar import POSSESSIVES
from service.attribution.vocabulary.nouns import is_honorific, kinds_of_nouns, noun_lemma
from service.lexicon import families, words
from service.parsing.trees import Parse

# What means another time or rank, and stays in the role: "former", "deputy".
FORMER = frozenset(
    [
        "former",
        "ex",
        "ex-",
        "then",
        "then-",
        "late",
        "acting",
        "interim",
        "retired",
        "now-retired",
        "outgoing",
        "deputy",
        "vice",
        "assistant",
    ]
)
# Another time opens another position: "jurist and former professor".
OPENS_ANOTHER = (FORMER - {"acting", "deputy", "vice", "assistant"}) | {"now", "current", "present"}
_ARTICLES = frozenset(("a", "an", "the", "its", "their", "his", "her", "our"))
# Adjectives that a ministry has its name from.
_PORTFOLIOS = frozenset(("foreign", "interior", "home"))
# Function words between two capitalized words of a name.
_INSIDE_NAMES = frozenset(("and", "of", "&", "/", "-", "for", "the", "te", "o", "i", "de", "la", "del"))
# Offices that companies have, and no person.
_OF_COMPANIES = frozenset(("ceo", "cfo", "chairman", "chairperson", "chairwoman", "director", "executive", "president"))
# How many: no name holds them, and where a sentence was not cut before them ("… the U.S. Many analysts"), it begins.
QUANTITIES = frozenset(("many", "some", "most", "several", "other", "few"))


@dataclass(frozen=True, slots=True)
class OrganizationBefore:
    """The organization before a noun, if one is named, and where the role begins."""

    organization: range | None
    role_start: int


def read_before(parse: Parse, first: int, noun: int) -> OrganizationBefore:
    """The organization in a noun phrase that begins at `first` and ends with the noun."""
    for word in range(noun - 1, first, -1):
        if parse.lower(word) in POSSESSIVES:
            return _of_owner(parse, first, word, noun)
    start = first
    while start < noun and parse.lower(start) in FORMER:
        start += 1
    name = next((word for word in range(start, noun) if _may_open_name(parse, word)), None)
    if name is not None and _is_of_thing(parse, name, noun):
        return _of_thing(parse, range(first, noun))
    named = None if name is None else _named(parse, range(first, noun), name, is_former=start > first and name == start)
    if named is not None and (named.organization is not None or name != noun - 1):
        return named
    if first < noun and _is_plain_organization(parse, noun - 1, noun):
        return OrganizationBefore(range(_start_of_plain(parse, first, noun - 1), noun), noun)
    return named or OrganizationBefore(None, first)


def _is_of_thing(parse: Parse, name: int, noun: int) -> bool:
    """As in "Harbour Prize laureate", "Acme user"; "Acme champion" is the organization’s."""
    lemma, is_organization = noun_lemma(parse, noun), parse.words[name].entity.endswith("ORG")
    return lemma in words("people/users") or (lemma in words("positions/of_things") and not is_organization)


def _of_thing(parse: Parse, phrase: range) -> OrganizationBefore:
    """The role of a thing's laureate or user; a nationality is no part of it: "Chilean Harbour Prize laureate"."""
    start = phrase.start
    while start < phrase.stop and parse.words[start].entity.endswith(("NORP", "LOC")):
        start += 1
    return OrganizationBefore(None, start)


def _of_owner(parse: Parse, first: int, possessive: int, noun: int) -> OrganizationBefore:
    """The owner, or what it owns: "Delta’s Harbour Bank director"."""
    owned = possessive + 1
    if owned < noun and parse.words[owned].entity.endswith("ORG") and parse.words[noun].text[0].islower():
        named = _named(parse, range(owned, noun), owned, is_former=False)
        if named.organization is not None:
            return named
    return OrganizationBefore(_owner(parse, first, possessive, noun), owned)


def _owner(parse: Parse, first: int, possessive: int, noun: int) -> range | None:
    """Who owns the position; a person does only where the one described speaks for that person."""
    start = first
    while start < possessive and parse.lower(start) in _ARTICLES:
        start += 1
    owner = range(start, possessive)
    is_body = bool(owner) and (_may_open_name(parse, owner[0]) or is_organization_noun(parse, owner[-1]))
    if not is_body and not is_run_by(parse, owner, noun):
        # "the suspect’s lawyer" belongs to no organization.
        return None
    titled = range(next((word for word in owner if parse.words[word].entity != "O"), owner[-1]), owner.stop)
    is_person = all(parse.words[word].entity.endswith("PERSON") or is_honorific(parse, word) for word in titled)
    office = noun_lemma(parse, noun)
    speaks_for = office in words("people/spokespeople") or (office in _OF_COMPANIES and _is_nobody(parse, owner))
    return owner if speaks_for or not is_person else None


def _is_nobody(parse: Parse, owner: range) -> bool:
    """Whether one word that is taken for a person is part of nobody's full name: "Portex’s chairwoman"."""
    people = (range(first, last + 1) for first, last, kind in parse.entities() if kind == "PERSON" and first < last)
    return len(owner) == 1 and not any(
        parse.lower(word) == parse.lower(owner[0]) for person in people for word in person
    )


def _may_open_name(parse: Parse, word: int) -> bool:
    return parse.words[word].entity != "O" or parse.words[word].text[0].isupper()


def _named(parse: Parse, phrase: range, name: int, *, is_former: bool) -> OrganizationBefore:
    """What the capitalized words that open at `name` are: an organization, a people, or a part of the title."""
    noun, kind = phrase.stop, parse.words[name].entity.rpartition("-")[2]
    none = OrganizationBefore(None, phrase.start)
    court = _capitals_to_body(parse, name, noun)
    if court is not None:
        return OrganizationBefore(court, phrase.start if is_former else court.stop)
    end = _name_end(parse, name, noun)
    if end is None or kind == "DATE" or (end < noun and parse.words[end].text == "-"):
        return none
    if all(parse.lower(word) in words("positions/rank_words") for word in range(name, end)):
        # "suspended Grand Chief"
        return none
    if _is_owner_of_team(parse, kind, noun):
        return OrganizationBefore(range(name, noun), phrase.start if is_former else noun)
    is_of_place = kind in ("NORP", "LOC") or (name == noun - 2 and parse.lower(noun - 1) == "ministry")
    if is_of_place and _is_plain_organization(parse, noun - 1, noun):
        # "Chinese foreign ministry spokesman", "Defence ministry spokesman"
        return OrganizationBefore(range(name, noun), noun)
    if kind == "NORP":
        return _of_people(parse, phrase, range(name, end), is_former=is_former)
    if kind in ("O", "") and not _is_named_organization(parse, range(name, end), noun):
        return none
    # "former Harbour Bank director" stays whole: without the name it would not say of what.
    return OrganizationBefore(range(name, end), phrase.start if is_former else end + (parse.lower(end) == "and"))


def _capitals_to_body(parse: Parse, name: int, noun: int) -> range | None:
    """As in "Supreme Court Justice": capitals that the recognizer left alone, of which the last is a body."""
    run = range(name, noun)
    is_run = len(run) > 1 and all(parse.words[word].text[0].isupper() for word in run)
    is_alone = all(parse.words[word].entity == "O" for word in run)
    return run if is_run and is_alone and "organization" in kinds_of_nouns(noun_lemma(parse, noun - 1)) else None


def _is_owner_of_team(parse: Parse, kind: str, noun: int) -> bool:
    """As in "England national team captain": the noun before the position is an organization of the place."""
    team = parse.words[noun - 1]
    is_owned = kind in ("LOC", "NORP", "ORG") and team.pos == "NOUN" and team.text.islower() and team.entity == "O"
    return is_owned and noun_lemma(parse, noun - 1) in words("organizations/owned")


def _name_end(parse: Parse, name: int, noun: int) -> int | None:
    """Where the name ends; None if the noun itself belongs to it: "Foreign Minister"."""
    end = name + 1
    if parse.words[name].entity != "O":
        while end < noun and parse.words[end].entity[:1] in ("I", "E") and parse.lower(end) not in QUANTITIES:
            end += 1
        is_of_noun = end == noun and parse.words[noun].entity[:1] in ("I", "E")
        if is_of_noun and not parse.words[name].entity.endswith("NORP"):
            if not parse.words[name].entity.endswith("LOC"):
                return end - 1 if end - 1 > name else None
            end = name + 1
    if _is_common(parse, noun):
        while end < noun and _goes_on(parse, end, noun):
            end += 1
    elif end + 1 < noun and joins_places(parse, end):
        end = next((word for word in range(end + 2, noun) if parse.words[word].entity[:1] not in ("I", "E")), noun)
    if end == noun > name + 1 and f"{parse.lower(noun - 1)} {parse.lower(noun)}" in _offices():
        # "Harbour Bank Press" is not a name before "Secretary".
        return end - 1
    has_brackets = end + 2 < noun and parse.words[end].text == "("
    return end + 3 if has_brackets else end


def _goes_on(parse: Parse, word: int, noun: int) -> bool:
    if parse.lower(word) in QUANTITIES:
        return False
    if parse.words[word].text[0].isupper():
        return True
    return parse.lower(word) in _INSIDE_NAMES and word + 1 < noun and parse.words[word + 1].text[0].isupper()


def _of_people(parse: Parse, phrase: range, people: range, *, is_former: bool) -> OrganizationBefore:
    """A nationality belongs to an office of state, and to nobody's trade or faith: "Chilean President", not "chef"."""
    adjective, office = parse.lower(people.start), noun_lemma(parse, phrase.stop).rpartition("-")[2]
    if adjective in words("people/creeds_and_peoples"):
        return OrganizationBefore(None, phrase.start)
    # "Republican and billionaire candidate"
    start = phrase.start if is_former else people.stop + (parse.lower(people.stop) == "and")
    return OrganizationBefore(people if office in words("offices/state_offices") else None, start)


def _is_named_organization(parse: Parse, name: range, noun: int) -> bool:
    """Whether capitals that the recognizer left alone are an organization before a plain noun."""
    first = parse.words[name.start]
    is_short_form = first.text.isupper() and len(first.text) > 1
    if len(name) == 1 and first.pos == "ADJ" and not is_short_form:
        # "a Medical student"
        return False
    if is_short_form or not _is_common(parse, noun):
        return is_short_form
    sentence = parse.sentence_words(parse.sentence(name.start))
    opens = name.start == sentence.start or parse.words[name.start - 1].pos == "PUNCT"
    return not (opens and len(name) == 1) or (first.pos == "PROPN" and not kinds_of_nouns(first.text.casefold()))


def _is_common(parse: Parse, noun: int) -> bool:
    """Whether the noun is no part of a name: "Delta East MP" and "Harbour Bank director", not "Foreign Minister"."""
    text = parse.words[noun].text
    return text[0].islower() or (text.isupper() and len(text) > 1)


def _start_of_plain(parse: Parse, first: int, organization: int) -> int:
    """Where the noun’s name begins: "fire department", "coast guard"; adjectives and titles are no part of it."""
    start = organization
    while start > first and parse.words[start - 1].pos == "NOUN" and parse.relation(start - 1) == "compound":
        start -= 1
    is_ministry = start > first and parse.lower(start) == "ministry" and parse.lower(start - 1) in _PORTFOLIOS
    return start - 1 if is_ministry else start


@cache
def _offices() -> frozenset[str]:
    """Also those of several words: "press secretary", "district attorney"."""
    distinct = frozenset(phrase for family in families("offices/distinct_offices") for phrase in family)
    return distinct | words("offices/of_places")


def _is_plain_organization(parse: Parse, word: int, noun: int) -> bool:
    """As in "ministry official", "government worker"."""
    organization = noun_lemma(parse, word)
    is_organization = parse.words[word].pos == "NOUN" and "organization" in kinds_of_nouns(organization)
    office = noun_lemma(parse, noun).rpartition("-")[2]
    # "police officer", "police official" are one word for the trade; a spokesman is the police’s.
    is_trade = organization == "police" and office not in words("people/spokespeople") | {"prosecutor"}
    return is_organization and not is_trade and office in words("organizations/employees")
