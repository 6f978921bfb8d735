"""Articles stored, and removed: one transaction each, and what follows from them in the same."""

import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, insert, select

from service.domain.archive import StoredArticle
from service.domain.articles import Article
from service.domain.queries import IdempotentRequest
from service.domain.quotations import ArticleAnalysis
from service.errors import ClashError
from service.linking.content_ids import identify
from service.linking.reached_limits import limits_of
from service.linking.speakers.name_graph import variants_of
from service.store.idempotency import find_answered, record_answer
from service.store.links.conflict_details import conflicts_of_article
from service.store.links.linking import WithVariants, link_articles, relink_article, unlink_article
from service.store.saved_analyses import analysis_of
from service.store.sql.batching import batches
from service.store.sql.connection import Database
from service.store.sql.editing_tables import ArticleVersionRow
from service.store.sql.reading import rows_of
from service.store.sql.rows.articles import (
    article_values,
    content_values,
    limit_values,
    linked_article_of,
    published_time,
)
from service.store.sql.rows.quotations import GROUPED, GroupedQuotation
from service.store.sql.rows.speakers import affiliation_values, speaker_values
from service.store.sql.rows.values import Values
from service.store.sql.tables import AffiliationRow, ArticleRow, NameVariantRow, QuotationRow, SpeakerRow
from service.store.versions import newest_version, record_version


@dataclass(frozen=True, slots=True)
class StoredSubmission:
    """An article in the store; `is_new` where it was not there before."""

    article_id: str
    is_new: bool


