"""The net in training: pieces of articles in turn, as `training/descent.py` asks."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import cast

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from service.parsing.reported.net import Label, ReportedNet
from training.descent import take_step
from training.reported.examples import Example

# Words of a piece, and pieces of a batch.
_LENGTH, _TOGETHER = 256, 32
# The label of what stands behind the end of an article.
_NONE = -1


class ReportedLearner:
    """A net, its batches, and the F measure of whole runs on the development part."""

    def __init__(self, net: ReportedNet, train: Sequence[Example], dev: Sequence[Example]) -> None:
        self._net = net
        self.model: torch.nn.Module = net
        self._train, self._dev = train, dev
        self._optimizer = torch.optim.AdamW(net.parameters(), lr=0.0, weight_decay=0.01)

    def optimizers(self) -> Iterable[torch.optim.Optimizer]:
        """What takes the steps."""
        return (self._optimizer,)

    def batches(self) -> Iterator[object]:
        """One pass over the pieces that have marks; they begin elsewhere in each pass."""
        pieces = [piece for example in self._train for piece in _pieces(example)]
        random.shuffle(pieces)
        return iter([pieces[start : start + _TOGETHER] for start in range(0, len(pieces), _TOGETHER)])

    def update(self, batch: object) -> float:
        """Take one step."""
        pieces = cast("list[Example]", batch)
        self.model.train()
        rows, places, starts, labels = (torch.stack(column) for column in zip(*map(_filled, pieces), strict=True))
        scores = self._net(rows.float(), places, starts)
        loss = cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=_NONE)
        return take_step(loss, self.model, self._optimizer)

    def score(self) -> float:
        """The F measure of the runs whose words are all right."""
        self.model.eval()
        n_right = n_found = n_gold = 0
        with torch.inference_mode():
            for example in self._dev:
                scores = self._net(
                    *(each.unsqueeze(0) for each in (example.rows.float(), example.places, example.starts))
                )
                found, gold = (runs(each.tolist()) for each in (scores.squeeze(0).argmax(1), example.labels))
                n_right, n_found, n_gold = n_right + len(found & gold), n_found + len(found), n_gold + len(gold)
        return 2 * n_right / (n_found + n_gold) if n_found else 0.0

    def save(self, path: Path) -> None:
        """Write the net in half precision, with its size."""
        weights = {name: weight.half() for name, weight in self.model.state_dict().items()}
        torch.save({"size": self._net.size, "model": weights}, path)


def runs(found: Sequence[int]) -> set[tuple[int, int]]:
    """Where each run of words that are reported, with marks, begins and stops."""
    starts: list[int] = []
    stops: list[int] = []
    for place, label in enumerate(found):
        is_within = label in (Label.BEGINS, Label.GOES_ON)
        goes_on = bool(stops) and stops[-1] == place and label == Label.GOES_ON
        if goes_on:
            stops[-1] = place + 1
        elif is_within:
            starts.append(place)
            stops.append(place + 1)
    return {*zip(starts, stops, strict=True)}


def _pieces(example: Example) -> Iterator[Example]:
    first = random.randrange(_LENGTH)
    bounds = [0, *range(first, len(example.labels), _LENGTH), len(example.labels)]
    for start, stop in pairwise(bounds):
        if example.places[start:stop].any():
            yield Example(*(column[start:stop] for column in _columns(example)))


def _filled(piece: Example) -> tuple[Tensor, ...]:
    """The columns, filled up at the end."""
    rest = _LENGTH - len(piece.labels)
    rows, places, starts, labels = _columns(piece)
    return (
        torch.nn.functional.pad(rows, (0, 0, 0, rest)),
        torch.nn.functional.pad(places, (0, rest)),
        torch.nn.functional.pad(starts, (0, rest)),
        torch.nn.functional.pad(labels, (0, rest), value=_NONE),
    )


def _columns(example: Example) -> tuple[Tensor, ...]:
    return example.rows, example.places, example.starts, example.labels
