"""The words of a conflict's claims as articles print them, and which of them the other claims do not have."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from service.domain.articles import Span
from service.domain.conflicts import Claim, ConflictKind, DiffOp, DiffStep
from service.linking.wording.alignment import align
from service.linking.wording.tokens import words_of
from service.presentation.printed_words import printed_diff, printed_runs
from service.presentation.quotation_text import text_of_parts


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words of a claim; `is_different` where the other claims have others, or none."""

    text: str
    is_different: bool


def words_of_claims(kind: ConflictKind, claims: Sequence[Claim]) -> tuple[tuple[Words, ...], ...]:
    """The words of each claim, in their order; a word is different unless all the other claims have it.

    Two names of speakers are not compared: they differ as a whole.
    """
    values = [printed_value(kind, claim) for claim in claims]
    if kind is ConflictKind.SPEAKER:
        return tuple((Words(value, False),) for value in values)
    if kind is ConflictKind.WORDING and len(values) == 2:
        diff = printed_diff(*values)
        return _runs((step.a, step) for step in diff), _runs((step.b, step) for step in diff)
    return tuple(_compared(value, [*values[:index], *values[index + 1 :]]) for index, value in enumerate(values))


def printed_value(kind: ConflictKind, claim: Claim) -> str:
    """The claim as a newspaper would print it: dots where it leaves something out between parts of a quotation.

    A comma before those, or at the end, belongs to the sentence around the words.
    """
    if kind is not ConflictKind.WORDING:
        return claim.value
    parts = _parts(claim)
    return text_of_parts(parts) if parts else claim.value.rstrip(",")


def _parts(claim: Claim) -> list[Span]:
    """Those of the quotation with the claim's very words, or else of none: then it is not known what is left out."""
    by_quotation = defaultdict(list)
    for place in claim.evidence:
        by_quotation[place.article_id, place.quotation_id].append(place.span)
    whole = (sorted(parts, key=lambda part: part.start) for parts in by_quotation.values())
    return next((parts for parts in whole if " ".join(part.text for part in parts) == claim.value), [])


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
