"""Which positions of one speaker, in different articles, cannot both be meant."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from service.domain.articles import Article
from service.domain.conflicts import ConflictClass, Severity
from service.domain.quotations import Speaker
from service.lexicon import words
from service.linking.conflicts.positions import Position, fields_differ, position_of, role_relation, tenses_clash
from service.linking.conflicts.tenses import Tense, plain
from service.linking.speakers.organizations import (
    Relation,
    is_proper_name,
    kinds_of,
    organization_relation,
    organization_stems,
)
from service.linking.time_window import day_of, may_be_one

# Two names that share two content words mean one organization (Korea Institute for ...).
_ALIKE = 2
# Offices that stand before a name, one at a time; of a company's or a club's, somebody may have two.
_TITLES = ("offices/state_offices", "offices/heads_of_state", "offices/ranks_of_service")


def clashing_positions(speaker: Speaker, articles: Iterable[Article]) -> Iterator[tuple[Position, Position, Severity]]:
    """Pairs of positions in different articles that cannot both be meant, each pair once.

    A position that the other article states as well explains the difference: that article merely says more. Articles
    that lie weeks apart contradict each other in none: people change jobs.
    """
    by_id = {article.id: article for article in articles}
    days = {id_: day_of(article) for id_, article in by_id.items()}
    positions = positions_of(speaker, by_id.values())
    # Of somebody who is in the news daily, most articles say the same.
    for position, other in combinations([one for one in positions if not _is_vague(one)], 2):
        if position.article_id == other.article_id or _say_the_same(position, other):
            continue
        if not may_be_one(days[position.article_id], days[other.article_id]):
            continue
        severity = _clash(position, other)
        if severity and not _is_explained(position, other, positions):
            yield position, other, severity


def positions_of(speaker: Speaker, articles: Iterable[Article]) -> tuple[Position, ...]:
    """The speaker's affiliations taken apart."""
    by_id = {article.id: article for article in articles}
    return tuple(position_of(affiliation, by_id[affiliation.article_id]) for affiliation in speaker.affiliations)


def positions_clash(position: Position, other: Position) -> bool:
    """Whether both posts cannot be meant."""
    return not (_is_vague(position) or _is_vague(other)) and _clash(position, other) is not None


def class_of_clash(position: Position, other: Position) -> ConflictClass:
    """What about the two it is that cannot both be meant."""
    role = role_relation(position.role, other.role)
    if tenses_clash(position, other) and role is not Relation.OTHER:
        return ConflictClass.TENSE
    if organization_relation(position.organization, other.organization) is Relation.OTHER:
        return ConflictClass.ORGANIZATION
    return ConflictClass.RANK if position.ranks != other.ranks else ConflictClass.POSITION


def _say_the_same(position: Position, other: Position) -> bool:
    return (position.organization, position.tense, position.role) == (other.organization, other.tense, other.role)


def _clash(position: Position, other: Position) -> Severity | None:
    role, organization = (
        role_relation(position.role, other.role),
        organization_relation(position.organization, other.organization),
    )
    if _same_position(position, other, role, organization):
        return _severity_of_tenses(position, other) if tenses_clash(position, other) else None
    if tenses_clash(position, other):
        # Who was something elsewhere has changed posts.
        return None
    if role is Relation.SAME and organization is Relation.OTHER:
        return Severity.HIGH
    if role is Relation.OTHER and (
        organization is Relation.SAME
        or _same_office_of_another_rank(position, other, organization)
        or _are_titles_of_state(position, other, organization)
    ):
        return Severity.MEDIUM
    if organization is Relation.OTHER and _are_alike(position, other):
        return Severity.HIGH
    if organization is Relation.OTHER and _are_named(position, other):
        return Severity.MEDIUM
    return None


def _severity_of_tenses(position: Position, other: Position) -> Severity:
    """Many keep their title before the name: "President Lee" may well be a former one."""
    current = position if position.tense is Tense.CURRENT else other
    return Severity.MEDIUM if current.is_title else Severity.HIGH


def _are_named(position: Position, other: Position) -> bool:
    """Whether both name organizations of one kind, such as universities: people are identified by their own one."""
    names = (position.organization or "", other.organization or "")
    return all(map(is_proper_name, names)) and bool(kinds_of(names[0]) & kinds_of(names[1]))


def _same_position(position: Position, other: Position, role: Relation, organization: Relation) -> bool:
    """Whether both name one office of one organization; an open role may be the same where its field is."""
    if organization is Relation.OTHER or not position.offices or not other.offices:
        return False
    return role is Relation.SAME or (role is Relation.OPEN and bool(position.field & other.field))


def _same_office_of_another_rank(position: Position, other: Position, organization: Relation) -> bool:
    """Or of another field: whatever the organization, an office has one rank and one field."""
    if organization is Relation.OTHER or not position.offices & other.offices:
        return False
    return position.ranks != other.ranks or fields_differ(position.role, other.role)


def _are_titles_of_state(position: Position, other: Position, organization: Relation) -> bool:
    """Whether both are titles before the name, which has one at a time: Minister Lee is not Ambassador Lee."""
    if organization is Relation.OTHER or not (position.is_title and other.is_title):
        return False
    offices = position.offices | other.offices
    both = re.findall(r"\w+", plain(f"{position.affiliation.span.text} {other.affiliation.span.text}"))
    # "Army spokesman General Lee" names a general, too.
    is_exclusive = all(both.count(office) < 2 for office in offices)
    titles = frozenset().union(*map(words, _TITLES))
    return is_exclusive and offices <= titles


def _are_alike(position: Position, other: Position) -> bool:
    return len(organization_stems(position.organization or "") & organization_stems(other.organization or "")) >= _ALIKE


def _is_vague(position: Position) -> bool:
    """Whether the words name no position: a resident, a member, an expert."""
    role_words = (position.affiliation.role or "").casefold().split()
    if not words("positions/achievements").isdisjoint(role_words):
        return True
    return bool(position.offices) and position.offices <= words("positions/vague_roles") and not position.role.is_chief


def _is_explained(position: Position, other: Position, positions: Collection[Position]) -> bool:
    """Whether one of the articles states what the other does.

    One that calls somebody a former mayor, and mayor elsewhere, means a former mayor: that explains no present one.
    """
    return any(
        third.article_id == one.article_id and agree(third, two)
        for one, two in ((position, other), (other, position))
        if not (one.tense is Tense.FORMER and tenses_clash(one, two))
        for third in positions
    )


def agree(position: Position, other: Position) -> bool:
    """Whether both name one office at what may be one organization."""
    role, organization = (
        role_relation(position.role, other.role),
        organization_relation(position.organization, other.organization),
    )
    return role is Relation.SAME and organization is not Relation.OTHER and not tenses_clash(position, other)
