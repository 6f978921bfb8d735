"""The words of two quotations laid side by side; what the steps mean is for others to say."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from service.domain.conflicts import DiffOp, DiffStep
from service.linking.wording.tokens import Word, keys_in, weight

# Pairs of equal words, one of either wording, up to which the longest common runs are searched for, and how many more
# for each word. Two articles of two thousand words have fewer; two texts of one word over and over have its count
# squared, and the search would take time that grows with its cube.
MOST_EQUAL_PAIRS, _MORE_FOR_WORD = 20_000, 10

_OPS: Mapping[str, DiffOp] = {op.value: op for op in DiffOp}
# What is done with a run of the left words, and with one of the right words: where they begin and end.
_Code = tuple[str, int, int, int, int]


# Steps and alignments have no slots: what their words show is asked for by many rules, and computed once.
@dataclass(frozen=True)
class Step:
    """A run of words of one wording (`left`) and what stands in its place in the other."""

    op: DiffOp
    left: tuple[Word, ...]
    right: tuple[Word, ...]

    @cached_property
    def is_equal(self) -> bool:
        """Whether the words are the same, spelling and spacing aside ("don't", "do not")."""
        return self.op is DiffOp.EQUAL or _letters(self.left) == _letters(self.right)

    @cached_property
    def is_copied(self) -> bool:
        """Whether the words are the same one by one, contractions in two: "healthcare" is no copy of "health care"."""
        return self.op is DiffOp.EQUAL or (self.is_equal and keys_in(self.left) == keys_in(self.right))


@dataclass(frozen=True)
class Alignment:
    """All steps from one wording to the other, in order."""

    steps: tuple[Step, ...]

    @cached_property
    def equal_runs(self) -> tuple[tuple[Word, ...], ...]:
        """The runs of words that both print."""
        return tuple(step.left for step in self.steps if step.is_equal)

    @cached_property
    def run_weights(self) -> tuple[float, ...]:
        """What the words of each equal run say."""
        return tuple(map(weight, self.equal_runs))

    @cached_property
    def copied_runs(self) -> tuple[tuple[Word, ...], ...]:
        """The runs that are the same word by word: signatures tell how much this is at most."""
        return tuple(step.left for step in self.steps if step.is_copied)

    @cached_property
    def copied_weights(self) -> tuple[float, ...]:
        """What the words of each copied run say."""
        return tuple(map(weight, self.copied_runs))

    @cached_property
    def shared_weight(self) -> float:
        """What the words say that both print in the same order."""
        return sum(self.run_weights)


def align(left: tuple[Word, ...], right: tuple[Word, ...]) -> Alignment:
    """The two wordings side by side, longest common runs first.

    Of wordings that repeat the same words again and again, only what they share at their start and end is equal.
    """
    if left == right:
        # A quotation beside itself, or its reprint: done before it would be found among those that are remembered.
        return Alignment((Step(DiffOp.EQUAL, left, right),) if left else ())
    return _aligned(left, right)


# A pair is aligned for its score and for its conflict.
@lru_cache(maxsize=4096)
def _aligned(left: tuple[Word, ...], right: tuple[Word, ...]) -> Alignment:
    keys, others = [word.key for word in left], [word.key for word in right]
    codes = _from_both_ends(keys, others) if _repeat_too_much(keys, others) else _longest_runs_first(keys, others)
    return Alignment(
        tuple(
            Step(_OPS[op], left[start:end], right[other_start:other_end])
            for op, start, end, other_start, other_end in codes
        )
    )


def is_repetitive(words: tuple[Word, ...]) -> bool:
    """Whether the words repeat themselves so much that they are only compared from both ends."""
    keys = [word.key for word in words]
    return _repeat_too_much(keys, keys)


def _repeat_too_much(keys: Sequence[str], others: Sequence[str]) -> bool:
    most = MOST_EQUAL_PAIRS + _MORE_FOR_WORD * (len(keys) + len(others))
    if len(keys) * len(others) <= most:
        return False
    n_times = Counter(others)
    return sum(n * n_times[key] for key, n in Counter(keys).items()) > most


def _longest_runs_first(keys: Sequence[str], others: Sequence[str]) -> Iterator[_Code]:
    return iter(SequenceMatcher(None, keys, others, autojunk=False).get_opcodes())


def _from_both_ends(keys: Sequence[str], others: Sequence[str]) -> Iterator[_Code]:
    shortest = min(len(keys), len(others))
    first = next((at for at in range(shortest) if keys[at] != others[at]), shortest)
    rest = shortest - first
    last = next((at for at in range(rest) if keys[-1 - at] != others[-1 - at]), rest)
    stop, other_stop = len(keys) - last, len(others) - last
    codes = (
        (DiffOp.EQUAL, 0, first, 0, first),
        (_change(stop - first, other_stop - first), first, stop, first, other_stop),
        (DiffOp.EQUAL, stop, len(keys), other_stop, len(others)),
    )
    return (code for code in codes if code[1] < code[2] or code[3] < code[4])


def _change(n_left: int, n_right: int) -> DiffOp:
    if n_left and n_right:
        return DiffOp.REPLACE
    return DiffOp.DELETE if n_left else DiffOp.INSERT


def diff(left: tuple[Word, ...], right: tuple[Word, ...]) -> tuple[DiffStep, ...]:
    """The alignment as a reader sees it: printed words, and spelling no difference."""
    return tuple(_shown(step) for step in align(left, right).steps)


def _shown(step: Step) -> DiffStep:
    op = DiffOp.EQUAL if step.is_equal else step.op
    return DiffStep(op, _printed(step.left), _printed(step.right))


def _printed(words: tuple[Word, ...]) -> str:
    return " ".join(word.printed for word in words)


def _letters(words: tuple[Word, ...]) -> str:
    return "".join(word.key for word in words).replace(" ", "")
