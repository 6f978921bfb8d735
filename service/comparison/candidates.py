"""Which pairs of quotations are worth comparing: found by an index of their words, not by trying all.

The store keeps the same index: `keys_of` says under which keys a quotation stands, `votes_of` what sharing one
counts, and a key that is held by more than MOST_HOLDERS versions counts nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from service.comparison.bodies import body_stems
from service.comparison.kinship import NAMED
from service.comparison.passages import Passage
from service.comparison.versions import Version
from service.comparison.words import RARE, SMALL
from service.domain import Speaker, SpeakerKind
from service.text.names import name_words

# A word that more versions than this hold tells none of them apart, and pairs grow with its square.
MOST_HOLDERS = 200
# Two rare words in common are worth a look; of one speaker, one word is.
ENOUGH = 2
_SHINGLE = 3

Key = tuple[str, ...]


def candidate_pairs(versions: Iterable[Version]) -> Iterator[tuple[Version, Version]]:
    """Pairs that share a run of words, two rare words, or a word and the speaker; each pair once."""
    by_id = {version.id: version for version in versions}
    votes: Counter[tuple[str, str]] = Counter()
    for key, holders in _index(by_id.values()).items():
        if len(holders) <= MOST_HOLDERS:
            for pair in combinations(sorted(holders), 2):
                votes[pair] += votes_of(key)
    for (left, right), n_votes in sorted(votes.items()):
        if n_votes >= ENOUGH:
            yield by_id[left], by_id[right]


def keys_of(passage: Passage) -> frozenset[Key]:
    """The keys under which a quotation is found."""
    return frozenset(_keys(passage))


def votes_of(key: Key) -> int:
    """What sharing the key counts: of a single word there must be two."""
    return ENOUGH if len(key) > 1 else 1


def _index(versions: Iterable[Version]) -> dict[Key, set[str]]:
    holders: dict[Key, set[str]] = defaultdict(set)
    for version in versions:
        for key in keys_of(version.sample):
            holders[key].add(version.id)
    return holders


def _keys(passage: Passage) -> Iterator[Key]:
    forms = [word.key for word in passage.words]
    for start in range(len(forms) - _SHINGLE + 1):
        if sum(word.weight > SMALL for word in passage.words[start : start + _SHINGLE]) > 1:
            yield tuple(forms[start : start + _SHINGLE])
    names = _names(passage.speaker) if passage.speaker else frozenset()
    for word in passage.words:
        if word.weight == RARE:
            yield (word.stem,)
        if word.weight > SMALL:
            yield from (("by", name, word.stem) for name in names)
    if len(forms) < _SHINGLE:
        yield "all", *forms


def _names(speaker: Speaker) -> frozenset[str]:
    """The words by which the speaker is known from one article to the next."""
    if speaker.kind not in NAMED:
        return frozenset()
    if speaker.kind is SpeakerKind.ORGANIZATION:
        return frozenset(sorted(body_stems(speaker.name))[:1])
    parts = name_words(speaker.name)
    return frozenset((*parts[:1], *parts[-1:]))
