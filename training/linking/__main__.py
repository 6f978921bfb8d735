"""Learn when two quotations report one statement: `python -m training.linking --shared ../shared`.

What words and speakers show where an article tells no day is learnt from the labelled stories and from the archive's
near misses; what they show where both do, from all of the archive's pairs and from the stories as if of one day.
Prints what the service reaches on each fifth of the stories, without dates and of one day, with weights that the other
four taught, and keeps what it reaches on each fifth of the archive so (`bench/archive.md`). Nothing is drawn by chance.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile
from typing import Any

import torch

from bench.archive import ARCHIVE_PAIRS, ARCHIVE_REPORT, Share, archive_report, share_of
from bench.parses import stanza_parser
from bench.scorers import Scorers, load_scorers
from service.config.settings import Settings
from service.domain.conflicts import ConflictClass, Severity
from service.linking.statements.evidence import DATED, EVIDENCE, UNDATED, both_are_dated, days_apart
from training.attribution.fits import fit_decisions
from training.attribution.tables import MODELS, tables_at, write_table
from training.linking.examples import (
    Archive,
    ArchiveExample,
    Story,
    on_one_day,
    read_archive,
    read_stories,
    story_decisions,
)
from training.linking.trials import answer, judged_conflicts, story_figures

_FOLDERS = ("stories", "planted", "conflicts")
_N_FOLDS = 5
# The archive's pairs share people and matters, and would teach what is theirs alone: by folds they have P 84.9 and
# R 57.6 with the smaller penalty, P 86.7 and R 55.7 with the larger one.
_PENALTY, _DATED_PENALTY = 1e-4, 1e-3
# The labelled stories hold too few of these to learn from: "No comment" of two people is two statements.
_FIXED = {"stock_phrase": -4.0}
# Log odds added to those learnt: two reports left apart that are one statement are more than two wrongly put together.
# By five folds over stories, pairs have an F of basil 84.7, planted 90.0 and gold/conflicts 94.7 with 0.62.
# In an archive it is the other way round, which holds thirty times more pairs that are two statements than it teaches
# by: its pairs have by folds P 81.5 and R 57.3 with 0, P 86.7 and R 55.7 with -0.25, P 91.9 and R 50.5 with -0.8.
_LENIENCE, _LENIENCE_TO_DATED = 0.62, -0.25
# Near misses are all of other days, which these two alone keep apart from what their words show.
_OF_STREAMS = frozenset(DATED) - {both_are_dated, days_apart}
# The share of a whole severity counts as this number of conflicts of the class.
_DRAWN = 4
_TABLE, _DATED_TABLE, _PROBABILITIES = "match_weights.txt", "dated_match_weights.txt", "conflict_probabilities.txt"
# A table of weights, by its file.
_Tables = Mapping[str, Mapping[str, str]]
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
    archive = read_archive(ARCHIVE_PAIRS, options.shared, parser)
    examples = tuple(archive.examples())
    options.work.mkdir(parents=True, exist_ok=True)
    tables = _tables_by_folds(stories, examples, scorers)
    answers = _answers(stories, tables, options.work)
    _print_figures("", stories, answers, scorers)
    dated = tuple(map(on_one_day, stories))
    _print_figures("of one day", dated, _answers(dated, tables, options.work), scorers)
    by_folds = [
        _weights(stories, [one for one in examples if one[0].first[0] % _N_FOLDS != fold], scorers)
        for fold in range(_N_FOLDS)
    ]
    report = archive_report(
        _archive_share(archive, by_folds, options.work), n_pairs=len(archive.counted), n_lost=archive.n_lost
    )
    options.report.write_text(report, encoding="utf-8")
    print(report)
    shares = probabilities(judged_conflicts(stories, answers, scorers))
    learnt = _weights(stories, examples, scorers)
    write_table(options.output / _DATED_TABLE, _COMMENT, learnt[_DATED_TABLE])
    if options.undated:
        write_table(options.output / _TABLE, _COMMENT, learnt[_TABLE])
        write_table(options.output / _PROBABILITIES, _SHARES, shares)


def _tables_by_folds(
    stories: Sequence[Story], archive: Sequence[ArchiveExample], scorers: Scorers
) -> Mapping[str, _Tables]:
    """For each story, by its name, the weights that others taught."""
    tables = {}
    for fold in range(_N_FOLDS):
        taught = [story for place, story in enumerate(stories) if place % _N_FOLDS != fold]
        weights = _weights(taught, archive, scorers)
        tables.update({story.name: weights for place, story in enumerate(stories) if place % _N_FOLDS == fold})
    return tables


def _archive_share(archive: Archive, by_folds: Sequence[_Tables], folder: Path) -> Share:
    """What is made of the archive's pairs, each with the weights that those of other articles taught."""
    shares = []
    for fold, weights in enumerate(by_folds):
        pairs = [pair for pair in archive.counted if pair.first[0] % len(by_folds) == fold]
        with _weights_at(folder, weights):
            shares.append(share_of(pairs, archive.passages))
    return Share(*(sum(parts) for parts in zip(*((one.right, one.wrong, one.missed) for one in shares), strict=True)))


