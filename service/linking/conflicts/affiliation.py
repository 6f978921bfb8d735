"""One speaker with two positions or organizations that cannot both be meant."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from service.domain.articles import Article
from service.domain.conflicts import Claim, Conflict, ConflictKind, Evidence
from service.domain.quotations import Affiliation, Speaker, SpeakerKind
from service.linking.conflicts.claims import in_order, sides, with_agreeing
from service.linking.conflicts.position_clashes import (
    agree,
    clashing_positions,
    class_of_clash,
    positions_clash,
    positions_of,
)
from service.linking.conflicts.positions import Position
from service.linking.conflicts.probabilities import probability_of
from service.linking.conflicts.summary import affiliation_summary
from service.linking.content_ids import identify

# All pairs are compared; and what somebody was in articles long past contradicts nothing.
MAX_POSITIONS = 30


def affiliation_conflict(speaker: Speaker, articles: Sequence[Article]) -> Conflict | None:
    """The conflict over what the speaker is, once for each speaker; if there are many positions, over the newest."""
    if speaker.kind is not SpeakerKind.PERSON:
        return None
    dates = {article.id: article.published_at or "" for article in articles}
    newest = sorted(speaker.affiliations, key=lambda one: (dates[one.article_id], *_place(one)), reverse=True)
    with_newest = replace(speaker, affiliations=tuple(newest[:MAX_POSITIONS]))
    clashes = tuple(clashing_positions(with_newest, articles))
    if not clashes:
        return None
    gravest = min(clashes, key=lambda clash: clash[2].rank)
    severity, class_ = gravest[2], class_of_clash(*gravest[:2])
    positions = sorted({position for left, right, _ in clashes for position in (left, right)}, key=_fullness)
    groups = _with_others(sides(positions, positions_clash), positions_of(with_newest, articles))
    claims = in_order(map(_claim, groups))
    return Conflict(
        id=identify("c", (ConflictKind.AFFILIATION, speaker.id, *(claim.value for claim in claims))),
        kind=ConflictKind.AFFILIATION,
        severity=severity,
        statement_id=None,
        speaker_id=speaker.id,
        summary=affiliation_summary(speaker, claims, articles),
        claims=claims,
        class_=class_,
        probability=probability_of(class_, severity),
    )


def _with_others(
    groups: tuple[tuple[Position, ...], ...], positions: Iterable[Position]
) -> tuple[tuple[Position, ...], ...]:
    """Each side with the positions of other articles that agree with it and with no other, in fewer words as well."""
    articles = {position.article_id for group in groups for position in group}
    others = (position for position in positions if position.article_id not in articles)
    return with_agreeing(groups, others, agree)


def _place(affiliation: Affiliation) -> tuple[str, int, int, str]:
    span = affiliation.span
    return affiliation.article_id, span.start, span.end, span.field


def _fullness(position: Position) -> tuple[int, int, str, int, int, str]:
    """A position with role and organization is the best to show; then the longest."""
    n_parts = (position.affiliation.role is not None) + (position.organization is not None)
    return -n_parts, -len(position.affiliation.span), *_place(position.affiliation)


def _claim(positions: tuple[Position, ...]) -> Claim:
    places = sorted(
        (Evidence(position.article_id, None, position.affiliation.span) for position in positions),
        key=lambda place: (place.article_id, place.span),
    )
    return Claim(positions[0].affiliation.span.text, tuple(places))
