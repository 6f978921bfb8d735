"""What words mean, in short: enough to know that two quotations have too little in common, without their words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from service.comparison.senses import sense
from service.comparison.words import SMALL, Word, weight


@dataclass(frozen=True, slots=True)
class Gist:
    """The senses of the words that carry matter, and how much all words say."""

    senses: Mapping[int, float]
    """What each says, by a number for the sense and its first, second or later time."""
    weight: float
    """How much all words say."""
    small: float
    """How much of that the small ones say, which are no matter."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a quotation means, in short."""

    printed: Gist | None
    """Of the words between marks; None where there are none."""
    whole: Gist


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
    senses = {_number(meant, time): weights[meant] for meant, n_times in counts.items() for time in range(n_times)}
    return Gist(senses, weight(words), sum(word.weight for word in words if word.weight <= SMALL))


def shared_vocabulary(left: Gist, right: Gist) -> float:
    """What the words say that both have in some form, each counted as often as it stands in both."""
    fewer, more = sorted((left.senses, right.senses), key=len)
    return sum(min(says, more[meant]) for meant, says in fewer.items() if meant in more)


@lru_cache(maxsize=65536)
def _number(meant: str, time: int) -> int:
    digest = blake2b(f"{meant}\0{time}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
