"""How two names compare, as different outlets print them: titles off, short forms, spellings, acronyms.

Which mentions, or which speakers of several articles, are one person is for the callers to decide.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from service.lexicon import families, longest_first, words
from service.text.acronyms import is_acronym
from service.text.folding import folded, folded_words
from service.text.sounds import VOWELS, skeleton

_POSSESSIVE = re.compile(r"['’]s?$")
_NUMERAL = re.compile("[ivx]+")
# Short words differ by a letter too easily (Jon, Jan); long ones forgive two vowels (Muhammad, Mohamed).
_SHORTEST_NEAR, _SHORTEST_MISSPELT, _LONG = 4, 5, 6
# One that sounds this long may be misspelt by a consonant.
SHORTEST_MISSPELT_SOUND = 8
_GENERATION = re.compile(r"\w,? ((?:Jr|Sr)\.?)$")
# A name has fewer words; a row of hundreds of names that a recognizer takes for one is not compared word by word.
_MOST_WORDS = 20
# Words of a description that may stand for a shorter one.
_LONGEST_FULLER = 5

# The same names recur; this many are cached.
_REMEMBERED = 10_000


@lru_cache(_REMEMBERED)
def bare(name: str) -> str:
    """The name without titles and office before it, degrees and possessive after it; never nothing."""
    name = _POSSESSIVE.sub("", " ".join(name.split()).strip(" ,.;:"))
    name = _without_office(name)
    parts = name.split()
    while len(parts) > 1 and folded(parts[0]) in words("names/titles"):
        parts = parts[1:]
    while len(parts) > 1 and folded(parts[-1]) in words("names/suffixes"):
        parts = parts[:-1]
    return " ".join(parts).rstrip(",")


def with_generation(name: str) -> str:
    """The bare name, with what tells a child from a parent: "Ann Lee Jr."."""
    found = _GENERATION.search(name)
    return bare(name) if found is None else f"{bare(name)} {found[1]}"


@lru_cache(_REMEMBERED)
def name_words(name: str) -> tuple[str, ...]:
    """The bare name's words, folded: no capitals, diacritics, apostrophes or dots; a hyphen parts words."""
    return folded_words(bare(name))[:_MOST_WORDS]


def same_spelling(word: str, other: str) -> bool:
    """Whether two folded words can be spellings or everyday forms of one name (Seok, Suk; Bill, William)."""
    if word == other or other in _nicknames().get(word, ()):
        return True
    if len(word) < 2 or len(other) < 2:
        return False
    if _NUMERAL.fullmatch(word) and _NUMERAL.fullmatch(other):
        return False
    left, right = skeleton(word), skeleton(other)
    if left == right:
        return True
    return min(len(left), len(right)) >= _SHORTEST_NEAR and _near(left, right)


def everyday_forms(word: str) -> frozenset[str]:
    """The forms of the name that a folded word is one of (Bill, William); none for most words."""
    return _nicknames().get(word, frozenset())


@lru_cache(_REMEMBERED)
def same_person(name: str, other: str) -> bool:
    """Whether two names can be one person's, in full, shortened, or in another spelling or order of words."""
    left, right = name_words(name), name_words(other)
    return same_full_name(left, right) or _shortens(left, right) or _shortens(right, left)


@lru_cache(_REMEMBERED)
def same_full_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether the words of two names are the same, spelling, spacing and order aside."""
    if not left or not right:
        return False
    if "".join(left) == "".join(right) or sorted(left) == sorted(right):
        return True
    if _are_spoken(left) and _are_spoken(right) and skeleton("".join(left)) == skeleton("".join(right)):
        return True
    if len(left) != len(right) or len(left) == 1:
        return len(left) == len(right) == 1 and skeleton(left[0]) == skeleton(right[0])
    if set(left).isdisjoint(right):
        return False
    turns = (right[turn:] + right[:turn] for turn in range(len(right)))
    return any(all(map(same_spelling, left, turned)) for turned in turns)


@lru_cache(_REMEMBERED)
def is_short_form(short: str, full: str) -> bool:
    """Whether the one is a shorter form of the other: surname, first names, initials, or an acronym."""
    left, right = name_words(short), name_words(full)
    if left == right:
        return False
    return _shortens(left, right) or is_acronym(short, full)


def misspells(word: str, full: str) -> bool:
    """Whether a single word can be the full name's surname with a letter wrong, as an article prints it once."""
    left, right = name_words(word), name_words(full)
    if len(left) != 1 or len(right) < 2 or len(left[0]) < _SHORTEST_MISSPELT or left[0][0] != right[-1][0]:
        return False
    return DamerauLevenshtein.distance(left[0], right[-1]) == 1


