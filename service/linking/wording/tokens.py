"""The words of a quotation as they are compared: what a reader would call the same word has the same key."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from service.lexicon import words
from service.linking.wording.spelling import is_negation, key, stem
from service.text.unified import unified

# How much a shared word says: one that is neither small nor common is rare enough to know a sentence by.
SMALL, COMMON, RARE = 0.1, 0.5, 1.0
# A title has as many capitals as two words may ("Commander-In-Chief").
_FEWEST_OF_HEADLINE = 3
_IS_I = re.compile(r"I\b")
_POWERS = frozenset({"100", "1000", "1000000", "1000000000", "1000000000000"})
# The pieces that are words.
_WORDS = frozenset({"word", "percent"})
_PIECE = re.compile(
    r"""(?P<gap>[(\[]?(?:…|\.{3}|\.\s\.\s\.)[)\]]?)     # an ellipsis, bracketed or not
      | (?P<gloss>\[[^\]]*\]|\([^)]*\))                  # what the outlet put in
      | (?P<percent>per\scent\b|%)
      | (?P<word>(?:\w\.){2,}|\w+\*+\w*|[@\#]?\w+(?:[.,:]\d+)*(?:['’]\w+)*)
      | (?P<end>[!?]+|\.(?=\W|$))""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed, and what it is compared by."""

    printed: str
    key: str
    stem: str
    weight: float
    starts_sentence: bool = False
    follows_gap: bool = False
    """Whether the outlet leaves out words before this one: an ellipsis, or the reporting clause."""
    is_gloss: bool = False
    """Whether the outlet put the word in, between brackets."""
    in_headline: bool = False
    """Whether the words around it have capitals, too, as in a headline."""

    def __hash__(self) -> int:
        # Texts remember their hashes: words stand in the keys of caches, and all fields would take ten times as long.
        return hash(self.printed)

    @property
    def is_number(self) -> bool:
        """Whether the word is a number, in digits or written out."""
        return self.key[:1].isdigit()

    @property
    def is_name(self) -> bool:
        """Whether the capital shows a name; at a sentence's start, and in a headline, it shows nothing."""
        is_capital = self.printed[:1].isupper() and not self.starts_sentence and not self.in_headline
        return is_capital and self.weight > SMALL

    @property
    def is_negation(self) -> bool:
        """Whether the word turns its sentence round."""
        return is_negation(self.key)


# Statements in common repeat whole texts; the words themselves are cached below.
@lru_cache(maxsize=4096)
def words_of(text: str, *, follows_gap: bool = False) -> tuple[Word, ...]:
    """The words of a text in order; `follows_gap` where something is left out before it."""
    found = tuple(_words_in(unified(text), follows_gap=follows_gap))
    return tuple(replace(word, in_headline=True) for word in found) if _is_headline(found) else found


def weight(chosen: tuple[Word, ...]) -> float:
    """How much these words say together."""
    return sum([word.weight for word in chosen])


def keys_in(chosen: Iterable[Word]) -> tuple[str, ...]:
    """What these words are compared by: one key for each, and two for a contraction."""
    return tuple([key for word in chosen for key in word.key.split()])


def weight_of(form: str) -> float:
    """How much a word of this key says."""
    if form in words("grammar/function_words") or " " in form:
        return SMALL
    return COMMON if form in words("words/common_words") or stem(form) in _common_stems() else RARE


def _words_in(text: str, *, follows_gap: bool, is_gloss: bool = False) -> list[Word]:
    found: list[Word] = []
    starts_sentence = not is_gloss
    for piece in _PIECE.finditer(text):
        kind = piece.lastgroup
        if kind in _WORDS:
            word = _word(piece[0], kind == "percent", starts_sentence, follows_gap, is_gloss)
            if word.key in _POWERS and found and _multiplies(found[-1], word):
                word = _multiplied(found.pop(), word)
            found.append(word)
            starts_sentence = follows_gap = False
        elif kind == "gap":
            follows_gap = True
        elif kind == "end":
            starts_sentence = not (found and _is_abbreviated(found[-1]))
        else:
            found.extend(_words_in(piece[0][1:-1], follows_gap=follows_gap, is_gloss=True))
    return found


def _is_headline(found: tuple[Word, ...]) -> bool:
    """Whether all words that say something have capitals, and a small one inside has ("Show A Little Class")."""
    content = [word.printed[:1] for word in found if word.weight > SMALL and word.printed[:1].isalpha()]
    if len(content) < _FEWEST_OF_HEADLINE or not all(map(str.isupper, content)):
        return False
    inside = (word for word in found if word.weight <= SMALL and not word.starts_sentence)
    return any(word.printed[:1].isupper() for word in inside if not _IS_I.match(word.printed))


# The same few thousand words stand in all texts, and to make one takes longer than to find it.
@lru_cache(maxsize=65536)
def _word(printed: str, is_percent: bool, starts_sentence: bool, follows_gap: bool, is_gloss: bool) -> Word:
    form = "percent" if is_percent else key(printed)
    return Word(printed, form, stem(form), weight_of(form), starts_sentence, follows_gap, is_gloss)


def _multiplies(word: Word, power: Word) -> bool:
    """Whether a word and a power of ten behind it are one number ("two thousand", "2.5 million")."""
    return power.printed[:1].isalpha() and re.fullmatch(r"\d{1,3}(\.\d+)?", word.key) is not None


def _multiplied(word: Word, power: Word) -> Word:
    form = f"{float(word.key) * int(power.key):.10g}"
    return replace(word, printed=f"{word.printed} {power.printed}", key=form, stem=form, weight=RARE)


def _is_abbreviated(word: Word) -> bool:
    # The dot of "Mr. Smith" and of "Vladimir V. Putin" ends no sentence.
    return len(word.key) == 1 or word.key in words("names/titles")


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(map(stem, words("words/common_words")))
