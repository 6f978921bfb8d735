"""The organization of a position that is stated without one, if the article is about one that fits.

"The president" in an article about Bolivia is Bolivia's; the principal is that of the one school in the article.
"""

from collections.abc import Sequence
from dataclasses import replace

from service.attribution.affiliations.implied.named_organizations import (
    country_of_office,
    institution_of,
    organization_named,
)
from service.attribution.vocabulary.nouns import kinds_of_nouns
from service.domain.quotations import Affiliation
from service.lexicon import table, words
from service.parsing.trees import Parse
from service.text.acronyms import is_acronym

# A deputy, a vice president or an adviser to the prime minister is not the head of state.
_RANKS = frozenset(("vice", "deputy", "of", "to", "for"))


def with_known_organizations(parse: Parse, affiliations: Sequence[Affiliation]) -> tuple[Affiliation, ...]:
    """The affiliations, each organization by its name; where none has one, with those that the article implies."""
    named = [replace(each, organization=_by_name(parse, each.organization)) for each in affiliations]
    full = [each.organization for each in named if each.organization is not None]
    stated = frozenset(_office(each) for each in named if each.organization is not None)
    return tuple(
        replace(each, organization=_in_full(each.organization, full))
        # "the president" of whom it is also said what she is president of is no other president.
        if each.organization is not None or _office(each) in stated
        else replace(each, organization=_organization_of(parse, (each.role or "").casefold().split()))
        for each in named
    )


def _office(affiliation: Affiliation) -> str:
    """The last word of the role, which names the office."""
    return (affiliation.role or "").casefold().rpartition(" ")[2]


def _by_name(parse: Parse, organization: str | None) -> str | None:
    """The name for which a single word stands: "the Council" is the Harbour City Council; None for "the company"."""
    if organization is None or " " in organization:
        return organization
    noun = organization.casefold()
    if organization != noun and "organization" not in kinds_of_nouns(noun):
        return organization
    takes_up = organization == noun and noun in words("organizations/generic")
    return organization_named(parse, noun) or (None if takes_up else organization)


def _in_full(organization: str | None, others: Sequence[str]) -> str | None:
    """The name in full that another position of the speaker has for an acronym."""
    if organization is None or not organization.isupper():
        return organization
    return next((other for other in others if is_acronym(organization, other)), organization)


def _organization_of(parse: Parse, role: Sequence[str]) -> str | None:
    if not role:
        return None
    offices = words("offices/heads_of_state")
    if not _RANKS & set(role) and (role[-1] in offices or " ".join(role[-2:]) in offices):
        return country_of_office(parse)
    kinds = table("organizations/institutions").get(role[-1])
    return None if kinds is None else institution_of(parse, tuple(kinds.split()))
