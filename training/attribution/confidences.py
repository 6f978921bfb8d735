"""The table that turns a raw probability into a confidence: what part of the answers with that probability is right.

Raw probabilities are too high: they know nothing of the borders of the content, and the weights behind them were learnt
from some of the same articles. For each kind of answer three weights, so that neither end is forced ("beta
calibration", Kull and others, 2017). The table 0 1 1 changes nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from bench.calibration import Judgement, calibration_error
from service.attribution.calibration import AnswerKind
from training.attribution.examples import Decision
from training.attribution.fits import fit_decisions

COMMENT = """\
What a raw probability p is worth, by the kind of answer: the weights of 1, log p and -log(1 - p), whose sum is the
logit of the confidence. Those of quoted words are learnt from gold/train and the speakers of the stories, those of
indirect ones from PolNeAR 1.0.0 train: each fifth of the articles answered with what the other four taught. Full names
have those of all quoted words, which are more modest than their own."""
UNCHANGED: Mapping[str, str] = dict.fromkeys(AnswerKind, "0 1 1")

_PENALTY = 1e-4
# Closer to certain the answers are too few to tell how certain.
_LEAST, _MOST = 0.01, 0.99

Weights = tuple[float, ...]


def fit_confidences(judgements: Sequence[Judgement]) -> Mapping[str, Weights]:
    """The weights for each kind that is there, from raw probabilities beside the labels.

    Those of people by their full names are of all quoted words together: in the articles that the rules were written
    on, such answers are right more often than in others, and confidence would be higher than they deserve.
    """
    kinds = sorted({each.kind for each in judgements})
    return {kind: _fit([each for each in judgements if _teaches(each.kind, kind)]) for kind in kinds}


def _teaches(taught: str, kind: str) -> bool:
    is_pooled = kind == AnswerKind.FULL_NAME and taught != AnswerKind.INDIRECT
    return taught == kind or is_pooled


def _fit(judgements: Sequence[Judgement]) -> Weights:
    """The weights of one kind; one that would let the confidence fall while the probability rises is 0 instead."""
    decisions = [Decision(_strengths(each.confidence), each.is_right) for each in judgements]
    free: list[float | None] = [None] * len(_strengths(_MOST))
    weights = fit_decisions(decisions, free, penalty=_PENALTY)
    rising = [free[0], *(None if weight > 0 else 0.0 for weight in weights[1:])]
    return weights if rising == free else fit_decisions(decisions, rising, penalty=_PENALTY)


def confidence_table(weights: Mapping[str, Weights]) -> Mapping[str, str]:
    """The rows of the table."""
    return {kind: " ".join(f"{weight:.3f}" for weight in weights[kind]) for kind in AnswerKind}


def cross_validated_error(folds: Sequence[Sequence[Judgement]]) -> float:
    """The calibration error over all folds, each with weights from the others."""
    return calibration_error([each for number in range(len(folds)) for each in _calibrated_fold(folds, number)])


def _calibrated_fold(folds: Sequence[Sequence[Judgement]], number: int) -> Iterator[Judgement]:
    others = [each for index, fold in enumerate(folds) if index != number for each in fold]
    weights = fit_confidences(others)
    for each in folds[number]:
        yield Judgement(each.kind, calibrated(each.confidence, weights[each.kind]), each.is_right)


def calibrated(probability: float, weights: Weights) -> float:
    """The confidence that the weights make of a raw probability."""
    logit = sum(weight * strength for weight, strength in zip(weights, _strengths(probability), strict=True))
    return 1 / (1 + math.exp(-logit))


def _strengths(probability: float) -> tuple[float, ...]:
    probability = min(max(probability, _LEAST), _MOST)
    return 1.0, math.log(probability), -math.log(1 - probability)
