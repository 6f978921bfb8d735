"""Positions that only sound like another: "the mayor" is neither the deputy mayor nor the former mayor."""

from collections.abc import Iterable

from service.domain.quotations import Affiliation
from service.lexicon import words

# Words before an office for whoever is not at its top.
BELOW = frozenset(("assistant", "associate", "deputy", "vice"))
# Whoever steps in for its holder, or speaks for the opposition on what the holder does.
_BESIDE = frozenset(("deputy", "shadow", "vice"))


def only_in_other_rank(positions: Iterable[Affiliation], description: str, noun: str) -> bool:
    """Whether the positions with the noun are all past, or below or against whoever has it, as the description is not.

    "The mayor" is rather not the former mayor, nor the assistant mayor.
    """
    return _all_are_of(words("positions/former") | BELOW | _BESIDE, positions, description, noun)


def only_beside_office(positions: Iterable[Affiliation], description: str, noun: str) -> bool:
    """Whether the positions with the noun are all beside the office: "the chancellor" is never a shadow chancellor.

    "The admiral" may be a vice admiral.
    """
    return noun not in words("offices/ranks_of_service") and _all_are_of(_BESIDE, positions, description, noun)


def _all_are_of(ranks: frozenset[str], positions: Iterable[Affiliation], description: str, noun: str) -> bool:
    other = ranks - _words(description)
    held = [role for role in (_words(position.role or "") for position in positions) if noun in role]
    return bool(held) and not any(other.isdisjoint(role) for role in held)


def _words(text: str) -> set[str]:
    return set(text.casefold().replace("-", " ").split())
