"""Which of many pairs may report the same words, as `linking.statements.score_bounds` knows it of one pair.

All pairs are looked at together, and the bounds are a little wider: most candidates are ruled out here in a tenth of
the time, and those that are left are looked at one by one.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from service.archive.comparing.outlines import Outlines, Packed, are_of_one_topic, outlines
from service.archive.comparing.unpacking import Numbers
from service.linking.speakers.organizations import Relation
from service.linking.statements import evidence
from service.linking.statements.events import MOST_DAYS_OF_AN_EVENT
from service.linking.statements.evidence import EVIDENCE, UNDATED
from service.linking.statements.scoring import COVERED, MATTER, MUCH, PART, match_weights

# Sums of the same weights differ by less, whatever their order.
_ROUNDING = 1e-5
_Rule = Callable[..., float]
_Bound = Callable[[Outlines], Numbers]


def may_match(one: Packed, other: Packed) -> dict[Relation, Numbers]:
    """For each pair whether its quotations may report the same words, if this is what their authors are."""
    found = outlines(one, other)
    undated, dated = (_may_reach(found, rules) for rules in (UNDATED, EVIDENCE))
    # The topics of articles are looked at only where something depends on their being about one event.
    is_open = np.any([undated[authors] != dated[authors] for authors in Relation], axis=0)
    near = np.flatnonzero(is_open & (found.n_days_apart <= MOST_DAYS_OF_AN_EVENT))
    are_undated = np.isnan(found.n_days_apart)
    are_undated[near] = are_of_one_topic(one, other, near)
    return {authors: np.where(are_undated, undated[authors], dated[authors]) for authors in Relation}


def _may_reach(found: Outlines, rules: Sequence[_Rule]) -> dict[Relation, Numbers]:
    are_alike = _are_alike(found)
    return {authors: are_alike & (score > -_ROUNDING) for authors, score in highest_scores(found, rules).items()}


def highest_scores(found: Outlines, rules: Sequence[_Rule]) -> dict[Relation, Numbers]:
    """No match score of the pairs is higher if this is what their authors are: see `score_bounds.highest_score`."""
    weights = match_weights(are_dated=rules is EVIDENCE)
    learnt = {rule: weights[rule.__name__] for rule in rules}
    copied, other_copied = (learnt.pop(rule) for rule in _ON_LONG_RUNS)
    said_of = [(relations, learnt.pop(rule)) for rule, relations in _BY_AUTHORS.items() if rule in learnt]
    score = np.full(len(found.n_shared), weights["always"])
    for rule, weight in learnt.items():
        if rule in _KNOWN:
            score += weight * _KNOWN[rule](found)
        elif weight > 0:
            score += weight * _MOST.get(rule, _anything)(found)
    runs = _long_runs(found, copied, other_copied)
    return {
        authors: score + runs[authors] + sum(weight for relations, weight in said_of if authors in relations)
        for authors in Relation
    }


def _are_alike(found: Outlines) -> Numbers:
    """As `scoring.may_be_alike`."""
    vocabulary, shorter = found.shared_vocabulary + _ROUNDING, found.shorter_weight
    is_much = vocabulary >= np.maximum(MATTER, np.minimum(MUCH, PART * shorter))
    return is_much | (vocabulary + found.function_words >= COVERED * shorter)


def _long_runs(found: Outlines, copied: float, other_copied: float) -> dict[Relation, Numbers]:
    longest = np.minimum(1.0, found.run_weight / evidence.LONG_RUN)
    of_same = np.maximum(0.0, longest * copied)
    of_other = np.maximum(other_copied, longest * copied + (1.0 - longest) * other_copied)
    return {Relation.SAME: of_same, Relation.OPEN: of_same, Relation.OTHER: of_other}


def _share(shared: Numbers, whole: Numbers) -> Numbers:
    return np.minimum(1.0, np.divide(shared, whole, out=np.zeros(len(whole)), where=whole > 0))


def _anything(found: Outlines) -> Numbers:
    return np.ones(len(found.n_shared))


def _same_vocabulary(found: Outlines) -> Numbers:
    return _share(found.shared_vocabulary, found.shorter_weight)


def _much_matter(found: Outlines) -> Numbers:
    return np.minimum(1.0, found.shared_matter / evidence.MUCH)


def _is_short(found: Outlines) -> Numbers:
    is_contained = _same_vocabulary(found) >= evidence.COVERED - _ROUNDING
    return (found.shorter_weight < evidence.SHORT) & ~is_contained


# What is known without the words, and of what is not, the most that a rule may say: 1 where it is not listed.
_KNOWN: Mapping[_Rule, _Bound] = {
    evidence.same_vocabulary: _same_vocabulary,
    evidence.much_matter_shared: _much_matter,
    evidence.little_matter_shared: lambda found: np.maximum(0.0, 1.0 - found.shared_matter / evidence.LITTLE),
    evidence.short_and_not_contained: _is_short,
    evidence.one_is_long: lambda found: np.minimum(1.0, found.longer_weight / evidence.LONG),
    evidence.an_indirect_report: lambda found: found.n_indirect / 2,
    evidence.indirect_in_the_same_words: lambda found: (
        found.n_indirect / 2 * _same_vocabulary(found) * _much_matter(found)
    ),
    evidence.both_are_dated: _anything,
    evidence.of_one_day: lambda found: found.n_days_apart == 0,
    evidence.days_apart: lambda found: np.minimum(1.0, found.n_days_apart / evidence.WEEK),
    evidence.dated_and_short: lambda found: np.maximum(0.0, 1.0 - found.shorter_weight / evidence.FEW),
    evidence.dated_and_indirect: lambda found: found.n_indirect / 2,
}
_MOST: Mapping[_Rule, _Bound] = {
    evidence.words_in_a_row: lambda found: np.minimum(1.0, found.longest_run / evidence.MANY_WORDS),
    evidence.words_are_contained: lambda found: _share(found.n_shared, found.n_shorter),
    evidence.shorter_is_contained: lambda found: _share(found.shared_weight, found.shorter_weight),
    evidence.whole_part_is_repeated: lambda found: np.minimum(1.0, found.part_weight / evidence.SIGNIFICANT_PART),
}
# Those that authors alone decide: they say 1 of these.
_BY_AUTHORS: Mapping[_Rule, frozenset[Relation]] = {
    evidence.same_speaker: frozenset({Relation.SAME}),
    evidence.other_speaker: frozenset({Relation.OTHER}),
    evidence.dated_and_not_surely_one_speaker: frozenset({Relation.OPEN, Relation.OTHER}),
}
# Both speak of one run of words.
_ON_LONG_RUNS = evidence.long_identical_run, evidence.other_speaker_and_little_copied
