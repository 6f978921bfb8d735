"""Sequences of different lengths, ordered as torch's recurrent nets read them: all first elements, then all second."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn.utils.rnn import PackedSequence


class Packing:
    """The order of a batch of sequences whose elements stand one after another in the rows of a tensor.

    `lengths` has the length of each sequence, none of them 0.
    """

    def __init__(self, lengths: Sequence[int]) -> None:
        sizes = torch.tensor(lengths)
        starts = sizes.cumsum(0) - sizes
        # The longest sequence first: at each step the sequences that go on are the first ones.
        by_length = torch.argsort(sizes, descending=True, stable=True)
        sizes, starts = sizes[by_length], starts[by_length]
        steps = torch.arange(int(sizes[0])).unsqueeze(1)
        goes_on = steps < sizes
        self._order = (starts + steps)[goes_on]
        self.batch_sizes = goes_on.sum(1)

    def pack(self, rows: Tensor) -> PackedSequence:
        """The rows in the order of a recurrent net."""
        return PackedSequence(rows[self._order], self.batch_sizes)

    def unpack(self, packed: Tensor) -> Tensor:
        """The rows as they stood before `pack`."""
        rows = torch.empty_like(packed)
        rows[self._order] = packed
        return rows
