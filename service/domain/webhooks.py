"""Webhooks, their events, and the deliveries of messages."""

from dataclasses import dataclass, field
from enum import StrEnum


class Event(StrEnum):
    """What webhooks can be notified of."""

    CONFLICT_CREATED = "conflict.created"
    CONFLICT_CHANGED = "conflict.changed"
    JOB_FINISHED = "job.finished"
    # Sent only to the webhook under test.
    WEBHOOK_TEST = "webhook.test"


@dataclass(frozen=True, slots=True)
class Webhook:
    """A URL that receives messages about events since `created_at`, in seconds since 1970, while it is active."""

    id: str
    url: str
    events: tuple[Event, ...]
    created_at: float
    is_active: bool = True
    inactive_because: str | None = None
    """A sentence, if the service turned it off."""


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
