"""What the weights of entities learn from: the evidence for each entity of a passage, and who was marked as right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType

from bench.labelled_news import LabelledSpan
from service.attribution.coreference.article_facts import ArticleFacts
from service.attribution.coreference.entities import Entity
from service.attribution.coreference.resolver import CoreferenceResolver
from service.attribution.direct.context import Candidate, QuotedPassage
from service.attribution.direct.entities.entity_context import EntityContext, Situation
from service.attribution.direct.entities.entity_evidence import one_likely_mention
from service.attribution.direct.entities.entity_table import entity_strengths
from service.attribution.direct.judging import Guess, History, guess_speakers
from service.attribution.direct.speech import SPEECH_EVIDENCE
from service.attribution.pipeline import read
from service.attribution.reporting.clauses import find_reporting_clauses
from service.domain.articles import Article
from service.parsing.parser import Parser
from training.attribution.news import LabelledNews

# Part of a labelled span that a passage must hold, as in the scorer.
_HELD = 0.8


@dataclass(frozen=True, slots=True)
class EntityExample:
    """A passage: the strengths of each row for speech, and for each entity; what is right."""

    outlet: str
    situation: Situation
    speech: tuple[float, ...]
    is_speech: bool
    n_labels: int
    one_likely_mention: float
    entities: tuple[tuple[float, ...], ...]
    is_right: tuple[bool, ...]


def entity_examples(article: LabelledNews, parser: Parser, scorer: ModuleType) -> Iterator[EntityExample]:
    """The passages of an article that are labelled; whoever spoke before is as labelled, too."""
    annotated = read(Article(article.id, article.text), parser)
    clauses = find_reporting_clauses(annotated)
    resolver = CoreferenceResolver(annotated, clauses)
    facts = ArticleFacts(annotated, clauses, resolver)
    guesses = tuple(guess_speakers(annotated, clauses, resolver))
    history = History(guesses)
    for number, guess in enumerate(guesses):
        labels = [span for span in article.spans if _holds(guess.passage, span)]
        context = guess.context(facts, history, number)
        names = [name for span in labels if span.is_speech for name in span.speakers]
        right = tuple(any(scorer.same_name(entity.name, name) for name in names) for entity in context.entities)
        if labels:
            yield EntityExample(
                article.outlet,
                context.situation,
                tuple(rule(context.quotation) for rule in SPEECH_EVIDENCE),
                any(span.is_speech for span in labels),
                len(labels),
                one_likely_mention(context, 1.0),
                tuple(entity_strengths(context, entity) for entity in context.entities),
                right,
            )
        _follow(history, guess, context, labels, right)


def _holds(passage: QuotedPassage, span: LabelledSpan) -> bool:
    common = max(min(marked.span.end, span.end) - max(marked.span.start, span.start) for marked in passage.marks)
    return common >= _HELD * (span.end - span.start)


def _follow(
    history: History, guess: Guess, context: EntityContext, labels: Sequence[LabelledSpan], right: Sequence[bool]
) -> None:
    """Adds who spoke: as labelled, else as guessed."""
    if labels and any(right):
        fitting = [entity for entity, is_right in zip(context.entities, right, strict=True) if is_right]
        entity = max(fitting, key=lambda each: context.best[each][0] if each in context.best else 0.0)
        candidate = context.best[entity][1] if entity in context.best else context.top
        _add(history, guess.passage, candidate, entity)
    elif any(span.is_speech for span in labels) or (not labels and guess.is_speech):
        _add(history, guess.passage, context.top, context.owner)


def _add(history: History, passage: QuotedPassage, candidate: Candidate | None, entity: Entity | None) -> None:
    if candidate is not None and entity is not None:
        history.add(passage, candidate, entity)
