"""One training loop for every model: a rate that warms up and falls in a straight line to nothing, the mean of the
weights over the last steps, the best such mean on the development part kept, and a checkpoint from which an
interrupted run goes on.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
import torch

logger = logging.getLogger("training")

# What the mean of the weights keeps of itself at each step: it reaches some thousand steps back.
_MEMORY = 0.999


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast: `rate` is the highest learning rate, reached after `n_warmup` steps."""

    n_steps: int
    rate: float
    n_warmup: int = 100
    evaluate_every: int = 200

    def rate_at(self, step: int) -> float:
        """The learning rate of a step, counted from 0."""
        if step < self.n_warmup:
            return self.rate * (step + 1) / self.n_warmup
        return self.rate * max(self.n_steps - step, 1) / max(self.n_steps - self.n_warmup, 1)


class Learner(Protocol):
    """A model in training, whatever Stanza calls its parts."""

    model: torch.nn.Module

    def optimizers(self) -> Iterable[torch.optim.Optimizer]:
        """What takes the steps."""

    def batches(self) -> Iterator[object]:
        """One pass over the training part, in a new order each time."""

    def update(self, batch: object) -> float:
        """Take one step and answer the loss."""

    def score(self) -> float:
        """How good the model is on the development part; higher is better."""

    def save(self, path: Path) -> None:
        """Write the model as the pipeline loads it."""


@dataclass(slots=True)
class _Progress:
    """Where a run stands."""

    step: int = 0
    best: float = 0.0
    scores: dict[int, float] = field(default_factory=dict)


class _Mean:
    """The mean of a model's weights over its last steps; it does better than the last weights."""

    def __init__(self, model: torch.nn.Module) -> None:
        self.weights = _weights(model)

    def follow(self, model: torch.nn.Module, step: int) -> None:
        """Move towards the weights after a step, counted from 1; by more at first, as the mean has seen little."""
        share = max(1 - _MEMORY, 9 / (10 + step))
        for name, weight in model.state_dict().items():
            if weight.is_floating_point():
                self.weights[name].lerp_(weight, share)

    @contextmanager
    def in_place(self, model: torch.nn.Module) -> Iterator[None]:
        """While it lasts, the model has the mean for its weights."""
        own = _weights(model)
        model.load_state_dict(self.weights)
        yield
        model.load_state_dict(own)


def _weights(model: torch.nn.Module) -> dict[str, torch.Tensor]:
    return {name: weight.detach().clone() for name, weight in model.state_dict().items()}


def set_seed(seed: int, *, n_threads: int) -> None:
    """Fix every source of chance, and how many cores the run may take."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    torch.set_num_threads(n_threads)


def device() -> str:
    """A GPU where there is one."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def take_step(loss: torch.Tensor, model: torch.nn.Module, optimizer: torch.optim.Optimizer) -> float:
    """Move the weights down the slope of the loss, which is answered; a slope that is too steep is made less so."""
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    return float(loss.detach())


def descend(learner: Learner, schedule: Schedule, output: Path) -> Mapping[int, float]:
    """Train to the end of the schedule; `output` holds the best model. Answers the scores by step."""
    checkpoint = output.with_suffix(".checkpoint")
    mean = _Mean(learner.model)
    progress = _resume(learner, mean, checkpoint) if checkpoint.exists() else _begin(learner, mean, output)
    started = time.monotonic()
    losses: list[float] = []
    while progress.step < schedule.n_steps:
        for batch in learner.batches():
            _set_rate(learner, schedule.rate_at(progress.step))
            losses.append(learner.update(batch))
            progress.step += 1
            mean.follow(learner.model, progress.step)
            if progress.step % schedule.evaluate_every == 0 or progress.step == schedule.n_steps:
                _evaluate(learner, mean, progress, output)
                _save_checkpoint(learner, mean, progress, checkpoint)
                logger.info(
                    "step %d loss %.3f score %.4f best %.4f after %.0f s",
                    progress.step, float(np.mean(losses)), progress.scores[progress.step], progress.best,
                    time.monotonic() - started,
                )  # fmt: skip
                losses.clear()
            if progress.step == schedule.n_steps:
                break
    return progress.scores


def _begin(learner: Learner, mean: _Mean, output: Path) -> _Progress:
    output.parent.mkdir(parents=True, exist_ok=True)
    progress = _Progress()
    _evaluate(learner, mean, progress, output)
    logger.info("start score %.4f", progress.best)
    return progress


def _evaluate(learner: Learner, mean: _Mean, progress: _Progress, output: Path) -> None:
    with mean.in_place(learner.model):
        score = learner.score()
        progress.scores[progress.step] = score
        if score >= progress.best:
            progress.best = score
            learner.save(output)


def _set_rate(learner: Learner, rate: float) -> None:
    for optimizer in learner.optimizers():
        for group in optimizer.param_groups:
            group["lr"] = rate * group.get("share", 1.0)


def _save_checkpoint(learner: Learner, mean: _Mean, progress: _Progress, path: Path) -> None:
    state = {
        "model": learner.model.state_dict(),
        "mean": mean.weights,
        "optimizers": [optimizer.state_dict() for optimizer in learner.optimizers()],
        "progress": asdict(progress),
        "torch": torch.get_rng_state(),
    }
    unfinished = path.with_suffix(".unfinished")
    torch.save(state, unfinished)
    unfinished.replace(path)


def _resume(learner: Learner, mean: _Mean, path: Path) -> _Progress:
    """Go on from a checkpoint. The order of the batches is drawn again, so a resumed run is not bit for bit
    the run that was never interrupted.
    """
    state = torch.load(path, map_location="cpu", weights_only=True)
    learner.model.load_state_dict(state["model"])
    # The checkpoint was read onto the processor; the mean follows the model, wherever that is.
    mean.weights = {name: state["mean"][name].to(weight.device) for name, weight in learner.model.state_dict().items()}
    for optimizer, saved in zip(learner.optimizers(), state["optimizers"], strict=True):
        optimizer.load_state_dict(saved)
    torch.set_rng_state(state["torch"])
    progress = _Progress(**state["progress"])
    random.seed(progress.step)
    logger.info("resumed at step %d, best %.4f", progress.step, progress.best)
    return progress
