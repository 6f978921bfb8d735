"""`/v1/webhooks`: who is told of conflicts and jobs, and what became of the messages."""

from typing import Any

from service.domain.queries import Page, PageRequest
from service.domain.webhooks import Delivery, NewWebhook, Webhook
from service.web import use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.api.responses import check_unchanged, listed, with_etag
from service.web.schemas import (
    DeliveriesPageSchema,
    DeliverySchema,
    NewWebhookSchema,
    PlaceSchema,
    WebhookChangeSchema,
    WebhookRequestSchema,
    WebhookSchema,
    WebhooksPageSchema,
)

_DESCRIPTION = "Who is told of events, by messages as Standard Webhooks has them. For keys with the scope admin."
webhooks = JsonBlueprint("webhooks", __name__, description=_DESCRIPTION)
webhooks.after_request(with_etag)


@webhooks.post("/v1/webhooks")
@webhooks.fails_with(400, 415, 422, 503)
@webhooks.arguments(WebhookRequestSchema)
@webhooks.response(201, NewWebhookSchema)
def add(body: dict[str, Any]) -> tuple[NewWebhook, int, dict[str, str]]:
    """Tell a URL of events

    Each message is a POST with a JSON body of `type`, `timestamp` and `data`: what the API shows of the conflict or
    job. It is signed with the secret, which is shown only now.
    """
    webhook = use_cases().webhooks.add(**body)
    return webhook, 201, {"Location": f"/v1/webhooks/{webhook.id}"}


@webhooks.get("/v1/webhooks")
@webhooks.fails_with(422, 503)
@webhooks.arguments(PlaceSchema, location="query")
@webhooks.response(200, WebhooksPageSchema)
def find(place: PageRequest) -> tuple[Page[Webhook], dict[str, str]]:
    """List webhooks"""
    return listed(use_cases().webhooks.webhooks(place))


@webhooks.get("/v1/webhooks/<webhook_id>")
@webhooks.fails_with(404, 503)
@webhooks.response(200, WebhookSchema)
def show(webhook_id: str) -> Webhook:
    """Show a webhook"""
    return use_cases().webhooks.webhook(webhook_id)


@webhooks.patch("/v1/webhooks/<webhook_id>")
@webhooks.fails_with(400, 404, 412, 415, 422, 503)
@webhooks.arguments(WebhookChangeSchema)
@webhooks.response(200, WebhookSchema)
def change(body: dict[str, Any], webhook_id: str) -> Webhook:
    """Change a webhook's events, or switch it off or on"""
    check_unchanged(WebhookSchema(), use_cases().webhooks.webhook(webhook_id))
    return use_cases().webhooks.change(webhook_id, body)


@webhooks.delete("/v1/webhooks/<webhook_id>")
@webhooks.fails_with(404, 412, 503)
@webhooks.response(204)
def remove(webhook_id: str) -> None:
    """Remove a webhook, with the messages that wait for it"""
    check_unchanged(WebhookSchema(), use_cases().webhooks.webhook(webhook_id))
    use_cases().webhooks.remove(webhook_id)


@webhooks.post("/v1/webhooks/<webhook_id>/test")
@webhooks.fails_with(404, 503)
@webhooks.response(202, DeliverySchema)
def test(webhook_id: str) -> Delivery:
    """Try a webhook out

    Sends a message of the type `webhook.test`, signed as all are; its delivery tells what came of it.
    """
    return use_cases().webhooks.test(webhook_id)


@webhooks.get("/v1/webhooks/<webhook_id>/deliveries")
@webhooks.fails_with(404, 422, 503)
@webhooks.arguments(PlaceSchema, location="query")
@webhooks.response(200, DeliveriesPageSchema)
def deliveries(place: PageRequest, webhook_id: str) -> tuple[Page[Delivery], dict[str, str]]:
    """List the messages to a webhook

    Those of the last two weeks.
    """
    return listed(use_cases().webhooks.deliveries(webhook_id, place))
