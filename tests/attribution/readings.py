"""Articles of hand-made parses, read as far as a test needs it."""

from collections.abc import Sequence
from dataclasses import replace

from service.attribution.coreference.resolver import CoreferenceResolver
from service.attribution.direct.context import PreviousSpeaker, QuotationContext
from service.attribution.direct.evidence_table import EvidenceFunction
from service.attribution.direct.quoted_passages import find_passages
from service.attribution.document import AnnotatedArticle
from service.attribution.pipeline import read, read_article
from service.attribution.reporting.clauses import ReportingClause, find_reporting_clauses
from service.domain.articles import Article, Reported, Span, Token
from service.domain.quotations import ArticleAnalysis, Mention, Speaker
from tests.attribution.parses import HandParser, article_and_parser


def annotated_of(notation: str, *runs: str) -> AnnotatedArticle:
    """The article laid open; its parser takes the first occurrences of these pieces of the text for reported."""
    return read(*_reporting(notation, runs))


def report_of(notation: str, *runs: str) -> ArticleAnalysis:
    """The article read to its end, as above."""
    return read_article(*_reporting(notation, runs))


def _reporting(notation: str, runs: Sequence[str]) -> tuple[Article, HandParser]:
    article, parser = article_and_parser(notation)
    starts = [article.text.index(run) for run in runs]
    spans = [Span(start, start + len(run), run) for start, run in zip(starts, runs, strict=True)]
    sentences = [
        replace(each, tokens=tuple(_tagged(token, spans) for token in each.tokens)) for each in parser.sentences
    ]
    return article, HandParser(sentences)


def _tagged(token: Token, runs: Sequence[Span]) -> Token:
    if not any(run.contains(token.span) for run in runs):
        return token
    begins = any(run.start == token.span.start for run in runs)
    return replace(token, reported=Reported.BEGINS if begins else Reported.GOES_ON)


def clauses_of(notation: str, *runs: str) -> tuple[AnnotatedArticle, tuple[ReportingClause, ...]]:
    """The article laid open, as above, with its reporting clauses."""
    annotated = annotated_of(notation, *runs)
    return annotated, find_reporting_clauses(annotated)


def resolver_of(notation: str) -> tuple[AnnotatedArticle, CoreferenceResolver]:
    """The article laid open, with everybody in it."""
    annotated, clauses = clauses_of(notation)
    return annotated, CoreferenceResolver(annotated, clauses)


def mention_of(annotated: AnnotatedArticle, text: str) -> Mention:
    """The first mention of this name or these words."""
    return next(mention for mention in annotated.mentions if text in (mention.name, mention.span.text))


def who(notation: str, mention: str) -> str | None:
    """The name of the one that the mention stands for."""
    annotated, resolver = resolver_of(notation)
    entity = resolver.entity(mention_of(annotated, mention))
    return None if entity is None else entity.name


def speakers_of(report: ArticleAnalysis) -> list[str | None]:
    """The names of the speakers of an article's quotations, in order; None where there is none."""
    names = {speaker.id: speaker.name for speaker in report.speakers}
    return [names.get(attribution.speaker_id or "") for attribution in report.attributions]


def speaker_of(report: ArticleAnalysis, name: str) -> Speaker:
    """The speaker of this name."""
    return next(speaker for speaker in report.speakers if speaker.name == name)


def contexts_of(notation: str, *runs: str) -> list[QuotationContext]:
    """The marked words of the article, each among its surroundings; whoever is named first spoke before."""
    annotated, clauses = clauses_of(notation, *runs)
    contexts: list[QuotationContext] = []
    earlier: PreviousSpeaker | None = None
    for passage in find_passages(annotated.marks, annotated.parse.text):
        contexts.append(QuotationContext(annotated, clauses, passage, earlier))
        candidates = contexts[-1].candidates
        earlier = PreviousSpeaker(passage, candidates[0].mention) if candidates else earlier
    return contexts


def spoken_for(rule: EvidenceFunction, context: QuotationContext) -> set[str]:
    """The candidates for whom the rule speaks."""
    return {candidate.mention.name for candidate in context.candidates if rule(context, candidate) > 0}
