"""Versions of articles: each is stored with what it changed, and reported in the transaction that stores it."""

from sqlalchemy import Connection, func, insert, select, update

from service.domain.quotations import ArticleAnalysis
from service.domain.webhooks import Event
from service.linking.versions import changes_between
from service.store.sql.editing_tables import ArticleVersionRow
from service.store.sql.rows.versions import metadata_values, version_of, version_values
from service.store.sql.tables import ArticleRow
from service.store.webhooks.event_payloads import version_content
from service.store.webhooks.outbox import record_event


def newest_version(connection: Connection, article_id: str) -> int:
    """The number of the version that an article has now."""
    newest = select(func.max(ArticleVersionRow.number)).where(ArticleVersionRow.article_id == article_id)
    return connection.scalar(newest) or 1


def record_version(
    connection: Connection, before: ArticleAnalysis, received_before: float | None, after: ArticleAnalysis
) -> None:
    """Write down that an article has another text or title now; otherwise, only what else is known about it.

    The article's own rows are those of the new version by now; `received_before` is when the one before came.
    """
    article_id, number = after.article.id, newest_version(connection, after.article.id)
    changes = changes_between(before, after)
    if before.article.text == after.article.text and not changes:
        is_it = ArticleVersionRow.article_id == article_id, ArticleVersionRow.number == number
        connection.execute(update(ArticleVersionRow).where(*is_it).values(metadata_values(after.article)))
        return
    received_at = connection.scalar(select(ArticleRow.received_at).where(ArticleRow.id == article_id)) or 0.0
    rows = [version_values(after, number + 1, received_at, changes)]
    if number == 1:
        rows.insert(0, version_values(before, 1, received_before or received_at))
    connection.execute(insert(ArticleVersionRow), rows)
    if changes:
        version = version_of(ArticleVersionRow(**rows[-1]))
        record_event(connection, Event.ARTICLE_CHANGED, version_content(version))
