"""How alike two quotations are: named parts of one score. Which groups follow is for `statements`."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from service.comparison.authorship import author_relation
from service.comparison.bodies import Relation
from service.comparison.gists import Outline, shared_vocabulary
from service.comparison.pairs import Pair
from service.comparison.passages import Passage
from service.comparison.words import SMALL, Word, weight, words_of
from service.domain import Speaker
from service.lexicon import lines

# A run of two rare words and some small ones is seldom chance; four rare words make a statement.
_TELLING_RUN, _TELLING_VOCABULARY = 2.5, 4.0
# Below two rare words a quotation is a fragment: what it shares, much else shares.
_FRAGMENT, _SHORT = 1.5, 2.5
# A short quotation is held by the other where three quarters of what it says are there.
_COVERED = 0.75
# A sentence has a rare word or more; of a shared one, more than a few small words are in both.
_SENTENCE, _OWN = 1.0, 0.3


@dataclass(frozen=True, slots=True)
class Likeness:
    """The score of a pair, positive where the two report the same words, and the rules that spoke."""

    score: float
    evidence: tuple[tuple[str, float], ...]

    @property
    def is_same(self) -> bool:
        """Whether the two quotations report the same words."""
        return self.score > 0


def likeness(pair: Pair) -> Likeness:
    """The weighed evidence that the two quotations report the same words."""
    spoken = [(rule.__name__, share * rule(pair)) for rule, share in WEIGHTS]
    return Likeness(BIAS + sum(part for _, part in spoken), tuple(part for part in spoken if part[1]))


def long_identical_run(pair: Pair) -> float:
    """Both print the same words in a row."""
    run = pair.alignment.longest_run
    return min(1.0, weight(run) / _TELLING_RUN) if sum(word.weight > SMALL for word in run) > 1 else 0.0


def shorter_is_contained(pair: Pair) -> float:
    """The longer quotation holds the words of the shorter one in their order."""
    return _share(pair.alignment.shared_weight, weight(pair.shorter))


def same_vocabulary(pair: Pair) -> float:
    """The shorter quotation's words, in whatever form, are in the longer one."""
    return _share(pair.shared_vocabulary, weight(pair.shorter))


def much_vocabulary_shared(pair: Pair) -> float:
    """The two share many words that carry matter."""
    return min(1.0, pair.shared_vocabulary / _TELLING_VOCABULARY)


def same_speaker(pair: Pair) -> float:
    """Both quotations are the same speaker's."""
    return float(pair.authors is Relation.SAME)


def other_speaker(pair: Pair) -> float:
    """The quotations are two different speakers'."""
    return float(pair.authors is Relation.OTHER)


def stock_phrase_of_two_speakers(pair: Pair) -> float:
    """Two speakers share a phrase that anybody may say, or a mere fragment."""
    if pair.authors is Relation.SAME:
        return 0.0
    phrase = " ".join(word.key for word in pair.shorter)
    if any(stock in phrase and len(stock) * 2 > len(phrase) for stock in _stock_phrases()):
        return 1.0
    return fragment(pair)


def fragment(pair: Pair) -> float:
    """One quotation is only a few words."""
    return max(0.0, 1.0 - weight(pair.shorter) / _FRAGMENT)


def short_and_not_contained(pair: Pair) -> float:
    """One quotation is short, and the other lacks some of its words."""
    return float(weight(pair.shorter) < _SHORT and same_vocabulary(pair) < _COVERED)


def each_has_a_sentence_of_its_own(pair: Pair) -> float:
    """Besides what they share, each goes on after the reporting clause with what the other lacks."""
    equal = [step for step in pair.alignment.steps if step.is_equal]
    left = frozenset(word for step in equal for word in step.left)
    right = frozenset(word for step in equal for word in step.right)
    return float(_has_own_sentence(pair.left, left) and _has_own_sentence(pair.right, right))


def other_numbers(pair: Pair) -> float:
    """The quotations, otherwise not much alike, name different numbers."""
    return _disagreement(pair, lambda word: word.is_number)


def other_names(pair: Pair) -> float:
    """The quotations, otherwise not much alike, name different people or places."""
    return _disagreement(pair, lambda word: word.is_name)


def an_indirect_report(pair: Pair) -> float:
    """One or both report the words without quotation marks; the reporter chose them."""
    return sum(not passage.printed_parts for passage in (pair.left, pair.right)) / 2


# Fitted to labelled and invented pairs, starting from what each rule seemed worth; in log odds.
BIAS = -7.3
WEIGHTS: tuple[tuple[Callable[[Pair], float], float], ...] = (
    (long_identical_run, 2.0),
    (shorter_is_contained, 2.5),
    (same_vocabulary, 4.5),
    (much_vocabulary_shared, 5.0),
    (same_speaker, 1.6),
    (other_speaker, -3.7),
    (stock_phrase_of_two_speakers, -4.0),
    (fragment, -1.0),
    (short_and_not_contained, -1.5),
    (each_has_a_sentence_of_its_own, -8.0),
    (other_numbers, -4.0),
    (other_names, -2.0),
    (an_indirect_report, -0.5),
)
_SHARE = dict(WEIGHTS)


def may_share_enough(outline: Outline, other: Outline) -> bool:
    """Whether the two can score at all, by the best that their words in common allow, whosoever they are."""
    return _most(outline, other) + _SHARE[same_speaker] > 0


def may_be_alike(outline: Outline, other: Outline, speakers: tuple[Speaker | None, Speaker | None]) -> bool:
    """Whether the two can score at all, by their words in common and their speakers: much cheaper than a score."""
    most = _most(outline, other)
    if most + _SHARE[same_speaker] <= 0:
        return False
    authors = author_relation(*speakers)
    same, different = authors is Relation.SAME, authors is Relation.OTHER
    return most + _SHARE[same_speaker] * same + _SHARE[other_speaker] * different > 0


def _most(outline: Outline, other: Outline) -> float:
    """The score that the words in common allow at best, their authors aside."""
    left, right = outline.whole, other.whole
    if outline.printed and other.printed:
        left, right = outline.printed, other.printed
    shorter, meant = min(left.weight, right.weight), shared_vocabulary(left, right)
    # At best all small words are common ones, and all common words stand in one run.
    equal = meant + min(left.small, right.small)
    best: dict[Callable[[Pair], float], float] = {
        long_identical_run: min(1.0, equal / _TELLING_RUN),
        shorter_is_contained: _share(equal, shorter),
        same_vocabulary: _share(meant, shorter),
        much_vocabulary_shared: min(1.0, meant / _TELLING_VOCABULARY),
    }
    return BIAS + sum(_SHARE[rule] * part for rule, part in best.items())


def _share(shared: float, whole: float) -> float:
    return min(1.0, shared / whole) if whole else 0.0


def _has_own_sentence(passage: Passage, shared: frozenset[Word]) -> bool:
    parts = passage.printed_parts
    if len(parts) < 2:
        return False
    sentences = (part.words for part in parts if weight(part.words) >= _SENTENCE)
    return any(weight(tuple(w for w in words if w in shared)) < _OWN * weight(words) for words in sentences)


def _disagreement(pair: Pair, is_meant: Callable[[Word], bool]) -> float:
    left, right = ({word.key for word in side if is_meant(word)} for side in (pair.left_words, pair.right_words))
    return 0.0 if not left or not right or left & right else 1.0 - shorter_is_contained(pair)


@cache
def _stock_phrases() -> tuple[str, ...]:
    return tuple(" ".join(word.key for word in words_of(line)) for line in lines("comparison_stock_phrases"))
