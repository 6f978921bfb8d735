"""What a larger net teaches a smaller one (Hinton et al. 2015): not only what is right, but how likely all else is.

A teacher judges every task of every text: names where only heads are annotated, and the other way round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import kl_div, log_softmax

from service.parsing.nets.multitask import MultitaskNet
from service.parsing.nets.windows import Batch
from training.encoder.examples import Window
from training.encoder.losses import arc_scores


@dataclass(frozen=True, slots=True)
class Lesson:
    """The logarithms of a teacher's probabilities for the words of windows, and the heads it would choose."""

    lengths: tuple[int, ...]
    names: Tensor
    tags: Tensor
    arcs: Tensor
    heads: Tensor
    relations: Tensor

    @classmethod
    def of(cls, teacher: MultitaskNet, batch: Batch, windows: Sequence[Window]) -> Lesson:
        """What the teacher says of the windows, which are those of the batch."""
        lengths = tuple(len(example.words) for window in windows for example in window)
        with torch.no_grad():
            rows = teacher.rows(batch)
            arcs = _arcs(teacher, rows, lengths)
            heads = arcs.argmax(1)
            relations = teacher.trees.relations_to(rows, lengths, heads)
            return cls(lengths, _logs(teacher.names(rows)), _logs(teacher.tags(rows)), arcs, heads, _logs(relations))


def taught_loss(student: MultitaskNet, rows: Tensor, lesson: Lesson) -> Tensor:
    """How far the student's probabilities are from the teacher's; `rows` are the student's own of the same windows."""
    relations = student.trees.relations_to(rows, lesson.lengths, lesson.heads)
    pairs = (
        (student.names(rows), lesson.names),
        (student.tags(rows), lesson.tags),
        (_arcs(student, rows, lesson.lengths), lesson.arcs),
        (relations, lesson.relations),
    )
    total = rows.new_zeros((), dtype=torch.float32)
    for ours, theirs in pairs:
        total = total + kl_div(_logs(ours), theirs, reduction="batchmean", log_target=True)
    return total


def _arcs(net: MultitaskNet, rows: Tensor, lengths: Sequence[int]) -> Tensor:
    """The probabilities of all heads, for the words one after another."""
    scores = arc_scores(net.trees, rows, lengths)
    sizes = torch.tensor(lengths, device=rows.device)
    is_word = torch.arange(scores.shape[1], device=rows.device) < sizes.unsqueeze(1)
    return _logs(scores[is_word])


def _logs(scores: Tensor) -> Tensor:
    return log_softmax(scores.float(), -1)
