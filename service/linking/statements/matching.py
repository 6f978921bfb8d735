"""Two versions that report the same words: what the grouping must know of the pair, and nothing of other pairs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.linking.statements.blocking import candidate_pairs
from service.linking.statements.duplicates import Version
from service.linking.statements.pairs import pair_of
from service.linking.statements.scoring import best_score, likeness, may_be_alike


@dataclass(frozen=True, slots=True)
class Link:
    """A pair of versions, in the order of their ids."""

    first: str
    second: str
    score: float
    n_indirect: int
    """How many of the two have no words between marks."""
    is_copied: bool
    is_repeated: bool
    """Whether both print the same words and no others."""


def link_of(version: Version, other: Version) -> Link | None:
    """The link of two versions of one occasion; None where they do not report the same words."""
    samples = version.sample, other.sample
    best = best_score(*(sample.outline for sample in samples))
    if not may_be_alike(best, (samples[0].speaker, samples[1].speaker)):
        return None
    return link_between(version, other)


def link_between(version: Version, other: Version) -> Link | None:
    """The same, of two versions that nothing rules out: their outlines and speakers are not looked at first."""
    first, second = sorted((version, other), key=lambda one: one.id)
    pair = pair_of(first.sample, second.sample)
    score = likeness(pair).score
    if score <= 0:
        return None
    n_indirect = sum(not one.sample.printed_parts for one in (first, second))
    return Link(first.id, second.id, score, n_indirect, pair.is_copied, pair.is_repeated)


def links_of(versions: Iterable[Version]) -> Iterator[Link]:
    """The links between these versions."""
    found = (link_of(version, other) for version, other in candidate_pairs(versions))
    return (link for link in found if link is not None)
