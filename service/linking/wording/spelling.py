"""One key for the ways in which outlets spell a word: capitals, US and UK spelling, numbers written out."""

import re
import unicodedata
from functools import cache, lru_cache

from service.lexicon import lines, table, words

# Regular differences of UK and US spelling; the stem before them is no mere letter ("rise" is no "rize"). First what is
# in all of them: most words have none.
_ENDINGS = (
    ("is", re.compile(r"(?<=\w{3})is(e|ed|es|er|ers|ing|ation|ations|able)$"), r"iz\1"),
    ("ys", re.compile(r"(?<=\w{3})ys(e|ed|es|ing)$"), r"yz\1"),
    ("our", re.compile(r"(?<=\w{3})our(s|ed|ing|able|ite|ites|hood|hoods|er|ers|ful)?$"), r"or\1"),
    ("ll", re.compile(r"(?<=\w{3})ll(ed|ing|er|ers)$"), r"l\1"),
)
# Forms end in -s, -ed or -ing also after three letters (run, runs); derived words are longer (center, cent).
_SHORTEST_STEM = 4
_INFLECTIONS = frozenset({"s", "es", "ed", "ing"})
_NEGATIVE_PREFIXES = ("un", "in", "im", "dis", "non", "il", "ir")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")
_EXPANSIONS = {
    "won't": "will not",
    "can't": "can not",
    "cannot": "can not",
    "shan't": "shall not",
    "i'm": "i am",
}
_CLITICS = (("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("'d", " would"))
_IS_HOSTS = frozenset({"it", "that", "there", "he", "she", "what", "who", "here", "where", "how"})


# A newsroom's vocabulary; a bound, so that a long-running service does not grow.
@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The form that all spellings of a word share; a contraction is spelt out, with blanks."""
    folded = _folded(word)
    if "*" in folded:
        return _unmasked(folded)
    if folded in _EXPANSIONS:
        return _EXPANSIONS[folded]
    for clitic, expansion in _CLITICS:
        if folded.endswith(clitic) and folded != clitic:
            return folded.removesuffix(clitic) + expansion
    host = _POSSESSIVE.sub("", folded)
    if host != folded and host in _IS_HOSTS:
        return f"{host} is"
    return _american(_number(host))


def _unmasked(word: str) -> str:
    """The word that an outlet prints with asterisks for letters, where it is one of those that are masked."""
    letters = re.compile(word.replace("*", "."))
    return next((one for one in lines("words/masked") if letters.fullmatch(one)), word)


@lru_cache(maxsize=65536)
def stem(form: str) -> str:
    """What the forms of one word share (transform, transformation); `form` is a key."""
    if " " in form or form in words("grammar/function_words"):
        return form
    endings = words("words/endings")
    # Longest first.
    for start in range(max(1, len(form) - _longest_ending()), len(form)):
        ending = form[start:]
        if ending in endings and start >= _SHORTEST_STEM - (ending in _INFLECTIONS):
            return form[:start]
    return form


@cache
def _longest_ending() -> int:
    return max(map(len, words("words/endings")))


def is_negation(form: str) -> bool:
    """Whether a word of this key turns its sentence round."""
    return form in words("grammar/negations") or form.endswith(" not")


def without_negative_prefix(form: str) -> str | None:
    """The word that this one denies by its prefix (unfair, fair), if it has such a prefix."""
    for prefix in _NEGATIVE_PREFIXES:
        if form.startswith(prefix) and len(form) - len(prefix) >= _SHORTEST_STEM:
            return form.removeprefix(prefix)
    return None


def _folded(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.casefold().replace("’", "'").replace("‘", "'"))
    return "".join(character for character in apart if not unicodedata.combining(character))


def _number(word: str) -> str:
    if word[:1].isdigit():
        word = re.sub(r"(?<=\d),(?=\d{3})", "", word)
        # "6:00" is six o'clock, and "22nd" what is written out as "22th" here.
        return re.sub(r"(?<=\d)(?:st|nd|rd)$", "th", re.sub(r"^(\d{1,2}):00$", r"\1", word))
    return table("grammar/numbers").get(word, word)


def _american(word: str) -> str:
    listed = table("words/spelling").get(word)
    if listed is not None:
        return listed
    for letters, ending, replacement in _ENDINGS:
        if letters in word:
            word = ending.sub(replacement, word)
    return word.replace(".", "") if word[:1].isalpha() else word
