"""What the service answers of its own work: jobs, webhooks and messages; the fields are described in openapi.yaml."""

from dataclasses import dataclass, field

from quotes_client.enumerations import (
    ConflictKind,
    DeliveryStatus,
    Event,
    JobState,
    MessageFormat,
    Severity,
    Status,
)


@dataclass(frozen=True, slots=True)
class AppliedFilter:
    """Filters of the list of conflicts, None where there is none; times are in UTC."""

    outlet: str | None
    speaker_id: str | None
    kind: ConflictKind | None
    severity: Severity | None
    status: Status | None
    since: str | None
    until: str | None
    words: str | None
    article_id: str | None


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """Filters of the list of conflicts under a name."""

    id: str
    name: str
    filters: AppliedFilter
    created_at: str


@dataclass(frozen=True, slots=True)
class Webhook:
    """A URL that is notified of events."""

    id: str
    url: str
    events: tuple[Event, ...]
    active: bool
    inactive_because: str | None
    created_at: str
    format: MessageFormat
    filter: AppliedFilter | None
    search_id: str | None
    daily_at: int | None


@dataclass(frozen=True, slots=True)
class NewWebhook(Webhook):
    """A webhook, and the secret that messages to it are verified by; it is shown only once."""

    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message to a webhook, and what came of it so far; times are in UTC."""

    id: str
    event: Event
    status: DeliveryStatus
    n_attempts: int
    happened_at: str
    attempted_at: str | None
    due_at: str | None
    detail: str | None


@dataclass(frozen=True, slots=True)
class Job:
    """The reading of a batch: `total` is `done`, `failed` and `left` together; times are in UTC."""

    id: str
    state: JobState
    total: int
    done: int
    failed: int
    left: int
    created_at: str
    finished_at: str | None


@dataclass(frozen=True, slots=True)
class LineError:
    """Why a line of a batch, counted from 1, became no article."""

    line: int
    article_id: str | None
    field: str | None
    detail: str
