"""Speakers as articles name them, with what each article says that they are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, select

from service.domain.quotations import Affiliation, Speaker
from service.store.sql.batching import batches
from service.store.sql.reading import rows_of
from service.store.sql.rows.speakers import affiliation_of, speaker_of
from service.store.sql.tables import AffiliationRow, SpeakerRow

SpeakerInArticle = tuple[str, str]
"""An article's id, and that of a speaker within it."""


def affiliations_in(
    connection: Connection, article_ids: Iterable[str]
) -> Mapping[SpeakerInArticle, Collection[Affiliation]]:
    """What these articles say that their speakers are, in the order of the text; empty for all other speakers."""
    found: dict[SpeakerInArticle, list[Affiliation]] = defaultdict(list)
    for some in batches(article_ids):
        query = select(AffiliationRow).where(AffiliationRow.article_id.in_(some)).order_by(AffiliationRow.place)
        for row in rows_of(connection, query):
            found[row.article_id, row.speaker_id].append(affiliation_of(row))
    return found


def speakers_in(connection: Connection, article_ids: Collection[str]) -> dict[SpeakerInArticle, Speaker]:
    """The speakers of these articles by their ids there."""
    affiliations = affiliations_in(connection, article_ids)
    return {
        (row.article_id, row.id): speaker_of(row, affiliations[row.article_id, row.id])
        for some in batches(article_ids)
        for row in rows_of(connection, select(SpeakerRow).where(SpeakerRow.article_id.in_(some)))
    }
