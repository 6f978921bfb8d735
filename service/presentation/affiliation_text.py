"""What articles say that a speaker is, in their words, and without what the reader has just read."""

from collections.abc import Sequence

from service.domain.quotations import Affiliation, Speaker
from service.linking.speakers.organizations import Relation, organization_relation


def affiliation_texts(speaker: Speaker, affiliations: Sequence[Affiliation]) -> dict[str, tuple[Affiliation, ...]]:
    """The texts to show, each with the affiliations that say so.

    A description as a name ("South Korea’s security adviser") says it all, and "North Korean leader" says the country.
    """
    found: dict[str, tuple[Affiliation, ...]] = {}
    for affiliation in affiliations:
        text = affiliation_text(affiliation)
        if text not in speaker.name and not any(_says_as_much(other, affiliation) for other in affiliations):
            found[text] = (*found.get(text, ()), affiliation)
    return found


def affiliation_text(affiliation: Affiliation) -> str:
    """The article's words; of "North Korea’s Kim Jong Un", where no role is named, the country."""
    if affiliation.role is None and affiliation.organization is not None:
        return affiliation.organization
    return affiliation.span.text


def _says_as_much(other: Affiliation, affiliation: Affiliation) -> bool:
    """Whether this affiliation is only an organization or country, and the other names a role in it."""
    if affiliation.role is not None or other.role is None:
        return False
    return organization_relation(affiliation.organization, other.organization) is Relation.SAME
