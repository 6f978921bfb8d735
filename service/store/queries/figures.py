"""Figures per outlet and speaker, counted when they are asked for: the most quoted first."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, case, exists, func, select, union

from service.domain.conflicts import Status
from service.domain.figures import OutletFigures, SpeakerFigures
from service.store.sql.connection import Database
from service.store.sql.tables import (
    ArticleRow,
    ConflictArticleRow,
    ConflictRow,
    MergedSpeakerRow,
    NameVariantRow,
    QuotationRow,
)

_COUNTS = ConflictRow.status != Status.DISMISSED.value
_IS_WRONG = ConflictArticleRow.is_right.is_(False)


class Figures:
    """Figures of one store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def outlets(self, limit: int) -> tuple[OutletFigures, ...]:
        """Those of the outlets with the most quotations."""
        quoted = func.count(QuotationRow.number)
        printed = (
            select(ArticleRow.outlet, func.count(ArticleRow.number.distinct()), quoted)
            .outerjoin(QuotationRow, QuotationRow.article_id == ArticleRow.id)
            .where(ArticleRow.outlet.is_not(None))
            .group_by(ArticleRow.outlet)
            .order_by(quoted.desc(), ArticleRow.outlet)
        )
        with self._database.reading() as connection:
            rows = connection.execute(printed.limit(limit)).all()
            found = _by_first(connection, _conflicts_of_outlets([str(row[0]) for row in rows]))
            return tuple(
                OutletFigures(str(outlet), n_articles, n_quotations, *found.get(str(outlet), (0, 0)))
                for outlet, n_articles, n_quotations in rows
            )

    def speakers(self, limit: int) -> tuple[SpeakerFigures, ...]:
        """Those of the speakers with the most quotations."""
        quoted = func.count(QuotationRow.number)
        said = (
            select(MergedSpeakerRow.id, MergedSpeakerRow.name, quoted)
            .join(NameVariantRow, NameVariantRow.speaker_id == MergedSpeakerRow.id)
            .join(QuotationRow, QuotationRow.voice_id == NameVariantRow.id)
            .group_by(MergedSpeakerRow.id, MergedSpeakerRow.name)
            .order_by(quoted.desc(), MergedSpeakerRow.name, MergedSpeakerRow.id)
        )
        with self._database.reading() as connection:
            rows = connection.execute(said.limit(limit)).all()
            found = _by_first(connection, _conflicts_of_speakers([row[0] for row in rows]))
            return tuple(
                SpeakerFigures(speaker_id, name, n_quotations, *found.get(speaker_id, (0, 0)))
                for speaker_id, name, n_quotations in rows
            )


def _by_first(connection: Connection, query: Select[*tuple[Any, ...]]) -> dict[str, tuple[int, int]]:
    return {name: (contradicted, corrected or 0) for name, contradicted, corrected in connection.execute(query)}


def _conflicts_of_outlets(outlets: Sequence[str]) -> Select[*tuple[Any, ...]]:
    """The outlets' names, with how many conflicts rest on each, and in how many of them it is wrong."""
    id_ = ConflictRow.id.distinct()
    corrected = case((_IS_WRONG, ConflictRow.id)).distinct()
    return (
        select(ArticleRow.outlet, func.count(id_), func.count(corrected))
        .join(ConflictArticleRow, ConflictArticleRow.article_id == ArticleRow.id)
        .join(ConflictRow, ConflictRow.id == ConflictArticleRow.conflict_id)
        .where(ArticleRow.outlet.in_(outlets), _COUNTS)
        .group_by(ArticleRow.outlet)
    )


def _conflicts_of_speakers(speaker_ids: Sequence[str]) -> Select[*tuple[Any, ...]]:
    """The speakers' ids, with how many conflicts are about each, and in how many of them a report is wrong."""
    over_words = (
        select(NameVariantRow.speaker_id, ConflictRow.id.label("conflict_id"))
        .join(QuotationRow, QuotationRow.voice_id == NameVariantRow.id)
        .join(ConflictRow, ConflictRow.statement_id == QuotationRow.statement_id)
        .where(NameVariantRow.speaker_id.in_(speaker_ids), _COUNTS)
    )
    over_positions = select(ConflictRow.speaker_id, ConflictRow.id).where(
        ConflictRow.speaker_id.in_(speaker_ids), _COUNTS
    )
    about = union(over_words, over_positions).subquery()
    is_wrong = exists().where(and_(ConflictArticleRow.conflict_id == about.c.conflict_id, _IS_WRONG))
    counted = func.count(), func.sum(case((is_wrong, 1), else_=0))
    return select(about.c.speaker_id, *counted).group_by(about.c.speaker_id)
