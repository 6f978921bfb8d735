"""The encoder with what is read off its vectors: names, tags, heads and relations."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn

from service.parsing.nets.encoder import Encoder, Size
from service.parsing.nets.trees import TreeHead
from service.parsing.nets.windows import Batch


@dataclass(frozen=True, slots=True)
class Labels:
    """What may be said of a word: tags of names (BIOES), parts of speech, relations."""

    names: tuple[str, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]


class MultitaskNet(nn.Module):
    """Names, tags, heads and relations of words, by one encoder."""

    def __init__(self, size: Size, labels: Labels, *, dropout: float = 0.33) -> None:
        super().__init__()
        self.encoder = Encoder(size)
        self.names = nn.Linear(size.width, len(labels.names))
        self.tags = nn.Linear(size.width, len(labels.tags))
        self.trees = TreeHead(size, len(labels.relations), dropout)
        self.dropout = nn.Dropout(size.dropout)

    def rows(self, batch: Batch) -> Tensor:
        """A vector for each word of the windows, one after another: (words, width)."""
        rows: Tensor = self.dropout(batch.rows_of_words(self.encoder(batch)))
        return rows
