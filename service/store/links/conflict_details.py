"""Conflicts with what an editor asks next: names, articles, the sentences around the words, the last decision."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, select

from service.domain.archive import ConflictDetail, StoredConflict
from service.domain.articles import Article, Span
from service.domain.conflicts import Conflict, Evidence
from service.store.links.judgements import latest_judgements
from service.store.sql.articles import summaries_of, texts_of
from service.store.sql.bulk_values import find, in_values
from service.store.sql.reading import rows_of
from service.store.sql.rows.conflicts import conflict_of, detail_of, named_speakers
from service.store.sql.tables import ConflictArticleRow, ConflictRow, MergedSpeakerRow, NameVariantRow, QuotationRow
from service.text.sentence_bounds import sentence_bounds

# Nobody reads on: of a speaker whom thousands of articles call the same, it would be thousands of texts.
_MOST_PLACES = 20
# A long sentence of a newspaper has 300 characters; of one without an end, this much is shown on either side.
_MOST_AROUND = 300
_QUOTED = (
    select(QuotationRow.id, NameVariantRow.speaker_id)
    .join(NameVariantRow, NameVariantRow.id == QuotationRow.voice_id)
    .where(in_values(QuotationRow.id))
)
_NAMES = select(MergedSpeakerRow.id, MergedSpeakerRow.name).where(in_values(MergedSpeakerRow.id))


def conflicts_of_article(connection: Connection, article_id: str) -> tuple[ConflictDetail, ...]:
    """The conflicts that rest on an article, the gravest first."""
    resting = select(ConflictArticleRow.conflict_id).where(ConflictArticleRow.article_id == article_id)
    query = select(ConflictRow).where(ConflictRow.id.in_(resting)).order_by(ConflictRow.rank, ConflictRow.id)
    return tuple(details_of(connection, list(map(conflict_of, rows_of(connection, query)))))


def details_of(connection: Connection, conflicts: Sequence[StoredConflict]) -> list[ConflictDetail]:
    """These conflicts in their order, as the transaction sees them now."""
    quoted = dict(find(connection, _QUOTED, {id_ for conflict in conflicts for id_ in _quotation_ids(conflict)}))
    speaker_ids = {id_ for conflict in conflicts for id_ in _speaker_ids(conflict, quoted)}
    names = dict(find(connection, _NAMES, speaker_ids))
    articles = summaries_of(connection, {id_ for conflict in conflicts for id_ in _article_ids(conflict)})
    sentences = _sentences(connection, conflicts)
    judgements = latest_judgements(connection, conflicts)
    return [
        detail_of(
            conflict,
            sentences,
            speakers=named_speakers((id_, names[id_]) for id_ in _speaker_ids(conflict, quoted) if id_ in names),
            articles=tuple(articles[id_] for id_ in _article_ids(conflict) if id_ in articles),
            judgement=judgements.get(conflict.id),
        )
        for conflict in conflicts
    ]


def _evidence(conflict: Conflict) -> Iterator[Evidence]:
    return (place for claim in conflict.claims for place in claim.evidence)


def _quotation_ids(conflict: Conflict) -> set[str]:
    return {place.quotation_id for place in _evidence(conflict) if place.quotation_id is not None}


def _speaker_ids(conflict: Conflict, quoted: dict[str, str]) -> set[str]:
    """Of whom it is, or whose words they are; all of them where the reports disagree about that."""
    if conflict.speaker_id is not None:
        return {conflict.speaker_id}
    return {quoted[id_] for id_ in _quotation_ids(conflict) if id_ in quoted}


def _article_ids(conflict: Conflict) -> list[str]:
    return sorted({place.article_id for place in _evidence(conflict)})


def _sentences(connection: Connection, conflicts: Sequence[Conflict]) -> dict[Evidence, Span]:
    """The sentence of each of the first places of each claim."""
    places = defaultdict(set)
    for conflict in conflicts:
        for claim in conflict.claims:
            for place in islice(claim.evidence, _MOST_PLACES):
                places[place.article_id].add(place)
    return {
        place: _sentence(article, place.span)
        for article in texts_of(connection, sorted(places))
        for place in places[article.id]
    }


def _sentence(article: Article, span: Span) -> Span:
    bounds = sentence_bounds(article.content(span.field), span.start, span.end, most=_MOST_AROUND)
    return article.span(*bounds, span.field)
