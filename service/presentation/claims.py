"""The sides of a conflict as a reader sees them: the words of each claim, and which the other has not."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from service.domain.conflicts import Claim, Conflict, ConflictKind, DiffOp, DiffStep


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words of a claim; `is_different` where the other side has others, or none."""

    text: str
    is_different: bool


@dataclass(frozen=True, slots=True)
class Side:
    """A claim and its words."""

    claim: Claim
    words: tuple[Words, ...]


def sides(conflict: Conflict) -> tuple[Side, ...]:
    """The conflict's claims, in their order; a word is different where not all the other claims have it.

    Two names of speakers are not compared: they differ as a whole.
    """
    compared = _words_of_claims(conflict)
    return tuple(Side(claim, words) for claim, words in zip(conflict.claims, compared, strict=True))


def changes(words: str, other: str) -> tuple[DiffStep, ...]:
    """What became of these words (`a`) in the others (`b`), word by word; capitals and punctuation aside."""
    ours, theirs = words.split(), other.split()
    matcher = SequenceMatcher(None, [*map(_key, ours)], [*map(_key, theirs)], autojunk=False)
    return tuple(
        DiffStep(DiffOp(op), " ".join(ours[a:a_end]), " ".join(theirs[b:b_end]))
        for op, a, a_end, b, b_end in matcher.get_opcodes()
    )


def _words_of_claims(conflict: Conflict) -> list[tuple[Words, ...]]:
    values = [claim.value for claim in conflict.claims]
    if conflict.kind is ConflictKind.SPEAKER:
        return [(Words(value, False),) for value in values]
    if conflict.diff is not None and len(values) == 2:
        first = _words((step.a, step) for step in conflict.diff)
        return [first, _words((step.b, step) for step in conflict.diff)]
    return [_compared(value, [*values[:index], *values[index + 1 :]]) for index, value in enumerate(values)]


def _words(runs: Iterable[tuple[str, DiffStep]]) -> tuple[Words, ...]:
    return tuple(Words(text, step.op is not DiffOp.EQUAL) for text, step in runs if text)


def _compared(value: str, others: Iterable[str]) -> tuple[Words, ...]:
    """Word by word, for the eye alone: what counts as a conflict was decided elsewhere."""
    words = value.split()
    shared = set(range(len(words)))
    for other in others:
        matcher = SequenceMatcher(None, [*map(_key, words)], [*map(_key, other.split())], autojunk=False)
        shared &= {index for a, _, size in matcher.get_matching_blocks() for index in range(a, a + size)}
    runs = groupby(enumerate(words), key=lambda numbered: numbered[0] in shared)
    return tuple(Words(" ".join(word for _, word in run), not is_shared) for is_shared, run in runs)


def _key(word: str) -> str:
    return word.casefold().strip(".,;:!?“”‘’\"'")
