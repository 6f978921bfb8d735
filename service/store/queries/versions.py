"""The versions of an article, the newest first; of one that was never changed, what it says."""

from sqlalchemy import Connection, select

from service.domain.queries import Page, PageRequest
from service.domain.versions import ArticleVersion, WholeVersion
from service.errors import MissingError
from service.store.saved_analyses import analysis_of
from service.store.sql.connection import Database
from service.store.sql.editing_tables import ArticleVersionRow
from service.store.sql.paging import filled, page_of
from service.store.sql.reading import first_of
from service.store.sql.rows.versions import only_version, version_of, whole_version_of
from service.store.sql.tables import ArticleRow

_HIGHEST = 2**63 - 1


class Versions:
    """The versions of one store's articles; all raise MissingError for an article or a number that is not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def listed(self, article_id: str, request: PageRequest) -> Page[ArticleVersion]:
        """What each version changed, without the texts."""
        query = select(ArticleVersionRow).where(ArticleVersionRow.article_id == article_id)
        with self._database.reading() as connection:
            page = page_of(connection, query, [ArticleVersionRow.number], request, is_descending=True)
            if page.items or request.cursor is not None:
                return filled(page, lambda rows: list(map(version_of, rows)))
            return Page((_only(connection, article_id),), None)

    def one(self, article_id: str, number: int) -> WholeVersion:
        """A version with its text and its quotations."""
        # No version has a number that the databases have not.
        asked = min(number, _HIGHEST)
        is_it = ArticleVersionRow.article_id == article_id, ArticleVersionRow.number == asked
        with self._database.reading() as connection:
            row = first_of(connection, select(ArticleVersionRow).where(*is_it))
            if row is not None:
                return whole_version_of(row)
            only = _only(connection, article_id)
            if only.number != number or _is_changed(connection, article_id):
                raise MissingError(f"There is no version {number} of {article_id!r}.")
            return only


def _only(connection: Connection, article_id: str) -> WholeVersion:
    analysed = analysis_of(connection, article_id)
    received_at = connection.scalar(select(ArticleRow.received_at).where(ArticleRow.id == article_id))
    if analysed is None or received_at is None:
        raise MissingError(f"There is no {article_id!r}.")
    return only_version(analysed, received_at)


def _is_changed(connection: Connection, article_id: str) -> bool:
    is_of = ArticleVersionRow.article_id == article_id
    return connection.scalar(select(ArticleVersionRow.number).where(is_of).limit(1)) is not None
