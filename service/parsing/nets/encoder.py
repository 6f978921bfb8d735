"""The encoder: a BERT that reads a word's shape beside its pieces, and from some layer on only one vector a word.

Words have 1.3 pieces in the news, so the layers that read words take a quarter less time.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from service.parsing.nets.byte_linear import FeedForward, MeasuredLinear
from service.parsing.nets.pieces import Shape
from service.parsing.nets.windows import Batch

_EPSILON = 1e-12
# What is added to the score of a place where nothing is.
_NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Size:
    """How large a net is; the first `n_piece_layers` of its layers read pieces, the others words."""

    n_pieces: int
    width: int = 384
    inner: int = 1536
    n_attention_heads: int = 12
    n_layers: int = 4
    n_piece_layers: int = 1
    longest: int = 512
    dropout: float = 0.1
    arc_width: int = 256
    relation_width: int = 64


class Encoder(nn.Module):
    """Vectors for the words of windows."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size = size
        self.pieces = nn.Embedding(size.n_pieces, size.width)
        self.places = nn.Embedding(size.longest, size.width)
        self.shapes = nn.Embedding(len(Shape), size.width)
        self.norm = nn.LayerNorm(size.width, eps=_EPSILON)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.n_layers))
        # What the pieces of a word tell beside the first of them; nothing until it has been learned.
        self.rest = MeasuredLinear(size.width, size.width, bias=False)
        self.dropout = nn.Dropout(size.dropout)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.rest.weight)

    def forward(self, batch: Batch) -> Tensor:
        """A vector for each word, the marks at the ends of windows among them: (windows, words, width)."""
        places = self.places.weight[: batch.pieces.shape[1]]
        rows = self.pieces(batch.pieces).to(places.dtype) + places + self.shapes(batch.shapes)
        rows = self.dropout(self.norm(rows))
        n = self.size.n_piece_layers
        for layer in self.layers[:n]:
            rows = layer(rows, batch.is_piece)
        rows = self._by_word(rows, batch)
        for layer in self.layers[n:]:
            rows = layer(rows, batch.is_word)
        found: Tensor = rows
        return found

    def _by_word(self, rows: Tensor, batch: Batch) -> Tensor:
        n_windows, n_words = batch.is_word.shape
        # What lies behind the end of a window goes to a row that is dropped.
        places = torch.where(batch.is_piece, batch.words, n_words)
        places = places + torch.arange(n_windows, device=places.device).unsqueeze(1) * (n_words + 1)
        flat, flat_places = rows.flatten(0, 1), places.flatten()
        total = flat.new_zeros(n_windows * (n_words + 1), flat.shape[1]).index_add(0, flat_places, flat)
        count = flat.new_zeros(len(total)).index_add(0, flat_places, flat.new_ones(len(flat)))
        is_first = torch.ones_like(batch.is_piece)
        is_first[:, 1:] = batch.words[:, 1:] != batch.words[:, :-1]
        is_first &= batch.is_piece
        first = torch.zeros_like(total)
        first[places[is_first]] = rows[is_first]
        found: Tensor = first + self.rest(total / count.clamp(min=1).unsqueeze(1))
        return found.view(n_windows, n_words + 1, -1)[:, :n_words]


class Layer(nn.Module):
    """One layer of a BERT."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self._n_heads = size.n_attention_heads
        self.attention = MeasuredLinear(size.width, 3 * size.width)
        self.attended = MeasuredLinear(size.width, size.width)
        self.attended_norm = nn.LayerNorm(size.width, eps=_EPSILON)
        self.feed = FeedForward(size.width, size.inner)
        self.fed_norm = nn.LayerNorm(size.width, eps=_EPSILON)
        self.dropout = nn.Dropout(size.dropout)

    def forward(self, rows: Tensor, is_there: Tensor) -> Tensor:
        """The rows (windows, places, width) after each has looked at those of its window."""
        looked = self._look(self.attention(rows), is_there)
        rows = self.attended_norm(rows + self.dropout(self.attended(looked)))
        found: Tensor = self.fed_norm(rows + self.dropout(self.feed(rows)))
        return found

    def _look(self, parts: Tensor, is_there: Tensor) -> Tensor:
        """Attention in three products: on a processor, the fused one takes four times as long to learn."""
        n_windows, n_places, _ = parts.shape
        by_head = parts.view(n_windows, n_places, 3, self._n_heads, -1).permute(2, 0, 3, 1, 4).flatten(1, 2)
        queries, keys, values = by_head.unbind()
        hidden = torch.zeros_like(is_there, dtype=parts.dtype).masked_fill(~is_there, _NEVER)
        hidden = hidden.repeat_interleave(self._n_heads, 0).unsqueeze(1)
        scores = torch.baddbmm(hidden, queries, keys.transpose(1, 2), alpha=queries.shape[2] ** -0.5)
        looked = scores.softmax(2).to(values.dtype) @ values
        return looked.view(n_windows, self._n_heads, n_places, -1).transpose(1, 2).flatten(2)
