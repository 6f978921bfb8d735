"""Which messages a webhook gets: of conflicts, those that the list of conflicts finds by its filters."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from service.domain.queries import Filters
from service.domain.webhooks import Event
from service.store.filters import of_conflicts
from service.store.sql.bulk_values import find, in_values
from service.store.sql.rows.webhooks import Content
from service.store.sql.tables import ConflictRow
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
    ids = {content["id"] for event, content in asked if event in _OF_CONFLICTS}
    query = select(ConflictRow.id).where(in_values(ConflictRow.id), *of_conflicts(connection, filters))
    matching = {id_ for (id_,) in find(connection, query, ids)}
    return [(event, content) for event, content in asked if event not in _OF_CONFLICTS or content["id"] in matching]
