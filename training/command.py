"""What every training command asks for, and how every one begins."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from stanza.models.common.pretrain import Pretrain

from training.descent import Schedule, set_seed


def options_parser(description: str | None, *, starter: str, n_steps: int, rate: float) -> argparse.ArgumentParser:
    """A command line with the options that all models share; the caller adds its own."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--models", type=Path, required=True, help="folder of the models that are there")
    parser.add_argument("--output", type=Path, required=True, help="where the best model goes")
    parser.add_argument("--start", type=Path, help=f"model to start from, if not {starter} of the models")
    parser.add_argument("--steps", type=int, default=n_steps)
    parser.add_argument("--rate", type=float, default=rate, help="highest learning rate")
    parser.add_argument("--evaluate-every", type=int, default=200, help="steps")
    parser.add_argument("--seed", type=int, default=1234)
    parser.add_argument("--threads", type=int, default=1, help="cores to use where there is no GPU")
    parser.set_defaults(starter=starter)
    return parser


def begin(options: argparse.Namespace) -> tuple[Path, Pretrain, Schedule]:
    """Fix chance and threads; answer the model to start from, the word vectors and the schedule."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    logging.getLogger("stanza").setLevel(logging.WARNING)
    set_seed(options.seed, n_threads=options.threads)
    start = options.start or options.models / options.starter
    schedule = Schedule(n_steps=options.steps, rate=options.rate, evaluate_every=options.evaluate_every)
    return start, Pretrain(str(options.models / "pretrain.pt")), schedule