def fullest(names: Iterable[str]) -> str:
    """The form that says most: most words other than initials, then most words, then most letters."""
    return min(names, key=_fullness)


def fuller_description(forms: Sequence[str]) -> str:
    """The first form, or a later one that holds all its words and a few more: "police", "Delta police"."""
    first = frozenset(name_words(forms[0]))
    fuller = [form for form in forms if first < frozenset(name_words(form)) and len(form.split()) <= _LONGEST_FULLER]
    return min(fuller, key=lambda form: len(form.split()), default=forms[0])


def _are_spoken(name: tuple[str, ...]) -> bool:
    # Initials differ by one letter and mean another person (George W. Bush, George H. W. Bush).
    return len(name) > 1 and all(VOWELS.search(part) and not _NUMERAL.fullmatch(part) for part in map(skeleton, name))


def _fullness(name: str) -> tuple[int, int, int, bool, bool, str]:
    parts = name_words(name)
    n_full = sum(len(part) > 1 for part in parts)
    return -n_full, -len(parts), -len("".join(parts)), name.isupper(), _GENERATION.search(name) is None, name


def _without_office(name: str) -> str:
    found = _office().match(name)
    return name[found.end() :] if found else name


@cache
def _office() -> re.Pattern[str]:
    # Longest first, so that "secretary of state" is not cut after "secretary"; a name has a capital.
    offices = "|".join(map(re.escape, longest_first("names/offices_before_names")))
    return re.compile(rf"^(?:.*[\s-])?(?i:{offices})\s+(?=[^\W\d_a-z])")


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    forms: dict[str, frozenset[str]] = {}
    for family in families("names/nicknames"):
        for word in family:
            forms[word] = forms.get(word, frozenset()).union(family)
    return forms


def _near(left: str, right: str) -> bool:
    # The last letter tells Maria from Mario and Paul from Paula; the first, Hernandez from Fernandez.
    if left[0] != right[0] or left[-1] != right[-1]:
        return False
    n_letters = min(len(left), len(right))
    distance = DamerauLevenshtein.distance(left, right)
    if VOWELS.sub("", left) == VOWELS.sub("", right):
        return distance <= (1 if n_letters < _LONG else 2)
    return n_letters >= SHORTEST_MISSPELT_SOUND and distance <= 1


@lru_cache(_REMEMBERED)
def _shortens(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if not short or not full or short == full:
        return False
    if len(short) == 1:
        return _names_one_of(short[0], full)
    if len(short) > len(full):
        return False
    starts = (0, *(start for start in range(1, len(full)) if len(full) - start >= len(short)))
    return any(_runs_along(short, full[start:], may_skip=start == 0) for start in starts)


def _names_one_of(word: str, full: tuple[str, ...]) -> bool:
    if len(word) < 2 or len(full) < 2:
        return False
    runs = {"".join(full[start:end]) for start in range(len(full)) for end in range(start + 1, len(full) + 1)}
    return word in runs or any(len(part) > 2 and skeleton(part) == skeleton(word) for part in full)


def _runs_along(short: tuple[str, ...], full: tuple[str, ...], *, may_skip: bool) -> bool:
    """Whether the short words follow in the full ones: as a run, or, with gaps, from first word to last."""
    rest = full
    skipped = False
    for place, word in enumerate(short):
        taken = _taken(word, rest)
        while not taken and rest and place and may_skip:
            rest, skipped = rest[1:], True
            taken = _taken(word, rest)
        if not taken:
            return False
        rest = rest[taken:]
    return not rest or (may_skip and not skipped)


def _taken(word: str, full: tuple[str, ...]) -> int:
    """How many of the first words this word stands for: one, or as many as it has initials."""
    if not full:
        return 0
    if same_spelling(word, full[0]) or (1 in (len(word), len(full[0])) and word[0] == full[0][0]):
        return 1
    initials = "".join(part[0] for part in full[: len(word)])
    return len(word) if len(word) <= 3 and word == initials else 0
