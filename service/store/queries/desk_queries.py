"""What an editor's pages ask of a store: headings, reports side by side, near ones, rulings; all bounded."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute

from service.domain.archive import ArticleSummary, Name, Post, QuotationInArticle, StoredConflict
from service.domain.conflicts import Conflict, Statement
from service.domain.judgements import JudgementDetail, Subject
from service.domain.queries import MOST_COUNTED, Overview, Page, PageRequest
from service.domain.quotations import Speaker, SpeakerKind
from service.store.queries import reports_of_statement
from service.store.queries.judgement_history import rulings, rulings_on, rulings_on_conflict
from service.store.sql.batching import batches
from service.store.sql.connection import Database
from service.store.sql.paging import filled, page_of
from service.store.sql.rows import stored_conflict_of
from service.store.sql.tables import (
    ArticleRow,
    ConflictArticleRow,
    ConflictRow,
    JudgementRow,
    MatchRow,
    MergedSpeakerRow,
    NameLinkRow,
    NameVariantRow,
    QuotationRow,
    StatementRow,
)

# More near ones than this are no help in choosing.
_MOST_NEAR = 8
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

    def headings(self, article_ids: Collection[str]) -> Mapping[str, ArticleSummary]:
        """What these articles are called, by their ids."""
        with self._database.reading() as connection:
            return reports_of_statement.headings_of(connection, article_ids)

    def names(self, speaker_ids: Collection[str]) -> Mapping[str, str]:
        """The names of these speakers, by their ids."""
        with self._database.reading() as connection:
            return {
                row.id: row.name
                for some in batches(speaker_ids)
                for row in connection.execute(select(MergedSpeakerRow).where(MergedSpeakerRow.id.in_(some)))
            }

    def tellings(self, statement_id: str) -> tuple[QuotationInArticle, ...]:
        """The reports of a statement, the first ones first."""
        with self._database.reading() as connection:
            return reports_of_statement.of_statement(connection, statement_id)

    def posts(self, speaker_id: str) -> tuple[Post, ...]:
        """What articles say that a speaker is, the newest first."""
        with self._database.reading() as connection:
            return reports_of_statement.posts_of(connection, speaker_id)

    def variants(self, speaker_id: str) -> tuple[Name, ...]:
        """The names that a speaker goes by, sorted."""
        with self._database.reading() as connection:
            return reports_of_statement.names_of(connection, speaker_id)

    def speakers_of_article(self, article_id: str) -> tuple[Speaker, ...]:
        """The speakers of an article by their ids over all articles, with what this article says that they are."""
        with self._database.reading() as connection:
            return reports_of_statement.speakers_of_article(connection, article_id)

    def statements_near(self, statement_id: str) -> tuple[Statement, ...]:
        """Statements that were found alike, but not the same."""
        with self._database.reading() as connection:
            own = select(QuotationRow.version).where(QuotationRow.statement_id == statement_id)
            either = _others(MatchRow.first, MatchRow.second, own)
            near = select(QuotationRow.statement_id).where(
                QuotationRow.version.in_(either), QuotationRow.statement_id != statement_id
            )
            rows = connection.execute(select(StatementRow).where(StatementRow.id.in_(near)).limit(_MOST_NEAR))
            return tuple(Statement(row.id, (), (), row.wording, row.n_reports) for row in rows)

    def speakers_near(self, speaker_id: str) -> tuple[Speaker, ...]:
        """Speakers whose names are kin."""
        with self._database.reading() as connection:
            own = select(NameVariantRow.id).where(NameVariantRow.speaker_id == speaker_id)
            either = _others(NameLinkRow.first, NameLinkRow.second, own)
            near = select(NameVariantRow.speaker_id).where(
                NameVariantRow.id.in_(either), NameVariantRow.speaker_id != speaker_id
            )
            rows = connection.execute(select(MergedSpeakerRow).where(MergedSpeakerRow.id.in_(near)).limit(_MOST_NEAR))
            return tuple(Speaker(row.id, row.name, SpeakerKind(row.kind)) for row in rows)

    def conflicts_of_article(self, article_id: str) -> tuple[StoredConflict, ...]:
        """The conflicts that rest on an article, the gravest first."""
        told = select(ConflictArticleRow.conflict_id).where(ConflictArticleRow.article_id == article_id)
        return self._conflicts(select(ConflictRow).where(ConflictRow.id.in_(told)))

    def conflicts_of_statement(self, statement_id: str) -> tuple[StoredConflict, ...]:
        """The conflicts between the reports of a statement."""
        return self._conflicts(select(ConflictRow).where(ConflictRow.statement_id == statement_id))

    def rulings(self, place: PageRequest) -> Page[JudgementDetail]:
        """All judgements, the newest first."""
        with self._database.reading() as connection:
            order = [JudgementRow.judged_at, JudgementRow.id]
            page = page_of(connection, select(JudgementRow), order, place, is_descending=True)
            return filled(page, lambda rows: rulings(connection, rows))

    def rulings_on_statement(self, statement_id: str) -> tuple[JudgementDetail, ...]:
        """What was decided of a statement and others."""
        own = select(QuotationRow.id).where(QuotationRow.statement_id == statement_id)
        return self._rulings(Subject.STATEMENT, own)

    def rulings_on_speaker(self, speaker_id: str) -> tuple[JudgementDetail, ...]:
        """What was decided of a speaker and others."""
        own = select(NameVariantRow.id).where(NameVariantRow.speaker_id == speaker_id)
        return self._rulings(Subject.SPEAKER, own)

    def rulings_on_conflicts(self, conflicts: Collection[Conflict]) -> Mapping[str, tuple[JudgementDetail, ...]]:
        """What was decided of these conflicts, by their ids."""
        with self._database.reading() as connection:
            return {conflict.id: rulings_on_conflict(connection, conflict) for conflict in conflicts}

    def _conflicts(self, query: Select[Any]) -> tuple[StoredConflict, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(ConflictRow.rank, ConflictRow.id).limit(_MOST_CONFLICTS))
            return tuple(map(stored_conflict_of, rows))

    def _rulings(self, subject: Subject, names: Select[Any]) -> tuple[JudgementDetail, ...]:
        with self._database.reading() as connection:
            return rulings_on(connection, subject, names)


def _count(connection: Connection, column: InstrumentedAttribute[Any]) -> int:
    some = select(column).limit(MOST_COUNTED).subquery()
    return connection.scalar(select(func.count()).select_from(some)) or 0


def _others(first: Any, second: Any, own: Select[Any]) -> Any:  # noqa: ANN401 - columns, and a union of queries
    """The ends of those pairs whose other end is one of these."""
    some = own.limit(_MOST_STARTS)
    return select(second).where(first.in_(some)).union(select(first).where(second.in_(some)))
