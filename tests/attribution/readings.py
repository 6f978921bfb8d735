"""Articles of hand-made parses, read as far as a test needs it."""

from service.attribution.coreference.resolver import CoreferenceResolver
from service.attribution.direct.context import PreviousSpeaker, QuotationContext
from service.attribution.direct.evidence_table import EvidenceFunction
from service.attribution.direct.quoted_passages import find_passages
from service.attribution.document import AnnotatedArticle
from service.attribution.pipeline import read, read_article
from service.attribution.reporting.clauses import ReportingClause, find_reporting_clauses
from service.domain.quotations import ArticleAnalysis, Mention, Speaker
from tests.attribution.parses import article_and_parser


def annotated_of(notation: str) -> AnnotatedArticle:
    """The article laid open."""
    return read(*article_and_parser(notation))


def report_of(notation: str) -> ArticleAnalysis:
    """The article read to its end."""
    return read_article(*article_and_parser(notation))


def clauses_of(notation: str) -> tuple[AnnotatedArticle, tuple[ReportingClause, ...]]:
    """The article laid open, with its reporting clauses."""
    annotated = annotated_of(notation)
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


def contexts_of(notation: str) -> list[QuotationContext]:
    """The marked words of the article, each among its surroundings; whoever is named first spoke before."""
    annotated, clauses = clauses_of(notation)
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
