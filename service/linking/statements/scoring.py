"""How alike two quotations are: named parts of one score. Which groups follow is for `statements`."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from service.domain.quotations import Speaker
from service.lexicon import lines
from service.linking.speakers.compatibility import author_relation
from service.linking.speakers.organizations import Relation
from service.linking.statements.comparable import ComparableQuotation
from service.linking.statements.pairs import Pair
from service.linking.wording.signatures import SignaturePair, shared
from service.linking.wording.tokens import SMALL, Word, weight, words_of

# Five rare words in a row are copied. Four rare words in common make a statement; less than two are found in much else.
_LONG_RUN, _MUCH, _LITTLE = 5.0, 4.0, 2.0
# Below a rare and a common word a quotation is a fragment: what it shares, much else shares.
_FRAGMENT, _SHORT = 1.5, 2.5
# A short quotation is held by the other where three quarters of what it says are there.
_COVERED = 0.75
# A sentence has a rare word or more; of a shared one, more than a few small words are in both.
_SENTENCE, _OWN = 1.0, 0.3


@dataclass(frozen=True, slots=True)
class MatchScore:
    """The score of a pair, positive where the two report the same words, and the rules that spoke."""

    score: float
    evidence: tuple[tuple[str, float], ...]

    @property
    def is_same(self) -> bool:
        """Whether the two quotations report the same words."""
        return self.score > 0


def match_score(pair: Pair) -> MatchScore:
    """The weighed evidence that the two quotations report the same words."""
    spoken = [(rule.__name__, share * rule(pair)) for rule, share in WEIGHTS]
    return MatchScore(BIAS + sum(part for _, part in spoken), tuple(part for part in spoken if part[1]))


def long_identical_run(pair: Pair) -> float:
    """Both print the same words in a row."""
    run = pair.alignment.longest_run
    return _run(weight(run)) if sum(word.weight > SMALL for word in run) > 1 else 0.0


def shorter_is_contained(pair: Pair) -> float:
    """The longer quotation holds the words of the shorter one in their order."""
    return _share(pair.alignment.shared_weight, pair.shorter_weight)


def same_vocabulary(pair: Pair) -> float:
    """The shorter quotation's words, in whatever form, are in the longer one."""
    return _share(pair.shared_vocabulary, pair.shorter_weight)


def much_matter_shared(pair: Pair) -> float:
    """The two share many words that carry matter; names tell of whom both speak, not what is said."""
    return _much(pair.shared_matter)


def little_matter_shared(pair: Pair) -> float:
    """Names aside, the two share next to nothing."""
    return _little(pair.shared_matter)


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
    return _fragment(pair.shorter_weight)


def short_and_not_contained(pair: Pair) -> float:
    """One quotation is short, and the other lacks some of its words."""
    return float(pair.shorter_weight < _SHORT and same_vocabulary(pair) < _COVERED)


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


# Fitted to pairs of the stories, to invented ones, and to pairs of an archive of a year's politics, where most that
# is alike are two statements; rounded, in log odds. A lone rare word is made too little by hand: `fragment`.
BIAS = -6.5
WEIGHTS: tuple[tuple[Callable[[Pair], float], float], ...] = (
    (long_identical_run, 3.8),
    (shorter_is_contained, 1.6),
    (same_vocabulary, 6.3),
    (much_matter_shared, 3.3),
    (little_matter_shared, -4.7),
    (same_speaker, 2.9),
    (other_speaker, -2.9),
    (stock_phrase_of_two_speakers, -4.1),
    (fragment, -9.0),
    (short_and_not_contained, -2.2),
    (each_has_a_sentence_of_its_own, -8.0),
    (other_numbers, -4.6),
    (other_names, -2.9),
    (an_indirect_report, -4.0),
)
_SHARE = dict(WEIGHTS)


def score_upper_bound(signatures: SignaturePair, other: SignaturePair) -> float:
    """The score that the words in common allow at best, their authors aside."""
    left, right = signatures.whole, other.whole
    if signatures.printed and other.printed:
        left, right = signatures.printed, other.printed
    shorter, (meaning, matter) = min(left.weight, right.weight), shared(left, right)
    # At best all small words are common ones, and all common words stand in one run.
    equal = meaning + min(left.small, right.small)
    best: dict[Callable[[Pair], float], float] = {
        long_identical_run: _run(equal),
        shorter_is_contained: _share(equal, shorter),
        same_vocabulary: _share(meaning, shorter),
        much_matter_shared: _much(matter),
        little_matter_shared: _little(matter),
        fragment: _fragment(shorter),
        short_and_not_contained: float(shorter < _SHORT and _share(meaning, shorter) < _COVERED),
        an_indirect_report: ((signatures.printed is None) + (other.printed is None)) / 2,
    }
    return BIAS + sum(_SHARE[rule] * part for rule, part in best.items())


def may_be_of_one(best: float) -> bool:
    """Whether two quotations of such a best score can be alike, if they are one speaker's."""
    return best + _SHARE[same_speaker] > 0


def may_be_alike(best: float, speakers: tuple[Speaker | None, Speaker | None]) -> bool:
    """Whether two quotations of such a best score can be alike, being these speakers'."""
    if not may_be_of_one(best):
        return False
    authors = author_relation(*speakers)
    same, different = authors is Relation.SAME, authors is Relation.OTHER
    return best + _SHARE[same_speaker] * same + _SHARE[other_speaker] * different > 0


def _run(said: float) -> float:
    return min(1.0, said / _LONG_RUN)


def _much(matter: float) -> float:
    return min(1.0, matter / _MUCH)


def _little(matter: float) -> float:
    return max(0.0, 1.0 - matter / _LITTLE)


def _fragment(shorter: float) -> float:
    return max(0.0, 1.0 - shorter / _FRAGMENT)


def _share(shared: float, whole: float) -> float:
    return min(1.0, shared / whole) if whole else 0.0


def _has_own_sentence(passage: ComparableQuotation, shared: frozenset[Word]) -> bool:
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
    return tuple(" ".join(word.key for word in words_of(line)) for line in lines("words/stock_phrases"))
