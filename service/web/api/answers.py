"""An analysis in the shape of the answer: articles with their quotations, quotations with their statement."""

from dataclasses import dataclass

from service.domain.archive import LinkedQuotation
from service.domain.articles import Article
from service.domain.conflicts import Analysis, Conflict, Statement
from service.domain.limits import ReachedLimit
from service.domain.quotations import Speaker


@dataclass(frozen=True, slots=True)
class AnsweredArticle:
    """An article and the ids of its quotations, in the order of the text."""

    article: Article
    quotation_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What `POST /v1/analyses` answers."""

    articles: tuple[AnsweredArticle, ...]
    quotations: tuple[LinkedQuotation, ...]
    speakers: tuple[Speaker, ...]
    statements: tuple[Statement, ...]
    conflicts: tuple[Conflict, ...]
    limits: tuple[ReachedLimit, ...]


def answer_of(analysis: Analysis) -> Answer:
    """The analysis as it is answered."""
    statement_ids = {
        quotation_id: statement.id for statement in analysis.statements for quotation_id in statement.quotation_ids
    }
    return Answer(
        articles=tuple(AnsweredArticle(article, _quotation_ids(analysis, article.id)) for article in analysis.articles),
        quotations=tuple(
            LinkedQuotation(attribution, statement_ids.get(attribution.quotation.id))
            for attribution in analysis.attributions
        ),
        speakers=analysis.speakers,
        statements=analysis.statements,
        conflicts=analysis.conflicts,
        limits=analysis.limits,
    )


def _quotation_ids(analysis: Analysis, article_id: str) -> tuple[str, ...]:
    return tuple(
        attribution.quotation.id
        for attribution in analysis.attributions
        if attribution.quotation.article_id == article_id
    )