def _answers(stories: Iterable[Story], tables: Mapping[str, _Tables], folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """The answer on each story, by its name, with its weights."""
    answers = {}
    for story in stories:
        with _weights_at(folder, tables[story.name]):
            answers[story.name] = answer(story)
    return answers


@contextmanager
def _weights_at(folder: Path, tables: _Tables) -> Iterator[None]:
    """Inside, the service weighs by these; the folder is for the tables."""
    # It stands for the whole room; how likely conflicts are decides nothing about them.
    copyfile(MODELS / "linking" / _PROBABILITIES, folder / _PROBABILITIES)
    for name, weights in tables.items():
        write_table(folder / name, _COMMENT, weights)
    with tables_at(folder, room="models/linking"):
        yield


def _print_figures(
    kind: str, stories: Sequence[Story], answers: Mapping[str, Mapping[str, Any]], scorers: Scorers
) -> None:
    for corpus, figures in story_figures(stories, answers, scorers).items():
        print(corpus, kind, " ".join(f"{name} {100 * value:.1f}" for name, value in figures.items()))


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


def _weights(stories: Sequence[Story], archive: Iterable[ArchiveExample], scorers: Scorers) -> _Tables:
    archive = tuple(archive)
    near_misses = [decision for pair, decision in archive if not pair.stands_for]
    decisions = [each for story in stories for each in story_decisions(story, scorers.conflicts)]
    fixed = [None, *(0.0 if rule in _OF_STREAMS else _FIXED.get(rule.__name__) for rule in EVIDENCE)]
    always, *weights = fit_decisions([*decisions, *near_misses], fixed, penalty=_PENALTY)
    undated = _rows(always + _LENIENCE, weights[: len(UNDATED)])
    decisions = [each for story in map(on_one_day, stories) for each in story_decisions(story, scorers.conflicts)]
    fixed = [None, *(_FIXED.get(rule.__name__) for rule in EVIDENCE)]
    both = [*decisions, *(decision for _, decision in archive)]
    always, *weights = fit_decisions(both, fixed, penalty=_DATED_PENALTY)
    return {_TABLE: undated, _DATED_TABLE: _rows(always + _LENIENCE_TO_DATED, weights)}


def _rows(always: float, weights: Iterable[float]) -> Mapping[str, str]:
    """The rows of a table: what is always added, and the weights of the first rules."""
    names = (rule.__name__ for rule in EVIDENCE)
    return {"always": f"{always:.3f}", **{name: f"{weight:.3f}" for name, weight in zip(names, weights, strict=False)}}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    work = Path("build") / "linking"
    parser.add_argument("--shared", type=Path, default=Path("..") / "shared", help="folder of articles and scorers")
    parser.add_argument("--cache", type=Path, default=work / "parses", help="folder in which parses are kept")
    parser.add_argument("--work", type=Path, default=work, help="folder for tables to try")
    parser.add_argument("--output", type=Path, default=MODELS / "linking", help="folder that the table goes to")
    parser.add_argument("--undated", action="store_true", help="write the weights of undated pairs, too: see README.md")
    parser.add_argument("--report", type=Path, default=ARCHIVE_REPORT, help="file for the figures of the archive")
    return parser.parse_args()


if __name__ == "__main__":
    main()
