"""The words of two quotations laid side by side; what the steps mean is for others to say."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from service.domain.conflicts import DiffOp, DiffStep
from service.linking.wording.tokens import Word, weight


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


@dataclass(frozen=True)
class Alignment:
    """All steps from one wording to the other, in order."""

    steps: tuple[Step, ...]

    @cached_property
    def equal_runs(self) -> tuple[tuple[Word, ...], ...]:
        """The runs of words that both print."""
        return tuple(step.left for step in self.steps if step.is_equal)

    @cached_property
    def longest_run(self) -> tuple[Word, ...]:
        """The equal run that says most."""
        return max(self.equal_runs, key=weight, default=())

    @cached_property
    def shared_weight(self) -> float:
        """What the words say that both print in the same order."""
        return sum(map(weight, self.equal_runs))


# A pair is aligned for its score and for its conflict.
@lru_cache(maxsize=4096)
def align(left: tuple[Word, ...], right: tuple[Word, ...]) -> Alignment:
    """The two wordings side by side, longest common runs first."""
    if left == right:
        # A quotation beside itself, or its reprint.
        return Alignment((Step(DiffOp.EQUAL, left, right),) if left else ())
    matcher = SequenceMatcher(None, [word.key for word in left], [word.key for word in right], autojunk=False)
    return Alignment(
        tuple(
            Step(DiffOp(op), left[start:end], right[other_start:other_end])
            for op, start, end, other_start, other_end in matcher.get_opcodes()
        )
    )


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
