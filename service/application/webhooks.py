"""Who is notified of events, and what became of the messages to them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Unpack

from service.domain.queries import Page, PageRequest
from service.domain.webhooks import MAILTO, Delivery, MessageFormat, NewWebhook, Webhook, WebhookOptions
from service.errors import MissingError, WebhookError
from service.store import Store
from service.webhooks.signing import new_secret


class Webhooks:
    """The webhooks of one store; all that name one by its id raise MissingError where there is none."""

    def __init__(self, store: Store, *, sends_mail: bool = False) -> None:
        self._sends_mail = sends_mail
        self._webhooks = store.webhooks
        self._searches = store.searches

    @property
    def sends_mail(self) -> bool:
        """Whether alerts may be e-mail."""
        return self._sends_mail

    def add(
        self, url: str, events: Sequence[str], secret: str | None = None, **options: Unpack[WebhookOptions]
    ) -> NewWebhook:
        """Notify this URL of these events from now on, in signed messages; without a secret it gets one.

        Raises WebhookError where it could not work so.
        """
        self._check(Webhook("", url, (), 0.0, **options))
        return self._webhooks.add(url, events, secret or new_secret(), **options)

    def webhook(self, webhook_id: str) -> Webhook:
        """The webhook, without its secret."""
        return self._webhooks.one(webhook_id)

    def webhooks(self, page: PageRequest) -> Page[Webhook]:
        """All of them."""
        return self._webhooks.listed(page)

    def change(self, webhook_id: str, changes: Mapping[str, Any]) -> Webhook:
        """Set its `events`, options, or whether it `is_active`; the webhook as it is then.

        Raises WebhookError where it could not work so.
        """
        self._check(replace(self._webhooks.one(webhook_id), **changes))
        return self._webhooks.change(webhook_id, changes)

    def remove(self, webhook_id: str) -> None:
        """Remove it, with all messages to it."""
        self._webhooks.remove(webhook_id)

    def test(self, webhook_id: str) -> Delivery:
        """Send a message about nothing but the webhook itself."""
        return self._webhooks.test(webhook_id)

    def deliveries(self, webhook_id: str, page: PageRequest) -> Page[Delivery]:
        """The messages to a webhook, the newest first."""
        return self._webhooks.deliveries(webhook_id, page)

    def _check(self, webhook: Webhook) -> None:
        is_mail = webhook.url.startswith(MAILTO)
        if is_mail and not self._sends_mail:
            raise WebhookError("This service sends no e-mail: its operator has not set QUOTES_SMTP_URL.", field="url")
        if is_mail and webhook.format is not MessageFormat.STANDARD:
            raise WebhookError("An e-mail has the format standard.", field="format")
        if not is_mail and webhook.daily_at is not None:
            raise WebhookError("Only e-mail is sent once a day.", field="daily_at")
        if webhook.search_id is not None:
            try:
                self._searches.one(webhook.search_id)
            except MissingError as error:
                raise WebhookError(str(error), field="search_id") from error
