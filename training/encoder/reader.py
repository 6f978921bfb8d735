"""The encoder with what is read off its vectors: names, tags, heads and relations."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, gelu, pad

from training.encoder.examples import Labels, Window
from training.encoder.net import Batch, Encoder, Size

_ARC_WIDTH, _RELATION_WIDTH = 256, 96
# Heads are many more decisions than names: a batch of names weighs as much.
_NAMES_WEIGHT = 2.0
_NEVER = -1e4


class Reader(nn.Module):
    """Names, tags, heads and relations of words, by one encoder."""

    def __init__(self, size: Size, labels: Labels, *, dropout: float = 0.33) -> None:
        super().__init__()
        self.encoder = Encoder(size)
        self.names = nn.Linear(size.width, len(labels.names))
        self.tags = nn.Linear(size.width, len(labels.tags))
        self.trees = TreeHead(size.width, len(labels.relations), dropout)
        self.dropout = nn.Dropout(size.dropout)

    def rows(self, batch: Batch) -> Tensor:
        """A vector for each word of the windows, one after another: (words, width)."""
        found = self.encoder(batch)
        is_word = batch.is_word.clone()
        # Leave out the marks at both ends of a window.
        is_word[:, :-1] &= batch.is_word[:, 1:]
        is_word[:, -1] = False
        is_word[:, 0] = False
        rows: Tensor = self.dropout(found[is_word])
        return rows

    def loss(self, rows: Tensor, windows: Sequence[Window]) -> Tensor:
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
            total = total + _NAMES_WEIGHT * cross_entropy(self.names(rows).float(), names)
        if len(tags):
            total = total + cross_entropy(self.tags(rows).float(), tags)
            lengths = [len(sentence.words) for sentence in sentences]
            total = total + self.trees.loss(rows, lengths, heads, relations)
        return total


def load_reader(path: Path) -> Reader:
    """A reader from its file, ready to run."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    labels = Labels(**{kind: tuple(names) for kind, names in saved["labels"].items()})
    reader = Reader(Size(**saved["size"]), labels)
    reader.load_state_dict(saved["model"])
    return reader.eval()


class TreeHead(nn.Module):
    """Biaffine scores of arcs and relations (Dozat and Manning 2017), on the vectors of the encoder alone."""

    def __init__(self, width: int, n_relations: int, dropout: float) -> None:
        super().__init__()
        self.root = nn.Parameter(torch.zeros(width))
        self.arc_sides = nn.Linear(width, 2 * _ARC_WIDTH)
        self.arcs = nn.Parameter(torch.zeros(_ARC_WIDTH + 1, _ARC_WIDTH))
        self.relation_sides = nn.Linear(width, 2 * _RELATION_WIDTH)
        self.relations = nn.Parameter(torch.zeros(_RELATION_WIDTH + 1, n_relations, _RELATION_WIDTH + 1))
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.root, std=0.5)
        nn.init.normal_(self.arcs, std=0.01)

    def loss(self, rows: Tensor, lengths: Sequence[int], heads: Tensor, relations: Tensor) -> Tensor:
        """How far the scores are from the annotated heads and relations."""
        scores = self.arc_scores(rows, lengths)
        grid = _grid(lengths, rows.device)
        gold = torch.where(grid > 0, heads[grid - 1], -100)
        arc_loss = cross_entropy(scores.flatten(0, 1).float(), gold.flatten())
        return arc_loss + cross_entropy(self.relation_scores(rows, lengths, heads).float(), relations)

    def arc_scores(self, rows: Tensor, lengths: Sequence[int]) -> Tensor:
        """How well each word (column, the root first) does as the head of each (row): (sentences, words, words + 1)."""
        left, right = self._sides(self.arc_sides, rows)
        grid = _grid(lengths, rows.device)
        dependents = pad(_select(left, grid), (0, 1), value=1.0)
        scores = dependents @ self.arcs @ _select(right, pad(grid, (1, 0))).transpose(1, 2)
        places = torch.arange(scores.shape[2], device=rows.device)
        is_behind = places > torch.tensor(lengths, device=rows.device)[:, None, None]
        is_itself = places == places[1:, None]
        return scores.masked_fill(is_behind | is_itself, _NEVER)

    def relation_scores(self, rows: Tensor, lengths: Sequence[int], heads: Tensor) -> Tensor:
        """The scores of all relations of each word to its head, which is counted from 1 and 0 for the root."""
        sizes = torch.tensor(lengths, device=rows.device)
        starts = (sizes.cumsum(0) - sizes).repeat_interleave(sizes)
        left, right = self._sides(self.relation_sides, rows)
        dependents = pad(left[1:], (0, 1), value=1.0)
        governors = pad(right.index_select(0, torch.where(heads > 0, starts + heads, 0)), (0, 1), value=1.0)
        by_relation = (dependents @ self.relations.flatten(1)).view(len(rows), *self.relations.shape[1:])
        scores: Tensor = (by_relation @ governors.unsqueeze(2)).squeeze(2)
        return scores

    def _sides(self, layer: nn.Linear, rows: Tensor) -> tuple[Tensor, Tensor]:
        """What the root, first, and each word are as a dependent and as a head."""
        with_root = torch.cat([self.root.to(rows.dtype).unsqueeze(0), rows])
        left, right = self.dropout(gelu(layer(with_root))).chunk(2, 1)
        return left, right


def _grid(lengths: Sequence[int], device: torch.device) -> Tensor:
    """The words of each sentence, counted from 1 over all, with 0 behind its end: (sentences, words)."""
    sizes = torch.tensor(lengths, device=device)
    places = torch.arange(int(sizes.max()), device=device)
    starts = sizes.cumsum(0) - sizes
    return torch.where(places < sizes.unsqueeze(1), starts.unsqueeze(1) + places + 1, 0)


def _select(rows: Tensor, numbers: Tensor) -> Tensor:
    return rows.index_select(0, numbers.flatten()).view(*numbers.shape, -1)
