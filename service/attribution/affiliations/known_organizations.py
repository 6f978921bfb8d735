"""The organization of a position that is stated without one, if the article is about one that fits.

"The president" in an article about Bolivia is Bolivia's; the principal is that of the one school in the article.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from service.attribution.vocabulary.nouns import kinds_of_nouns
from service.domain.quotations import Affiliation
from service.lexicon import families, table, words
from service.parsing.trees import Parse

# How often an article names its country at least, and how many times as often as the next.
_FEWEST, _LEAD = 3, 2
# A deputy or a vice president is not the head of state.
_RANKS = frozenset(("vice", "deputy", "of"))
_ARTICLES = ("the ", "The ")


def with_known_organizations(parse: Parse, affiliations: Sequence[Affiliation]) -> tuple[Affiliation, ...]:
    """The affiliations, each organization by its name; where none has one, with those that the article implies."""
    if any(affiliation.organization for affiliation in affiliations):
        return tuple(
            replace(affiliation, organization=_by_name(parse, affiliation.organization)) for affiliation in affiliations
        )
    return tuple(
        replace(affiliation, organization=_organization_of(parse, (affiliation.role or "").casefold().split()))
        for affiliation in affiliations
    )


def _by_name(parse: Parse, organization: str | None) -> str | None:
    """The name for which a single word stands: "the Council" is the Harbour City Council."""
    if organization is None or "organization" not in kinds_of_nouns(organization.casefold()):
        return organization
    return _institution(parse, (organization.casefold(),)) or organization


def _organization_of(parse: Parse, role: Sequence[str]) -> str | None:
    if not role:
        return None
    offices = words("offices/heads_of_state")
    if not _RANKS & set(role) and (role[-1] in offices or " ".join(role[-2:]) in offices):
        return _country(parse)
    kinds = table("organizations/institutions").get(role[-1])
    return None if kinds is None else _institution(parse, tuple(kinds.split()))


@lru_cache(maxsize=4)
def _country(parse: Parse) -> str | None:
    """The country that the article names often, and far more often than any other."""
    named: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for name, kind in _names(parse):
        if kind not in ("LOC", "NORP"):
            continue
        country = _countries().get(name.casefold())
        if country is not None:
            counts[country] += 1
            if kind == "LOC":
                named.setdefault(country, name)
    (country, n), (_, n_next) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return named.get(country) if n >= _FEWEST and n >= _LEAD * n_next else None


@lru_cache(maxsize=64)
def _institution(parse: Parse, kinds: tuple[str, ...]) -> str | None:
    """The institution of one of the kinds that the article names most often; of several, the one named first."""
    wanted = frozenset(kinds)
    names = Counter(
        name
        for name, kind in _names(parse)
        if kind in ("ORG", "LOC") and " " in name and not wanted.isdisjoint(name.casefold().split())
    )
    return max(names, key=lambda name: names[name], default=None)


# The last articles: all speakers of one are read in a row.
@lru_cache(maxsize=4)
def _names(parse: Parse) -> tuple[tuple[str, str], ...]:
    """The names of the article's entities, without articles and possessives, each with its kind."""
    return tuple((_bare(parse.span(first, last).text), kind) for first, last, kind in parse.entities())


def _bare(name: str) -> str:
    for article in _ARTICLES:
        name = name.removeprefix(article)
    return name.removesuffix("’s").removesuffix("'s")


@cache
def _countries() -> dict[str, str]:
    """Each word for a country to its first."""
    return {name: country[0] for country in families("places/countries") for name in country}
