"""Which messages a webhook gets: of conflicts, those that the list of conflicts finds by its filters."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from service.domain.queries import Filters
from service.domain.webhooks import Event
from service.store.filters import of_changed_articles, of_conflicts
from service.store.sql.bulk_values import find, in_values
from service.store.sql.rows.webhooks import Content
from service.store.sql.tables import ArticleRow, ConflictRow
from service.store.sql.webhook_tables import WebhookRow

Happening = tuple[Event, Content]
"""An event, and what the API shows of what it happened to."""

_OF_CONFLICTS = frozenset({Event.CONFLICT_CREATED, Event.CONFLICT_CHANGED})


def selected(connection: Connection, webhook: WebhookRow, happened: Sequence[Happening]) -> list[Happening]:
    """Those events that a webhook asks for; filters are evaluated as this transaction sees the conflicts now."""
    asked = [(event, content) for event, content in happened if event.value in webhook.events]
    filters = Filters(**{**(webhook.filter or {}), "search_id": webhook.search_id})
    if filters == Filters():
        return asked
    matching = _matching(connection, filters, asked)
    return [(event, content) for event, content in asked if _id_of(event, content) in matching]


def _matching(connection: Connection, filters: Filters, asked: Sequence[Happening]) -> set[str | None]:
    """The ids of conflicts and changed articles for which the filters hold; what is neither has none, and passes."""
    ids = {_id_of(event, content) for event, content in asked if event in _OF_CONFLICTS}
    conflicts = select(ConflictRow.id).where(in_values(ConflictRow.id), *of_conflicts(connection, filters))
    article_ids = {_id_of(event, content) for event, content in asked if event is Event.ARTICLE_CHANGED}
    articles = select(ArticleRow.id).where(in_values(ArticleRow.id), *of_changed_articles(connection, filters))
    found = (*find(connection, conflicts, ids), *find(connection, articles, article_ids))
    return {None, *(id_ for (id_,) in found)}


def _id_of(event: Event, content: Content) -> str | None:
    if event in _OF_CONFLICTS:
        return str(content["id"])
    return str(content["article"]["id"]) if event is Event.ARTICLE_CHANGED else None
