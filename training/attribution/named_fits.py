"""The logistic fit for decisions whose evidence comes as names; convex."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import torch
from torch import Tensor

_MOST_STEPS = 300
# In single precision the last digit of a weight hangs on how many cores add up.
_EXACT = torch.float64


@dataclass(frozen=True, slots=True)
class NamedDecision:
    """The names of the evidence, and whether it is a yes."""

    names: tuple[str, ...]
    is_yes: bool


def fit_named_decisions(
    decisions: Sequence[NamedDecision], *, fewest: int, penalty: float, least: float
) -> dict[str, float]:
    """The weights of the names under which the decisions are likeliest, and of "always".

    Names seen less than `fewest` times have none; weights closer to nought than `least` are left out.
    """
    seen = Counter(name for each in decisions for name in each.names)
    names = sorted(name for name, n in seen.items() if n >= fewest)
    place = {name: index for index, name in enumerate(names)}
    shown = _indicators([[place[name] for name in each.names if name in place] for each in decisions], len(names))
    turned = shown.t().to_sparse_csr()
    labels = torch.tensor([each.is_yes for each in decisions], dtype=_EXACT)
    weights = torch.zeros(len(names) + 1, dtype=_EXACT)
    optimizer = torch.optim.LBFGS([weights], max_iter=_MOST_STEPS, line_search_fn="strong_wolfe")

    def step() -> Tensor:
        # The gradient by hand: that of a sparse product is slow.
        logits = shown @ weights[:-1] + weights[-1]
        errors = (torch.sigmoid(logits) - labels) / len(labels)
        weights.grad = torch.cat((turned @ errors + 2 * penalty * weights[:-1], errors.sum()[None]))
        likelihood = torch.nn.functional.binary_cross_entropy_with_logits(logits, labels)
        return likelihood + penalty * (weights[:-1] * weights[:-1]).sum()

    optimizer.step(step)  # type: ignore[no-untyped-call]
    *fitted, always = weights.tolist()
    return {"always": always} | {
        name: weight for name, weight in zip(names, fitted, strict=True) if abs(weight) >= least
    }


def _indicators(rows: Sequence[Sequence[int]], n_columns: int) -> Tensor:
    """A sparse matrix with a one in each of the columns that a row names."""
    starts = torch.tensor([0, *accumulate(map(len, rows))])
    columns = torch.tensor([column for row in rows for column in row])
    with warnings.catch_warnings():
        # That sparse rows are still in beta concerns nobody here.
        warnings.simplefilter("ignore", UserWarning)
        return torch.sparse_csr_tensor(starts, columns, torch.ones(len(columns), dtype=_EXACT), (len(rows), n_columns))
