"""Who is told of what happens, and what became of each message."""

from dataclasses import dataclass, field
from enum import StrEnum


class Event(StrEnum):
    """What webhooks are told of."""

    CONFLICT_CREATED = "conflict.created"
    CONFLICT_CHANGED = "conflict.changed"
    JOB_FINISHED = "job.finished"
    # Only to the webhook that is tried out.
    WEBHOOK_TEST = "webhook.test"


@dataclass(frozen=True, slots=True)
class Webhook:
    """A URL that is told of events, from `created_at` on, in seconds since 1970; inactive ones are told nothing."""

    id: str
    url: str
    events: tuple[Event, ...]
    created_at: float
    is_active: bool = True
    inactive_because: str | None = None
    """A sentence, where nobody has switched it off."""


@dataclass(frozen=True, slots=True)
class NewWebhook(Webhook):
    """A webhook with the secret that messages to it are signed with, which is shown this once."""

    secret: str = field(kw_only=True, repr=False)


class DeliveryStatus(StrEnum):
    """What became of a message so far."""

    PENDING = "pending"
    DELIVERED = "delivered"
    # It is not tried again.
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
