"""Two versions that report the same words: what the grouping must know of the pair, and nothing of other pairs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.linking.statements.blocking import candidate_pairs
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.pairs import pair_of
from service.linking.statements.scoring import match_score, may_be_alike, score_upper_bound


@dataclass(frozen=True, slots=True)
class Match:
    """A pair of versions, in the order of their ids."""

    first: str
    second: str
    score: float
    n_indirect: int
    """How many of the two have no words between marks."""
    is_copied: bool
    is_repeated: bool
    """Whether both print the same words and no others."""


def match_of(version: Duplicates, other: Duplicates) -> Match | None:
    """The link of two versions of one occasion; None where they do not report the same words."""
    representatives = version.representative, other.representative
    best = score_upper_bound(*(representative.signatures for representative in representatives))
    if not may_be_alike(best, (representatives[0].speaker, representatives[1].speaker)):
        return None
    return match_between(version, other)


def match_between(version: Duplicates, other: Duplicates) -> Match | None:
    """The same, of two versions that nothing rules out: their outlines and speakers are not looked at first."""
    first, second = sorted((version, other), key=lambda one: one.id)
    pair = pair_of(first.representative, second.representative)
    score = match_score(pair).score
    if score <= 0:
        return None
    n_indirect = sum(not one.representative.printed_parts for one in (first, second))
    return Match(first.id, second.id, score, n_indirect, pair.is_copied, pair.is_repeated)


def matches_of(versions: Iterable[Duplicates]) -> Iterator[Match]:
    """The links between these versions."""
    found = (match_of(version, other) for version, other in candidate_pairs(versions))
    return (link for link in found if link is not None)
