"""Learn the tables by which the service attributes: `python -m training.attribution --shared ../shared`.

Two corpora teach: PolNeAR which verbs report, which mentions name the speaker and what is reported without marks; the
articles of many countries in `gold/train` and the stories what is speech and which entity said it. Prints what the
tables reach on the development articles, and on each fifth of the training articles with tables learnt from the other
four. Parses are cached, so that only the first run takes long; nothing is random.
"""

from __future__ import annotations

import argparse
import logging
import shutil
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

import torch

from bench.calibration import calibration_error
from bench.parses import stanza_parser
from bench.polnear import read_labelled
from bench.scorers import load_scorers
from service.config.settings import Settings
from training.attribution.confidences import COMMENT, confidence_table, cross_validated_error, fit_confidences
from training.attribution.learning import learn
from training.attribution.news import read_news, read_stories
from training.attribution.speakers import NewsCorpora, learn_speakers
from training.attribution.tables import PACKAGED, copy_tables, write_table
from training.attribution.trials import Trial, attempt, cross_validate, written

TABLES = (
    "reporting_verbs.txt",
    "speaker_weights.txt",
    "speech_weights.txt",
    "entity_weights.txt",
    "report_weights.txt",
    "attitude_weights.txt",
    "confidence_weights.txt",
)


def main() -> None:
    """Learn from the training articles, try the tables, and put them where they are asked for."""
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    parser = stanza_parser(Settings.from_environment().models, cache=options.cache)
    scorers = load_scorers(options.shared / "eval")
    scorer = scorers.attribution
    train, dev = (read_labelled(options.shared / "polnear" / f"{part}.jsonl") for part in ("train", "dev"))
    tables = copy_tables(options.work / "tables")
    trials = [] if options.quick else list(cross_validate(train, parser, scorer, options.work))
    learn(train, parser, scorer, tables)
    gold = options.shared / "gold"
    corpora = NewsCorpora(read_news(gold / "train"), read_stories(gold))
    news_trials = list(learn_speakers(corpora, parser, scorers.gold, tables))
    print(f"worldwide news, five-fold: {written(_means(news_trials))}")
    if trials:
        _learn_confidences(trials, news_trials, tables)
    trial = attempt(dev, parser, scorer, tables)
    print(f"development: {written(trial.figures | {'calibration error': calibration_error(trial.judgements)})}")
    for name in TABLES:
        if (tables / name).exists():
            shutil.copy(tables / name, options.output / name)


def _learn_confidences(trials: Sequence[Trial], news_trials: Sequence[Trial], tables: Path) -> None:
    """Print the five-fold figures, and write the table of confidences that the answers of all folds teach."""
    folds = [trial.judgements for trial in trials]
    print(f"training, five-fold: {written(_means(trials) | {'calibration error': cross_validated_error(folds)})}")
    indirect = [each for fold in folds for each in fold if each.kind == "indirect"]
    weights = fit_confidences([*(each for trial in news_trials for each in trial.judgements), *indirect])
    write_table(tables / "confidence_weights.txt", COMMENT, confidence_table(weights))


def _means(trials: Sequence[Trial]) -> dict[str, float]:
    return {name: fmean(trial.figures[name] for trial in trials) for name in trials[0].figures}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    work = Path("build") / "attribution"
    parser.add_argument("--shared", type=Path, default=Path("..") / "shared", help="folder of articles and scorers")
    parser.add_argument("--cache", type=Path, default=work / "parses", help="folder in which parses are kept")
    parser.add_argument("--work", type=Path, default=work, help="folder for tables to try")
    parser.add_argument("--output", type=Path, default=PACKAGED, help="folder that the tables go to")
    parser.add_argument("--quick", action="store_true", help="without the five folds: the confidences stay as they are")
    return parser.parse_args()


if __name__ == "__main__":
    main()
