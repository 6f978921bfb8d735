"""Heads and relations (Dozat and Manning 2017), read off the vectors of the encoder alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu, pad

from service.parsing.nets.arborescence import best_tree
from service.parsing.nets.byte_linear import ROWS, MeasuredLinear
from service.parsing.nets.encoder import Size

# Words whose relations are scored at once: each takes 17 kB meanwhile.
_AT_ONCE = 3 * ROWS


class TreeHead(nn.Module):
    """Biaffine scores of arcs and relations."""

    def __init__(self, size: Size, n_relations: int, dropout: float) -> None:
        super().__init__()
        arcs, relations = size.arc_width, size.relation_width
        self.root = nn.Parameter(torch.zeros(size.width))
        self.arc_sides = MeasuredLinear(size.width, 2 * arcs)
        self.arcs = nn.Parameter(torch.zeros(arcs + 1, arcs))
        self.relation_sides = MeasuredLinear(size.width, 2 * relations)
        self.relations = nn.Parameter(torch.zeros(relations + 1, n_relations, relations + 1))
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.root, std=0.5)
        nn.init.normal_(self.arcs, std=0.01)

    def forward(self, rows: Tensor, lengths: Sequence[int]) -> tuple[list[int], list[int]]:
        """The head of each word, counted from 1 in its sentence and 0 for the root, and the number of its relation.

        `lengths` has the number of words of each sentence.
        """
        tables = self._arc_tables(rows, lengths)
        heads = [head for table in tables for head in best_tree(table.double().numpy())]
        return heads, self.relations_to(rows, lengths, torch.tensor(heads)).argmax(1).tolist()

    def relations_to(self, rows: Tensor, lengths: Sequence[int], heads: Tensor) -> Tensor:
        """How well each relation (column) does between each word and its head."""
        sizes = torch.tensor(lengths, device=rows.device)
        starts = (sizes.cumsum(0) - sizes).repeat_interleave(sizes)
        left, right = self.sides(self.relation_sides, rows)
        governors = right.index_select(0, torch.where(heads > 0, starts + heads, 0))
        # Each product of a number of the one and a number of the other weighs for each relation.
        weights = self.relations.transpose(1, 2).flatten(0, 1)
        left, governors = (pad(side, (0, 0, 0, -len(rows) % ROWS)) for side in (left[1:], governors))
        pairs = zip(torch.split(left, _AT_ONCE), torch.split(governors, _AT_ONCE), strict=True)
        return torch.cat([_products(*pair, weights.dtype) @ weights for pair in pairs])[: len(rows)]

    def sides(self, layer: nn.Module, rows: Tensor) -> tuple[Tensor, Tensor]:
        """What the root, first, and each word are as a dependent and as a head."""
        with_root = torch.cat([self.root.to(rows.dtype).unsqueeze(0), rows])
        left, right = self.dropout(gelu(layer(with_root))).chunk(2, 1)
        return left, right

    def _arc_tables(self, rows: Tensor, lengths: Sequence[int]) -> Iterator[Tensor]:
        """For each sentence how well each word (column) does as the head of each (row); the root is first."""
        left, right = self.sides(self.arc_sides, rows)
        left = pad(left[1:], (0, 1), value=1.0) @ self.arcs
        end = 0
        for length in lengths:
            start, end = end, end + length
            table = rows.new_full((length + 1, length + 1), -torch.inf)
            table[1:, 0] = left[start:end] @ right[0]
            table[1:, 1:] = left[start:end] @ right[start + 1 : end + 1].T
            yield table.fill_diagonal_(-torch.inf)


def _products(dependents: Tensor, heads: Tensor, dtype: torch.dtype) -> Tensor:
    dependents, heads = (pad(side, (0, 1), value=1.0).to(dtype) for side in (dependents, heads))
    return (dependents.unsqueeze(2) * heads.unsqueeze(1)).flatten(1)
