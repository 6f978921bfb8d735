"""Words as codes of one character each: enough to find what two wordings share in a row, without their words.

Two words of one key have one code, so what codes do not share, the words do not share either. Different words seldom
have the same code; that makes two wordings look more alike than they are, never less.
"""

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from service.linking.wording.tokens import COMMON, RARE, SMALL, weight_of

# Where the codes of small, common and rare words begin, and how many there are: all fit into two bytes, and none is
# half of a character.
_RANGES = {SMALL: (0x0100, 0x1000), COMMON: (0x1100, 0x4000), RARE: (0x5100, 0x8000)}
_FIRST_COMMON, _FIRST_RARE = chr(_RANGES[COMMON][0]), chr(_RANGES[RARE][0])


def codes_of(keys: Sequence[str]) -> str:
    """The codes of words in order, by their keys."""
    return "".join(map(_code, keys))


def longest_common_run(codes: str, other: str) -> int:
    """The number of words in the longest run that both have."""
    shorter, longer = sorted((codes, other), key=len)
    longest = start = 0
    while start + longest < len(shorter):
        if shorter[start : start + longest + 1] in longer:
            longest += 1
        else:
            start += 1
    return longest


def shared_codes(codes: str, other: str) -> tuple[int, float]:
    """How many words both have in any order, each as often as it stands in both, and how much these say."""
    n_shared, says = 0, 0.0
    for code in _distinct(other).intersection(codes):
        n_times = min(codes.count(code), other.count(code))
        n_shared += n_times
        says += n_times * _weight(code)
    return n_shared, says


def n_shared(codes: str, other: str) -> int:
    """How many different words both have."""
    return len(_distinct(codes) & _distinct(other))


# One wording meets many in turn.
@lru_cache(maxsize=256)
def _distinct(codes: str) -> frozenset[str]:
    return frozenset(codes)


def weight_of_codes(codes: str) -> float:
    """How much words of these codes say."""
    return sum(map(_weight, codes))


def _weight(code: str) -> float:
    if code < _FIRST_COMMON:
        return SMALL
    return COMMON if code < _FIRST_RARE else RARE


# A newsroom's vocabulary.
@lru_cache(maxsize=65536)
def _code(key: str) -> str:
    start, n_codes = _RANGES[weight_of(key)]
    return chr(start + crc32(key.encode("utf-8", "surrogatepass")) % n_codes)
