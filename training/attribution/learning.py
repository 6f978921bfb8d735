"""From labelled articles to the tables, written into a folder."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

from bench.polnear import LabelledArticle
from service.attribution.direct.evidence_table import EVIDENCE
from service.attribution.direct.speech import SPEECH_EVIDENCE
from service.parsing.parser import Parser
from training.attribution import reports, verbs
from training.attribution.corpus import readings
from training.attribution.examples import Examples, examples_of, joined
from training.attribution.fits import fit_decisions, fit_selections
from training.attribution.tables import tables_at, write_table

# PolNeAR marks whole reports, and what stands between marks inside one is part of it: of terms, titles and names that
# are not speech it teaches the opposite. These weights are set by hand, on the labelled articles of other countries.
FIXED = {
    "verb_follows": -2.5,
    "repeated_term": -3.5,
    "work_in_list": -2.0,
    "modifies_noun": -1.2,
    "acronym": -3.0,
    "work_follows": -2.5,
    "title_case": -3.5,
    "named_with_article": -3.0,
}
_PENALTY, _SPEECH_PENALTY = 1e-4, 2e-4
_LEARNT = "Weights of the evidence for {}, learnt from PolNeAR 1.0.0 train."
_BY_HAND = "\nSet by hand, for PolNeAR does not tell terms and titles from speech inside a report: {}."

logger = logging.getLogger("training")


def learn(articles: Sequence[LabelledArticle], parser: Parser, scorer: ModuleType, folder: Path) -> Examples:
    """Write the tables that these articles teach into the folder; answers the examples that the weights came from."""
    uses = [use for labelled in readings(articles, parser) for use in verbs.verb_uses(labelled)]
    write_table(folder / "reporting_verbs.txt", verbs.COMMENT, verbs.verb_table(uses))
    examples = collect(articles, parser, folder)
    logger.info("%d runs", len(examples.speech))
    _write_weights(examples, folder)
    reports.learn_reports(articles, parser, scorer, folder)
    return examples


def collect(articles: Sequence[LabelledArticle], parser: Parser, folder: Path) -> Examples:
    """The examples of the articles, by the reporting verbs of the folder."""
    with tables_at(folder):
        return joined([examples_of(labelled) for labelled in readings(articles, parser)])


def _write_weights(examples: Examples, folder: Path) -> None:
    speech = _names(SPEECH_EVIDENCE)
    fixed = [FIXED.get(name) for name in speech]
    weights = fit_decisions(examples.speech, fixed, penalty=_SPEECH_PENALTY)
    comment = _LEARNT.format("speech (attribution/speech.py)") + _BY_HAND.format(
        ", ".join(name for name in speech if name in FIXED)
    )
    write_table(folder / "speech_weights.txt", comment, _rows(speech, weights))
    weights = fit_selections(examples.speakers, len(EVIDENCE), penalty=_PENALTY)
    comment = _LEARNT.format("a speaker (attribution/evidence.py)")
    write_table(folder / "speaker_weights.txt", comment, _rows(_names(EVIDENCE), weights))


def _names(evidence: Sequence[Callable[..., float]]) -> tuple[str, ...]:
    return tuple(strength.__name__ for strength in evidence)


def _rows(names: Sequence[str], weights: Sequence[float]) -> dict[str, str]:
    return {name: f"{weight:.3f}" for name, weight in zip(names, weights, strict=True)}
