"""Whether two names of a body, country or place can mean the same one: shorter, abbreviated, translated."""

import re
from enum import StrEnum
from functools import cache, lru_cache

from service.lexicon import families, words
from service.linking.wording.spelling import key, stem
from service.text.names import bare, is_short_form

_ADDED_FORM = re.compile(r"\(([^)]*)\)|,? (?:or|known as|abbreviated) ([A-Z][\w-]*)$")
_BASED = re.compile(r"\b[\w-]+-based\b", re.IGNORECASE)
# How the inhabitants' word is made from the country's (Korea, Korean).
_ADJECTIVE = re.compile(r"(n|an|ian|ese|ish|i|s)?")
_SHORTEST_COUNTRY = 4


class Relation(StrEnum):
    """Whether two descriptions mean one thing; `open` where they do not tell."""

    SAME = "same"
    OPEN = "open"
    OTHER = "other"


# The same positions of one speaker recur, and all pairs of them are compared.
@lru_cache(maxsize=65536)
def organization_relation(organization: str | None, other: str | None) -> Relation:
    """Whether two names mean the same organization.

    One name's words being all in the other is less detail, not another body.
    """
    if not organization or not other:
        return Relation.OPEN
    left, right = _forms(organization), _forms(other)
    if any(_same_form(one, two) for one in left for two in right):
        return Relation.SAME
    if _names_none(organization) or _names_none(other):
        return Relation.OPEN
    # A senator of Texas is one of a party, too.
    if is_place(organization) != is_place(other) or _is_party(organization) != _is_party(other):
        return Relation.OPEN
    return Relation.OTHER


def is_place(organization: str) -> bool:
    """Whether the name is that of a country or continent alone, or of its people."""
    return all(word in _nations() for word in _content(organization)) and bool(_content(organization))


def _is_party(organization: str) -> bool:
    """Whether the name is that of a party alone, or of its people."""
    return bool(_content(organization)) and all(
        word in _parties() or _kinds().get(word) == "party" for word in _content(organization)
    )


def is_proper_name(organization: str) -> bool:
    """Whether all of its words but the small ones have capitals ("Food Fund", not "Armed groups")."""
    found = [
        word for word in re.findall(r"\w+", organization) if word.casefold() not in words("grammar/function_words")
    ]
    return bool(found) and all(word[0].isupper() or word[0].isdigit() for word in found)


def kinds_of(organization: str) -> frozenset[str]:
    """What kinds of organization the name's words tell, such as a university."""
    return frozenset(_kinds()[word] for word in _content(organization) if word in _kinds())


@lru_cache(maxsize=65536)
def organization_stems(organization: str) -> frozenset[str]:
    """What the name's words are compared by: one stem for a country and its people, or a state and its short forms."""
    return frozenset(_one_stem(word) for word in _content(organization))


def organization_forms(organization: str) -> tuple[frozenset[str], ...]:
    """The stems of the name, and of each other form that is added to it."""
    return tuple(map(organization_stems, _forms(organization)))


def _forms(organization: str) -> tuple[str, ...]:
    """The name without what is added to it, each added form, and both ("Food Fund (FF)": "Food Fund", "FF", all)."""
    added = [inner or after for inner, after in _ADDED_FORM.findall(organization)]
    name = _BASED.sub("", _ADDED_FORM.sub("", organization)).strip()
    _, _, owned = name.replace("’", "'").partition("'s ")
    if len(owned.split()) > 1 and is_proper_name(owned):
        # Whose it is may be left out ("South Korea's People Power Party").
        added.append(owned)
    return (name, *(form for form in added if form), *(f"{name} {form}" for form in added if form))


def _same_form(form: str, other: str) -> bool:
    left, right = organization_stems(form), organization_stems(other)
    if not left or not right or _names_none(form) or _names_none(other):
        return False
    if is_short_form(form, other) or is_short_form(other, form):
        return True
    return _within(left, right) or _within(right, left)


def _within(part: frozenset[str], whole: frozenset[str]) -> bool:
    return all(any(_alike(word, other) for other in whole) for word in part)


def _alike(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return short == long or (
        len(short) >= _SHORTEST_COUNTRY
        and long.startswith(short)
        and _ADJECTIVE.fullmatch(long[len(short) :]) is not None
    )


def _names_none(organization: str) -> bool:
    return all(word in _kinds() for word in _content(organization))


@lru_cache(maxsize=4096)
def _content(organization: str) -> tuple[str, ...]:
    found = re.findall(r"(?:\w\.)+\w\b\.?|\w+(?:['’]s)?", bare(organization))
    keys = [key(word) for word in found]
    return tuple(word for word in keys if word not in words("grammar/function_words") or word == "us")


def _one_stem(word: str) -> str:
    return _nations().get(word) or _states().get(word) or _parties().get(word) or _kinds().get(word) or stem(word)


@cache
def _nations() -> dict[str, str]:
    return _table("places/nations")


@cache
def _states() -> dict[str, str]:
    return _table("places/states")


@cache
def _parties() -> dict[str, str]:
    return _table("organizations/parties")


@cache
def _kinds() -> dict[str, str]:
    return _table("organizations/kinds")


def _table(name: str) -> dict[str, str]:
    return {key(word): family[0] for family in families(name) for word in family}
