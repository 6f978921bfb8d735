"""The webhooks of a store, and what became of the messages to them."""

import time
from collections.abc import Iterable, Mapping
from typing import Any, Unpack
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select, update

from service.domain.queries import Page, PageRequest
from service.domain.webhooks import Delivery, Event, NewWebhook, Webhook, WebhookOptions
from service.errors import MissingError
from service.store.sql.connection import Database
from service.store.sql.paging import filled, page_of
from service.store.sql.reading import first_of
from service.store.sql.rows.webhooks import change_values, delivery_of, pending_delivery_of, webhook_of, webhook_values
from service.store.sql.webhook_tables import DeliveryRow, WebhookRow
from service.store.webhooks.outbox import new_delivery


class Webhooks:
    """Who is notified of events; all that name one by its id raise MissingError where there is none."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, url: str, events: Iterable[str], secret: str, **options: Unpack[WebhookOptions]) -> NewWebhook:
        """Notify this URL of these events from now on, in messages signed with the secret."""
        id_, asked = f"wh_{uuid4().hex[:16]}", tuple(map(Event, events))
        webhook = NewWebhook(id_, url, asked, time.time(), secret=secret, **options)
        with self._database.writing() as connection:
            connection.execute(insert(WebhookRow), [webhook_values(webhook)])
        return webhook

    def one(self, webhook_id: str) -> Webhook:
        """The webhook."""
        with self._database.reading() as connection:
            return _one(connection, webhook_id)

    def listed(self, request: PageRequest) -> Page[Webhook]:
        """All of them."""
        with self._database.reading() as connection:
            page = page_of(connection, select(WebhookRow), [WebhookRow.id], request)
            return filled(page, lambda rows: list(map(webhook_of, rows)))

    def change(self, webhook_id: str, changes: Mapping[str, Any]) -> Webhook:
        """Set its `events`, options, or whether it `is_active`; the webhook as it is then.

        What waits for one that is switched on again is sent.
        """
        values = change_values(changes)
        if "is_active" in values:
            values["inactive_because"] = None
        with self._database.writing() as connection:
            _one(connection, webhook_id)
            if values:
                connection.execute(update(WebhookRow).where(WebhookRow.id == webhook_id).values(values))
            return _one(connection, webhook_id)

    def remove(self, webhook_id: str) -> None:
        """Forget it, with all messages to it."""
        with self._database.writing() as connection:
            _one(connection, webhook_id)
            connection.execute(delete(DeliveryRow).where(DeliveryRow.webhook_id == webhook_id))
            connection.execute(delete(WebhookRow).where(WebhookRow.id == webhook_id))

    def test(self, webhook_id: str) -> Delivery:
        """Send a message about nothing but the webhook itself."""
        values = new_delivery(webhook_id, Event.WEBHOOK_TEST, {"webhook_id": webhook_id})
        with self._database.writing() as connection:
            _one(connection, webhook_id)
            connection.execute(insert(DeliveryRow), [values])
            return pending_delivery_of(values)

    def deliveries(self, webhook_id: str, request: PageRequest) -> Page[Delivery]:
        """The messages to a webhook, the newest first."""
        query = select(DeliveryRow).where(DeliveryRow.webhook_id == webhook_id)
        with self._database.reading() as connection:
            _one(connection, webhook_id)
            page = page_of(connection, query, [DeliveryRow.number], request, is_descending=True)
            return filled(page, lambda rows: list(map(delivery_of, rows)))


def _one(connection: Connection, webhook_id: str) -> Webhook:
    row = first_of(connection, select(WebhookRow).where(WebhookRow.id == webhook_id))
    if row is None:
        raise MissingError(f"There is no webhook {webhook_id!r}.")
    return webhook_of(row)
