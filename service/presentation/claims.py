"""The words of a conflict's claims, and which of them the other claims do not have."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from service.domain.conflicts import Claim, ConflictKind, DiffOp, DiffStep
from service.linking.wording.alignment import align
from service.linking.wording.tokens import words_of
from service.presentation.printed_words import printed_runs


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words of a claim; `is_different` where the other claims have others, or none."""

    text: str
    is_different: bool


def words_of_claims(
    kind: ConflictKind, claims: Sequence[Claim], diff: Sequence[DiffStep] | None
) -> tuple[tuple[Words, ...], ...]:
    """The words of each claim, in their order; a word is different unless all the other claims have it.

    Two names of speakers are not compared: they differ as a whole.
    """
    values = [claim.value for claim in claims]
    if kind is ConflictKind.SPEAKER:
        return tuple((Words(value, False),) for value in values)
    if diff is not None and len(values) == 2:
        return _runs((step.a, step) for step in diff), _runs((step.b, step) for step in diff)
    return tuple(_compared(value, [*values[:index], *values[index + 1 :]]) for index, value in enumerate(values))


def _runs(texts: Iterable[tuple[str, DiffStep]]) -> tuple[Words, ...]:
    return tuple(Words(text, step.op is not DiffOp.EQUAL) for text, step in texts if text)


def _compared(value: str, others: Iterable[str]) -> tuple[Words, ...]:
    words = words_of(value)
    is_shared = [True] * len(words)
    for other in others:
        steps = align(words, words_of(other)).steps
        has_other = chain.from_iterable([step.is_equal] * len(step.left) for step in steps)
        is_shared = [here and there for here, there in zip(is_shared, has_other, strict=True)]
    runs = [(shared, len(list(run))) for shared, run in groupby(is_shared)]
    texts = printed_runs(value, words, [length for _, length in runs])
    return tuple(Words(text, not shared) for text, (shared, _) in zip(texts, runs, strict=True))
