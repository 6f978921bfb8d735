"""Where "its" is "it's" without its apostrophe: a learned table of what stands around such a word."""

import re
from collections.abc import Iterator

from service.lexicon import weights

_WORD = re.compile(r"\w+|[^\w\s]")
# The letters before a word and after it that are read: more than its neighbours take; and those in which to look for
# how its author writes.
_AROUND, _FAR = 40, 500
_BARE = re.compile(r"\b(?:im|ive|i|u|ur|dont|didnt|doesnt|isnt|cant|wont|thats|alot)\b(?!['’])")
_APOSTROPHE = re.compile(r"\w['’](?:s|t|m|re|ve|ll|d)\b")
# The letters of an ending, of words that are longer than it.
_ENDING = 3
# Log odds from which a word is a contraction: newspapers hardly ever leave an apostrophe out, so it must be likely.
_LIKELY = 0.75


def is_contraction(text: str, start: int, end: int) -> bool:
    """Whether the "its" that stands there in its paragraph is meant as "it's"."""
    table = contraction_weights()
    return table["always"] + sum(table.get(sign, 0.0) for sign in contraction_signs(text, start, end)) > _LIKELY


def contraction_signs(text: str, start: int, end: int) -> Iterator[str]:
    """What the word, its neighbours and the text around them look like, as the table's entries."""
    before = ("^", *_WORD.findall(text[max(start - _AROUND, 0) : start].lower()))[-1]
    following, second, *_ = (*_WORD.findall(text[end : end + _AROUND].lower()), "$", "$")
    far = f"{text[max(start - _FAR, 0) : start]}{text[end : end + _FAR]}"
    yield f"next {following}"
    yield f"next -{_ending(following)}"
    yield f"second {second}"
    yield f"before {before}"
    yield f"case {_case(text[start:end])} {'w' if before.isalnum() else before}"
    yield f"bare {bool(_BARE.search(far)):d}"
    yield f"apostrophe {bool(_APOSTROPHE.search(far)):d}"


def contraction_weights() -> dict[str, float]:
    """The learned table."""
    return weights("models/parsing/contractions")


def _ending(word: str) -> str:
    if word.isdigit():
        return "1"
    return word[-_ENDING:] if len(word) > _ENDING + 1 else word


def _case(word: str) -> str:
    if word.isupper():
        return "AA"
    return "Aa" if word[0].isupper() else "a"
