"""The two fits: a logistic one for decisions, a conditional one for the choice among candidates. Both are convex."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from training.attribution.examples import Decision, Selection

_MOST_STEPS = 300
# In single precision the last digit of a weight hangs on how many cores add up.
_EXACT = torch.float64


def fit_decisions(decisions: Sequence[Decision], fixed: Sequence[float | None], *, penalty: float) -> tuple[float, ...]:
    """The weights under which the decisions are likeliest; those that are fixed count as they are given."""
    strengths = torch.tensor([each.strengths for each in decisions], dtype=_EXACT)
    labels = torch.tensor([each.is_yes for each in decisions], dtype=_EXACT)
    given = torch.tensor([weight or 0.0 for weight in fixed], dtype=_EXACT)
    free = torch.tensor([weight is None for weight in fixed], dtype=_EXACT)

    def loss(weights: Tensor) -> Tensor:
        logits = strengths @ (weights * free + given)
        likelihood = torch.nn.functional.binary_cross_entropy_with_logits(logits, labels)
        return likelihood + penalty * (weights * weights).sum()

    fitted = minimum(loss, len(fixed)) * free + given
    return tuple(fitted.tolist())


def fit_selections(selections: Sequence[Selection], n_weights: int, *, penalty: float) -> tuple[float, ...]:
    """The weights under which a right candidate is likeliest to be chosen; selections without one teach nothing."""
    usable = [each for each in selections if any(each.is_right)]
    strengths = torch.tensor([row for each in usable for row in each.strengths], dtype=_EXACT)
    labels = torch.tensor([is_right for each in usable for is_right in each.is_right], dtype=_EXACT)
    owner = torch.tensor([index for index, each in enumerate(usable) for _ in each.is_right])
    n = len(usable)

    def loss(weights: Tensor) -> Tensor:
        scores = strengths @ weights
        highest = torch.full((n,), -1e9, dtype=_EXACT).scatter_reduce(0, owner, scores.detach(), "amax")
        shares = torch.exp(scores - highest[owner])
        every, right = (torch.zeros(n, dtype=_EXACT).index_add(0, owner, part) for part in (shares, shares * labels))
        return -(torch.log(right + 1e-9) - torch.log(every)).mean() + penalty * (weights * weights).sum()

    return tuple(minimum(loss, n_weights).tolist())


def minimum(loss: Callable[[Tensor], Tensor], n_weights: int) -> Tensor:
    """The weights at which the loss is least; it has to be convex."""
    weights = torch.zeros(n_weights, dtype=_EXACT, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=_MOST_STEPS, line_search_fn="strong_wolfe")

    def step() -> Tensor:
        optimizer.zero_grad()
        value = loss(weights)
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimizer.step(step)  # type: ignore[no-untyped-call]
    return weights.detach()
