"""Two wordings aligned as linking aligns them, and shown as the articles print them: with their punctuation."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from service.domain.conflicts import DiffOp, DiffStep
from service.linking.wording.alignment import align
from service.linking.wording.tokens import Word, words_of

# Marks that stand before a word, as opposed to those that follow the word before it.
_OPENING = re.compile(r"(?:(?<=\s)\S+)?\Z")


def printed_diff(text: str, other: str) -> tuple[DiffStep, ...]:
    """The steps from one text (`a`) to the other (`b`); spelling, capitals and punctuation make no difference."""
    left, right = words_of(text), words_of(other)
    steps = align(left, right).steps
    ours = printed_runs(text, left, [len(step.left) for step in steps])
    theirs = printed_runs(other, right, [len(step.right) for step in steps])
    return tuple(
        DiffStep(DiffOp.EQUAL if step.is_equal else step.op, a, b)
        for step, a, b in zip(steps, ours, theirs, strict=True)
    )


def printed_runs(text: str, words: Sequence[Word], lengths: Sequence[int]) -> list[str]:
    """The text, as printed, cut into runs with these numbers of words."""
    cuts = [*_cuts(text, words), len(text)]
    ends = list(accumulate(lengths, initial=0))
    return [text[cuts[start] : cuts[end]].strip() if start < end else "" for start, end in pairwise(ends)]


def _cuts(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Where each word begins, with the marks that open it; what stands before the first belongs to that one."""
    end = 0
    for number, word in enumerate(words):
        # A number of several words ("two thousand") may be printed over the end of a line.
        first, *others = word.printed.split()
        start = text.index(first, end)
        opening = _OPENING.search(text, end, start)
        yield opening.start() if number and opening else 0
        end = start + len(first)
        for other in others:
            end = text.index(other, end) + len(other)
