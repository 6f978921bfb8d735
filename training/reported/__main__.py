"""Learn which words are reported with words between marks: `python -m training.reported --help`.

It reads PolNeAR's training articles with the models of a folder, whose encoder stays as it is, and goes on from its
checkpoint when it is started again.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from bench.polnear import read_labelled
from service.config.settings import Settings
from service.parsing.reported.net import ReportedNet
from training.descent import Schedule, descend, set_seed
from training.reported.examples import Examples
from training.reported.learning import ReportedLearner


def main() -> None:
    """Train, and leave the best net at the output."""
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    set_seed(options.seed, n_threads=1)
    articles = read_labelled(options.articles)
    examples = list(Examples(options.models)(articles[: options.n_train + options.n_dev]))
    train, dev = examples[: options.n_train], examples[options.n_train :]
    learner = ReportedLearner(ReportedNet(train[0].rows.shape[1]), train, dev)
    descend(learner, Schedule(options.steps, options.rate, evaluate_every=options.evaluate_every), options.output)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True, help="articles with contents (JSON lines)")
    parser.add_argument(
        "--models", type=Path, default=Settings.from_environment().models, help="folder with the encoder"
    )
    parser.add_argument("--output", type=Path, required=True, help="where the best net goes")
    parser.add_argument("--n-train", type=int, default=780, help="articles to learn from, the first of the file")
    parser.add_argument("--n-dev", type=int, default=60, help="articles behind them to choose by")
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--rate", type=float, default=3e-3, help="highest learning rate")
    parser.add_argument("--evaluate-every", type=int, default=100, help="steps")
    parser.add_argument("--seed", type=int, default=1234)
    return parser.parse_args()


if __name__ == "__main__":
    main()
