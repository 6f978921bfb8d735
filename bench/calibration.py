"""Whether a confidence is a probability: of what is answered with 0.8, four in five should be right."""

from collections.abc import Sequence
from dataclasses import dataclass

N_BINS = 10


@dataclass(frozen=True, slots=True)
class Judgement:
    """An answer of the service beside the labels."""

    kind: str
    confidence: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The judgements whose confidence lies from `low` to `high`."""

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


def reliability(judgements: Sequence[Judgement], *, n_bins: int = N_BINS) -> tuple[Bin, ...]:
    """The judgements in bins of equal width; empty bins are left out."""
    members: list[list[Judgement]] = [[] for _ in range(n_bins)]
    for judgement in judgements:
        members[min(n_bins - 1, int(judgement.confidence * n_bins))].append(judgement)
    return tuple(
        Bin(
            low=number / n_bins,
            high=(number + 1) / n_bins,
            count=len(inside),
            confidence=sum(each.confidence for each in inside) / len(inside),
            accuracy=sum(each.is_right for each in inside) / len(inside),
        )
        for number, inside in enumerate(members)
        if inside
    )


def calibration_error(judgements: Sequence[Judgement], *, n_bins: int = N_BINS) -> float:
    """The expected calibration error: how far confidence and accuracy are apart, weighed by the bins' sizes."""
    if not judgements:
        return 0.0
    bins = reliability(judgements, n_bins=n_bins)
    return sum(each.count * abs(each.confidence - each.accuracy) for each in bins) / len(judgements)
