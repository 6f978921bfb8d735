"""All quotations, conflicts or judgements at one moment, one after the other, however many there are."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from service.domain.archive import ConflictDetail, ExportedQuotation
from service.domain.judgements import Judgement
from service.domain.queries import Filters
from service.store import filters
from service.store.links.conflict_details import details_of
from service.store.queries.linked_quotations import linked_quotations_of
from service.store.sql.connection import Database
from service.store.sql.editing_tables import JudgementRow
from service.store.sql.reading import partitions_of, rows_of
from service.store.sql.rows.articles import article_of
from service.store.sql.rows.conflicts import conflict_of
from service.store.sql.rows.judgements import judgement_of
from service.store.sql.rows.quotations import LinkedQuotationRow
from service.store.sql.rows.speakers import merged_speaker_of
from service.store.sql.speakers import affiliations_in
from service.store.sql.tables import ArticleRow, ConflictRow, MergedSpeakerRow, QuotationRow

# As many as stay in memory at once, with their articles' texts.
_AT_ONCE = 200


class Exports:
    """What can be taken out of one store."""

    def __init__(self, database: Database, *, at_once: int = _AT_ONCE) -> None:
        self._database = database
        self._at_once = at_once

    def quotations(self, search: Filters) -> Iterator[ExportedQuotation]:
        """The quotations of which all holds, in the order in which they came; read as they are asked for."""
        with self._database.reading() as connection:
            query = filters.quotations(connection, search).order_by(QuotationRow.number)
            for rows in partitions_of(connection, query, self._at_once):
                yield from _exported(connection, rows)

    def conflicts(self, search: Filters) -> Iterator[ConflictDetail]:
        """The conflicts of which all holds, in the order of their ids, likewise."""
        with self._database.reading() as connection:
            query = filters.conflicts(connection, search).order_by(ConflictRow.id)
            for rows in partitions_of(connection, query, self._at_once):
                yield from details_of(connection, list(map(conflict_of, rows)))

    def judgements(self) -> Iterator[Judgement]:
        """All judgements that hold, the oldest first."""
        with self._database.reading() as connection:
            query = select(JudgementRow).order_by(JudgementRow.judged_at, JudgementRow.id)
            for rows in partitions_of(connection, query, self._at_once):
                yield from map(judgement_of, rows)


def _exported(connection: Connection, rows: Sequence[LinkedQuotationRow]) -> Iterator[ExportedQuotation]:
    article_ids = {row.article_id for row in rows}
    found = rows_of(connection, select(ArticleRow).where(ArticleRow.id.in_(article_ids)))
    articles = {row.id: article_of(row) for row in found}
    merged_ids = {row.merged_id for row in rows if row.merged_id is not None}
    merged = rows_of(connection, select(MergedSpeakerRow).where(MergedSpeakerRow.id.in_(merged_ids)))
    speakers = {row.id: merged_speaker_of(row) for row in merged}
    affiliations = affiliations_in(connection, article_ids)
    for row, quotation in zip(rows, linked_quotations_of(connection, rows), strict=True):
        speaker = speakers.get(row.merged_id or "")
        if speaker is not None:
            stated = affiliations[row.article_id, row.speaker_id or ""]
            speaker = replace(speaker, affiliations=tuple(stated))
        yield ExportedQuotation(articles[row.article_id], quotation, speaker)
