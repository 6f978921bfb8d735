"""What is in the store, one by one and in lists: the newest articles first, the gravest conflicts first."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection, Select, func, select

from service.domain.archive import ArticleSummary, ConflictDetail, LinkedQuotation, StoredArticle
from service.domain.conflicts import ConflictKind, Statement
from service.domain.judgements import Judgement, JudgementRecord
from service.domain.queries import Filters, Order, Page, PageRequest
from service.domain.quotations import Speaker
from service.errors import MissingError, MovedError
from service.linking.speakers.merging import merged_speaker
from service.store import filters
from service.store.links.conflict_details import conflicts_of_article, details_of
from service.store.links.judgements import judgements
from service.store.links.redirects import place_of
from service.store.queries.linked_quotations import linked_quotations_of
from service.store.reviews import records_on
from service.store.sql.connection import Database
from service.store.sql.paging import filled, page_of
from service.store.sql.reading import first_of, rows_of
from service.store.sql.rows.articles import stored_article_of, summary_of
from service.store.sql.rows.conflicts import conflict_of
from service.store.sql.rows.quotations import statement_of
from service.store.sql.rows.speakers import affiliation_of, member_of, merged_speaker_of
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
from service.store.versions import newest_version

_Row = TypeVar("_Row")
# Of what articles say of one speaker, the newest: of some, ten thousand articles say something.
_MOST_AFFILIATIONS = 100


class Reader:
    """The questions that can be asked of a store.

    The single ones raise MissingError for an id that is not there, and MovedError for one that was merged away.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def article(self, article_id: str) -> StoredArticle:
        """The article with its quotations and conflicts."""
        with self._database.reading() as connection:
            row = _found(connection, select(ArticleRow).where(ArticleRow.id == article_id), article_id)
            quotations = filters.linked_quotations().where(QuotationRow.article_id == article_id)
            rows = rows_of(connection, quotations.order_by(QuotationRow.place))
            conflicts = conflicts_of_article(connection, article_id)
            stored = stored_article_of(row, linked_quotations_of(connection, rows), conflicts)
            return replace(stored, version=newest_version(connection, article_id))

    def articles(self, search: Filters, request: PageRequest) -> Page[ArticleSummary]:
        """The articles without their texts and quotations."""
        with self._database.reading() as connection:
            query = filters.articles(connection, search)
            page = page_of(connection, query, [ArticleRow.number], request, is_descending=True)
            return filled(page, lambda rows: list(map(summary_of, rows)))

    def quotation(self, quotation_id: str) -> LinkedQuotation:
        """The quotation."""
        with self._database.reading() as connection:
            query = filters.linked_quotations().where(QuotationRow.id == quotation_id)
            (quotation,) = linked_quotations_of(connection, [_found(connection, query, quotation_id)])
            return quotation

    def quotations(self, search: Filters, request: PageRequest) -> Page[LinkedQuotation]:
        """The quotations, those of the newest articles first."""
        with self._database.reading() as connection:
            query = filters.quotations(connection, search)
            page = page_of(connection, query, [QuotationRow.number], request, is_descending=True)
            return filled(page, lambda rows: linked_quotations_of(connection, rows))

    def speaker(self, speaker_id: str) -> Speaker:
        """The speaker with what the newest articles say of them."""
        with self._database.reading() as connection:
            query = select(MergedSpeakerRow).where(MergedSpeakerRow.id == speaker_id)
            return _speaker(connection, _found(connection, query, speaker_id))

    def speakers(self, search: Filters, request: PageRequest) -> Page[Speaker]:
        """The speakers by name."""
        with self._database.reading() as connection:
            query = filters.speakers(connection, search)
            page = page_of(connection, query, [MergedSpeakerRow.name, MergedSpeakerRow.id], request)
            return filled(page, lambda rows: [_speaker(connection, row) for row in rows])

    def statement(self, statement_id: str) -> Statement:
        """The statement."""
        with self._database.reading() as connection:
            query = select(StatementRow).where(StatementRow.id == statement_id)
            (statement,) = _statements(connection, [_found(connection, query, statement_id)])
            return statement

    def statements(self, search: Filters, request: PageRequest) -> Page[Statement]:
        """The statements."""
        with self._database.reading() as connection:
            page = page_of(connection, filters.statements(connection, search), [StatementRow.id], request)
            return filled(page, lambda rows: _statements(connection, rows))

    def conflict(self, conflict_id: str) -> ConflictDetail:
        """The conflict."""
        with self._database.reading() as connection:
            query = select(ConflictRow).where(ConflictRow.id == conflict_id)
            (conflict,) = details_of(connection, [conflict_of(_found(connection, query, conflict_id))])
            return conflict

    def conflicts(self, search: Filters, request: PageRequest) -> Page[ConflictDetail]:
        """The conflicts, the gravest first, or those that changed last."""
        is_newest_first = request.order is Order.NEWEST
        first = ConflictRow.changed_at if is_newest_first else ConflictRow.rank
        with self._database.reading() as connection:
            query = filters.conflicts(connection, search)
            page = page_of(connection, query, [first, ConflictRow.id], request, is_descending=is_newest_first)
            return filled(page, lambda rows: details_of(connection, list(map(conflict_of, rows))))

    def n_conflicts(self) -> dict[str, int]:
        """How many conflicts there are, by kind."""
        counted = select(ConflictRow.kind, func.count()).group_by(ConflictRow.kind)
        with self._database.reading() as connection:
            counts = dict(connection.execute(counted).all())
            return {kind.value: counts.get(kind.value, 0) for kind in ConflictKind}

    def judgements_on(self, conflict_id: str) -> tuple[JudgementRecord, ...]:
        """What was ever decided of a conflict, the newest first; what was replaced or taken back holds no more."""
        with self._database.reading() as connection:
            query = select(ConflictRow).where(ConflictRow.id == conflict_id)
            return records_on(connection, conflict_of(_found(connection, query, conflict_id)))

    def judgements(self, request: PageRequest) -> Page[Judgement]:
        """All judgements, the newest first."""
        with self._database.reading() as connection:
            return judgements(connection, request)


