"""Learn when two quotations report one statement: `python -m training.linking --shared ../shared`.

Learns from the labelled stories and from five in six of the archive's labelled pairs; prints what the service reaches
on each fifth of the stories with weights that the other four taught. Nothing is drawn by chance.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from shutil import copyfile
from typing import Any

import torch

from bench.parses import stanza_parser
from bench.scorers import Scorers, load_scorers
from service.config.settings import Settings
from service.domain.conflicts import ConflictClass, Severity
from service.linking.statements.evidence import EVIDENCE
from training.attribution.examples import Decision
from training.attribution.fits import fit_decisions
from training.attribution.tables import MODELS, tables_at, write_table
from training.linking.examples import Story, archive_decisions, read_stories, story_decisions
from training.linking.trials import answer, judged_conflicts, story_figures

_ARCHIVE = Path("bench") / "archive_pairs.csv"
_FOLDERS = ("stories", "planted", "conflicts")
_N_FOLDS = 5
_PENALTY = 1e-4
# The labelled stories hold too few of these to learn from: "No comment" of two people is two statements.
_FIXED = {"stock_phrase": -4.0}
# Log odds added to those learnt: two reports left apart that are one statement are more than two wrongly put together.
# By five folds over stories, pairs have an F of basil 82.5, planted 92.9 with 0.5; of 83.9 and 92.9 with 0.62, and of
# 84.2 and 92.5 with 0.75.
_LENIENCE = 0.62
# The share of a whole severity counts as this number of conflicts of the class.
_DRAWN = 4
_TABLE, _PROBABILITIES = "match_weights.txt", "conflict_probabilities.txt"
_SHARES = (
    "How many conflicts of a severity, and of a class and severity, are real: linking/conflicts/probabilities.py.\n"
    "Counted by `python -m training.linking` on labelled stories, each with weights that others taught."
)
_COMMENT = (
    "Weights of the evidence that two quotations report one statement (linking/statements/evidence.py), in log odds.\n"
    "Learnt by `python -m training.linking` from labelled stories and from labelled pairs of an archive.\n"
    f"Set by hand, for the stories hold too few: {', '.join(_FIXED)}."
)


def main() -> None:
    """Learn the weights, try them by folds, and put them where they are asked for."""
    options = _options()
    torch.set_num_threads(1)
    parser = stanza_parser(Settings.from_environment().models, cache=options.cache)
    scorers = load_scorers(options.shared / "eval")
    folders = [options.shared / "gold" / name for name in _FOLDERS]
    stories = tuple(read_stories(folders, parser, scorers.conflicts))
    archive = tuple(archive_decisions(_ARCHIVE, options.shared, parser))
    options.work.mkdir(parents=True, exist_ok=True)
    answers = _cross_validated(stories, archive, scorers, options.work)
    for corpus, figures in story_figures(stories, answers, scorers).items():
        print(corpus, " ".join(f"{name} {100 * value:.1f}" for name, value in figures.items()))
    shares = probabilities(judged_conflicts(stories, answers, scorers))
    write_table(options.output / _PROBABILITIES, _SHARES, shares)
    write_table(options.output / _TABLE, _COMMENT, _weights(stories, archive, scorers))


def _cross_validated(
    stories: Sequence[Story], archive: Sequence[Decision], scorers: Scorers, folder: Path
) -> Mapping[str, Mapping[str, Any]]:
    """The answer on each story by its name, with weights that others taught."""
    tables = {}
    for fold in range(_N_FOLDS):
        taught = [story for place, story in enumerate(stories) if place % _N_FOLDS != fold]
        weights = _weights(taught, archive, scorers)
        tables.update({story.name: weights for place, story in enumerate(stories) if place % _N_FOLDS == fold})
    # The folder stands for the whole room; how likely conflicts are decides nothing about them.
    copyfile(MODELS / "linking" / _PROBABILITIES, folder / _PROBABILITIES)
    answers = {}
    for story in stories:
        write_table(folder / _TABLE, _COMMENT, tables[story.name])
        with tables_at(folder, room="models/linking"):
            answers[story.name] = answer(story)
    return answers


def probabilities(judged: Iterable[tuple[str, str, bool]]) -> dict[str, str]:
    """The share of real conflicts, by severity, and by class and severity drawn towards it: most are few."""
    judged = tuple(judged)
    shares: dict[str, str] = {}
    for severity in Severity:
        same = [is_real for _, found, is_real in judged if found == severity]
        share = (sum(same) + 1) / (len(same) + 2)
        shares[severity] = f"{share:.2f}"
        for class_ in ConflictClass:
            alike = [is_real for each, found, is_real in judged if (each, found) == (class_, severity)]
            if alike:
                drawn = (sum(alike) + _DRAWN * share) / (len(alike) + _DRAWN)
                shares[f"{class_}.{severity}"] = f"{drawn:.2f}"
    return shares


def _weights(stories: Iterable[Story], archive: Sequence[Decision], scorers: Scorers) -> dict[str, str]:
    decisions = [each for story in stories for each in story_decisions(story, scorers.conflicts)]
    fixed = [None, *(_FIXED.get(rule.__name__) for rule in EVIDENCE)]
    always, *others = fit_decisions([*decisions, *archive], fixed, penalty=_PENALTY)
    weights = (always + _LENIENCE, *others)
    names = ("always", *(rule.__name__ for rule in EVIDENCE))
    return {name: f"{weight:.3f}" for name, weight in zip(names, weights, strict=True)}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    work = Path("build") / "linking"
    parser.add_argument("--shared", type=Path, default=Path("..") / "shared", help="folder of articles and scorers")
    parser.add_argument("--cache", type=Path, default=work / "parses", help="folder in which parses are kept")
    parser.add_argument("--work", type=Path, default=work, help="folder for tables to try")
    parser.add_argument("--output", type=Path, default=MODELS / "linking", help="folder that the table goes to")
    return parser.parse_args()


if __name__ == "__main__":
    main()
