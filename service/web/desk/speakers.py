"""A speaker: names, positions over time, what they said, and where the reports disagree."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from flask import Response

from service.domain.archive import ArticleSummary, LinkedQuotation, PositionInArticle
from service.domain.queries import Filters, Listed, PageRequest
from service.presentation.desk.sentence_context import Sentence, sentence_around
from service.presentation.quotation_text import quotation_text
from service.web import use_cases
from service.web.desk.blueprint import AT_ONCE, desk, fields, next_address, page
from service.web.desk.cards import article_address, conflict_cards
from service.web.schemas import SpeakerSearchSchema


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A line of the table of positions."""

    position: PositionInArticle
    sentence: Sentence
    address: str


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation of a list, with the article that prints it, and how many open conflicts there are over it."""

    quotation: LinkedQuotation
    heading: ArticleSummary
    address: str
    n_open: int
    words: str
    """As a newspaper would print them."""


@desk.get("/speakers/<speaker_id>")
@fields(SpeakerSearchSchema)
def show_speaker(asked: tuple[Filters, PageRequest], speaker_id: str) -> Response:
    """Everything about a speaker; and others to choose from, whose names contain the given words."""
    search, place = asked
    queries, desk_queries = use_cases().queries, use_cases().desk
    speaker = queries.speaker(speaker_id)
    quoted = queries.quotations(Filters(speaker_id=speaker_id), replace(place, limit=AT_ONCE))
    conflicts = queries.conflicts(Filters(speaker_id=speaker_id), PageRequest(AT_ONCE))
    return page(
        "speaker.html",
        title=speaker.name,
        speaker=speaker,
        names=desk_queries.names(speaker_id),
        positions=[_position_row(position) for position in desk_queries.positions(speaker_id)],
        said=said(quoted.items),
        following=next_address(quoted),
        cards=conflict_cards(conflicts.items),
        judgements=desk_queries.judgements_on_speaker(speaker_id),
        sought=search.words,
        candidates=desk_queries.speaker_candidates(speaker, search.words),
    )


def said(quotations: Iterable[LinkedQuotation]) -> list[Said]:
    """The quotations with their articles' headings and their conflicts."""
    quoted = tuple(quotations)
    article_ids = {one.attribution.quotation.article_id for one in quoted}
    headings, texts = use_cases().desk.article_summaries(article_ids), use_cases().desk.texts(article_ids)
    statement_ids = {one.statement_id for one in quoted if one.statement_id}
    n_open = use_cases().desk.n_open_conflicts(Listed.STATEMENTS, statement_ids)
    return [
        Said(
            one,
            headings[quotation.article_id],
            article_address(quotation.article_id, quotation.parts[0]),
            n_open.get(one.statement_id or "", 0),
            quotation_text(texts[quotation.article_id], quotation),
        )
        for one in quoted
        if (quotation := one.attribution.quotation).article_id in headings and quotation.article_id in texts
    ]


def _position_row(position: PositionInArticle) -> PositionRow:
    span = position.affiliation.span
    address = article_address(position.heading.article_id, span)
    return PositionRow(position, sentence_around(position.surroundings, span), address)
