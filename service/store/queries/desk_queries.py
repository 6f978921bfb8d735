"""What an editor's pages ask of a store: summaries, reports side by side, similar ones, judgements; all bounded."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute

from service.domain.archive import ArticleSummary, ConflictDetail, Name, PositionInArticle, QuotationInArticle
from service.domain.articles import Article
from service.domain.conflicts import Conflict, Statement
from service.domain.judgements import JudgementDetail, Subject
from service.domain.queries import MOST_COUNTED, Filters, Listed, Overview, Page, PageRequest
from service.domain.quotations import Speaker
from service.store import filters
from service.store.links import conflict_details
from service.store.queries import reports_of_statement
from service.store.queries.judgement_history import details_of, details_on, details_on_conflict
from service.store.queries.open_conflicts import n_open_conflicts
from service.store.sql.articles import openings_of, summaries_of, texts_of
from service.store.sql.batching import batches
from service.store.sql.bulk_values import find, in_values
from service.store.sql.connection import Database
from service.store.sql.editing_tables import JudgementRow
from service.store.sql.paging import filled, page_of
from service.store.sql.reading import rows_of
from service.store.sql.rows.conflicts import conflict_of
from service.store.sql.rows.judgements import judgement_of
from service.store.sql.rows.quotations import statement_of
from service.store.sql.rows.speakers import merged_speaker_of
from service.store.sql.tables import (
    ArticleRow,
    ConflictRow,
    MatchRow,
    MergedSpeakerRow,
    NameLinkRow,
    NameVariantRow,
    QuotationRow,
    StatementRow,
)

# What a list has, and what tells one of it from the others.
_LISTS: Mapping[Listed, tuple[Callable[[Connection, Filters], Select[Any]], InstrumentedAttribute[Any]]] = {
    Listed.ARTICLES: (filters.articles, ArticleRow.number),
    Listed.QUOTATIONS: (filters.quotations, QuotationRow.number),
    Listed.SPEAKERS: (filters.speakers, MergedSpeakerRow.id),
    Listed.STATEMENTS: (filters.statements, StatementRow.id),
}
_SPEAKERS_OF_STATEMENTS = (
    select(QuotationRow.statement_id, NameVariantRow.speaker_id)
    .join(NameVariantRow, NameVariantRow.id == QuotationRow.voice_id)
    .where(in_values(QuotationRow.statement_id))
    .distinct()
)
# More similar ones than this are no help in choosing.
_MOST_SIMILAR = 8
# Of a statement that everybody reports, some are enough to begin with.
_MOST_STARTS = 500
# What a page can show; there is a list for more.
_MOST_CONFLICTS = 50
_MOST_OUTLETS = 500


class Desk:
    """The questions of the pages. What is not there, or goes by another id now, is an empty answer."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def overview(self) -> Overview:
        """How much there is."""
        with self._database.reading() as connection:
            counted = (ArticleRow.number, QuotationRow.number, ConflictRow.id)
            return Overview(*(_count(connection, column) for column in counted))

    def n_found(self, of: Listed, search: Filters) -> int:
        """How many of these there are of which all holds; counting stops at `MOST_COUNTED`."""
        with self._database.reading() as connection:
            query, column = _LISTS[of]
            found = query(connection, search).with_only_columns(column, maintain_column_froms=True)
            return connection.scalar(select(func.count()).select_from(found.limit(MOST_COUNTED).subquery())) or 0

    def n_open_conflicts(self, of: Listed, ids: Collection[str]) -> Mapping[str, int]:
        """How many open conflicts rest on each of these articles, statements or speakers, by their ids; no zeros."""
        with self._database.reading() as connection:
            return n_open_conflicts(connection, of, ids)

    def most_reported(self, search: Filters, request: PageRequest) -> Page[Statement]:
        """The statements of which all holds, those with most independent reports first; without their quotations."""
        with self._database.reading() as connection:
            order = [StatementRow.n_reports, StatementRow.id]
            page = page_of(connection, filters.statements(connection, search), order, request, is_descending=True)
            return filled(page, lambda rows: _with_speakers(connection, rows))

    def outlets(self) -> tuple[str, ...]:
        """The outlets' names, sorted: found one after the other in their index, not by reading all articles."""
        with self._database.reading() as connection:
            found: list[str] = []
            query = select(func.min(ArticleRow.outlet))
            outlet = connection.scalar(query)
            while outlet is not None and len(found) < _MOST_OUTLETS:
                found.append(outlet)
                outlet = connection.scalar(query.where(ArticleRow.outlet > outlet))
            return tuple(found)

    def summaries(self, article_ids: Collection[str]) -> Mapping[str, ArticleSummary]:
        """These articles without their texts, by their ids."""
        with self._database.reading() as connection:
            return summaries_of(connection, article_ids)

    def openings(self, article_ids: Collection[str]) -> Mapping[str, str]:
        """The first line of each of these articles, by their ids; empty where the first lines are not the article's."""
        with self._database.reading() as connection:
            return openings_of(connection, article_ids)

    def texts(self, article_ids: Collection[str]) -> Mapping[str, Article]:
        """The texts and titles of these articles, by their ids; a page has few."""
        with self._database.reading() as connection:
            return {article.id: article for article in texts_of(connection, article_ids)}

    def names(self, speaker_ids: Collection[str]) -> Mapping[str, str]:
        """The names of these speakers, by their ids."""
        with self._database.reading() as connection:
            return {
                row.id: row.name
                for some in batches(speaker_ids)
                for row in rows_of(connection, select(MergedSpeakerRow).where(MergedSpeakerRow.id.in_(some)))
            }

    def reports(self, statement_id: str) -> tuple[QuotationInArticle, ...]:
        """The reports of a statement, the first ones first."""
        with self._database.reading() as connection:
            return reports_of_statement.of_statement(connection, statement_id)

    def positions(self, speaker_id: str) -> tuple[PositionInArticle, ...]:
        """What articles say that a speaker is, the newest first."""
        with self._database.reading() as connection:
            return reports_of_statement.positions_of(connection, speaker_id)

    def variants(self, speaker_id: str) -> tuple[Name, ...]:
        """The names that a speaker goes by, sorted."""
        with self._database.reading() as connection:
            return reports_of_statement.names_of(connection, speaker_id)

    def speakers_of_article(self, article_id: str) -> tuple[Speaker, ...]:
        """The speakers of an article by their ids over all articles, with what this article says that they are."""
        with self._database.reading() as connection:
            return reports_of_statement.speakers_of_article(connection, article_id)

    def similar_statements(self, statement_id: str) -> tuple[Statement, ...]:
        """Statements that were found alike, but not the same."""
        with self._database.reading() as connection:
            own = select(QuotationRow.version).where(QuotationRow.statement_id == statement_id)
            either = _others(MatchRow.first, MatchRow.second, own)
            similar = select(QuotationRow.statement_id).where(
                QuotationRow.version.in_(either), QuotationRow.statement_id != statement_id
            )
            query = select(StatementRow).where(StatementRow.id.in_(similar)).limit(_MOST_SIMILAR)
            return tuple(map(statement_of, rows_of(connection, query)))

    def similarly_named_speakers(self, speaker_id: str) -> tuple[Speaker, ...]:
        """Speakers with a related name."""
        with self._database.reading() as connection:
            own = select(NameVariantRow.id).where(NameVariantRow.speaker_id == speaker_id)
            either = _others(NameLinkRow.first, NameLinkRow.second, own)
            similar = select(NameVariantRow.speaker_id).where(
                NameVariantRow.id.in_(either), NameVariantRow.speaker_id != speaker_id
            )
            query = select(MergedSpeakerRow).where(MergedSpeakerRow.id.in_(similar)).limit(_MOST_SIMILAR)
            return tuple(map(merged_speaker_of, rows_of(connection, query)))

    def conflicts_of_statement(self, statement_id: str) -> tuple[ConflictDetail, ...]:
        """The conflicts between the reports of a statement."""
        return self._conflicts(select(ConflictRow).where(ConflictRow.statement_id == statement_id))

    def judgements(self, request: PageRequest) -> Page[JudgementDetail]:
        """All judgements, the newest first."""
        with self._database.reading() as connection:
            order = [JudgementRow.judged_at, JudgementRow.id]
            page = page_of(connection, select(JudgementRow), order, request, is_descending=True)
            return filled(page, lambda rows: details_of(connection, list(map(judgement_of, rows))))

    def judgements_on_statement(self, statement_id: str) -> tuple[JudgementDetail, ...]:
        """What was decided of a statement and others."""
        own = select(QuotationRow.id).where(QuotationRow.statement_id == statement_id)
        return self._judgements(Subject.STATEMENT, own)

    def judgements_on_speaker(self, speaker_id: str) -> tuple[JudgementDetail, ...]:
        """What was decided of a speaker and others."""
        own = select(NameVariantRow.id).where(NameVariantRow.speaker_id == speaker_id)
        return self._judgements(Subject.SPEAKER, own)

    def judgements_on_conflicts(self, conflicts: Collection[Conflict]) -> Mapping[str, tuple[JudgementDetail, ...]]:
        """What was decided of these conflicts, by their ids."""
        with self._database.reading() as connection:
            return {conflict.id: details_on_conflict(connection, conflict) for conflict in conflicts}

    def _conflicts(self, query: Select[ConflictRow]) -> tuple[ConflictDetail, ...]:
        with self._database.reading() as connection:
            gravest = query.order_by(ConflictRow.rank, ConflictRow.id).limit(_MOST_CONFLICTS)
            return tuple(conflict_details.details_of(connection, list(map(conflict_of, rows_of(connection, gravest)))))

    def _judgements(self, subject: Subject, names: Select[str]) -> tuple[JudgementDetail, ...]:
        with self._database.reading() as connection:
            return details_on(connection, subject, names)


def _with_speakers(connection: Connection, rows: Sequence[StatementRow]) -> list[Statement]:
    speakers = defaultdict(set)
    for statement_id, speaker_id in find(connection, _SPEAKERS_OF_STATEMENTS, [row.id for row in rows]):
        speakers[statement_id].add(speaker_id)
    return [statement_of(row, speaker_ids=speakers[row.id]) for row in rows]


def _count(connection: Connection, column: InstrumentedAttribute[Any]) -> int:
    some = select(column).limit(MOST_COUNTED).subquery()
    return connection.scalar(select(func.count()).select_from(some)) or 0


def _others(first: Any, second: Any, own: Select[Any]) -> Any:  # noqa: ANN401 - columns, and a union of queries
    """The ends of those pairs whose other end is one of these."""
    some = own.limit(_MOST_STARTS)
    return select(second).where(first.in_(some)).union(select(first).where(second.in_(some)))
