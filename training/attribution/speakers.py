"""From articles in which people marked who said what to the tables of speech and of entities, with trials by folds."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from service.attribution.direct.entities.entity_table import ENTITY_EVIDENCE, NOBODY_EVIDENCE
from service.attribution.direct.speech import SPEECH_EVIDENCE
from service.parsing.parser import Parser
from training.attribution.confidences import COMMENT, UNCHANGED
from training.attribution.entity_examples import EntityExample, entity_examples
from training.attribution.entity_fit import SITUATIONS, EntityWeights, fit_entities
from training.attribution.examples import Decision
from training.attribution.fits import fit_decisions
from training.attribution.news import LabelledNews, folds_of
from training.attribution.tables import copy_tables, tables_at, write_table
from training.attribution.trials import Trial, attempt_news

N_FOLDS = 5
_SPEECH_PENALTY = 3e-4
_SPEECH_COMMENT = """\
Weights of the evidence for speech (attribution/direct/speech.py), learnt from gold/train and the speakers of the
stories."""
_ENTITY_COMMENT = """\
Weights of the evidence for an entity as the speaker (attribution/direct/entities/entity_table.py): one that all
situations share, and what each situation adds. Learnt from gold/train and the speakers of the stories."""

logger = logging.getLogger("training")


@dataclass(frozen=True, slots=True)
class NewsCorpora:
    """The labelled articles: `train` is what the figures are of, the stories only teach.

    PolNeAR cannot teach whom a description stands for: its sources are the words beside the cue, "the official".
    """

    train: tuple[LabelledNews, ...]
    stories: tuple[LabelledNews, ...]


def learn_speakers(corpora: NewsCorpora, parser: Parser, scorer: ModuleType, folder: Path) -> Iterator[Trial]:
    """Writes the two tables into the folder; a trial of each fold of `train` with what the other folds teach."""
    worldwide = [*corpora.train, *corpora.stories]
    # At first all marked words are speech.
    _write_speech(folder, [float(rule.__name__ == "always") for rule in SPEECH_EVIDENCE])
    _write_speech(folder, _fit_speech(_examples(worldwide, parser, scorer, folder)))
    # Once more: who was quoted before hangs on what is taken for speech.
    examples = _examples(worldwide, parser, scorer, folder)
    folds = {**folds_of(corpora.train, N_FOLDS), **folds_of(corpora.stories, N_FOLDS)}
    for fold in range(N_FOLDS):
        others = [each for each in examples if folds[each.outlet] != fold]
        tables = copy_tables(folder.with_name(f"news-fold-{fold}"))
        # Raw, so that the confidences can be fitted to what comes out.
        write_table(tables / "confidence_weights.txt", COMMENT, UNCHANGED)
        _learn_tables(others, folds, tables)
        trial = attempt_news([each for each in corpora.train if folds[each.outlet] == fold], parser, scorer, tables)
        # The rules were written while reading `train`: the stories keep the confidences from being as hopeful.
        of_stories = attempt_news(
            [each for each in corpora.stories if folds[each.outlet] == fold], parser, scorer, tables
        )
        yield Trial(trial.figures, (*trial.judgements, *of_stories.judgements))
    _learn_tables(examples, folds, folder)


def _learn_tables(examples: Sequence[EntityExample], folds: Mapping[str, int], folder: Path) -> None:
    speech = _fit_speech(examples)
    _write_speech(folder, speech)
    weights = fit_entities(examples, _held_out_logits(examples, folds))
    write_table(folder / "entity_weights.txt", _ENTITY_COMMENT, _entity_rows(weights))


def _write_speech(folder: Path, weights: Sequence[float]) -> None:
    write_table(folder / "speech_weights.txt", _SPEECH_COMMENT, _speech_rows(weights))


def _examples(
    articles: Sequence[LabelledNews], parser: Parser, scorer: ModuleType, folder: Path
) -> list[EntityExample]:
    with tables_at(folder):
        return [example for article in articles for example in entity_examples(article, parser, scorer)]


def _fit_speech(examples: Sequence[EntityExample]) -> tuple[float, ...]:
    decisions = [Decision(each.speech, each.is_speech) for each in examples]
    return fit_decisions(decisions, [None] * len(SPEECH_EVIDENCE), penalty=_SPEECH_PENALTY)


def _held_out_logits(examples: Sequence[EntityExample], folds: Mapping[str, int]) -> list[float]:
    """The logit of speech of each example, by weights that its fold had no part in."""
    present = sorted({folds[each.outlet] for each in examples})
    weights = {fold: _fit_speech([each for each in examples if folds[each.outlet] != fold]) for fold in present}
    return [
        math.fsum(w * s for w, s in zip(weights[folds[each.outlet]], each.speech, strict=True)) for each in examples
    ]


def _speech_rows(weights: Sequence[float]) -> dict[str, str]:
    return {rule.__name__: f"{weight:.3f}" for rule, weight in zip(SPEECH_EVIDENCE, weights, strict=True)}


def _entity_rows(weights: EntityWeights) -> dict[str, str]:
    """A head with the situations, then the rows."""
    names = [rule.__name__ for rule in (*ENTITY_EVIDENCE, *NOBODY_EVIDENCE)]
    columns = [weights.common, *(weights.added[situation] for situation in SITUATIONS)]
    rows = {name: " ".join(f"{column[i]:.3f}" for column in columns) for i, name in enumerate(names)}
    return {"evidence": " ".join(("all", *SITUATIONS)), **rows}
