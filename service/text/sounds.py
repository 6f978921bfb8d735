"""How the words of names sound: what transliterations of one name share."""

import re
from functools import lru_cache

# Transliterations of one sound: consonants that scribes exchange, then vowels by class.
_SOUNDS = (
    (re.compile("tsch|tch"), "ç"),
    (re.compile("sch|sh"), "ş"),
    (re.compile("ch|cz"), "ç"),
    (re.compile("ph"), "f"),
    (re.compile("kh|gh|ck|q|c"), "k"),
    (re.compile("th"), "t"),
    (re.compile("dh"), "d"),
    (re.compile("w(?=[^aeiouy]|$)"), "v"),
    (re.compile("h(?=[^aeiouy]|$)"), ""),
    (re.compile("(?<=.)y|e(?=.)"), "i"),
    (re.compile("u"), "o"),
    (re.compile("io(?=.)"), "o"),
)
_DOUBLED = re.compile(r"(.)\1+")
VOWELS = re.compile("[aeio]")
# The names of a day's articles; a bound, so that a long-running service does not grow.
_REMEMBERED = 65536


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """How a folded word sounds: transliterations of one name share it."""
    for sound, sign in _SOUNDS:
        word = sound.sub(sign, word)
    return _DOUBLED.sub(r"\1", word)


def consonants(word: str) -> str:
    """How a folded word sounds without its vowels, which scribes exchange most; its first letter stays."""
    sounds = skeleton(word)
    return sounds[:1] + VOWELS.sub("", sounds[1:])
