"""Conflicts over what articles say that speakers are: the newest affiliations, compared with each other."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import Connection, and_, bindparam, select

from service.domain.conflicts import Conflict
from service.domain.quotations import Affiliation, Speaker
from service.linking.conflicts.affiliation import MAX_POSITIONS
from service.linking.conflicts.conflicts import conflicts_of_speaker
from service.store.sql.bulk_values import find_rows, in_values
from service.store.sql.reading import rows_of, with_columns_of
from service.store.sql.rows.articles import article_of
from service.store.sql.rows.speakers import AffiliationColumns, affiliation_of
from service.store.sql.tables import AffiliationRow, ArticleRow

_NEWEST = (AffiliationRow.published_at, AffiliationRow.article_id, AffiliationRow.start, AffiliationRow.end)
_IS_OF_VARIANT = AffiliationRow.voice_id == bindparam("variant")
# Of the index alone, which is sorted like this: a famous name has thousands of affiliations.
_KEYS = (
    select(*_NEWEST)
    .where(_IS_OF_VARIANT)
    .distinct()
    .order_by(*(column.desc() for column in _NEWEST))
    .limit(bindparam("most"))
    .subquery()
)
_AFFILIATIONS = select(
    *_NEWEST, AffiliationRow.text, AffiliationRow.field, AffiliationRow.role, AffiliationRow.organization
).join(_KEYS, and_(*(column == _KEYS.c[column.key] for column in _NEWEST), _IS_OF_VARIANT))
_ARTICLES = select(ArticleRow).where(in_values(ArticleRow.id))


class _DatedAffiliation(AffiliationColumns):
    """The columns of an affiliation with the date of its article."""

    published_at: str


def position_conflicts(connection: Connection, speakers: Iterable[tuple[Speaker, Collection[str]]]) -> list[Conflict]:
    """The conflicts over what these speakers are; each comes with the ids of its name variants."""
    disputed = [
        replace(speaker, affiliations=affiliations)
        for speaker, variants in speakers
        if _are_of_several_articles(affiliations := _newest(connection, variants))
    ]
    wanted = {affiliation.article_id for speaker in disputed for affiliation in speaker.affiliations}
    articles = {row.id: article_of(row) for row in find_rows(connection, _ARTICLES, wanted)}
    return [
        conflict
        for speaker in disputed
        for conflict in conflicts_of_speaker(
            speaker, [articles[id_] for id_ in {affiliation.article_id for affiliation in speaker.affiliations}]
        )
    ]


def _are_of_several_articles(affiliations: Iterable[Affiliation]) -> bool:
    """What one article says is in conflict with nothing."""
    return len({affiliation.article_id for affiliation in affiliations}) > 1


def _newest(connection: Connection, variants: Iterable[str]) -> tuple[Affiliation, ...]:
    """The newest affiliations under these name variants."""
    query = with_columns_of(_AFFILIATIONS, _DatedAffiliation)
    # One query for each: it reads as many rows as are wanted, however many there are.
    found = {row for id_ in variants for row in rows_of(connection, query, variant=id_, most=MAX_POSITIONS)}
    newest = sorted(found, key=lambda row: (row.published_at, row.article_id, row.start, row.end, row.field))
    return tuple(map(affiliation_of, newest[-MAX_POSITIONS:]))
