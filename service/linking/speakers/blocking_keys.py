"""Blocking keys of names that are related to a name: few names share one by chance.

A name is kept under some keys and looked for under others, so that a surname alone finds the full names that have
it, and a full name the surname, but not all others that have the surname, too. Either finds the other, or neither.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from service.domain.quotations import Speaker, SpeakerKind
from service.linking.speakers.organizations import organization_forms
from service.text.acronyms import acronyms
from service.text.names import everyday_forms, name_words
from service.text.sounds import consonants, skeleton

# Words of one name that are written apart or together (Jong Un, Jongun); longer runs are never one word.
_LONGEST_RUN = 2


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
    whole = f"whole {skeleton(''.join(words))}"
    if len(words) < 2:
        return NameKeys(frozenset((whole, *_sounds("one", words))), frozenset((whole, *_sounds("part", words))))
    shared = frozenset((whole, *_pairs(words)))
    runs = tuple(_runs(words))
    return NameKeys(shared.union(_sounds("part", runs)), shared.union(_sounds("one", runs)))


def _sounds(prefix: str, words: tuple[str, ...]) -> Iterator[str]:
    return (f"{prefix} {skeleton(word)}" for word in words)


def _runs(words: tuple[str, ...]) -> Iterator[str]:
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _LONGEST_RUN) + 1):
            yield "".join(words[start:end])


def _pairs(words: tuple[str, ...]) -> Iterator[str]:
    """One word's first letter and how another sounds (J. Smith, John Smith), everyday forms included."""
    for one, other in permutations(words, 2):
        forms = {one, *everyday_forms(one)}
        letters = {letter for form in forms for letter in (form[0], skeleton(form)[:1])}
        heard = {consonants(form) for form in (other, *everyday_forms(other))}
        yield from (f"pair {letter} {sound}" for letter in letters for sound in heard)


def _of_organization(name: str) -> NameKeys:
    """A body's name is short for another's only where all of its words are in the other: its longest is, too."""
    forms = [form for form in organization_forms(name) if form]
    longest = {max(sorted(form), key=len) for form in forms}
    every = frozenset().union(*forms)
    letters = {f"letters {each}" for each in acronyms(name)}
    kept = {*(f"has {stem}" for stem in every), *(f"known by {stem}" for stem in longest)}
    sought = {*(f"known by {stem}" for stem in every), *(f"has {stem}" for stem in longest)}
    return NameKeys(frozenset(kept | letters), frozenset(sought | letters))
