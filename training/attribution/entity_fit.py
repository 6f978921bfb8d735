"""The fit of the weights of entities: one conditional logit over all entities of a passage and nobody. It is convex."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from service.attribution.direct.entities.entity_context import Situation
from service.attribution.direct.entities.entity_table import ENTITY_EVIDENCE, NOBODY_EVIDENCE
from training.attribution.entity_examples import EntityExample
from training.attribution.fits import minimum

_EXACT = torch.float64
# Chosen by the folds, in steps of about three. What a situation adds to a weight has far fewer examples.
_PENALTY, _SITUATION_PENALTY = 2e-4, 1e-3

SITUATIONS = tuple(Situation)
N_ROWS = len(ENTITY_EVIDENCE) + len(NOBODY_EVIDENCE)


@dataclass(frozen=True, slots=True)
class EntityWeights:
    """The weights of the rows, those for entities before those for nobody: common, and added by each situation."""

    common: tuple[float, ...]
    added: Mapping[Situation, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class _Rows:
    """All rows of the examples of one situation; `owner` is the number of each row's example."""

    strengths: Tensor
    labels: Tensor
    owner: Tensor


def _rows_of(example: EntityExample, speech: float) -> list[tuple[float, ...]]:
    """The strengths of all rows for each entity and, last, for nobody; `speech` is the logit of speech."""
    for_nobody = (1.0, -speech, example.one_likely_mention)
    entities = [each + (0.0,) * len(NOBODY_EVIDENCE) for each in example.entities]
    return [*entities, (0.0,) * len(ENTITY_EVIDENCE) + for_nobody]


def fit_entities(examples: Sequence[EntityExample], speech: Sequence[float]) -> EntityWeights:
    """The weights under which the right entities, or nobody, are likeliest; `speech` are the logits of speech."""
    usable = [
        (each, logit) for each, logit in zip(examples, speech, strict=True) if any(each.is_right) or not each.is_speech
    ]
    parts = {name: part for name in SITUATIONS if (part := _rows(usable, name)) is not None}
    owner = torch.cat([part.owner for part in parts.values()])
    labels = torch.cat([part.labels for part in parts.values()])
    n = len(usable)

    def loss(flat: Tensor) -> Tensor:
        weights = flat.view(1 + len(SITUATIONS), N_ROWS)
        scores = torch.cat(
            [part.strengths @ (weights[0] + weights[1 + SITUATIONS.index(name)]) for name, part in parts.items()]
        )
        highest = torch.full((n,), -1e9, dtype=_EXACT).scatter_reduce(0, owner, scores.detach(), "amax")
        shares = torch.exp(scores - highest[owner])
        every, right = (torch.zeros(n, dtype=_EXACT).index_add(0, owner, part) for part in (shares, shares * labels))
        penalty = _PENALTY * (weights[0] ** 2).sum() + _SITUATION_PENALTY * (weights[1:] ** 2).sum()
        return -(torch.log(right + 1e-12) - torch.log(every)).mean() + penalty

    fitted = minimum(loss, (1 + len(SITUATIONS)) * N_ROWS).view(1 + len(SITUATIONS), N_ROWS).tolist()
    return EntityWeights(tuple(fitted[0]), {name: tuple(fitted[1 + i]) for i, name in enumerate(SITUATIONS)})


def _rows(usable: Sequence[tuple[EntityExample, float]], situation: Situation) -> _Rows | None:
    chosen = [(number, *pair) for number, pair in enumerate(usable) if pair[0].situation is situation]
    if not chosen:
        return None
    strengths = [row for _, example, logit in chosen for row in _rows_of(example, logit)]
    labels = [float(is_right) for _, example, _ in chosen for is_right in (*example.is_right, not example.is_speech)]
    owner = [number for number, example, _ in chosen for _ in range(len(example.is_right) + 1)]
    return _Rows(torch.tensor(strengths, dtype=_EXACT), torch.tensor(labels, dtype=_EXACT), torch.tensor(owner))
