"""How alike two quotations can be at most, as known without their words: by this most candidates are ruled out.

Some rules of the evidence need no words and are asked as they are. Of the others, the range of what they can say is
computed; one without a range may say anything from 0 to 1, so that a new rule rules out nothing wrongly.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Self

from service.linking.speakers.organizations import Relation
from service.linking.statements import evidence
from service.linking.statements.evidence import EVIDENCE, UNDATED
from service.linking.statements.pairs import Measures
from service.linking.statements.scoring import match_weights, may_be_alike
from service.linking.wording.signatures import ContentSignature, SignaturePair, compared, shared
from service.linking.wording.tokens import RARE
from service.linking.wording.word_codes import longest_common_run, shared_codes, weight_of_codes

# Sums of the same weights differ by less, whatever their order.
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Outline:
    """Two quotations side by side without their words; the same, whichever is named first."""

    n_indirect: int
    n_shorter: int
    """The number of words of the one that has fewer."""
    shorter_weight: float
    longer_weight: float
    shared_vocabulary: float
    shared_matter: float
    longest_run: int
    """No run of words that both print is longer."""
    n_shared: int
    """No more words are in both."""
    shared_weight: float
    """The words that are in both say no more."""
    part_weight: float
    """No piece between marks that the other has in a row says more."""
    n_days_apart: int | None
    authors: Relation | None
    """None where it is not known yet who said the words."""

    @classmethod
    def of(
        cls, signatures: SignaturePair, other: SignaturePair, n_days_apart: int | None, authors: Relation | None
    ) -> Self:
        """What the signatures tell, with what is known of days and authors."""
        left, right = compared(signatures, other)
        vocabulary, matter = shared(left, right)
        n_shared, shared_weight = shared_codes(left.codes, right.codes)
        return cls(
            n_indirect=(signatures.printed is None) + (other.printed is None),
            n_shorter=min(left.n_words, right.n_words),
            shorter_weight=min(left.weight, right.weight),
            longer_weight=max(left.weight, right.weight),
            shared_vocabulary=vocabulary,
            shared_matter=matter,
            longest_run=longest_common_run(left.codes, right.codes),
            n_shared=n_shared,
            shared_weight=shared_weight,
            part_weight=max(_repeated_weight(signatures, right), _repeated_weight(other, left)),
            n_days_apart=n_days_apart,
            authors=authors,
        )

    @property
    def run_weight(self) -> float:
        """No run of words that both print says more."""
        return min(self.longest_run * RARE, self.shared_weight)


_Bound = Callable[[Outline], float]


def _repeated_weight(signatures: SignaturePair, other: ContentSignature) -> float:
    repeated = (weight_of_codes(part) for part in signatures.parts if part in other.codes)
    return max(repeated, default=0.0)


def may_match(
    signatures: SignaturePair, other: SignaturePair, n_days_apart: int | None, authors: Relation | None = None
) -> bool:
    """Whether two quotations may report the same words; if `authors` is not known, whoever said them."""
    return likely_outline(signatures, other, n_days_apart, authors) is not None


def likely_outline(
    signatures: SignaturePair, other: SignaturePair, n_days_apart: int | None, authors: Relation | None = None
) -> Outline | None:
    """The outline of two quotations that may report the same words; None if they cannot."""
    if not may_be_alike(signatures, other):
        return None
    outline = Outline.of(signatures, other, n_days_apart, authors)
    return outline if _may_reach(outline) else None


def may_match_by(outline: Outline, authors: Relation) -> bool:
    """Whether two quotations of this outline may report the same words, now that it is known who said them."""
    return _may_reach(replace(outline, authors=authors))


def _may_reach(outline: Outline) -> bool:
    return highest_score(outline) > -_ROUNDING


def highest_score(outline: Outline) -> float:
    """No match score of two such quotations is higher."""
    always, bounds = _bounds(are_authors_known=outline.authors is not None, are_dated=outline.n_days_apart is not None)
    return always + sum([weight * most(outline) for weight, most in bounds])


@cache
def _bounds(*, are_authors_known: bool, are_dated: bool) -> tuple[float, tuple[tuple[float, _Bound], ...]]:
    """What is always added; the weight of each rule that may speak, with the most that it says, or what it says."""
    weights = match_weights(are_dated=are_dated)
    learnt = {rule: weights[rule.__name__] for rule in (EVIDENCE if are_dated else UNDATED)}
    copied, other_copied = (learnt.pop(rule) for rule in _ON_LONG_RUNS)
    known = _KNOWN | (_KNOWN_BY_AUTHORS if are_authors_known else frozenset())
    bounds = [
        (weight, rule if rule in known else _MOST.get(rule, _anything))
        for rule, weight in learnt.items()
        if rule in known or weight > 0
    ]
    return weights["always"], ((1.0, _long_run(copied, other_copied)), *bounds)


def _long_run(copied: float, other_copied: float) -> _Bound:
    """What the longest run that both print adds at most, by the weights of the two rules that speak of it.

    How much that run says is somewhere from nothing to what the outline allows, and it is the same for both rules.
    """

    def most(outline: Outline) -> float:
        longest = min(1.0, outline.run_weight / evidence.LONG_RUN)
        of_same = max(0.0, longest * copied)
        of_other = max(other_copied, longest * copied + (1.0 - longest) * other_copied)
        if outline.authors is None:
            return max(of_same, of_other)
        return of_other if outline.authors is Relation.OTHER else of_same

    return most


def _anything(_: Outline) -> float:
    return 1.0


def _words_in_a_row(outline: Outline) -> float:
    return min(1.0, outline.longest_run / evidence.MANY_WORDS)


def _words_are_contained(outline: Outline) -> float:
    return min(1.0, outline.n_shared / outline.n_shorter) if outline.n_shorter else 0.0


def _shorter_is_contained(outline: Outline) -> float:
    return min(1.0, outline.shared_weight / outline.shorter_weight) if outline.shorter_weight else 0.0


def _whole_part_is_repeated(outline: Outline) -> float:
    return min(1.0, outline.part_weight / evidence.SIGNIFICANT_PART)


def _other_speaker(outline: Outline) -> float:
    return float(outline.authors is not Relation.SAME)


_Rule = Callable[[Measures], float]

_KNOWN: frozenset[_Rule] = frozenset(
    {
        evidence.same_vocabulary,
        evidence.much_matter_shared,
        evidence.little_matter_shared,
        evidence.short_and_not_contained,
        evidence.one_is_long,
        evidence.an_indirect_report,
        evidence.indirect_in_the_same_words,
        evidence.both_are_dated,
        evidence.of_one_day,
        evidence.days_apart,
        evidence.dated_and_short,
        evidence.dated_and_indirect,
    }
)
_KNOWN_BY_AUTHORS: frozenset[_Rule] = frozenset(
    {evidence.same_speaker, evidence.other_speaker, evidence.dated_and_not_surely_one_speaker}
)
# Where a rule is not listed, it says 1 at most; all say 0 at least.
_MOST: Mapping[Callable[..., float], _Bound] = {
    evidence.words_in_a_row: _words_in_a_row,
    evidence.words_are_contained: _words_are_contained,
    evidence.shorter_is_contained: _shorter_is_contained,
    evidence.whole_part_is_repeated: _whole_part_is_repeated,
    evidence.stock_phrase: _other_speaker,
    evidence.dated_and_not_surely_one_speaker: evidence.both_are_dated,
    evidence.dated_and_no_speech: evidence.both_are_dated,
}
# Both speak of one run of words, which cannot be long for the one and short for the other.
_ON_LONG_RUNS = evidence.long_identical_run, evidence.other_speaker_and_little_copied
