"""Whether two speakers can be one author of the same words."""

import re
from functools import lru_cache
from itertools import takewhile

from rapidfuzz.distance import DamerauLevenshtein

from service.domain.quotations import Speaker, SpeakerKind
from service.lexicon import words
from service.linking.speakers.name_relations import JOINT, have_one_gender, name_relation
from service.linking.speakers.organizations import (
    Relation,
    is_place,
    is_proper_name,
    organization_relation,
    organization_stems,
)
from service.text.names import name_words, same_person

# Shorter names differ by a letter too easily (Lee, Lie).
_SHORTEST_MISPRINT = 4
_NAMED_KINDS = frozenset({SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT})
_SPOKESPERSON = re.compile(r"\bspokes(?:man|woman|person|people)\b(?: (?:for|of|from) (?:the )?)?")
# Each kind is compared with those after it.
_ORDER = (
    SpeakerKind.PERSON,
    SpeakerKind.UNNAMED,
    SpeakerKind.ORGANIZATION,
    SpeakerKind.GROUP,
    SpeakerKind.DOCUMENT,
)


def author_relation(speaker: Speaker | None, other: Speaker | None) -> Relation:
    """Whether the two are one author: `other` only where neither can stand for the other."""
    if speaker is None or other is None:
        return Relation.OPEN
    if (speaker.kind, speaker.name, speaker.gender) == (other.kind, other.name, other.gender):
        return Relation.SAME
    first, second = sorted((speaker, other), key=lambda one: _ORDER.index(one.kind))
    if first.kind is SpeakerKind.PERSON:
        return _beside_person(first, second)
    if first.kind is second.kind:
        return _beside_own_kind(first, second)
    return Relation.OPEN


def _beside_person(person: Speaker, other: Speaker) -> Relation:
    if other.kind is SpeakerKind.PERSON:
        return _between_people(_described(person), _described(other))
    if other.kind is SpeakerKind.UNNAMED:
        # A name is no description, whoever bears it: "Fox" beside Vicente Fox.
        may_be = is_proper_name(other.name) or _may_describe(other, person)
        return Relation.OPEN if may_be else Relation.OTHER
    body = other.name if other.kind is SpeakerKind.ORGANIZATION else _issuer(other)
    return Relation.OPEN if body is None or _may_speak_for(person, body) else Relation.OTHER


def _beside_own_kind(speaker: Speaker, other: Speaker) -> Relation:
    """Organizations and documents differ by their proper names; descriptions of people prove nothing."""
    if speaker.kind is SpeakerKind.ORGANIZATION and organization_relation(speaker.name, other.name) is Relation.SAME:
        return Relation.SAME
    if is_proper_name(speaker.name) and is_proper_name(other.name) and speaker.kind in _NAMED_KINDS:
        return organization_relation(speaker.name, other.name)
    if speaker.kind is SpeakerKind.UNNAMED and _represent_others(speaker.name, other.name):
        return Relation.OTHER
    return Relation.SAME if organization_stems(speaker.name) & organization_stems(other.name) else Relation.OPEN


def _represent_others(name: str, other: str) -> bool:
    """Whether both speak for a body, and not for one: "energy ministry spokesman", "spokeswoman for the Food Fund"."""
    bodies = [_SPOKESPERSON.sub("", one) for one in (name, other)]
    is_spokesman = all(map(_SPOKESPERSON.search, (name, other)))
    return is_spokesman and organization_relation(*bodies) is Relation.OTHER


def _described(person: Speaker) -> Speaker:
    """The person by what their names tell, whoever else tells what they are."""
    return Speaker("", person.name, person.kind, person.aliases, (), person.gender)


# Those who are quoted every day meet each other in every article.
@lru_cache(maxsize=65536)
def _between_people(person: Speaker, other: Speaker) -> Relation:
    if have_one_gender(person, other) and name_relation(person, other):
        return Relation.SAME
    return Relation.OPEN if _can_be_one_person(person, other) else Relation.OTHER


def _can_be_one_person(speaker: Speaker, other: Speaker) -> bool:
    pairs = [(one, two) for one in _names(speaker) for two in _names(other)]
    return any(same_person(one, two) or _misprints(one, two) or _misprints(two, one) for one, two in pairs)


def _misprints(word: str, name: str) -> bool:
    """Whether a word alone can be the surname with a letter wrong ("Tump" for Donald Trump)."""
    left, right = name_words(word), name_words(name)
    if len(left) != 1 or not right or min(len(left[0]), len(right[-1])) < _SHORTEST_MISPRINT:
        return False
    return left[0][0] == right[-1][0] and DamerauLevenshtein.distance(left[0], right[-1]) == 1


def _names(speaker: Speaker) -> set[str]:
    """All names, and each of the names in a joint statement."""
    return {part for name in (speaker.name, *speaker.aliases) for part in (name, *JOINT.split(name)) if part}


def _may_describe(unnamed: Speaker, person: Speaker) -> bool:
    """Whether the description fits what is said of the person, or is that of somebody's spokesman."""
    described = organization_stems(unnamed.name)
    if described & frozenset().union(*map(organization_stems, words("positions/representatives"))):
        return True
    positions = " ".join(affiliation.span.text for affiliation in person.affiliations)
    roles = " ".join(affiliation.role or "" for affiliation in person.affiliations)
    return not person.affiliations or bool(described & organization_stems(f"{positions} {roles}"))


def _issuer(document: Speaker) -> str | None:
    """The body whose name stands before what it issued: "Harbour Office" of "Harbour Office press release"."""
    if document.kind is not SpeakerKind.DOCUMENT:
        return None
    words_of_name = document.name.split()
    names = list(takewhile(lambda word: word[0].isupper(), words_of_name))
    # One word with a capital may be a topic ("Climate report"), and what is a person's is by that person.
    is_body = (len(names) > 1 or "".join(names).isupper()) and not names[-1].endswith(("’s", "'s"))
    return " ".join(names) if is_body and len(names) < len(words_of_name) else None


def _may_speak_for(person: Speaker, organization: str) -> bool:
    """Whether the person belongs to the body, or nothing says that they belong elsewhere."""
    organizations = [affiliation.organization for affiliation in person.affiliations if affiliation.organization]
    organizations = [name for name in organizations if not is_place(name)]
    if not organizations or not is_proper_name(organization):
        return True
    return any(organization_relation(name, organization) is not Relation.OTHER for name in organizations)
