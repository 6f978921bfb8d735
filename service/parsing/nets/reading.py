"""What the net says of the sentences of a text: each is read once, in parts, so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import torch
from torch import Tensor

from service.domain.articles import Reported
from service.parsing.annotation import Places
from service.parsing.chunks import chunks
from service.parsing.nets.multitask import Labels, MultitaskNet
from service.parsing.nets.name_kinds import KindsOfNames
from service.parsing.nets.names import NamePaths
from service.parsing.nets.pieces import Pieces
from service.parsing.nets.windows import Words, batches, n_pieces, pack, windows
from service.parsing.reported.net import ReportedNet

# Pieces of a window: neighbouring sentences say little about a sentence, and short windows cost less.
_WINDOW = 60
# Pieces that are read at once, with padding: what they become on the way stays within the processor's cache.
_BATCH = 500


@dataclass(frozen=True, slots=True)
class _Part:
    """What is said of the words of some sentences, as numbers; `names` are the logarithms of probabilities."""

    tags: list[int]
    heads: list[int]
    relations: list[int]
    names: Tensor
    reported: list[Reported]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is said of each word of a text; a head counts the words of its sentence from 1, and is 0 for the root."""

    tags: list[str]
    heads: list[int]
    relations: list[str]
    names: list[str]
    reported: list[Reported]


class TextReader:
    """Reads texts with a net."""

    def __init__(self, net: MultitaskNet, pieces: Pieces, labels: Labels, reported: ReportedNet | None = None) -> None:
        self._net, self._pieces, self._labels, self._reported = net, pieces, labels, reported
        self._paths, self._kinds = NamePaths(labels.names), KindsOfNames(labels.names)

    def __call__(self, sentences: Sequence[Words], places: Places | None = None) -> Reading:
        """What is said of the words of the sentences, one after another; no sentence is empty."""
        if not sentences:
            return Reading([], [], [], [], [])
        labels, following = self._labels, iter(places or ())
        parts = [self._read(part, [*islice(following, sum(map(len, part)))]) for part in chunks(sentences)]
        names = torch.cat([part.names for part in parts])
        paths = self._paths(names, [len(sentence) for sentence in sentences])
        return Reading(
            [labels.tags[number] for part in parts for number in part.tags],
            [head for part in parts for head in part.heads],
            [labels.relations[number] for part in parts for number in part.relations],
            self._kinds(sentences, [labels.names[number] for number in paths], names),
            [reported for part in parts for reported in part.reported],
        )

    def _read(self, sentences: Sequence[Words], places: Places) -> _Part:
        rows = self.rows(sentences)
        lengths = [len(sentence) for sentence in sentences]
        heads, relations = self._net.trees(rows, lengths)
        names = self._net.names(rows).log_softmax(1)
        return _Part(
            self._net.tags(rows).argmax(1).tolist(), heads, relations, names, self._reports(rows, places, lengths)
        )

    def _reports(self, rows: Tensor, places: Places, lengths: Sequence[int]) -> list[Reported]:
        if self._reported is None or not any(places):
            return [Reported.OUTSIDE] * len(rows)
        return self._reported.read(rows, places, lengths)

    def rows(self, sentences: Sequence[Words]) -> Tensor:
        """A vector for each word of the sentences, one after another: (words, width).

        Neighbouring sentences share windows, and windows of like sizes are read together.
        """
        sizes = [n_pieces(sentence, self._pieces) for sentence in sentences]
        found = [*windows(sizes, _WINDOW)]
        lengths = [sum(len(sentences[number]) for number in window) for window in found]
        places = torch.split(torch.arange(sum(lengths)), lengths)
        rows = torch.empty(sum(lengths), self._net.encoder.size.width)
        for batch in batches([sum(sizes[number] for number in window) for window in found], _BATCH):
            packed = pack([[sentences[number] for number in found[window]] for window in batch], self._pieces)
            rows[torch.cat([places[window] for window in batch])] = self._net.rows(packed).float()
        return rows
