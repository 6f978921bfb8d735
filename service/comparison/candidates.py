"""Which pairs of quotations are worth comparing: found by an index of their words, not by trying all.

The store keeps the same index: `keys_of` says under which keys a quotation stands, and `votes_of` what sharing one
counts, by how many versions hold it: the fewer, the more.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
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
# Of one speaker, one word in common is worth a look where so few hold it; those who are quoted every day use all.
FEW_HOLDERS = 5
# A run of words, or two words, are worth a look.
ENOUGH = 2
_SHINGLE = 3


class KeyKind(IntEnum):
    """What a key is made of."""

    WORD = 0
    WORD_BY_SPEAKER = 1
    RUN = 2


@dataclass(frozen=True, slots=True)
class Key:
    """A key under which quotations are found."""

    kind: KeyKind
    content: tuple[str, ...]


def candidate_pairs(versions: Iterable[Version]) -> Iterator[tuple[Version, Version]]:
    """Pairs that share a run of words, two rare words, or a word and the speaker; each pair once."""
    by_id = {version.id: version for version in versions}
    votes: Counter[tuple[str, str]] = Counter()
    for key, holders in _index(by_id.values()).items():
        if len(holders) <= MOST_HOLDERS:
            for pair in combinations(sorted(holders), 2):
                votes[pair] += votes_of(key.kind, len(holders))
    for (left, right), n_votes in sorted(votes.items()):
        if n_votes >= ENOUGH:
            yield by_id[left], by_id[right]


def keys_of(passage: Passage) -> frozenset[Key]:
    """The keys under which a quotation is found."""
    return frozenset(_keys(passage))


def votes_of(kind: KeyKind, n_holders: int) -> int:
    """What sharing a key counts that so many versions hold."""
    if n_holders > MOST_HOLDERS:
        return 0
    is_telling = kind is KeyKind.RUN or (kind is KeyKind.WORD_BY_SPEAKER and n_holders <= FEW_HOLDERS)
    return ENOUGH if is_telling else 1


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
            yield Key(KeyKind.RUN, tuple(forms[start : start + _SHINGLE]))
    names = _names(passage.speaker) if passage.speaker else frozenset()
    for word in passage.words:
        if word.weight == RARE:
            yield Key(KeyKind.WORD, (word.stem,))
        if word.weight > SMALL:
            yield from (Key(KeyKind.WORD_BY_SPEAKER, (name, word.stem)) for name in names)
    if len(forms) < _SHINGLE:
        yield Key(KeyKind.RUN, tuple(forms))


def _names(speaker: Speaker) -> frozenset[str]:
    """The words by which the speaker is known from one article to the next."""
    if speaker.kind not in NAMED:
        return frozenset()
    if speaker.kind is SpeakerKind.ORGANIZATION:
        return frozenset(sorted(body_stems(speaker.name))[:1])
    parts = name_words(speaker.name)
    return frozenset((*parts[:1], *parts[-1:]))
