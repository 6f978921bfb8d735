"""What the weights learn from: the evidence of the service on labelled articles, and what people marked.

One decision: which mention near a quoted passage is of its speaker. What teaches of reports without marks is in
`reports.py`, of speech and entities in `entity_examples.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.polnear import Spans
from service.attribution.direct.context import Candidate, PreviousSpeaker, QuotationContext, QuotedPassage
from service.attribution.direct.evidence_table import EVIDENCE
from service.attribution.direct.quoted_passages import find_passages
from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.clauses import ReportingClause, find_reporting_clauses
from training.attribution.corpus import LabelledReading, holds


@dataclass(frozen=True, slots=True)
class Decision:
    """The strengths of the evidence for a yes, and whether it is one."""

    strengths: tuple[float, ...]
    is_yes: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """The strengths for each candidate, and whether that one is right; more than one mention may be, or none."""

    strengths: tuple[tuple[float, ...], ...]
    is_right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Examples:
    """The examples of some articles."""

    speakers: tuple[Selection, ...]


def examples_of(labelled: LabelledReading) -> Examples:
    """The examples of one article."""
    clauses = find_reporting_clauses(labelled.annotated)
    return Examples(
        tuple(_speakers(labelled, clauses)),
    )


def joined(examples: Sequence[Examples]) -> Examples:
    """The examples of several articles as one."""
    return Examples(
        tuple(each for some in examples for each in some.speakers),
    )


def _speakers(labelled: LabelledReading, clauses: Sequence[ReportingClause]) -> Iterator[Selection]:
    annotated = labelled.annotated
    earlier: PreviousSpeaker | None = None
    for passage in find_passages(annotated.marks, annotated.parse.text):
        source = _source_of(labelled, passage)
        context = QuotationContext(annotated, clauses, passage, earlier)
        if source is None or not context.candidates:
            continue
        right = tuple(_is_in(annotated, candidate, source) for candidate in context.candidates)
        strengths = tuple(
            tuple(strength(context, candidate) for strength in EVIDENCE) for candidate in context.candidates
        )
        yield Selection(strengths, right)
        chosen = [candidate for candidate, is_right in zip(context.candidates, right, strict=True) if is_right]
        earlier = PreviousSpeaker(passage, _nearest(context, chosen).mention) if chosen else None


def _source_of(labelled: LabelledReading, passage: QuotedPassage) -> Spans | None:
    """The source of the shortest labelled content around the run: of a quotation within a report, the inner one."""
    span = passage.marks[0].span
    around = [
        (sum(end - start for start, end in content), source)
        for content, source in labelled.sourced
        if holds(content, span.start, span.end)
    ]
    return min(around)[1] if around else None


def _is_in(annotated: AnnotatedArticle, candidate: Candidate, source: Spans) -> bool:
    """Whether the mention's head, or all of the mention, lies in the labelled source."""
    mention = candidate.mention
    head = annotated.parse.words[mention.head].span
    return any(
        (head.start < end and start < head.end) or (start <= mention.span.start and mention.span.end <= end)
        for start, end in source
    )


def _nearest(context: QuotationContext, candidates: Sequence[Candidate]) -> Candidate:
    return max(
        candidates,
        key=lambda candidate: (candidate.clause is not None, -context.word_distance(candidate.mention.head)),
    )
