"""Which pairs of quotations are worth comparing: found by an index of their words, not by trying all.

The store keeps the same index: `keys_of` says under which keys a quotation stands, `is_selective` which of them count,
and `share_enough` whether those are enough that two quotations share.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from enum import IntEnum
from itertools import combinations, pairwise
from typing import NamedTuple, TypeVar

from service.domain.quotations import Speaker, SpeakerKind
from service.linking.speakers.name_relations import NAMED
from service.linking.speakers.organizations import organization_stems
from service.linking.statements.comparable import ComparableQuotation
from service.linking.statements.duplicates import Duplicates
from service.linking.time_window import may_be_one
from service.linking.wording.synonyms import synonym_class
from service.linking.wording.tokens import COMMON, RARE, SMALL, Word
from service.text.names import name_words

# A word that more versions than this hold tells none of them apart, and pairs grow with its square.
MAX_BLOCK_SIZE = 100
# A run of words, or two words, are worth a look: one alone is never enough to be the same statement.
MIN_SHARED_KEYS = 2
_SHINGLE = 3
# In so few words, as in "I will not resign", no run of three has two words of content.
_SHORT_SENTENCE, _FEW = 8, 2
# A piece between marks of this length at most may have one word alone to be found by ("anachronistic", "her family").
_FRAGMENT = 4
# Before the word of a fragment, in its key: no word is empty.
_LONE = ""


# A key, or the number that the store has for it.
_Key = TypeVar("_Key")
_Each = TypeVar("_Each")


class KeyKind(IntEnum):
    """What a key is made of."""

    # Of a number, in no time; that of other enumerations is computed of their names, by Python.
    __hash__ = int.__hash__

    WORD = 0
    WORD_BY_SPEAKER = 1
    RUN = 2
    SHORT_SENTENCE = 3


# No dataclass: a quotation has dozens, which stand in sets, and a tuple is made and found in half of the time.
class Key(NamedTuple):
    """A key under which quotations are found."""

    kind: KeyKind
    content: tuple[str, ...]

    @property
    def word(self) -> str | None:
        """The word that stands behind it, by itself or beside a speaker's name; None if it is a run of words."""
        return self.content[-1] if self.kind in (KeyKind.WORD, KeyKind.WORD_BY_SPEAKER) else None


def candidate_pairs(versions: Iterable[Duplicates]) -> Iterator[tuple[Duplicates, Duplicates]]:
    """Pairs of one occasion that share a run of words, two rare words, or two words and the speaker; each pair once.

    The one rare word of a fragment is enough, too, or its one common word and the speaker.
    """
    by_id = {version.id: version for version in versions}
    lone = {id_: lone_keys(version.representative) for id_, version in by_id.items()}
    shared: dict[tuple[str, str], dict[Key, str | None]] = defaultdict(dict)
    for key, holders in _index(by_id.values()).items():
        if is_selective(len(holders)):
            for pair in combinations(sorted(holders), 2):
                shared[pair][key] = key.word
    for (left, right), keys in sorted(shared.items()):
        if share_enough(keys, lone[left] | lone[right]) and may_be_one(
            by_id[left].representative.day, by_id[right].representative.day
        ):
            yield by_id[left], by_id[right]


def has_common_key(versions: Collection[Duplicates]) -> bool:
    """Whether a key is common to more of them than counts."""
    if is_selective(len(versions)):
        return False
    return not all(is_selective(len(holders)) for holders in _index(versions).values())


def keys_of(passage: ComparableQuotation) -> frozenset[Key]:
    """The keys under which a quotation is found."""
    return frozenset(_keys(passage)) | {fragment_key(key) for key in lone_keys(passage)}


def lone_keys(passage: ComparableQuotation) -> frozenset[Key]:
    """Of the keys those of words that stand alone in a fragment: nothing else may tell where it comes from.

    Of a rare word by itself, of a common one by the speaker of the fragment.
    """
    surname, found = _surname(passage.speaker), set[Key]()
    for words in (part.words for part in passage.printed_parts if len(part.words) <= _FRAGMENT):
        rare, content = _meanings(words, RARE), _meanings(words, COMMON)
        if len(rare) == 1:
            found.add(Key(KeyKind.WORD, (*rare,)))
        elif not rare and len(content) == 1 and surname is not None:
            found.add(Key(KeyKind.WORD_BY_SPEAKER, (surname, *content)))
    return frozenset(found)


