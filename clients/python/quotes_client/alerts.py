"""Who is notified of conflicts, and of which: saved searches and webhooks, each by a method of the client."""

from collections.abc import Iterator, Sequence
from typing import Unpack
from urllib.parse import urlencode

from quotes_client.enumerations import Event
from quotes_client.http import Connection, path_of
from quotes_client.operations import Delivery, NewWebhook, SavedSearch, Webhook
from quotes_client.searches import ConflictFilter, FeedSearch, SavedSearchChange, WebhookChange, WebhookOptions


class Alerts:
    """The methods of the client for saved searches and webhooks; they need its connection, and nothing else."""

    _service: Connection

    def conflict_feed(self, **search: Unpack[FeedSearch]) -> str:
        """An Atom feed of these conflicts, the most recently found or changed first."""
        return "".join(self._service.lines(f"/v1/conflicts.atom?{urlencode(search)}"))

    def save_search(self, name: str, filters: ConflictFilter) -> SavedSearch:
        """Saves filters of the list of conflicts under a name that no other search has."""
        return self._service.ask(SavedSearch, "POST", "/v1/searches", {"name": name, "filters": filters})

    def saved_search(self, search_id: str) -> SavedSearch:
        """A saved search."""
        return self._service.ask(SavedSearch, "GET", path_of("searches", search_id))

    def saved_searches(self) -> Iterator[SavedSearch]:
        """All saved searches, by name."""
        return self._service.listed(SavedSearch, "/v1/searches", {})

    def change_search(self, search_id: str, **changes: Unpack[SavedSearchChange]) -> SavedSearch:
        """Sets the name or the filters of a saved search."""
        return self._service.ask(SavedSearch, "PATCH", path_of("searches", search_id), changes)

    def remove_search(self, search_id: str) -> bool:
        """Removes a saved search that no webhook uses; whether it was there."""
        return self._service.delete(path_of("searches", search_id))

    def add_webhook(
        self, url: str, events: Sequence[Event], *, secret: str | None = None, **options: Unpack[WebhookOptions]
    ) -> NewWebhook:
        """Notifies this URL of these events from now on; without a secret the service makes one, shown only now.

        If the response is lost, the webhook may exist all the same: see `webhooks`.
        """
        body = {"url": url, "events": list(events), "secret": secret, **options}
        return self._service.ask(NewWebhook, "POST", "/v1/webhooks", body)

    def webhook(self, webhook_id: str) -> Webhook:
        """A webhook."""
        return self._service.ask(Webhook, "GET", path_of("webhooks", webhook_id))

    def webhooks(self) -> Iterator[Webhook]:
        """All webhooks."""
        return self._service.listed(Webhook, "/v1/webhooks", {})

    def change_webhook(self, webhook_id: str, **changes: Unpack[WebhookChange]) -> Webhook:
        """Sets a webhook's events or options, or whether it is notified at all."""
        return self._service.ask(Webhook, "PATCH", path_of("webhooks", webhook_id), changes)

    def remove_webhook(self, webhook_id: str) -> bool:
        """Removes a webhook; whether it was there."""
        return self._service.delete(path_of("webhooks", webhook_id))

    def test_webhook(self, webhook_id: str) -> Delivery:
        """Sends a webhook a message of the type `webhook.test`; what came of it is among its deliveries."""
        return self._service.ask(Delivery, "POST", f"{path_of('webhooks', webhook_id)}/test")

    def deliveries(self, webhook_id: str) -> Iterator[Delivery]:
        """The messages to a webhook, the newest first."""
        return self._service.listed(Delivery, f"{path_of('webhooks', webhook_id)}/deliveries", {})
