"""From PolNeAR to the tables of verbs, mentions and indirect reports, written into a folder."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

from bench.polnear import LabelledArticle
from service.attribution.direct.evidence_table import EVIDENCE
from service.parsing.parser import Parser
from training.attribution import reports, verbs
from training.attribution.corpus import readings
from training.attribution.examples import Examples, examples_of, joined
from training.attribution.fits import fit_selections
from training.attribution.tables import tables_at, write_table

_PENALTY = 1e-4
_LEARNT = "Weights of the evidence for {}, learnt from PolNeAR 1.0.0 train."

logger = logging.getLogger("training")


def learn(articles: Sequence[LabelledArticle], parser: Parser, scorer: ModuleType, folder: Path) -> Examples:
    """Write the tables that these articles teach into the folder; answers the examples that the weights came from."""
    uses = [use for labelled in readings(articles, parser) for use in verbs.verb_uses(labelled)]
    write_table(folder / "reporting_verbs.txt", verbs.COMMENT, verbs.verb_table(uses))
    examples = collect(articles, parser, folder)
    logger.info("%d passages", len(examples.speakers))
    _write_weights(examples, folder)
    reports.learn_reports(articles, parser, scorer, folder)
    return examples


def collect(articles: Sequence[LabelledArticle], parser: Parser, folder: Path) -> Examples:
    """The examples of the articles, by the reporting verbs of the folder."""
    with tables_at(folder):
        return joined([examples_of(labelled) for labelled in readings(articles, parser)])


def _write_weights(examples: Examples, folder: Path) -> None:
    weights = fit_selections(examples.speakers, len(EVIDENCE), penalty=_PENALTY)
    comment = _LEARNT.format("a mention of the speaker (attribution/direct/evidence_table.py)")
    write_table(folder / "speaker_weights.txt", comment, _rows(_names(EVIDENCE), weights))


def _names(evidence: Sequence[Callable[..., float]]) -> tuple[str, ...]:
    return tuple(strength.__name__ for strength in evidence)


def _rows(names: Sequence[str], weights: Sequence[float]) -> dict[str, str]:
    return {name: f"{weight:.3f}" for name, weight in zip(names, weights, strict=True)}
