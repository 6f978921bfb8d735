"""How right the service is with the tables of a folder, on articles that they were not learnt from."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from bench.answers import Answers, analysed
from bench.calibration import Judgement
from bench.labelled_news import JudgedSpan, judged_spans
from bench.polnear import LabelledArticle, judgements, polnear_scores
from service.application.use_cases import UseCases
from service.attribution.calibration import AnswerKind, answer_kind
from service.attribution.coreference.families.namesakes import find_namesakes
from service.attribution.coreference.resolver import CoreferenceResolver
from service.attribution.pipeline import read
from service.attribution.reporting.clauses import find_reporting_clauses
from service.domain.articles import Article
from service.parsing.parser import Parser
from training.attribution.confidences import COMMENT, UNCHANGED
from training.attribution.learning import learn
from training.attribution.news import LabelledNews
from training.attribution.tables import copy_tables, tables_at, write_table

N_FOLDS = 5

logger = logging.getLogger("training")


@dataclass(frozen=True, slots=True)
class Trial:
    """The figures of accuracy, and each confidence beside the labels."""

    figures: dict[str, float]
    judgements: tuple[Judgement, ...]


def attempt(articles: Sequence[LabelledArticle], parser: Parser, scorer: ModuleType, folder: Path) -> Trial:
    """The service's answers on the articles with the tables of the folder, scored."""
    answers = Answers(analysed(UseCases(parser)))
    with tables_at(folder):
        figures = dict(polnear_scores(scorer, answers, articles))
        return Trial(figures, judgements(scorer, answers, articles))


def attempt_news(articles: Sequence[LabelledNews], parser: Parser, scorer: ModuleType, folder: Path) -> Trial:
    """The same on articles in which people marked the speakers."""
    answers = Answers(analysed(UseCases(parser)))
    judged: list[JudgedSpan] = []
    judgements: list[Judgement] = []
    with tables_at(folder):
        for article in articles:
            spans = tuple(judged_spans(scorer, answers, {"id": article.id, "text": article.text}, article.spans))
            judged += spans
            judgements += _of_kinds(spans, _kinds_of_names(article, parser))
    speech = [each for each in judged if each.is_speech]
    other = [each for each in judged if not each.is_speech]
    figures = {
        "speech found": sum(each.is_found for each in speech) / max(1, len(speech)),
        "right speaker": sum(each.is_right for each in speech) / max(1, len(speech)),
        "no speech, yet a speaker": sum(each.confidence is not None for each in other) / max(1, len(other)),
    }
    return Trial(figures, tuple(judgements))


def _kinds_of_names(article: LabelledNews, parser: Parser) -> Mapping[str, AnswerKind]:
    """The kind of an answer with each name of the article."""
    annotated = read(Article(article.id, article.text), parser)
    entities = CoreferenceResolver(annotated, find_reporting_clauses(annotated)).entities
    namesakes = find_namesakes(entities)
    return {entity.name: answer_kind(entity, namesakes) for entity in entities}


def _of_kinds(spans: Sequence[JudgedSpan], kinds: Mapping[str, AnswerKind]) -> Iterator[Judgement]:
    """Those that name a speaker; several together have no name of their own."""
    for each in spans:
        if each.name is not None and each.confidence is not None:
            yield Judgement(kinds.get(each.name, AnswerKind.NO_NAME), each.confidence, each.is_right)


def cross_validate(
    articles: Sequence[LabelledArticle], parser: Parser, scorer: ModuleType, work: Path
) -> Iterator[Trial]:
    """Each fifth of the articles with what the other four fifths teach."""
    for fold in range(N_FOLDS):
        folder = copy_tables(work / f"fold-{fold}")
        # Raw, so that the confidences can be fitted to what comes out.
        write_table(folder / "confidence_weights.txt", COMMENT, UNCHANGED)
        learn([each for index, each in enumerate(articles) if index % N_FOLDS != fold], parser, scorer, folder)
        trial = attempt(articles[fold::N_FOLDS], parser, scorer, folder)
        logger.info("fold %d of %d: %s", fold + 1, N_FOLDS, written(trial.figures))
        yield trial


def written(figures: Mapping[str, float]) -> str:
    """The figures in per cent, in one line."""
    return ", ".join(f"{name} {100 * value:.1f}" for name, value in figures.items())
