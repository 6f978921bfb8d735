"""A speaker: names, posts over time, what they said, and where the reports of it disagree."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from flask import Response

from service.domain.archive import ArticleSummary, LinkedQuotation, Post
from service.domain.queries import Filters, PageRequest
from service.domain.quotations import Speaker
from service.presentation.sentence_context import Sentence, sentence_around
from service.web import use_cases
from service.web.desk.blueprint import AT_ONCE, desk, fields, next_address, page
from service.web.desk.cards import article_address, conflict_cards
from service.web.schemas import SpeakerSearchSchema

_MOST_FOUND = 30


@dataclass(frozen=True, slots=True)
class PostRow:
    """A line of the table of posts."""

    post: Post
    sentence: Sentence
    address: str


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation of a list, with the article that prints it."""

    quotation: LinkedQuotation
    heading: ArticleSummary
    address: str


@desk.get("/speakers/<speaker_id>")
@fields(SpeakerSearchSchema)
def show_speaker(asked: tuple[Filters, PageRequest], speaker_id: str) -> Response:
    """All that is told of a speaker; and others to choose from, whose names hold the words asked for."""
    search, place = asked
    store = use_cases().store
    speaker = store.reader.speaker(speaker_id)
    quoted = store.reader.quotations(Filters(speaker_id=speaker_id), replace(place, limit=AT_ONCE))
    conflicts = store.reader.conflicts(Filters(speaker_id=speaker_id), PageRequest(AT_ONCE))
    return page(
        "speaker.html",
        title=speaker.name,
        speaker=speaker,
        voices=store.desk.variants(speaker_id),
        posts=[_post_row(post) for post in store.desk.posts(speaker_id)],
        said=said(quoted.items),
        following=next_address(quoted),
        cards=conflict_cards(conflicts.items),
        rulings=store.desk.rulings_on_speaker(speaker_id),
        sought=search.words,
        candidates=_candidates(speaker, search),
    )


def said(quotations: Iterable[LinkedQuotation]) -> list[Said]:
    """The quotations with their articles' headings."""
    quoted = tuple(quotations)
    headings = use_cases().store.desk.headings({one.attribution.quotation.article_id for one in quoted})
    return [
        Said(one, headings[quotation.article_id], article_address(quotation.article_id, quotation.parts[0].start))
        for one in quoted
        if (quotation := one.attribution.quotation).article_id in headings
    ]


def _candidates(speaker: Speaker, search: Filters) -> tuple[Speaker, ...]:
    store = use_cases().store
    if search.words is None:
        return store.desk.speakers_near(speaker.id)
    found = store.reader.speakers(Filters(words=search.words), PageRequest(_MOST_FOUND))
    return tuple(one for one in found.items if one.id != speaker.id)


def _post_row(post: Post) -> PostRow:
    span = post.affiliation.span
    address = article_address(post.heading.article_id, span.start)
    return PostRow(post, sentence_around(post.dependencies, span), address)
