"""What words mean, in short: enough to know that two quotations have too little in common, without their words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from service.comparison.senses import sense
from service.comparison.words import SMALL, Word, weight
from service.domain import Speaker


@dataclass(frozen=True, slots=True)
class Gist:
    """The senses of the words that carry matter: how often each stands, and what its word says."""

    senses: Mapping[str, tuple[int, float]]
    weight: float
    """How much all words say."""
    small: float
    """How much of that the small ones say, which are no matter."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What must be known of a quotation to tell whether it is worth comparing with another."""

    printed: Gist | None
    """Of the words between marks; None where there are none."""
    whole: Gist
    speaker: Speaker | None


# Every quotation meets its candidates in turn: as many as are at hand at one time.
@lru_cache(maxsize=4096)
def gist_of(words: tuple[Word, ...]) -> Gist:
    """The gist of these words."""
    counts: Counter[str] = Counter()
    weights: dict[str, float] = {}
    for word in words:
        if word.weight > SMALL:
            meant = sense(word.key)
            counts[meant] += 1
            weights[meant] = word.weight
    senses = {meant: (n_times, weights[meant]) for meant, n_times in counts.items()}
    return Gist(senses, weight(words), sum(word.weight for word in words if word.weight <= SMALL))


def shared_vocabulary(left: Gist, right: Gist) -> float:
    """What the words say that both have in some form, each counted as often as it stands in both."""
    others = right.senses
    return sum(
        min(n_left, others[meant][0]) * min(says, others[meant][1])
        for meant, (n_left, says) in left.senses.items()
        if meant in others
    )