def _found(connection: Connection, query: Select[_Row], wanted: str) -> _Row:
    row = first_of(connection, query)
    if row is not None:
        return row
    to = place_of(connection, wanted)
    if to is None:
        raise MissingError(f"There is no {wanted!r}.")
    raise MovedError(f"{wanted!r} is {to!r} now.", to=to)


def _statements(connection: Connection, rows: Sequence[StatementRow]) -> list[Statement]:
    reported = (
        select(QuotationRow.statement_id, QuotationRow.id, NameVariantRow.speaker_id)
        .outerjoin(NameVariantRow, NameVariantRow.id == QuotationRow.voice_id)
        .where(QuotationRow.statement_id.in_([row.id for row in rows]))
        .order_by(QuotationRow.id)
    )
    quotations: dict[str | None, list[str]] = defaultdict(list)
    speakers: dict[str | None, set[str]] = defaultdict(set)
    for statement_id, quotation_id, speaker_id in connection.execute(reported):
        quotations[statement_id].append(quotation_id)
        if speaker_id is not None:
            speakers[statement_id].add(speaker_id)
    return [statement_of(row, quotations[row.id], speakers[row.id]) for row in rows]


def _speaker(connection: Connection, row: MergedSpeakerRow) -> Speaker:
    variants = connection.scalars(select(NameVariantRow.id).where(NameVariantRow.speaker_id == row.id)).all()
    named = select(SpeakerRow.name, SpeakerRow.aliases, SpeakerRow.gender).where(SpeakerRow.voice_id.in_(variants))
    newest = (
        select(AffiliationRow)
        .where(AffiliationRow.voice_id.in_(variants))
        .order_by(AffiliationRow.published_at.desc(), AffiliationRow.article_id.desc())
        .limit(_MOST_AFFILIATIONS)
    )
    members = [member_of(row, *columns) for columns in connection.execute(named.distinct())]
    affiliations = map(affiliation_of, rows_of(connection, newest))
    return merged_speaker(row.id, [*members, merged_speaker_of(row, affiliations)])
