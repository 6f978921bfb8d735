"""An answer for the one reading of a text, led back to the offsets of the text as it was sent."""

from dataclasses import replace

from service.attribution.article_speakers import quotation_id
from service.domain.articles import Article, Span
from service.domain.quotations import ArticleAnalysis, Attribution, Speaker
from service.text.unified import Unified


def as_sent(analysis: ArticleAnalysis, article: Article, unified: Unified) -> ArticleAnalysis:
    """The analysis with every span as a slice of the article's text; names stay as they are read."""
    sent = _Sent(article, unified)
    return ArticleAnalysis(
        article,
        tuple(sent.attribution(each) for each in analysis.attributions),
        tuple(sent.speaker(each) for each in analysis.speakers),
        analysis.limits,
    )


class _Sent:
    def __init__(self, article: Article, unified: Unified) -> None:
        self._article = article
        self._unified = unified

    def attribution(self, attribution: Attribution) -> Attribution:
        parts = tuple(map(self._span, attribution.quotation.parts))
        identifier = quotation_id(self._article.id, parts)
        return replace(
            attribution,
            quotation=replace(attribution.quotation, id=identifier, parts=parts),
            cue=None if attribution.cue is None else self._span(attribution.cue),
            mention=None if attribution.mention is None else self._span(attribution.mention),
        )

    def speaker(self, speaker: Speaker) -> Speaker:
        places = (replace(each, span=self._span(each.span)) for each in speaker.affiliations)
        return replace(speaker, affiliations=tuple(places))

    def _span(self, span: Span) -> Span:
        return self._article.span(*self._unified.sent(span.start, span.end))
