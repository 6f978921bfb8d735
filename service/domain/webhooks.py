"""Webhooks, their events, and the deliveries of messages."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypedDict

from service.domain.queries import Filters

MAILTO = "mailto:"
"""How the URL of a webhook begins whose messages are e-mail."""


class Event(StrEnum):
    """What webhooks can be notified of."""

    CONFLICT_CREATED = "conflict.created"
    CONFLICT_CHANGED = "conflict.changed"
    ARTICLE_CHANGED = "article.changed"
    JOB_FINISHED = "job.finished"
    # Sent only to the webhook under test.
    WEBHOOK_TEST = "webhook.test"


class MessageFormat(StrEnum):
    """What the body of a message looks like."""

    STANDARD = "standard"
    SLACK = "slack"
    TEAMS = "teams"


class WebhookOptions(TypedDict, total=False):
    """What may be said of a webhook beyond its URL and events; see `Webhook`."""

    format: MessageFormat
    filter: Filters | None
    search_id: str | None
    daily_at: int | None


@dataclass(frozen=True, slots=True)
class Webhook:
    """A URL that receives messages about events since `created_at`, in seconds since 1970, while it is active.

    Of conflicts, it wants those for which the `filter` holds, and that of the saved search `search_id`.
    """

    id: str
    url: str
    events: tuple[Event, ...]
    created_at: float
    is_active: bool = True
    inactive_because: str | None = None
    """A sentence, if the service turned it off."""
    format: MessageFormat = MessageFormat.STANDARD
    filter: Filters | None = None
    search_id: str | None = None
    daily_at: int | None = None
    """The hour of the day, in UTC, at which its messages are sent together; without one, each is sent at once."""


@dataclass(frozen=True, slots=True)
class NewWebhook(Webhook):
    """A webhook with the secret that signs its messages, which is shown only once."""

    secret: str = field(kw_only=True, repr=False)


class DeliveryStatus(StrEnum):
    """The state of a delivery."""

    PENDING = "pending"
    DELIVERED = "delivered"
    # No further attempts.
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message to one webhook; times are in seconds since 1970, `due_at` that of the next attempt, if there is one."""

    id: str
    event: Event
    happened_at: float
    status: DeliveryStatus
    n_attempts: int
    due_at: float | None
    attempted_at: float | None
    detail: str | None
    """A sentence about the last attempt."""
