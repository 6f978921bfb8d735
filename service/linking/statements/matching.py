"""Two versions that report the same words: what the grouping must know of the pair, and nothing of other pairs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.linking.speakers.authors import author_relation
from service.linking.statements.blocking import candidate_pairs
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.events import days_that_count
from service.linking.statements.pairs import pair_of
from service.linking.statements.score_bounds import may_match
from service.linking.statements.scoring import match_score

# Of two wordings of one statement, so much of the shorter is the same at least.
_COMPARABLE = 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """A pair of versions, in the order of their ids."""

    first: str
    second: str
    score: float
    is_repeated: bool
    """Whether both print the same words, so that they may be of one article: see `Pair.is_repeated`."""


def match_of(version: Duplicates, other: Duplicates) -> Match | None:
    """The link of two versions of one occasion; None if they do not report the same words."""
    one, two = version.representative, other.representative
    authors = author_relation(one.speaker, two.speaker)
    if not may_match(one.signatures, two.signatures, days_that_count(one.occasion, two.occasion), authors):
        return None
    return match_between(version, other)


def match_between(version: Duplicates, other: Duplicates) -> Match | None:
    """The same, of two versions that nothing rules out: their signatures are not looked at first.

    Two that their own articles do not show to be speech show each other nothing.
    """
    if not (version.representative.is_speech or other.representative.is_speech):
        return None
    first, second = sorted((version, other), key=lambda one: one.id)
    pair = pair_of(first.representative, second.representative)
    score = match_score(pair).score
    if score <= 0:
        return None
    return Match(first.id, second.id, score, pair.is_repeated)


def shares_words(version: Duplicates, other: Duplicates) -> bool:
    """Whether the two, which are of one statement, share enough words for the others to be compared."""
    pair = pair_of(version.representative, other.representative)
    return pair.shorter_weight > 0 and pair.alignment.shared_weight >= _COMPARABLE * pair.shorter_weight


def matches_of(versions: Iterable[Duplicates]) -> Iterator[Match]:
    """The links between these versions."""
    found = (match_of(version, other) for version, other in candidate_pairs(versions))
    return (link for link in found if link is not None)
