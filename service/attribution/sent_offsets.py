"""An answer for the one reading of an article, led back to the offsets of its title and text as they were sent."""

from dataclasses import replace

from service.attribution.article_speakers import quotation_id
from service.attribution.title_and_text import TitleAndText
from service.domain.articles import Span
from service.domain.quotations import ArticleAnalysis, Attribution, Speaker
from service.text.unified import Unified


def as_sent(analysis: ArticleAnalysis, sent: TitleAndText, unified: Unified | None) -> ArticleAnalysis:
    """The analysis with every span as a slice of the article's title or text; names stay as they are read."""
    places = _Places(sent, unified)
    return ArticleAnalysis(
        sent.article,
        tuple(places.attribution(each) for each in analysis.attributions),
        tuple(places.speaker(each) for each in analysis.speakers),
        analysis.limits,
    )


class _Places:
    def __init__(self, sent: TitleAndText, unified: Unified | None) -> None:
        self._sent = sent
        self._unified = unified

    def attribution(self, attribution: Attribution) -> Attribution:
        parts = tuple(map(self._span, attribution.quotation.parts))
        identifier = quotation_id(self._sent.article.id, parts)
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
        offsets = span.start, span.end
        return self._sent.span(*(offsets if self._unified is None else self._unified.sent(*offsets)))
