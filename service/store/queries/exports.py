"""All quotations at one moment, one after the other, however many there are."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from service.domain.archive import ExportedQuotation, LinkedQuotation
from service.domain.queries import Filters
from service.domain.quotations import Affiliation, Speaker, SpeakerKind
from service.store.queries.fellow_speakers import fellow_speakers
from service.store.queries.filters import quotations
from service.store.sql.connection import Database
from service.store.sql.rows import Row, affiliation_of, article_of, attribution_of
from service.store.sql.tables import AffiliationRow, ArticleRow, MergedSpeakerRow, QuotationRow

# As many as stay in memory at once, with their articles' texts.
_AT_ONCE = 200

_Posts = dict[tuple[str, str], list[Affiliation]]


class Exports:
    """What one store gives away."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def quotations(self, search: Filters) -> Iterator[ExportedQuotation]:
        """The quotations of which all holds, in the order in which they came; read as they are asked for."""
        with self._database.reading() as connection:
            query = quotations(connection, search).order_by(QuotationRow.number)
            rows = connection.execution_options(yield_per=_AT_ONCE).execute(query)
            for some in rows.partitions(_AT_ONCE):
                yield from _exported(connection, some)


def _exported(connection: Connection, rows: Sequence[Row]) -> Iterator[ExportedQuotation]:
    article_ids = {row.article_id for row in rows}
    found = connection.execute(select(ArticleRow).where(ArticleRow.id.in_(article_ids)))
    articles = {row.id: article_of(row) for row in found}
    merged_ids = {row.merged_id for row in rows}
    names = connection.execute(select(MergedSpeakerRow).where(MergedSpeakerRow.id.in_(merged_ids)))
    speakers = {row.id: Speaker(row.id, row.name, SpeakerKind(row.kind)) for row in names}
    posts = _posts(connection, article_ids)
    fellows = fellow_speakers(connection, rows)
    for row in rows:
        speaker = _told(speakers.get(row.merged_id), posts.get((row.article_id, row.speaker_id), []))
        quotation = LinkedQuotation(attribution_of(row, speaker_id=row.merged_id, fellows=fellows), row.statement_id)
        yield ExportedQuotation(articles[row.article_id], quotation, speaker)


def _posts(connection: Connection, article_ids: set[str]) -> _Posts:
    posts: _Posts = defaultdict(list)
    told = select(AffiliationRow).where(AffiliationRow.article_id.in_(article_ids)).order_by(AffiliationRow.place)
    for row in connection.execute(told):
        posts[row.article_id, row.speaker_id].append(affiliation_of(row))
    return posts


def _told(speaker: Speaker | None, posts: list[Affiliation]) -> Speaker | None:
    if speaker is None:
        return None
    return Speaker(speaker.id, speaker.name, speaker.kind, affiliations=tuple(posts))
