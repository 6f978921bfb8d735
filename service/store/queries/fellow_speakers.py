"""The speakers over all articles that those beside a quotation's first one are: who speaks with them, who relays."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from service.store.sql.rows import Row
from service.store.sql.tables import NameVariantRow, SpeakerRow

_Fellow = tuple[str, str]
"""An article's id, and that of a speaker within it."""


def fellow_speakers(connection: Connection, rows: Sequence[Row]) -> Mapping[_Fellow, str]:
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
