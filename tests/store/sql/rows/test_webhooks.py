"""Webhooks, the messages to them, and their rows."""

from dataclasses import replace

from service.domain.queries import Filters
from service.domain.webhooks import DeliveryStatus, Event, MessageFormat, NewWebhook
from service.store.sql.rows.webhooks import (
    change_values,
    delivery_of,
    pending_delivery_of,
    webhook_of,
    webhook_values,
)
from service.store.sql.webhook_tables import DeliveryRow, WebhookRow

WEBHOOK = NewWebhook("w1", "https://desk.example/", (Event.JOB_FINISHED,), 1.0, secret="whsec_secret")


def test_a_row_is_the_webhook_without_its_secret():
    found = webhook_of(WebhookRow(**webhook_values(WEBHOOK)))
    assert (found.id, found.url, found.events, found.is_active) == ("w1", WEBHOOK.url, WEBHOOK.events, True)
    assert not hasattr(found, "secret")


def test_options_come_back_from_the_row():
    options = {"format": MessageFormat.SLACK, "filter": Filters(kind="wording"), "search_id": "search_1", "daily_at": 6}
    found = webhook_of(WebhookRow(**webhook_values(replace(WEBHOOK, **options))))
    assert {name: getattr(found, name) for name in options} == options


def test_changes_are_written_as_columns():
    changes = {"format": MessageFormat.TEAMS, "filter": Filters(since=1.0), "is_active": False}
    assert change_values(changes) == {"format": "teams", "filter": {"since": 1.0}, "is_active": False}
    assert change_values({"filter": None}) == {"filter": None}


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
