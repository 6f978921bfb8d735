"""The organization named after the noun of a position, and where the role ends: "director of research at the Bank"."""

from dataclasses import dataclass

from service.attribution.affiliations.object_parts import WORKPLACE, Part, PositionPhrase, is_of_place, part_of_position
from service.attribution.affiliations.organization_names import TO_BODY
from service.attribution.affiliations.prepositional_objects import begins_position, named_run, read_object
from service.attribution.vocabulary.grammar import CONJUNCTIONS, POSSESSIVES
from service.attribution.vocabulary.nouns import is_bracketed, is_honorific
from service.parsing.trees import Parse

_HOME = frozenset(("based", "living", "residing"))
_EMPLOYED = frozenset(("employed", "teaching", "working")) | _HOME
_VERSED = frozenset(("specialising", "specializing", "focusing", "researching", "studying"))
_MOST_PHRASES = 5


@dataclass(frozen=True, slots=True)
class OrganizationAfter:
    """The organization after a noun, if one is named, and where the role ends."""

    organization: range | None
    role_end: int
    replaces_before: bool = False


def right_after(parse: Parse, word: int, stop: int) -> range | None:
    """The organization that follows without a preposition, or behind a comma: "spokeswoman Harbour Bank", "director,
    Harbour Bank", "solicitor, of Harbour & Lee".
    """
    if word < stop and parse.words[word].text[0].isupper() and parse.words[word].entity.endswith(("ORG", "LOC")):
        return named_run(parse, word, stop)
    if word + 2 < stop and parse.words[word].text == "," and parse.lower(word + 1) in ("of", "from"):
        found = read_object(parse, word + 2, stop)
        is_body = found.is_named and parse.words[found.words.start].entity.endswith("ORG")
        return found.words if is_body else None
    if word + 1 >= stop or parse.words[word].text != "," or not parse.words[word + 1].text[0].isupper():
        return None
    name = named_run(parse, word + 1, stop)
    is_last = name.stop >= stop or parse.words[name.stop].pos == "PUNCT"
    is_person = parse.words[name.stop - 1].entity.endswith("PERSON") or any(is_honorific(parse, each) for each in name)
    return name if is_last and not is_person else None


def read_after(parse: Parse, role: range, noun: int, stop: int, before: range | None) -> OrganizationAfter:
    """The organization between a role and `stop`; `before` is one that is named before the noun."""
    end = role.stop
    word = _past_short_form(parse, end, stop)
    is_home = False
    for _ in range(_MOST_PHRASES):
        word, lives_there = _past_participle(parse, word, stop)
        is_home = is_home or lives_there
        if word >= stop or parse.lower(word) not in TO_BODY or _tells_day(parse, word + 1, stop):
            break
        found = read_object(parse, word + 1, stop)
        if not found.words:
            break
        phrase = PositionPhrase(parse, noun, range(role.start, end), parse.lower(word), found, is_home, stop)
        if word > role.stop and phrase.is_charged and phrase.preposition == "on":
            # "will report to the Minister of Trade on the plan"
            break
        if before is not None and _replaces(phrase, before):
            return OrganizationAfter(found.words, end, replaces_before=True)
        part = part_of_position(phrase, has_organization=before is not None)
        if part is not Part.ROLE:
            is_organization = part is Part.ORGANIZATION
            return OrganizationAfter(_with_members(phrase) if is_organization else None, end)
        word = end = found.words.stop
    return OrganizationAfter(None, end)


def _past_short_form(parse: Parse, word: int, stop: int) -> int:
    """The word after brackets that shorten the role: "Chief Executive Officer (CEO) of the Harbour Bank"."""
    return word + 3 if word + 2 < stop and is_bracketed(parse, word + 1) else word


def joined_organization(parse: Parse, role: range, organization: range, stop: int) -> range | None:
    """Another one for which the position is the same: "director for the Port Office and the Harbour Bank".

    Not so where a noun or a verb goes on with it: "of the Port Office and Harbour Bank director Ann Lee".
    """
    conjunction = organization.stop
    if organization.start < role.stop or conjunction >= stop or parse.lower(conjunction) not in CONJUNCTIONS:
        return None
    found = read_object(parse, conjunction + 1, stop)
    if (
        begins_position(parse, conjunction)
        or not found.is_named
        or not any(parse.words[word].entity.endswith("ORG") for word in found.words)
    ):
        return None
    following = parse.words[found.words.stop] if found.words.stop < stop else None
    goes_on = following is not None and (
        following.pos in ("NOUN", "PROPN", "VERB", "AUX") or following.entity.endswith("PERSON")
    )
    return None if goes_on else found.words


def _replaces(phrase: PositionPhrase, before: range) -> bool:
    """Whether what is named before the noun is a field or a region: "law professor at …", "South Asia head of …"."""
    parse = phrase.parse
    is_owner = before.stop < len(parse) and parse.lower(before.stop) in POSSESSIVES
    is_region = parse.words[before.start].entity.endswith("LOC") and phrase.entity == "ORG" and not is_owner
    # "Kenya’s minister of Trade and Culture" stays Kenya’s.
    replaces = phrase.preposition == "at" or (phrase.preposition == "of" and is_region and not phrase.is_charged)
    return replaces and phrase.object.is_named and not phrase.is_person


def _past_participle(parse: Parse, word: int, stop: int) -> tuple[int, bool]:
    """The preposition in "a poet based in Delta", "an analyst specializing in law at …", and whether it leads home."""
    if word + 1 >= stop:
        return word, False
    if parse.lower(word) in _EMPLOYED:
        return word + 1, parse.lower(word) in _HOME
    if parse.lower(word) in _VERSED:
        return next((at for at in range(word, stop) if parse.lower(at) in WORKPLACE), stop), False
    return word, False


def _tells_day(parse: Parse, word: int, stop: int) -> bool:
    return word < stop and parse.words[word].entity.endswith("DATE")


def _with_members(phrase: PositionPhrase) -> range:
    """The organization with what it consists of ("a group of young farmers"), or what it is a part of."""
    parse, found = phrase.parse, phrase.object
    end = found.words.stop
    if found.is_named:
        return found.words
    if phrase.next_word == "of":
        members = read_object(parse, end + 1, phrase.stop)
        end = members.words.stop if members.words and (is_of_place(phrase) or not members.is_named) else end
    if end < phrase.stop and parse.lower(end) == "at":
        # "department of physics at the Harbour University"
        whole = read_object(parse, end + 1, phrase.stop)
        if whole.is_named:
            return whole.words
    return range(found.words.start, end)
