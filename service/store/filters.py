"""Filters as queries: the rows of which all that is asked holds."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select

from service.domain.queries import Filters
from service.errors import MissingError
from service.store.sql.full_text import has_all_words, holds_words, lists_words
from service.store.sql.reading import first_of, with_columns_of
from service.store.sql.rows.articles import SUMMARY_COLUMNS, ArticleSummaryRow
from service.store.sql.rows.quotations import LinkedQuotationRow
from service.store.sql.rows.searches import saved_search_of
from service.store.sql.tables import (
    ArticleRow,
    ConflictArticleRow,
    ConflictRow,
    MergedSpeakerRow,
    NameVariantRow,
    QuotationRow,
    RedirectRow,
    StatementRow,
)
from service.store.sql.webhook_tables import SavedSearchRow

_Conditions = Iterator[ColumnElement[bool]]


def articles(connection: Connection, search: Filters) -> Select[ArticleSummaryRow]:
    """Articles by outlet, date and words, without their texts."""
    columns = select(ArticleRow.number, *SUMMARY_COLUMNS).where(*_of_articles(search))
    query = with_columns_of(columns, ArticleSummaryRow)
    return query.where(holds_words(connection, ArticleRow, search.words)) if search.words else query


def quotations(connection: Connection, search: Filters) -> Select[LinkedQuotationRow]:
    """Quotations by outlet, date, speaker, kind and words, with the ids of their merged speakers."""
    return linked_quotations().where(*_of_quotations(connection, search))


def linked_quotations() -> Select[LinkedQuotationRow]:
    """All quotations, with the ids of their merged speakers."""
    query = select(QuotationRow, NameVariantRow.speaker_id.label("merged_id")).outerjoin(
        NameVariantRow, NameVariantRow.id == QuotationRow.voice_id
    )
    return with_columns_of(query, LinkedQuotationRow)


def speakers(connection: Connection, search: Filters) -> Select[MergedSpeakerRow]:
    """Speakers by kind, by the words of their names, and by what they are quoted with."""
    query = select(MergedSpeakerRow)
    if search.words:
        query = query.where(has_all_words(connection, MergedSpeakerRow.name, search.words))
    if search.kind:
        query = query.where(MergedSpeakerRow.kind == search.kind)
    quoted = Filters(search.outlet, since=search.since, until=search.until, article_id=search.article_id)
    if quoted == Filters():
        return query
    said = QuotationRow.voice_id == NameVariantRow.id, NameVariantRow.speaker_id == MergedSpeakerRow.id
    return query.where(exists().where(*said, *_of_quotations(connection, quoted)))


def statements(connection: Connection, search: Filters) -> Select[StatementRow]:
    """Statements that a quotation reports of which all holds."""
    conditions = tuple(_of_quotations(connection, search))
    query = select(StatementRow)
    if not conditions:
        return query
    return query.where(exists().where(QuotationRow.statement_id == StatementRow.id, *conditions))


def conflicts(connection: Connection, search: Filters) -> Select[ConflictRow]:
    """Conflicts by kind, severity, status and age; by the articles that they rest on; by speaker; by words.

    Raises MissingError where the saved search is not there.
    """
    return select(ConflictRow).where(*of_conflicts(connection, search))


def of_conflicts(connection: Connection, search: Filters) -> _Conditions:
    """The conditions of that query."""
    if search.search_id:
        yield from of_conflicts(connection, _saved(connection, search.search_id))
    if search.words:
        yield lists_words(connection, search.words)
    for column, wanted in (
        (ConflictRow.kind, search.kind),
        (ConflictRow.severity, search.severity),
        (ConflictRow.status, search.status),
    ):
        if wanted:
            yield column == wanted
    if search.changed_since is not None:
        yield ConflictRow.changed_at >= search.changed_since
    rests_on = and_(ConflictArticleRow.conflict_id == ConflictRow.id, ConflictArticleRow.article_id == ArticleRow.id)
    of_articles = tuple(_of_articles(search))
    if of_articles:
        yield exists().where(rests_on, *of_articles)
    if search.article_id:
        resting = select(ConflictArticleRow.conflict_id).where(ConflictArticleRow.article_id == search.article_id)
        yield ConflictRow.id.in_(resting)
    if search.speaker_id:
        speaker_id = _current(connection, search.speaker_id)
        quoted = _by_speaker(speaker_id)
        in_statement = exists().where(QuotationRow.statement_id == ConflictRow.statement_id, quoted)
        yield or_(ConflictRow.speaker_id == speaker_id, in_statement)


def of_changed_articles(connection: Connection, search: Filters) -> _Conditions:
    """Of the same filters, those that say something of an article: its outlet, its date and its id."""
    if search.search_id:
        yield from of_changed_articles(connection, _saved(connection, search.search_id))
    yield from _of_articles(search)
    if search.article_id:
        yield ArticleRow.id == search.article_id


def _saved(connection: Connection, search_id: str) -> Filters:
    row = first_of(connection, select(SavedSearchRow).where(SavedSearchRow.id == search_id))
    if row is None:
        raise MissingError(f"There is no saved search {search_id!r}.")
    return saved_search_of(row).filters


def _current(connection: Connection, speaker_id: str) -> str:
    """The id by which a speaker goes now: a filter may be older than what merged it with another."""
    moved = select(RedirectRow.to).where(RedirectRow.id == speaker_id)
    return connection.scalar(moved) or speaker_id


def _of_articles(search: Filters) -> _Conditions:
    if search.outlet:
        yield ArticleRow.outlet == search.outlet
    if search.since is not None:
        yield ArticleRow.published_time >= search.since
    if search.until is not None:
        yield ArticleRow.published_time < search.until


def _of_quotations(connection: Connection, search: Filters) -> _Conditions:
    of_articles = tuple(_of_articles(search))
    if of_articles:
        yield exists().where(ArticleRow.id == QuotationRow.article_id, *of_articles)
    if search.article_id:
        yield QuotationRow.article_id == search.article_id
    if search.speaker_id:
        yield _by_speaker(search.speaker_id)
    if search.kind:
        yield QuotationRow.kind == search.kind
    if search.min_confidence is not None:
        yield QuotationRow.confidence >= search.min_confidence
    if search.words:
        yield holds_words(connection, QuotationRow, search.words)


def _by_speaker(speaker_id: str) -> ColumnElement[bool]:
    return QuotationRow.voice_id.in_(select(NameVariantRow.id).where(NameVariantRow.speaker_id == speaker_id))
