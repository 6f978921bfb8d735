"""The loop that trains every model."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from training.descent import Schedule, descend, set_seed

# torch takes seconds to load.
pytestmark = pytest.mark.slow


class LineLearner:
    """Learns one number, 1, from noise around it."""

    def __init__(self) -> None:
        self.model = torch.nn.Linear(1, 1, bias=False)
        torch.nn.init.zeros_(self.model.weight)
        self._optimizer = torch.optim.SGD(self.model.parameters())

    def optimizers(self) -> tuple[torch.optim.Optimizer, ...]:
        return (self._optimizer,)

    def batches(self) -> Iterator[torch.Tensor]:
        return (1 + torch.randn(1) / 10 for _ in range(10))

    def update(self, batch: torch.Tensor) -> float:
        loss = (self.model(torch.ones(1)) - batch).square().mean()
        self._optimizer.zero_grad()
        loss.backward()
        self._optimizer.step()
        return float(loss.detach())

    def score(self) -> float:
        return 1 - abs(1 - self.number)

    def save(self, path: Path) -> None:
        torch.save(self.model.state_dict(), path)

    @property
    def number(self) -> float:
        return float(self.model.weight.detach())


def test_the_mean_over_the_last_steps_is_scored_and_kept(tmp_path: Path):
    set_seed(1, n_threads=1)
    learner = LineLearner()
    scores = descend(learner, Schedule(n_steps=400, rate=0.2, evaluate_every=100), tmp_path / "model.pt")
    kept = float(torch.load(tmp_path / "model.pt", weights_only=True)["weight"])
    assert list(scores) == [0, 100, 200, 300, 400]
    assert 1 - abs(1 - kept) == max(scores.values()) > 0.9
    assert kept != learner.number


def test_an_interrupted_run_goes_on_where_it_stood(tmp_path: Path):
    set_seed(1, n_threads=1)
    output = tmp_path / "model.pt"
    before = descend(LineLearner(), Schedule(n_steps=100, rate=0.2, evaluate_every=50), output)
    after = descend(LineLearner(), Schedule(n_steps=150, rate=0.2, evaluate_every=50), output)
    assert list(after) == [0, 50, 100, 150]
    assert {step: after[step] for step in before} == before
    assert after[150] > 0.8