class Repository:
    """The articles of one store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find_answered(self, request: IdempotentRequest) -> str | None:
        """The id of the article that this very request was answered with; None if it is new.

        Raises ClashError if its key was sent with something else.
        """
        with self._database.reading() as connection:
            answered = find_answered(connection, request)
            return answered.article_id if answered is not None else None

    def has(self, article: Article) -> bool:
        """Whether the article is there with the same content.

        Raises ClashError if its id stands for other content.
        """
        with self._database.reading() as connection:
            return _has(connection, article)

    def save(self, analysed: ArticleAnalysis, *, request: IdempotentRequest | None = None) -> StoredSubmission:
        """Store an article that was read, once; it is committed when this returns.

        Raises ClashError if its id stands for other content, or the request's key for another request.
        """
        with self._database.writing() as connection:
            answered = find_answered(connection, request)
            if answered is not None:
                return StoredSubmission(answered.article_id or analysed.article.id, is_new=False)
            is_new = take_in(connection, analysed)
            record_answer(connection, request, article_id=analysed.article.id)
            return StoredSubmission(analysed.article.id, is_new)

    def holds(self, article: Article) -> bool:
        """Whether the article is there as it is now."""
        with self._database.reading() as connection:
            return _is_same(connection, article)

    def replace(self, analysed: ArticleAnalysis) -> StoredSubmission:
        """Store an article, or another version of it in the place of what is there; committed when this returns.

        Where text and title are the same, it is no new version, and only what is known about the article is changed.
        """
        article = analysed.article
        with self._database.writing() as connection:
            before = analysis_of(connection, article.id)
            if before is None:
                write_articles(connection, [analysed])
                return StoredSubmission(article.id, is_new=True)
            if not _is_same(connection, article):
                received_at = _received_at(connection, article.id)
                _replace(connection, analysed)
                record_version(connection, before, received_at, analysed)
            return StoredSubmission(article.id, is_new=False)

    def renew(self, analysed: ArticleAnalysis) -> bool:
        """Store what was read in an article again; whether the article is still there as it was read."""
        article = analysed.article
        with self._database.writing() as connection:
            if _fingerprint_of(connection, article.id) != fingerprint(article):
                return False
            _replace(connection, analysed, received_at=_received_at(connection, article.id))
            return True

    def linked(self, analysed: ArticleAnalysis) -> StoredArticle | None:
        """The article as it is stored now; read is only what followed from its links. None if it is gone again."""
        article_id = analysed.article.id
        statements = select(QuotationRow.id, QuotationRow.statement_id).where(QuotationRow.article_id == article_id)
        merged = (
            select(SpeakerRow.id, NameVariantRow.speaker_id)
            .join(NameVariantRow, NameVariantRow.id == SpeakerRow.voice_id)
            .where(SpeakerRow.article_id == article_id)
        )
        with self._database.reading() as connection:
            received_at = _received_at(connection, article_id)
            if received_at is None:
                return None
            links = dict(connection.execute(statements).all()), dict(connection.execute(merged).all())
            linked = linked_article_of(analysed, received_at, *links, conflicts_of_article(connection, article_id))
            return replace(linked, version=newest_version(connection, article_id))

    def forget(self, article_id: str) -> bool:
        """Remove an article and all that came from it; whether it was there."""
        with self._database.writing() as connection:
            if connection.scalar(select(ArticleRow.id).where(ArticleRow.id == article_id)) is None:
                return False
            _delete(connection, article_id)
            return True


def take_in(connection: Connection, analysed: ArticleAnalysis) -> bool:
    """Store an article with all that follows from it; whether it was not there before.

    Raises ClashError if its id stands for other content.
    """
    if _has(connection, analysed.article):
        return False
    write_articles(connection, [analysed])
    return True


def write_articles(connection: Connection, analysed: Iterable[ArticleAnalysis]) -> None:
    """Write articles that are not there yet, and all that follows from them: many at once as one after the other."""
    articles = [(each, variants_of(each)) for each in analysed]
    _insert_rows(connection, (article_row_values(each) for each, _ in articles), articles)
    link_articles(connection, articles)


def fingerprint(article: Article) -> str:
    """A key of what an article is known by."""
    return identify("f", ("\0".join(map(str, content_values(article).values())),))


def article_row_values(analysed: ArticleAnalysis) -> Values:
    """The row of an article that is received now."""
    article = analysed.article
    return {
        **article_values(article),
        "limits": limit_values(limits_of(analysed)),
        "published_time": published_time(article),
        "fingerprint": fingerprint(article),
        "received_at": time.time(),
    }


def _insert_rows(connection: Connection, article_rows: Iterable[Values], articles: Collection[WithVariants]) -> None:
    """The rows of articles, and of what they say of their speakers."""
    for table, values in (
        (ArticleRow, article_rows),
        (SpeakerRow, (row for each, variants in articles for row in speaker_values(each, variants))),
        (AffiliationRow, (row for each, variants in articles for row in affiliation_values(each, variants))),
    ):
        for rows in batches(values):
            connection.execute(insert(table), rows)


def _replace(connection: Connection, analysed: ArticleAnalysis, *, received_at: float | None = None) -> None:
    """Another reading in the place of what is there, received now unless something else is said."""
    variants, gone = variants_of(analysed), _delete_rows(connection, analysed.article.id)
    is_it = ArticleRow.id == analysed.article.id
    number = connection.scalar(select(ArticleRow.number).where(is_it))
    row = {**article_row_values(analysed), "number": number}
    if received_at is not None:
        row["received_at"] = received_at
    # Not updated: SQLite's index of words follows rows that come and go.
    connection.execute(delete(ArticleRow).where(is_it))
    _insert_rows(connection, [row], [(analysed, variants)])
    relink_article(connection, (analysed, variants), *gone)


def _delete(connection: Connection, article_id: str) -> None:
    unlink_article(connection, *_delete_rows(connection, article_id))
    connection.execute(delete(ArticleVersionRow).where(ArticleVersionRow.article_id == article_id))
    connection.execute(delete(ArticleRow).where(ArticleRow.id == article_id))


def _delete_rows(connection: Connection, article_id: str) -> tuple[Sequence[GroupedQuotation], Sequence[str]]:
    """Delete what was read in an article: the quotations that are gone now, and the name variants of its speakers."""
    gone = rows_of(connection, GROUPED.where(QuotationRow.article_id == article_id))
    variants = connection.scalars(select(SpeakerRow.voice_id).where(SpeakerRow.article_id == article_id)).all()
    for table in (QuotationRow, AffiliationRow, SpeakerRow):
        connection.execute(delete(table).where(table.article_id == article_id))
    return gone, variants


def _received_at(connection: Connection, article_id: str) -> float | None:
    return connection.scalar(select(ArticleRow.received_at).where(ArticleRow.id == article_id))


def _fingerprint_of(connection: Connection, article_id: str) -> str | None:
    return connection.scalar(select(ArticleRow.fingerprint).where(ArticleRow.id == article_id))


def _is_same(connection: Connection, article: Article) -> bool:
    """Whether all that the request may say of it is the same: the fingerprint leaves out authors and language."""
    query = select(ArticleRow.fingerprint, ArticleRow.authors, ArticleRow.language).where(ArticleRow.id == article.id)
    row = connection.execute(query).first()
    return row is not None and tuple(row) == (fingerprint(article), list(article.authors), article.language)


def _has(connection: Connection, article: Article) -> bool:
    found = _fingerprint_of(connection, article.id)
    if found not in (None, fingerprint(article)):
        raise ClashError(f"Another article already has the id {article.id!r}.")
    return found is not None
