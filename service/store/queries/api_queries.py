"""What is in the store, one by one and in lists: the newest articles first, the gravest conflicts first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Executable, func, select

from service.domain.archive import LinkedQuotation, StoredArticle, StoredConflict
from service.domain.conflicts import ConflictKind, Statement
from service.domain.judgements import Judgement
from service.domain.queries import Filters, Order, Page, PageRequest
from service.domain.quotations import Speaker, SpeakerKind
from service.errors import MissingError, MovedError
from service.linking.speakers.merging import merged_speaker
from service.store.links.judgements import judgements
from service.store.links.redirects import place_of
from service.store.queries import filters
from service.store.queries.fellow_speakers import fellow_speakers
from service.store.sql.connection import Database
from service.store.sql.paging import filled, page_of
from service.store.sql.rows import Row, affiliation_of, article_of, attribution_of, stored_conflict_of
from service.store.sql.tables import (
    AffiliationRow,
    ArticleRow,
    ConflictRow,
    MergedSpeakerRow,
    NameVariantRow,
    QuotationRow,
    SpeakerRow,
    StatementRow,
)

# Of what articles tell of one speaker, the newest: some are told of ten thousand times.
_MOST_AFFILIATIONS = 100


class Reader:
    """The questions that can be asked of a store.

    The single ones raise MissingError for an id that is not there, and MovedError for one that was merged away.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def article(self, article_id: str) -> StoredArticle:
        """The article with its quotations."""
        with self._database.reading() as connection:
            row = _found(connection, select(ArticleRow).where(ArticleRow.id == article_id), article_id)
            of_article = (
                filters.linked_quotations().where(QuotationRow.article_id == article_id).order_by(QuotationRow.place)
            )
            quotations = tuple(_quotations(connection, connection.execute(of_article).all()))
            return StoredArticle(article_of(row), row.received_at, quotations)

    def articles(self, search: Filters, place: PageRequest) -> Page[StoredArticle]:
        """The articles without their quotations."""
        with self._database.reading() as connection:
            query = filters.articles(connection, search)
            page = page_of(connection, query, [ArticleRow.number], place, is_descending=True)
            return filled(page, lambda rows: [StoredArticle(article_of(row), row.received_at) for row in rows])

    def quotation(self, quotation_id: str) -> LinkedQuotation:
        """The quotation."""
        with self._database.reading() as connection:
            query = filters.linked_quotations().where(QuotationRow.id == quotation_id)
            (quotation,) = _quotations(connection, [_found(connection, query, quotation_id)])
            return quotation

    def quotations(self, search: Filters, place: PageRequest) -> Page[LinkedQuotation]:
        """The quotations, those of the newest articles first."""
        with self._database.reading() as connection:
            query = filters.quotations(connection, search)
            page = page_of(connection, query, [QuotationRow.number], place, is_descending=True)
            return filled(page, lambda rows: _quotations(connection, rows))

    def speaker(self, speaker_id: str) -> Speaker:
        """The speaker with what the newest articles say of them."""
        with self._database.reading() as connection:
            query = select(MergedSpeakerRow).where(MergedSpeakerRow.id == speaker_id)
            return _speaker(connection, _found(connection, query, speaker_id))

    def speakers(self, search: Filters, place: PageRequest) -> Page[Speaker]:
        """The speakers by name."""
        with self._database.reading() as connection:
            query = filters.speakers(connection, search)
            page = page_of(connection, query, [MergedSpeakerRow.name, MergedSpeakerRow.id], place)
            return filled(page, lambda rows: [_speaker(connection, row) for row in rows])

    def statement(self, statement_id: str) -> Statement:
        """The statement."""
        with self._database.reading() as connection:
            query = select(StatementRow).where(StatementRow.id == statement_id)
            (statement,) = _statements(connection, [_found(connection, query, statement_id)])
            return statement

    def statements(self, search: Filters, place: PageRequest) -> Page[Statement]:
        """The statements."""
        with self._database.reading() as connection:
            page = page_of(connection, filters.statements(connection, search), [StatementRow.id], place)
            return filled(page, lambda rows: _statements(connection, rows))

    def conflict(self, conflict_id: str) -> StoredConflict:
        """The conflict."""
        with self._database.reading() as connection:
            query = select(ConflictRow).where(ConflictRow.id == conflict_id)
            return stored_conflict_of(_found(connection, query, conflict_id))

    def conflicts(self, search: Filters, place: PageRequest) -> Page[StoredConflict]:
        """The conflicts, the gravest first, or those that changed last."""
        is_newest_first = place.order is Order.NEWEST
        first = ConflictRow.changed_at if is_newest_first else ConflictRow.rank
        with self._database.reading() as connection:
            query = filters.conflicts(search)
            page = page_of(connection, query, [first, ConflictRow.id], place, is_descending=is_newest_first)
            return filled(page, lambda rows: [stored_conflict_of(row) for row in rows])

    def n_conflicts(self) -> dict[str, int]:
        """How many conflicts there are, by kind."""
        counted = select(ConflictRow.kind, func.count()).group_by(ConflictRow.kind)
        with self._database.reading() as connection:
            counts = {row[0]: row[1] for row in connection.execute(counted)}
            return {kind.value: counts.get(kind.value, 0) for kind in ConflictKind}

    def judgements(self, place: PageRequest) -> Page[Judgement]:
        """All that editors decided."""
        with self._database.reading() as connection:
            return judgements(connection, place)


