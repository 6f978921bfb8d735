"""Blocking keys of names that are related to a name: few names share one by chance.

A name is kept under some keys and looked for under others, so that a surname alone finds the full names that have
it, and a full name the surname, but not all others that have the surname, too. Either finds the other, or neither.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from service.domain.quotations import Speaker, SpeakerKind
from service.linking.speakers.organizations import organization_forms
from service.text.acronyms import acronyms
from service.text.names import everyday_forms, name_words
from service.text.sounds import consonants, skeleton

# Words of one name that are written apart or together (Jong Un, Jongun); longer runs are never one word.
_LONGEST_RUN = 2
# First names recur; this many words are cached.
_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class NameKeys:
    """The keys of a name, and those of the names related to it."""

    kept: frozenset[str]
    sought: frozenset[str]


def blocking_keys(speaker: Speaker) -> NameKeys:
    """The keys of a speaker's name; none for those whose names name nobody."""
    if speaker.kind is SpeakerKind.PERSON:
        return _of_person(name_words(speaker.name))
    if speaker.kind is SpeakerKind.ORGANIZATION:
        return _of_organization(speaker.name)
    return NameKeys(frozenset(), frozenset())


def _of_person(words: tuple[str, ...]) -> NameKeys:
    keys = keys_but_pairs(words)
    pairs = frozenset(key for one, other in permutations(words, 2) for key in pair_keys(one, other))
    return NameKeys(keys.kept | pairs, keys.sought | pairs)


def keys_but_pairs(words: tuple[str, ...]) -> NameKeys:
    """The keys of a person's name that are of all of its words, or of one."""
    whole = f"whole {skeleton(''.join(words))}"
    if len(words) < 2:
        return NameKeys(frozenset((whole, *_sounds("one", words))), frozenset((whole, *_sounds("part", words))))
    runs = tuple(_runs(words))
    return NameKeys(frozenset((whole, *_sounds("part", runs))), frozenset((whole, *_sounds("one", runs))))


def _sounds(prefix: str, words: tuple[str, ...]) -> Iterator[str]:
    return (f"{prefix} {skeleton(word)}" for word in words)


def _runs(words: tuple[str, ...]) -> Iterator[str]:
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _LONGEST_RUN) + 1):
            yield "".join(words[start:end])


def pair_keys(one: str, other: str) -> Iterator[str]:
    """The first letter of one word of a name and how another sounds (J. Smith, John Smith), everyday forms included."""
    return (f"pair {letter} {sound}" for letter in letters_of(one) for sound in sounds_of(other))


@lru_cache(_REMEMBERED)
def letters_of(word: str) -> frozenset[str]:
    """The letters that a word of a name may begin with, as printed or as heard."""
    return frozenset(letter for form in (word, *everyday_forms(word)) for letter in (form[0], skeleton(form)[:1]))


@lru_cache(_REMEMBERED)
def sounds_of(word: str) -> frozenset[str]:
    """How a word of a name may sound without its vowels."""
    return frozenset(consonants(form) for form in (word, *everyday_forms(word)))


def _of_organization(name: str) -> NameKeys:
    """A body's name is short for another's only where all of its words are in the other: its longest is, too."""
    forms = [form for form in organization_forms(name) if form]
    longest = {max(sorted(form), key=len) for form in forms}
    every = frozenset().union(*forms)
    letters = {f"letters {each}" for each in acronyms(name)}
    kept = {*(f"has {stem}" for stem in every), *(f"known by {stem}" for stem in longest)}
    sought = {*(f"known by {stem}" for stem in every), *(f"has {stem}" for stem in longest)}
    return NameKeys(frozenset(kept | letters), frozenset(sought | letters))
