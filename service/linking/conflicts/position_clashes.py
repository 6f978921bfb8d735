"""Which posts of one speaker, told by different articles, cannot both be meant."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from service.domain.articles import Article
from service.domain.conflicts import Severity
from service.domain.quotations import Speaker
from service.lexicon import words
from service.linking.conflicts.positions import Post, post_of, role_relation, tenses_clash
from service.linking.speakers.organizations import Relation, body_relation, body_stems
from service.linking.time_window import day_of, may_be_one

# Two names of bodies that share two words of matter are meant for one body (Korea Institute for ...).
_ALIKE = 2


def clashing_posts(speaker: Speaker, articles: Iterable[Article]) -> Iterator[tuple[Post, Post, Severity]]:
    """Pairs of posts of different articles that cannot both be meant, each pair once.

    A post that the other article tells as well explains the difference: that article merely says more. Articles that
    lie weeks apart contradict each other in none: people change their posts.
    """
    by_id = {article.id: article for article in articles}
    days = {id_: day_of(article) for id_, article in by_id.items()}
    posts = [post_of(affiliation, by_id[affiliation.article_id]) for affiliation in speaker.affiliations]
    for post, other in combinations(posts, 2):
        if not may_be_one(days[post.article_id], days[other.article_id]):
            continue
        severity = _clash(post, other)
        if severity and post.article_id != other.article_id and not _is_explained(post, other, posts):
            yield post, other, severity


def posts_clash(post: Post, other: Post) -> bool:
    """Whether both posts cannot be meant."""
    return _clash(post, other) is not None


def _clash(post: Post, other: Post) -> Severity | None:
    role, body = role_relation(post.role, other.role), body_relation(post.body, other.body)
    if _is_vague(post) or _is_vague(other):
        return None
    if _same_post(post, other, role, body):
        return Severity.HIGH if tenses_clash(post, other) else None
    if role is Relation.SAME and body is Relation.OTHER:
        return Severity.HIGH
    if role is Relation.OTHER and (body is Relation.SAME or _same_office_of_another_rank(post, other, body)):
        return Severity.MEDIUM
    if body is Relation.OTHER and _are_alike(post, other):
        return Severity.HIGH
    return None


def _same_post(post: Post, other: Post, role: Relation, body: Relation) -> bool:
    """Whether both name one office of one body; an open role may be the same where its field is."""
    if body is Relation.OTHER or not post.offices or not other.offices:
        return False
    return role is Relation.SAME or (role is Relation.OPEN and bool(post.field & other.field))


def _same_office_of_another_rank(post: Post, other: Post, body: Relation) -> bool:
    return bool(post.offices & other.offices) and body is Relation.OPEN and post.ranks != other.ranks


def _are_alike(post: Post, other: Post) -> bool:
    return len(body_stems(post.body or "") & body_stems(other.body or "")) >= _ALIKE


def _is_vague(post: Post) -> bool:
    """Whether the words name no post: a resident, a member, an expert."""
    return bool(post.offices) and post.offices <= words("comparison_vague_roles")


def _is_explained(post: Post, other: Post, posts: list[Post]) -> bool:
    return any(
        (third.article_id == post.article_id and _agree(third, other))
        or (third.article_id == other.article_id and _agree(third, post))
        for third in posts
    )


def _agree(post: Post, other: Post) -> bool:
    role, body = role_relation(post.role, other.role), body_relation(post.body, other.body)
    return role is Relation.SAME and body is not Relation.OTHER and not tenses_clash(post, other)
