"""What words mean, in short: enough to know that two quotations have too little in common, without their words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import zip_longest

from service.linking.wording.synonyms import sense
from service.linking.wording.tokens import SMALL, Word, weight


@dataclass(frozen=True, slots=True)
class Gist:
    """The senses of the words that carry matter, and how much all words say."""

    senses: Mapping[int, float]
    """What each says, by a number for the sense and its first, second or later time."""
    names: frozenset[int]
    """Those of them that are names."""
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
    named: set[str] = set()
    for word, follower in zip_longest(words, words[1:]):
        if word.weight > SMALL:
            meant = sense(word.key)
            counts[meant] += 1
            weights[meant] = word.weight
            if word.is_name or (word.printed[:1].isupper() and follower and follower.is_name):
                named.add(meant)
    numbers = {meant: [_number(meant, time) for time in range(n_times)] for meant, n_times in counts.items()}
    return Gist(
        {number: weights[meant] for meant, some in numbers.items() for number in some},
        frozenset(number for meant in named for number in numbers[meant]),
        weight(words),
        sum(word.weight for word in words if word.weight <= SMALL),
    )


def shared(left: Gist, right: Gist) -> tuple[float, float]:
    """What the words say that both have in some form, each as often as it stands in both; and without the names."""
    fewer, more = (left, right) if len(left.senses) <= len(right.senses) else (right, left)
    theirs = more.senses
    vocabulary = matter = 0.0
    for meant, says in fewer.senses.items():
        if meant in theirs:
            both = min(says, theirs[meant])
            vocabulary += both
            if meant not in left.names and meant not in right.names:
                matter += both
    return vocabulary, matter


@lru_cache(maxsize=65536)
def _number(meant: str, time: int) -> int:
    digest = blake2b(f"{meant}\0{time}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
