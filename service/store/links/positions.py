"""The posts that articles tell of speakers: the newest of them, held against each other."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import Connection, and_, bindparam, select

from service.domain.conflicts import Conflict
from service.domain.quotations import Affiliation, Speaker
from service.linking.conflicts.affiliation import MAX_POSITIONS
from service.linking.conflicts.conflicts import conflicts_of_speaker
from service.store.sql.bulk_values import find, in_values
from service.store.sql.rows import Row, affiliation_of, article_of
from service.store.sql.tables import AffiliationRow, ArticleRow

_NEWEST = (AffiliationRow.published_at, AffiliationRow.article_id, AffiliationRow.start, AffiliationRow.end)
_IS_OF_VOICE = AffiliationRow.voice_id == bindparam("voice")
# Of the index alone, which is sorted like this: a famous voice has thousands of posts.
_PLACES = (
    select(*_NEWEST)
    .where(_IS_OF_VOICE)
    .distinct()
    .order_by(*(one.desc() for one in _NEWEST))
    .limit(bindparam("most"))
    .subquery()
)
_POSTS = select(*_NEWEST, AffiliationRow.text, AffiliationRow.role, AffiliationRow.organization).join(
    _PLACES, and_(*(one == _PLACES.c[one.key] for one in _NEWEST), _IS_OF_VOICE)
)
_ARTICLES = select(ArticleRow).where(in_values(ArticleRow.id))


def position_conflicts(connection: Connection, speakers: Iterable[tuple[Speaker, Collection[str]]]) -> list[Conflict]:
    """The conflicts over what these speakers are; each comes with the ids of the voices that are theirs."""
    told = [(speaker, posts) for speaker, variants in speakers if _tell_several(posts := _posts(connection, variants))]
    wanted = {post.article_id for _, posts in told for post in posts}
    articles = {row.id: article_of(row) for row in find(connection, _ARTICLES, wanted)}
    return [
        conflict
        for speaker, posts in told
        for conflict in conflicts_of_speaker(
            replace(speaker, affiliations=tuple(posts)), [articles[each] for each in {one.article_id for one in posts}]
        )
    ]


def _tell_several(posts: Iterable[Affiliation]) -> bool:
    """Whether more than one article tells them: one alone is in conflict with none."""
    return len({post.article_id for post in posts}) > 1


def _posts(connection: Connection, variants: Iterable[str]) -> list[Affiliation]:
    """The newest posts that are told of these voices."""
    # One statement a voice: each reads as many rows as are wanted, however many there are.
    wanted = ({"voice": voice_id, "most": MAX_POSITIONS} for voice_id in variants)
    rows: set[Row] = {row for values in wanted for row in connection.execute(_POSTS, values)}
    return [affiliation_of(row) for row in sorted(rows, key=lambda row: tuple(row[: len(_NEWEST)]))[-MAX_POSITIONS:]]
