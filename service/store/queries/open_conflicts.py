"""How many open conflicts rest on each of some articles, statements or speakers: one question for a whole list."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, Select, func, select, union

from service.domain.conflicts import Status
from service.domain.queries import Listed
from service.store.sql.bulk_values import find, in_values
from service.store.sql.tables import ConflictArticleRow, ConflictRow, NameVariantRow, QuotationRow

_IS_OPEN = ConflictRow.status == Status.OPEN.value


def n_open_conflicts(connection: Connection, of: Listed, ids: Collection[str]) -> Mapping[str, int]:
    """The number for each of these articles, statements or speakers that has any, by its id."""
    return dict(find(connection, _COUNTED[of], ids))


def _of_articles() -> Select[str, int]:
    return (
        select(ConflictArticleRow.article_id, func.count())
        .join(ConflictRow, ConflictRow.id == ConflictArticleRow.conflict_id)
        .where(_IS_OPEN, in_values(ConflictArticleRow.article_id))
        .group_by(ConflictArticleRow.article_id)
    )


def _of_statements() -> Select[str | None, int]:
    return (
        select(ConflictRow.statement_id, func.count())
        .where(_IS_OPEN, in_values(ConflictRow.statement_id))
        .group_by(ConflictRow.statement_id)
    )


def _of_speakers() -> Select[str, int]:
    """Over what they are, or over a statement of theirs."""
    over_statements = (
        select(NameVariantRow.speaker_id.label("speaker_id"), ConflictRow.id)
        .join(QuotationRow, QuotationRow.voice_id == NameVariantRow.id)
        .join(ConflictRow, ConflictRow.statement_id == QuotationRow.statement_id)
        .where(_IS_OPEN, in_values(NameVariantRow.speaker_id))
    )
    over_positions = select(ConflictRow.speaker_id, ConflictRow.id).where(_IS_OPEN, in_values(ConflictRow.speaker_id))
    both = union(over_statements, over_positions).subquery()
    return select(both.c.speaker_id, func.count()).group_by(both.c.speaker_id)


_COUNTED: Mapping[Listed, Select[Any, int]] = {
    Listed.ARTICLES: _of_articles(),
    Listed.STATEMENTS: _of_statements(),
    Listed.SPEAKERS: _of_speakers(),
}
