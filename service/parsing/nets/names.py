"""Names of persons, organisations and places: the best path over the tags of each sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from service.parsing.nets.packing import Packing

# What a step that may not be taken adds to a sum of scores.
NEVER = -1e4
_CLOSED = frozenset("OES")


class NamePaths:
    """The best sequences of tags that make whole names.

    A tag is "O", or tells how its word stands in a name (B, I, E, S), with the kind of name.
    """

    def __init__(self, tags: Sequence[str]) -> None:
        self._steps = torch.tensor([[0.0 if _follows(a, b) else NEVER for b in tags] for a in tags])
        self._starts = torch.tensor([0.0 if _follows("O", tag) else NEVER for tag in tags])
        self._ends = torch.tensor([0.0 if _follows(tag, "O") else NEVER for tag in tags])

    def __call__(self, scores: Tensor, lengths: Sequence[int]) -> list[int]:
        """The numbers of the tags of all words; `scores` (words, tags) sentence after sentence."""
        sentences = Packing(lengths)
        ends = torch.tensor(lengths).cumsum(0) - 1
        scores = scores.float().clone()
        scores[ends] += self._ends
        scores[ends + 1 - torch.tensor(lengths)] += self._starts
        packed = best_paths(sentences.pack(scores).data, self._steps, sentences.batch_sizes.tolist())
        found: list[int] = sentences.unpack(packed).tolist()
        return found


def best_paths(scores: Tensor, transitions: Tensor, batch_sizes: Sequence[int]) -> Tensor:
    """The numbers of the tags with the highest sum of scores and transitions in each sequence (Viterbi).

    `scores` (words, tags) and the answer (words) stand in the order of `Packing.pack`.
    """
    steps = torch.split(scores, list(batch_sizes))
    total = steps[0]
    came_from: list[Tensor] = []
    for step in steps[1:]:
        best, origin = (total[: len(step)].unsqueeze(2) + transitions).max(1)
        # Sequences that have ended keep their totals.
        total = torch.cat([best + step, total[len(step) :]])
        came_from.append(origin)
    chosen = total.argmax(1)
    path = [chosen]
    for origin in reversed(came_from):
        earlier = origin.gather(1, chosen[: len(origin)].unsqueeze(1)).squeeze(1)
        path[-1] = chosen[: len(origin)]
        chosen = torch.cat([earlier, chosen[len(origin) :]])
        path.append(chosen)
    return torch.cat(path[::-1])


def name_spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The first word, the last and the kind of each name, in tags that make whole names."""
    start = 0
    for place, tag in enumerate(tags):
        if tag[0] in "BS":
            start = place
        if tag[0] in "ES":
            yield start, place, tag[2:]


def _follows(before: str, after: str) -> bool:
    """Whether the second tag may stand behind the first."""
    if before[0] in _CLOSED:
        return after[0] not in "IE"
    return after[0] in "IE" and before[2:] == after[2:]