def _found(connection: Connection, query: Executable, wanted: str) -> Row:
    row = connection.execute(query).first()
    if row is not None:
        return row
    to = place_of(connection, wanted)
    if to is None:
        raise MissingError(f"There is no {wanted!r}.")
    raise MovedError(f"{wanted!r} is {to!r} now.", to=to)


def _quotations(connection: Connection, rows: Sequence[Row]) -> list[LinkedQuotation]:
    fellows = fellow_speakers(connection, rows)
    return [
        LinkedQuotation(attribution_of(row, speaker_id=row.merged_id, fellows=fellows), row.statement_id)
        for row in rows
    ]


def _statements(connection: Connection, rows: Sequence[Row]) -> list[Statement]:
    told = (
        select(QuotationRow.statement_id, QuotationRow.id, NameVariantRow.speaker_id)
        .outerjoin(NameVariantRow, NameVariantRow.id == QuotationRow.voice_id)
        .where(QuotationRow.statement_id.in_([row.id for row in rows]))
        .order_by(QuotationRow.id)
    )
    quotations: dict[str | None, list[str]] = defaultdict(list)
    speakers: dict[str | None, set[str]] = defaultdict(set)
    for statement_id, quotation_id, speaker_id in connection.execute(told):
        quotations[statement_id].append(quotation_id)
        if speaker_id is not None:
            speakers[statement_id].add(speaker_id)
    return [
        Statement(row.id, tuple(quotations[row.id]), tuple(sorted(speakers[row.id])), row.wording, row.n_reports)
        for row in rows
    ]


def _speaker(connection: Connection, row: Row) -> Speaker:
    variants = connection.scalars(select(NameVariantRow.id).where(NameVariantRow.speaker_id == row.id)).all()
    told = select(SpeakerRow.name, SpeakerRow.aliases, SpeakerRow.gender).where(SpeakerRow.voice_id.in_(variants))
    posts = (
        select(AffiliationRow)
        .where(AffiliationRow.voice_id.in_(variants))
        .order_by(AffiliationRow.published_at.desc(), AffiliationRow.article_id.desc())
        .limit(_MOST_AFFILIATIONS)
    )
    members = _members(SpeakerKind(row.kind), connection.execute(told.distinct()))
    affiliations = tuple(map(affiliation_of, connection.execute(posts)))
    return merged_speaker(row.id, [*members, Speaker("", row.name, SpeakerKind(row.kind), affiliations=affiliations)])


def _members(kind: SpeakerKind, rows: Iterable[Row]) -> list[Speaker]:
    return [Speaker("", row.name, kind, tuple(row.aliases), gender=row.gender) for row in rows]
