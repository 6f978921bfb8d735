"""Webhooks, the messages to them, and their rows."""

from collections.abc import Mapping
from typing import Any

from service.domain.queries import Filters
from service.domain.webhooks import Delivery, DeliveryStatus, Event, MessageFormat, NewWebhook, Webhook
from service.store.sql.rows.searches import filter_values
from service.store.sql.rows.values import Values
from service.store.sql.webhook_tables import DeliveryRow, WebhookRow

Content = Mapping[str, Any]
"""What a message shows of what has happened."""


def webhook_values(webhook: NewWebhook) -> Values:
    """The row of a webhook."""
    return {
        "id": webhook.id,
        "url": webhook.url,
        "events": [event.value for event in webhook.events],
        "created_at": webhook.created_at,
        "is_active": webhook.is_active,
        "inactive_because": webhook.inactive_because,
        "secret": webhook.secret,
        "format": webhook.format.value,
        "filter": filter_values(webhook.filter) if webhook.filter is not None else None,
        "search_id": webhook.search_id,
        "daily_at": webhook.daily_at,
    }


def change_values(changes: Mapping[str, Any]) -> Values:
    """The columns of these changes."""
    values = dict(changes)
    if isinstance(values.get("filter"), Filters):
        values["filter"] = filter_values(values["filter"])
    if "format" in values:
        values["format"] = values["format"].value
    return values


def webhook_of(row: WebhookRow) -> Webhook:
    """The webhook of a row, without its secret."""
    events = tuple(map(Event, row.events))
    return Webhook(
        row.id,
        row.url,
        events,
        row.created_at,
        row.is_active,
        row.inactive_because,
        MessageFormat(row.format),
        Filters(**row.filter) if row.filter is not None else None,
        row.search_id,
        row.daily_at,
    )


def delivery_of(row: DeliveryRow) -> Delivery:
    """The delivery of a row."""
    return Delivery(
        row.id,
        Event(row.event),
        row.happened_at,
        DeliveryStatus(row.status),
        row.n_attempts,
        row.due_at,
        row.attempted_at,
        row.detail,
    )


def pending_delivery_of(values: Values) -> Delivery:
    """The delivery of a row that was just written, before the first attempt."""
    times = values["happened_at"], DeliveryStatus(values["status"]), values["n_attempts"], values["due_at"]
    return Delivery(values["id"], Event(values["event"]), *times, attempted_at=None, detail=None)
