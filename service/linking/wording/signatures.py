"""What words mean, in short: enough to know that two quotations have too little in common, without their words."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import zip_longest

from service.linking.wording.synonyms import synonym_class
from service.linking.wording.tokens import SMALL, Word, keys_in, weight
from service.linking.wording.word_codes import codes_of


@dataclass(frozen=True, slots=True)
class ContentSignature:
    """The senses of the words that carry matter, and how much all words say."""

    senses: Mapping[int, float]
    """What each says, by a number for the sense and its first, second or later time."""
    names: frozenset[int]
    """Those of them that are names."""
    weight: float
    """How much all words say."""
    small: float
    """How much of that the small ones say, which are no matter."""
    codes: str
    """The words in order, contractions in two, as codes of one character each."""

    @property
    def n_words(self) -> int:
        """How many words there are."""
        return len(self.senses) + round(self.small / SMALL)


@dataclass(frozen=True, slots=True)
class SignaturePair:
    """What a quotation means, in short."""

    printed: ContentSignature | None
    """Of the words between marks; None if there are none."""
    whole: ContentSignature
    parts: tuple[str, ...] = ()
    """The codes of the words of each piece between marks."""


def compared(signatures: SignaturePair, other: SignaturePair) -> tuple[ContentSignature, ContentSignature]:
    """Those of the words that are compared: words between marks with words between marks, where both have some."""
    if signatures.printed and other.printed:
        return signatures.printed, other.printed
    return signatures.whole, other.whole


# Every quotation meets its candidates in turn: as many as are at hand at one time.
@lru_cache(maxsize=4096)
def signature_of(words: tuple[Word, ...]) -> ContentSignature:
    """The content signature of these words."""
    numbers: dict[str, list[int]] = defaultdict(list)
    weights: dict[str, float] = {}
    named: set[str] = set()
    for word, follower in zip_longest(words, words[1:]):
        if word.weight > SMALL:
            meaning = synonym_class(word.key)
            numbers[meaning].append(_number(meaning, len(numbers[meaning])))
            weights[meaning] = word.weight
            if word.is_name or (word.printed[:1].isupper() and follower and follower.is_name):
                named.add(meaning)
    return ContentSignature(
        {number: weights[meaning] for meaning, some in numbers.items() for number in some},
        frozenset(number for meaning in named for number in numbers[meaning]),
        weight(words),
        sum(word.weight for word in words if word.weight <= SMALL),
        codes_of(keys_in(words)),
    )


def shared(left: ContentSignature, right: ContentSignature) -> tuple[float, float]:
    """What the words say that both have in some form, each as often as it stands in both; and without the names."""
    fewer, more = (left, right) if len(left.senses) <= len(right.senses) else (right, left)
    theirs = more.senses
    vocabulary = matter = 0.0
    for meaning in fewer.senses.keys() & theirs.keys():
        both = min(fewer.senses[meaning], theirs[meaning])
        vocabulary += both
        if meaning not in left.names and meaning not in right.names:
            matter += both
    return vocabulary, matter


@lru_cache(maxsize=65536)
def _number(meaning: str, time: int) -> int:
    digest = blake2b(f"{meaning}\0{time}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
