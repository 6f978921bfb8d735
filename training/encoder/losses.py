"""How far what is read off the encoder's vectors is from an annotation."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, pad

from service.parsing.nets.multitask import MultitaskNet
from service.parsing.nets.trees import TreeHead
from training.encoder.examples import Window

# Heads are many more decisions than names: a batch of names weighs as much.
_NAMES_WEIGHT = 2.0
_NEVER = -1e4


def annotation_loss(net: MultitaskNet, rows: Tensor, windows: Sequence[Window]) -> Tensor:
    """How far what is read off the rows is from the annotation of the windows, all of which have the same kinds.

    Windows without annotation teach nothing.
    """
    sentences = [example for window in windows for example in window]
    names, tags, heads, relations = (
        torch.tensor([number for sentence in sentences for number in getattr(sentence, kind)], device=rows.device)
        for kind in ("names", "tags", "heads", "relations")
    )
    total = rows.new_zeros((), dtype=torch.float32)
    if len(names):
        total = total + _NAMES_WEIGHT * cross_entropy(net.names(rows).float(), names)
    if len(tags):
        total = total + cross_entropy(net.tags(rows).float(), tags)
        lengths = [len(sentence.words) for sentence in sentences]
        total = total + _tree_loss(net.trees, rows, lengths, (heads, relations))
    return total


def _tree_loss(trees: TreeHead, rows: Tensor, lengths: Sequence[int], gold: tuple[Tensor, Tensor]) -> Tensor:
    heads, relations = gold
    scores = arc_scores(trees, rows, lengths)
    grid = _grid(lengths, rows.device)
    arcs = torch.where(grid > 0, heads[grid - 1], -100)
    arc_loss = cross_entropy(scores.flatten(0, 1).float(), arcs.flatten())
    return arc_loss + cross_entropy(trees.relations_to(rows, lengths, heads).float(), relations)


def arc_scores(trees: TreeHead, rows: Tensor, lengths: Sequence[int]) -> Tensor:
    """How well each word (column, the root first) does as the head of each (row): (sentences, words, words + 1).

    All sentences at once, with padding, as a GPU likes it.
    """
    left, right = trees.sides(trees.arc_sides, rows)
    grid = _grid(lengths, rows.device)
    dependents = pad(_select(left, grid), (0, 1), value=1.0)
    scores = dependents @ trees.arcs @ _select(right, pad(grid, (1, 0))).transpose(1, 2)
    places = torch.arange(scores.shape[2], device=rows.device)
    is_behind = places > torch.tensor(lengths, device=rows.device)[:, None, None]
    is_itself = places == places[1:, None]
    return scores.masked_fill(is_behind | is_itself, _NEVER)


def _grid(lengths: Sequence[int], device: torch.device) -> Tensor:
    """The words of each sentence, counted from 1 over all, with 0 behind its end: (sentences, words)."""
    sizes = torch.tensor(lengths, device=device)
    places = torch.arange(int(sizes.max()), device=device)
    starts = sizes.cumsum(0) - sizes
    return torch.where(places < sizes.unsqueeze(1), starts.unsqueeze(1) + places + 1, 0)


def _select(rows: Tensor, numbers: Tensor) -> Tensor:
    return rows.index_select(0, numbers.flatten()).view(*numbers.shape, -1)
