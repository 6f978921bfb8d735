"""The scorers of the folder `shared/eval`, taken in as they are; they ask us instead of a running service."""

import importlib
import io
import re
import sys
from collections.abc import Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from math import isnan
from pathlib import Path
from types import ModuleType

import service
from bench.answers import Analyses
from bench.calibration import Judgement, calibration_error
from bench.labelled_news import judged_spans, labelled_spans

_GIVEN = re.compile(r"not speech given a speaker (\d+)/(\d+)")


@dataclass(frozen=True, slots=True)
class Scorers:
    """The programs: labelled quotations, stories, source and content spans, unread articles, indirect speech."""

    gold: ModuleType
    conflicts: ModuleType
    attribution: ModuleType
    check: ModuleType
    indirect: ModuleType


def load_scorers(folder: Path) -> Scorers:
    """The scorers of the folder. They import `analyses` from a module that is called `service`, as our package is."""
    sys.path.insert(0, str(folder))
    vars(service)["analyses"] = None
    try:
        names = ("score_gold", "score_conflicts", "score_attribution", "score_check", "score_indirect")
        return Scorers(*(importlib.import_module(name) for name in names))
    finally:
        del vars(service)["analyses"]
        sys.path.remove(str(folder))


def gold_scores(scorers: Scorers, analyses: Analyses, where: Path, texts: Path | None = None) -> Mapping[str, float]:
    """What `score_gold` answers, and the part of the not-speech spans given a speaker, which it only prints."""
    return _gold_scores(scorers, analyses, scorers.gold.read(str(where), texts and str(texts)))


def unread_scores(scorers: Scorers, analyses: Analyses) -> Mapping[str, float]:
    """The same on the articles that nobody reads, which are sealed: only totals leave this module."""
    return _gold_scores(scorers, analyses, scorers.check.read())


def unread_calibration(scorers: Scorers, analyses: Analyses) -> float:
    """The calibration error of the speakers that are named in them."""
    return calibration_error(
        [
            # Direct and mixed speech share one table of confidences.
            Judgement("marked", span.confidence, span.is_right)
            for identifier, text, quotes in scorers.check.read()
            for span in judged_spans(scorers.gold, analyses, {"id": identifier, "text": text}, labelled_spans(quotes))
            if span.confidence is not None
        ]
    )


def indirect_scores(scorers: Scorers, analyses: Analyses, labels: Path, texts: Path) -> Mapping[str, float]:
    """What `score_indirect` answers."""
    vars(scorers.indirect)["analyses"] = analyses
    with redirect_stdout(io.StringIO()):
        scores: Mapping[str, float] = scorers.indirect.score(scorers.indirect.read(str(labels), str(texts)))
    return scores


def _gold_scores(scorers: Scorers, analyses: Analyses, articles: object) -> Mapping[str, float]:
    vars(scorers.gold)["analyses"] = analyses
    printed = io.StringIO()
    with redirect_stdout(printed):
        scores = dict(scorers.gold.score(articles))
    given = _GIVEN.search(printed.getvalue())
    if given is None:
        raise ValueError("score_gold does not print the not-speech spans any more")
    scores["not_speech"] = int(given[1]) / max(1, int(given[2]))
    # Nothing answered has no precision, and an F measure of 0.
    return {name: 0.0 if isnan(value) else value for name, value in scores.items()}


def story_scores(scorers: Scorers, analyses: Analyses, stories: Path) -> Mapping[str, float]:
    """What `score_conflicts` answers."""
    vars(scorers.conflicts)["analyses"] = analyses
    with redirect_stdout(io.StringIO()):
        scores: Mapping[str, float] = scorers.conflicts.score(scorers.conflicts.read(str(stories)))
    return scores
