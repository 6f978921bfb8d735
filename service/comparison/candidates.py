"""Which pairs of quotations are worth comparing: found by an index of their words, not by trying all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from service.comparison.passages import Passage
from service.comparison.words import RARE, SMALL

_SHINGLE = 3
# A word that more quotations than this hold tells none of them apart, and pairs grow with its square.
_MOST_HOLDERS = 200
# Two rare words in common are worth a look; of one speaker, one word is.
_ENOUGH = 2

_Key = tuple[str, ...]


def candidate_pairs(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Pairs that share a run of words, two rare words, or a word and the speaker; each pair once."""
    by_id = {passage.id: passage for passage in passages}
    votes: Counter[tuple[str, str]] = Counter()
    for key, holders in _index(by_id.values()).items():
        if len(holders) <= _MOST_HOLDERS:
            for pair in combinations(sorted(holders), 2):
                votes[pair] += _ENOUGH if len(key) > 1 else 1
    for (left, right), n_votes in sorted(votes.items()):
        if n_votes >= _ENOUGH:
            yield by_id[left], by_id[right]


def _index(passages: Iterable[Passage]) -> dict[_Key, set[str]]:
    holders: dict[_Key, set[str]] = defaultdict(set)
    for passage in passages:
        for key in _keys(passage):
            holders[key].add(passage.id)
    return holders


def _keys(passage: Passage) -> Iterator[_Key]:
    forms = [word.key for word in passage.words]
    for start in range(len(forms) - _SHINGLE + 1):
        if any(word.weight > SMALL for word in passage.words[start : start + _SHINGLE]):
            yield tuple(forms[start : start + _SHINGLE])
    for word in passage.words:
        if word.weight == RARE:
            yield (word.stem,)
        if passage.speaker and word.weight > SMALL:
            yield passage.speaker.id, word.stem
    if len(forms) < _SHINGLE:
        yield "all", *forms
