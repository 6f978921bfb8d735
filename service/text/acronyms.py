"""Acronyms: names made of the first letters of other names' words."""

import re
from collections.abc import Iterable

from service.lexicon import words
from service.text.folding import folded_words

_PIECE = re.compile(r"[A-Z][a-z]*")
_PARENTHESIS = re.compile(r"\(([^)]*)\)")


def is_acronym(short: str, full: str) -> bool:
    """Whether the short form is made of first letters of the full name's words ("UNHCR", "AUDA-NEPAD")."""
    letters = _letters(short)
    if letters.casefold() in {inner.strip().casefold() for inner in _PARENTHESIS.findall(full)}:
        return True
    if len(letters) < 2 or not letters[:2].isupper():
        return False
    every, main = _initials(_lettered(full))
    if len(main) > 1 and any(piece.casefold() in (every, main) for piece in (letters, *letters.split("-"))):
        return True
    return letters != letters.upper() and _opens_words(letters, full)


def shortens_office(short: str, role: str) -> bool:
    """Whether capitals stand for a position, what it is of aside: "DSO", "district safety officer of Kent"."""
    office = role.title()
    is_short = short.isupper() and short.isalpha()
    return is_short and any(is_acronym(short, part) for part in (office, office.partition(" Of ")[0]))


def _opens_words(short: str, full: str) -> bool:
    """Whether small letters go on with a word of the full name: "RISc", "Riverside Institute of Science"."""
    pieces = _PIECE.findall(short)
    main = [word for word in folded_words(_PARENTHESIS.sub(" ", full)) if word not in words("names/small_words")]
    is_all = "".join(pieces) == short and len(pieces) == len(main) > 2
    return is_all and all(word.startswith(piece.casefold()) for piece, word in zip(pieces, main, strict=True))


def acronyms(name: str) -> frozenset[str]:
    """Keys of which a name and its acronym share one: the letters of the one, the first letters of the other."""
    every, main = _initials(_lettered(name))
    letters = _letters(name) if len(name.split()) == 1 else ""
    found = {every, main, letters, *letters.split("-"), *(inner.strip() for inner in _PARENTHESIS.findall(name))}
    return frozenset(each.casefold() for each in found if len(each) > 1)


def letters_of_name(name: str) -> frozenset[str]:
    """What the name may be as an acronym: its letters, those between its hyphens, or its capitals."""
    letters = _letters(name)
    # One that begins with a single capital is no acronym, and all names of one initial would have to be compared.
    capitals = "".join(letter for letter in letters if letter.isupper()) if letters[:2].isupper() else ""
    return frozenset(each.casefold() for each in (letters, *letters.split("-"), capitals)) - {""}


def letters_of_words(name: str) -> frozenset[str]:
    """What the name's acronyms may be: the first letters of its words, or what stands between brackets."""
    inner = (inner.strip() for inner in _PARENTHESIS.findall(name))
    return frozenset(each.casefold() for each in (*_initials(_lettered(name)), *inner)) - {""}


def _letters(name: str) -> str:
    return re.sub(r"[.\s]", "", name)


def _lettered(name: str) -> tuple[str, ...]:
    """What each word gives to an acronym: its first letter (a small one's with "-"), or all, where it is one itself."""
    parts = folded_words(_PARENTHESIS.sub(" ", name))
    short = {word.casefold() for word in re.findall(r"\b[A-Z]{2,3}\b", name)} if len(parts) > 1 else set()

    small = {word for word in re.findall(r"\w+", name) if word.islower()} | words("names/small_words")

    def letters(part: str) -> str:
        if part in small:
            return f"{part[0]}-"
        return part if part in short else part[0]

    return tuple(map(letters, parts))


def _initials(letters: Iterable[str]) -> tuple[str, str]:
    """The letters of all words, and of those that are not small."""
    letters = tuple(letters)
    return "".join(one.rstrip("-") for one in letters), "".join(one for one in letters if not one.endswith("-"))
