"""Words that are reported together with words between quotation marks: which, read off the vectors of the encoder.

“She said that the plan was “dead” and would not come back”: a dilated convolution (as in Yu and Koltun 2016) over the
whole text sees thirty words on either side, and says of each word whether it begins what is reported, or goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

import torch
from torch import Tensor, nn
from torch.nn.functional import glu, pad

from service.domain.articles import Reported
from service.parsing.annotation import MarkPlace, Places

# Words on either side of one that a layer looks at, and how far apart they are: each layer looks further.
_NEIGHBOURS, _STEPS = 2, (1, 2, 4, 8)


class Label(IntEnum):
    """What the net tells apart: reports without any marks are learnt beside the others, and are not stated."""

    OUTSIDE = 0
    BEGINS = 1
    GOES_ON = 2
    BEGINS_UNMARKED = 3
    UNMARKED = 4


_STATED = (Reported.OUTSIDE, Reported.BEGINS, Reported.GOES_ON, Reported.OUTSIDE, Reported.OUTSIDE)


class ReportedNet(nn.Module):
    """Scores of the labels for each word of a text."""

    def __init__(self, width: int, inner: int = 64, dropout: float = 0.15) -> None:
        super().__init__()
        self.size = {"width": width, "inner": inner}
        self.begin = nn.Linear(width + len(MarkPlace) + 1, inner)
        self.layers = nn.ModuleList(_Layer(inner, step, dropout) for step in _STEPS)
        self.norm = nn.LayerNorm(inner)
        self.labels = nn.Linear(inner, len(Label))
        self.dropout = nn.Dropout(0.25)

    def forward(self, rows: Tensor, places: Tensor, starts: Tensor) -> Tensor:
        """Scores of the labels (texts, words, labels), of words whose vectors are the rows (texts, words, width).

        `places` are those among the marks, `starts` tells which words begin a sentence: (texts, words).
        """
        known = torch.eye(len(MarkPlace), device=rows.device)[places]
        found = self.begin(torch.cat([self.dropout(rows), known, starts.to(rows.dtype).unsqueeze(2)], 2))
        for layer in self.layers:
            found = layer(found)
        scores: Tensor = self.labels(self.norm(found))
        return scores

    def read(self, rows: Tensor, places: Places, lengths: Sequence[int]) -> list[Reported]:
        """How each word stands; `rows` (words, width) are their vectors, `lengths` those of their sentences."""
        columns = rows, torch.tensor(places), starts_of(lengths)
        best = self(*(column.unsqueeze(0) for column in columns)).squeeze(0).argmax(1)
        return [_STATED[label] for label in best.tolist()]


def starts_of(lengths: Sequence[int]) -> Tensor:
    """For each word of sentences of these lengths, one after another, whether it begins one; none is empty."""
    counts = torch.tensor(lengths)
    starts = torch.zeros(int(counts.sum()), dtype=torch.bool)
    starts[counts.cumsum(0) - counts] = True
    return starts


class _Layer(nn.Module):
    """A dilated convolution, as one product of each word's neighbours side by side: for a convolution, oneDNN compiles
    for each length of a text, which takes as long again.
    """

    def __init__(self, width: int, step: int, dropout: float) -> None:
        super().__init__()
        self._step = step
        self.norm = nn.LayerNorm(width)
        self.around = nn.Linear((2 * _NEIGHBOURS + 1) * width, 2 * width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, rows: Tensor) -> Tensor:
        """The rows (texts, words, width) after each has looked around."""
        reach, n_words = _NEIGHBOURS * self._step, rows.shape[1]
        padded = pad(self.norm(rows), (0, 0, reach, reach))
        around = [padded[:, start : start + n_words] for start in range(0, 2 * reach + 1, self._step)]
        found: Tensor = rows + self.dropout(glu(self.around(torch.cat(around, 2)), 2))
        return found