def fragment_keys(keys: Collection[Key]) -> dict[Key, Key]:
    """For each of a quotation's keys by which a fragment may be found alone, that of such fragments."""
    found = {key: fragment_key(key) for key in keys if key.kind is KeyKind.WORD}
    rare = {key.word for key in found}
    by_speaker = (key for key in keys if key.kind is KeyKind.WORD_BY_SPEAKER and key.word not in rare)
    return found | {key: fragment_key(key) for key in by_speaker}


def fragment_key(key: Key) -> Key:
    """The key of the fragments that have the word of this key alone."""
    return Key(KeyKind.SHORT_SENTENCE, (_LONE, *key.content))


def _meanings(words: Iterable[Word], least: float) -> set[str]:
    """What the words mean that say as much, or more."""
    return {synonym_class(word.key) for word in words if word.weight >= least}


def is_selective(n_holders: int) -> bool:
    """Whether a key that this number of versions have still counts."""
    return n_holders <= MAX_BLOCK_SIZE


def share_enough(shared: Mapping[_Key, str | None], lone: Set[_Key]) -> bool:
    """Whether two quotations that share these keys, each with the word behind it, are worth comparing.

    Keys of one word count once; a run of words is enough, and a word that stands alone in a fragment of either.
    """
    words = set(shared.values())
    return None in words or len(words) >= MIN_SHARED_KEYS or not lone.isdisjoint(shared)


def _index(versions: Iterable[Duplicates]) -> dict[Key, set[str]]:
    holders: dict[Key, set[str]] = defaultdict(set)
    for version in versions:
        for key in keys_of(version.representative):
            holders[key].add(version.id)
    return holders


def _keys(passage: ComparableQuotation) -> Iterator[Key]:
    words = passage.words
    forms, are_content = [word.key for word in words], [word.weight > SMALL for word in words]
    for run, are_content_in_run in zip(_runs(forms), _runs(are_content), strict=True):
        if sum(are_content_in_run) > 1:
            yield Key(KeyKind.RUN, run)
    names = _names(passage.speaker) if passage.speaker else frozenset()
    for word, is_content in zip(words, are_content, strict=True):
        if is_content:
            meaning = synonym_class(word.key)
            for name in names:
                yield Key(KeyKind.WORD_BY_SPEAKER, (name, meaning))
            if word.weight == RARE:
                yield Key(KeyKind.WORD, (meaning,))
    if len(forms) < _SHINGLE:
        yield Key(KeyKind.RUN, tuple(forms))
    for sentence in _sentences(passage):
        content = {synonym_class(word.key) for word in sentence if word.weight > SMALL}
        if len(sentence) <= _SHORT_SENTENCE and 0 < len(content) <= _FEW:
            yield Key(KeyKind.SHORT_SENTENCE, tuple(sorted(content)))


def _runs(some: Sequence[_Each]) -> Iterable[tuple[_Each, ...]]:
    """Each three that follow each other."""
    return zip(*(some[start:] for start in range(_SHINGLE)), strict=False)


def _sentences(passage: ComparableQuotation) -> Iterator[list[Word]]:
    """The words of each sentence, or piece of one, between quotation marks."""
    for part in passage.printed_parts:
        starts = [0, *(place for place, word in enumerate(part.words) if word.starts_sentence and place), None]
        yield from (list(part.words[start:end]) for start, end in pairwise(starts))


def _surname(speaker: Speaker | None) -> str | None:
    """The one word by which a named speaker is known."""
    if speaker is None or speaker.kind not in NAMED:
        return None
    if speaker.kind is SpeakerKind.ORGANIZATION:
        return next(iter(_names(speaker)), None)
    return next(iter(name_words(speaker.name)[-1:]), None)


def _names(speaker: Speaker) -> frozenset[str]:
    """The words by which the speaker is known from one article to the next."""
    if speaker.kind not in NAMED:
        return frozenset()
    if speaker.kind is SpeakerKind.ORGANIZATION:
        return frozenset(sorted(organization_stems(speaker.name))[:1])
    parts = name_words(speaker.name)
    return frozenset((*parts[:1], *parts[-1:]))
