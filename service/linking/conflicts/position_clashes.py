"""Which positions of one speaker, in different articles, cannot both be meant."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from service.domain.articles import Article
from service.domain.conflicts import Severity
from service.domain.quotations import Speaker
from service.lexicon import words
from service.linking.conflicts.positions import Position, position_of, role_relation, tenses_clash
from service.linking.speakers.organizations import Relation, organization_relation, organization_stems
from service.linking.time_window import day_of, may_be_one

# Two names that share two content words mean one organization (Korea Institute for ...).
_ALIKE = 2


def clashing_positions(speaker: Speaker, articles: Iterable[Article]) -> Iterator[tuple[Position, Position, Severity]]:
    """Pairs of positions in different articles that cannot both be meant, each pair once.

    A post that the other article tells as well explains the difference: that article merely says more. Articles that
    lie weeks apart contradict each other in none: people change jobs.
    """
    by_id = {article.id: article for article in articles}
    days = {id_: day_of(article) for id_, article in by_id.items()}
    positions = [position_of(affiliation, by_id[affiliation.article_id]) for affiliation in speaker.affiliations]
    for position, other in combinations(positions, 2):
        if not may_be_one(days[position.article_id], days[other.article_id]):
            continue
        severity = _clash(position, other)
        if severity and position.article_id != other.article_id and not _is_explained(position, other, positions):
            yield position, other, severity


def positions_clash(position: Position, other: Position) -> bool:
    """Whether both posts cannot be meant."""
    return _clash(position, other) is not None


def _clash(position: Position, other: Position) -> Severity | None:
    role, organization = (
        role_relation(position.role, other.role),
        organization_relation(position.organization, other.organization),
    )
    if _is_vague(position) or _is_vague(other):
        return None
    if _same_position(position, other, role, organization):
        return Severity.HIGH if tenses_clash(position, other) else None
    if role is Relation.SAME and organization is Relation.OTHER:
        return Severity.HIGH
    if role is Relation.OTHER and (
        organization is Relation.SAME or _same_office_of_another_rank(position, other, organization)
    ):
        return Severity.MEDIUM
    if organization is Relation.OTHER and _are_alike(position, other):
        return Severity.HIGH
    return None


def _same_position(position: Position, other: Position, role: Relation, organization: Relation) -> bool:
    """Whether both name one office of one body; an open role may be the same where its field is."""
    if organization is Relation.OTHER or not position.offices or not other.offices:
        return False
    return role is Relation.SAME or (role is Relation.OPEN and bool(position.field & other.field))


def _same_office_of_another_rank(position: Position, other: Position, organization: Relation) -> bool:
    return bool(position.offices & other.offices) and organization is Relation.OPEN and position.ranks != other.ranks


def _are_alike(position: Position, other: Position) -> bool:
    return len(organization_stems(position.organization or "") & organization_stems(other.organization or "")) >= _ALIKE


def _is_vague(position: Position) -> bool:
    """Whether the words name no post: a resident, a member, an expert."""
    return bool(position.offices) and position.offices <= words("positions/vague_roles")


def _is_explained(position: Position, other: Position, positions: list[Position]) -> bool:
    return any(
        (third.article_id == position.article_id and _agree(third, other))
        or (third.article_id == other.article_id and _agree(third, position))
        for third in positions
    )


def _agree(position: Position, other: Position) -> bool:
    role, organization = (
        role_relation(position.role, other.role),
        organization_relation(position.organization, other.organization),
    )
    return role is Relation.SAME and organization is not Relation.OTHER and not tenses_clash(position, other)
