"""Narrower blocking keys of people's names: all related names that share a key of `blocking_keys` share one of these.

Under the keys there, a first letter and a sound, John Smith meets every other John whose surname begins with an S: of
ten times as many names, each meets ten times as many. Here what stands behind the letter must be alike, too, unless it
may be anything.
"""

from collections.abc import Iterator
from itertools import permutations

from service.domain.quotations import Speaker, SpeakerKind
from service.linking.speakers.blocking_keys import (
    NameKeys,
    blocking_keys,
    keys_but_pairs,
    letters_of,
    pair_keys,
    sounds_of,
)
from service.text.names import SHORTEST_MISSPELT_SOUND, name_words
from service.text.sounds import skeleton

# A word of this many letters may be the initials of as many.
_INITIALS = 3
# What keys end in under which all of a letter and a sound meet those that meet all.
_ALL, _OPEN = "all", "open"
_Sides = tuple[frozenset[str], frozenset[str]]


def narrow_keys(speaker: Speaker) -> NameKeys:
    """The keys of a speaker's name; those of `blocking_keys` unless it has several words and is a person's."""
    words = name_words(speaker.name)
    if speaker.kind is not SpeakerKind.PERSON or len(words) < 2:
        return blocking_keys(speaker)
    keys, is_open = keys_but_pairs(words), _is_open(speaker.name, words)
    kept, sought = set(keys.kept), set(keys.sought)
    behind = [_sides(words, place, is_open=is_open) for place in range(len(words))]
    for one, other in permutations(range(len(words)), 2):
        for key in pair_keys(words[one], words[other]):
            kept.update(f"{key} {each}" for each in behind[one][0])
            sought.update(f"{key} {each}" for each in behind[one][1])
    return NameKeys(frozenset(kept), frozenset(sought))


def _sides(words: tuple[str, ...], place: int, *, is_open: bool) -> _Sides:
    """What the word behind the letter is kept by, and sought by."""
    word = words[place]
    if is_open or len(word) == 1:
        return frozenset((_ALL, _OPEN)), frozenset((_ALL,))
    alike = frozenset(_alike(word))
    letters = {word} if len(word) <= _INITIALS else set[str]()
    runs = set(_initials(words[place:]))
    return (
        alike.union((_ALL,), (f"letters {each}" for each in letters), (f"run {each}" for each in runs)),
        alike.union((_OPEN,), (f"run {each}" for each in letters), (f"letters {each}" for each in runs)),
    )


def _alike(word: str) -> Iterator[str]:
    """Of two words of `same_spelling`, both have one of these."""
    yield from (f"heard {sound}" for sound in sounds_of(word))
    sounds = skeleton(word)
    if len(sounds) >= SHORTEST_MISSPELT_SOUND:
        yield f"spelt {sounds}"
        yield from (f"spelt {sounds[:gap]}{sounds[gap + 1 :]}" for gap in range(len(sounds)))


def _initials(words: tuple[str, ...]) -> Iterator[str]:
    """Those of the first words, two or three."""
    for n_words in range(2, min(_INITIALS, len(words)) + 1):
        yield "".join(word[0] for word in words[:n_words])


def _is_open(name: str, words: tuple[str, ...]) -> bool:
    """Whether related names may share a key by other words than those that stand for each other.

    Acronyms are compared as a whole. And of two words with one letter the other name may have either (Lee Lang), if one
    is so short that it may be initials, or so long that it may be misspelt.
    """
    if "(" in name or "".join(name.replace(".", "").split())[:2].isupper():
        return True
    if len(words) > 2 or letters_of(words[0]).isdisjoint(letters_of(words[1])):
        return False
    return any(len(word) <= _INITIALS or len(skeleton(word)) >= SHORTEST_MISSPELT_SOUND for word in words)
