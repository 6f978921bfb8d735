"""`/v1/webhooks`: where messages about conflicts and jobs are sent, and their deliveries."""

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

_DESCRIPTION = "Messages about events, in the format of Standard Webhooks. Needs an API key with the scope admin."
webhooks = JsonBlueprint("webhooks", __name__, description=_DESCRIPTION)
webhooks.after_request(with_etag)


@webhooks.post("/v1/webhooks")
@webhooks.fails_with(400, 415, 422, 503)
@webhooks.arguments(WebhookRequestSchema)
@webhooks.response(201, NewWebhookSchema)
def add(body: dict[str, Any]) -> tuple[NewWebhook, int, dict[str, str]]:
    """Register a webhook

    Each message is a POST with `type`, `timestamp` and `data` in JSON; `data` is the conflict or job as the API shows
    it. Messages are signed with the secret, which is returned only in this response.
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
    """Change the events of a webhook, or turn it on or off"""
    check_unchanged(WebhookSchema(), use_cases().webhooks.webhook(webhook_id))
    return use_cases().webhooks.change(webhook_id, body)


@webhooks.delete("/v1/webhooks/<webhook_id>")
@webhooks.fails_with(404, 412, 503)
@webhooks.response(204)
def remove(webhook_id: str) -> None:
    """Delete a webhook and its pending messages"""
    check_unchanged(WebhookSchema(), use_cases().webhooks.webhook(webhook_id))
    use_cases().webhooks.remove(webhook_id)


@webhooks.post("/v1/webhooks/<webhook_id>/test")
@webhooks.fails_with(404, 503)
@webhooks.response(202, DeliverySchema)
def test(webhook_id: str) -> Delivery:
    """Test a webhook

    Sends a signed message of the type `webhook.test`; the delivery shows the result.
    """
    return use_cases().webhooks.test(webhook_id)


@webhooks.get("/v1/webhooks/<webhook_id>/deliveries")
@webhooks.fails_with(404, 422, 503)
@webhooks.arguments(PlaceSchema, location="query")
@webhooks.response(200, DeliveriesPageSchema)
def deliveries(place: PageRequest, webhook_id: str) -> tuple[Page[Delivery], dict[str, str]]:
    """List the deliveries of a webhook

    Those of the last two weeks.
    """
    return listed(use_cases().webhooks.deliveries(webhook_id, place))
