"""Webhooks, the messages to them, and their rows."""

from service.domain.webhooks import DeliveryStatus, Event, NewWebhook
from service.store.sql.rows.webhooks import delivery_of, pending_delivery_of, webhook_of, webhook_values
from service.store.sql.webhook_tables import DeliveryRow, WebhookRow

WEBHOOK = NewWebhook("w1", "https://desk.example/", (Event.JOB_FINISHED,), 1.0, secret="whsec_secret")


def test_a_row_is_the_webhook_without_its_secret():
    found = webhook_of(WebhookRow(**webhook_values(WEBHOOK)))
    assert (found.id, found.url, found.events, found.is_active) == ("w1", WEBHOOK.url, WEBHOOK.events, True)
    assert not hasattr(found, "secret")


def test_a_delivery_that_was_just_written_is_pending():
    values = {
        "id": "m1",
        "event": Event.JOB_FINISHED.value,
        "happened_at": 1.0,
        "status": DeliveryStatus.PENDING.value,
        "n_attempts": 0,
        "due_at": 1.0,
    }
    assert pending_delivery_of(values) == delivery_of(DeliveryRow(**values, attempted_at=None, detail=None))
