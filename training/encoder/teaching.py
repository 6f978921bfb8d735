"""What one net teaches another (Hinton et al. 2015): not only what is right, but how likely all else is.

A teacher judges all texts: of names where only heads are annotated, and of heads where only names are.
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
class Teachers:
    """Whom a net learns from: one net may teach names, another tags and trees."""

    of_names: MultitaskNet
    of_trees: MultitaskNet


@dataclass(frozen=True, slots=True)
class Lesson:
    """The logarithms of the teachers' probabilities for the words of windows, and the heads they would choose."""

    lengths: tuple[int, ...]
    names: Tensor
    tags: Tensor
    arcs: Tensor
    heads: Tensor
    relations: Tensor

    @classmethod
    def of(cls, teachers: Teachers, batch: Batch, windows: Sequence[Window]) -> Lesson:
        """What the teachers say of the windows, which are those of the batch."""
        lengths = tuple(len(example.words) for window in windows for example in window)
        with torch.no_grad():
            names, trees = teachers.of_names, teachers.of_trees
            rows = trees.rows(batch)
            arcs = _arcs(trees, rows, lengths)
            heads = arcs.argmax(1)
            relations = trees.trees.relations_to(rows, lengths, heads)
            named = names.names(rows if names is trees else names.rows(batch))
            return cls(lengths, _logs(named), _logs(trees.tags(rows)), arcs, heads, _logs(relations))


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
