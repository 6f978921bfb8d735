"""Conflicts as cards: the sides beside each other, with links to where they stand, and what was decided."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten

from flask import url_for

from service.domain.archive import ArticleSummary, EvidenceInSentence, StoredConflict
from service.domain.articles import Span
from service.domain.conflicts import Claim, Evidence, Status
from service.domain.judgements import JudgementDetail
from service.presentation.annotated_text import anchor
from service.presentation.conflict_view import ConflictView, conflict_view
from service.presentation.desk.sentence_context import Sentence, sentence_around
from service.web import use_cases

# Of a claim that many articles make, those that an editor would open.
_MOST_PLACES = 6
# Of a title in the sentence that names a conflict.
_TITLE = 60


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """An article that makes a claim, the way to the words in it, and the sentence around them where it is known."""

    heading: ArticleSummary
    address: str
    sentence: Sentence | None


@dataclass(frozen=True, slots=True)
class ConflictCard:
    """A conflict, and what editors said of it, the newest first."""

    conflict: StoredConflict
    summary: str
    view: ConflictView[PlaceCard]
    judgements: tuple[JudgementDetail, ...]


def conflict_cards(conflicts: Sequence[StoredConflict]) -> tuple[ConflictCard, ...]:
    """The cards of these conflicts, in their order."""
    shown = [place for conflict in conflicts for claim in conflict.claims for place in _evidence(claim)]
    desk = use_cases().desk
    headings = desk.article_summaries({place.article_id for place in shown})
    judgements = desk.judgements_on_conflicts([one for one in conflicts if one.status is not Status.OPEN])
    return tuple(
        ConflictCard(one, called_summary(one.summary, headings), _view(one, headings), judgements.get(one.id, ()))
        for one in conflicts
    )


def article_address(article_id: str, span: Span | None = None) -> str:
    """The way to an article, or to a place in it."""
    place = anchor(1, span.start, span.field) if span is not None else None
    return url_for("desk.show_article", article_id=article_id, _anchor=place)


def called_summary(summary: str, headings: Mapping[str, ArticleSummary]) -> str:
    """The summary, where articles without an outlet go by their ids, with what the desk calls them instead."""
    titles = {id_: one.title for id_, one in headings.items() if one.title and not one.outlet}
    if not titles:
        return summary
    ids = "|".join(re.escape(id_) for id_ in sorted(titles, key=len, reverse=True))
    # An id within quoted words is none.
    return re.sub(
        rf"“[^”]*”|(?<=\s)(?:{ids})(?=[\s,.])",
        lambda found: (
            found[0] if found[0] not in titles else f"“{shorten(titles[found[0]] or '', _TITLE, placeholder='…')}”"
        ),
        summary,
    )


def _view(conflict: StoredConflict, headings: Mapping[str, ArticleSummary]) -> ConflictView[PlaceCard]:
    return conflict_view(conflict, lambda claim: _places(claim, headings), most_places=_MOST_PLACES)


def _places(claim: Claim, headings: Mapping[str, ArticleSummary]) -> Iterator[PlaceCard]:
    for place in _evidence(claim):
        # It may have been deleted after the conflicts were read.
        if place.article_id in headings:
            address = article_address(place.article_id, place.span)
            yield PlaceCard(headings[place.article_id], address, _sentence(place))


def _sentence(place: Evidence) -> Sentence | None:
    """The sentence, where it says more than the words themselves."""
    around = place.sentence if isinstance(place, EvidenceInSentence) else None
    if around is None:
        return None
    sentence = sentence_around(around, place.span)
    return sentence if any(map(str.isalnum, sentence.before + sentence.after)) else None


def _evidence(claim: Claim) -> list[Evidence]:
    """The first place in each article, for as many articles as are shown."""
    first: dict[str, Evidence] = {}
    for place in claim.evidence:
        first.setdefault(place.article_id, place)
    return list(first.values())[:_MOST_PLACES]
