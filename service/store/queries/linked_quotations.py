"""Quotations with the merged speakers of those beside the first one: who speaks with them, who relays."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from service.domain.archive import LinkedQuotation
from service.store.sql.rows.quotations import Fellows, LinkedQuotationRow, linked_quotation_of
from service.store.sql.tables import NameVariantRow, SpeakerRow


def linked_quotations_of(connection: Connection, rows: Sequence[LinkedQuotationRow]) -> list[LinkedQuotation]:
    """The quotations of these rows, each with its speakers over all articles and its statement."""
    fellows = _fellows(connection, rows)
    return [linked_quotation_of(row, fellows) for row in rows]


def _fellows(connection: Connection, rows: Sequence[LinkedQuotationRow]) -> Fellows:
    """The merged speaker of each that the rows name beside the first; few quotations have any."""
    named = {(row.article_id, each) for row in rows for ids in row.fellows.values() for each in ids}
    if not named:
        return {}
    query = (
        select(SpeakerRow.article_id, SpeakerRow.id, NameVariantRow.speaker_id)
        .join(NameVariantRow, NameVariantRow.id == SpeakerRow.voice_id)
        .where(SpeakerRow.article_id.in_({article_id for article_id, _ in named}))
        .where(SpeakerRow.id.in_({speaker_id for _, speaker_id in named}))
    )
    return {(article_id, speaker_id): merged for article_id, speaker_id, merged in connection.execute(query)}
