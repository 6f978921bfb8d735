"""Messages on their way to webhooks: written with the change that they report, leased to one sender, then settled.

A leased message is due again when its lease runs out, and goes out under the same id; see `sql/leasing.py`.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, delete, exists, insert, or_, select, update
from sqlalchemy.orm import Mapped

from service.domain.times import next_hour
from service.domain.webhooks import DeliveryStatus, Event, MessageFormat
from service.store.sql.batching import batches
from service.store.sql.connection import Database
from service.store.sql.leasing import lease_first
from service.store.sql.reading import rows_of, with_columns_of
from service.store.sql.rows.webhooks import Content
from service.store.sql.webhook_tables import DeliveryRow, WebhookRow
from service.store.webhooks.selection import Happening, selected

# What is new for a receiver that has failed waits with what failed, but no longer: it may have been mended.
_LEFT_ALONE_SECONDS = 300


def record_event(connection: Connection, event: Event, content: Content) -> None:
    """Notify all webhooks that ask for it, when this transaction is committed and not before.

    `content` is what the API shows of what it happened to.
    """
    record_events(connection, [(event, content)])


def record_events(connection: Connection, happened: Iterable[Happening]) -> None:
    """The same for several events; where there are no webhooks, they are not even looked at."""
    webhooks = rows_of(connection, select(WebhookRow).where(WebhookRow.is_active))
    if not webhooks:
        return
    events = list(happened)
    rows = (
        new_delivery(webhook.id, *one, daily_at=webhook.daily_at)
        for webhook in webhooks
        for one in selected(connection, webhook, events)
    )
    for some in batches(rows):
        connection.execute(insert(DeliveryRow), some)


def new_delivery(webhook_id: str, event: Event, content: Content, *, daily_at: int | None = None) -> dict[str, Any]:
    """The row of a message that is due at once, or when this hour of the day begins."""
    now = time.time()
    return {
        "id": f"msg_{uuid4().hex}",
        "webhook_id": webhook_id,
        "event": event.value,
        "content": dict(content),
        "happened_at": now,
        "status": DeliveryStatus.PENDING.value,
        "n_attempts": 0,
        "due_at": now if daily_at is None else next_hour(now, daily_at),
    }


@dataclass(frozen=True, slots=True)
class LeasedMessage:
    """A message that is leased to one sender, where it goes and how it is signed; times are in seconds since 1970."""

    id: str
    webhook_id: str
    url: str
    secret: str = field(repr=False)
    event: Event
    happened_at: float
    content: Content
    n_attempts: int
    """Those before this one."""
    format: MessageFormat = MessageFormat.STANDARD
    is_together: bool = False
    """Whether it is sent with all that are due then."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What came of an attempt; `due_at` is when to try again, at the earliest, where it is to be tried again."""

    status: DeliveryStatus
    attempted_at: float
    detail: str
    due_at: float | None = None


@dataclass(frozen=True, slots=True)
class WaitingWebhook:
    """A webhook for which a message is due; `is_failing` where one of those has failed before."""

    id: str
    is_failing: bool


class Outbox:
    """The messages of one store; all times are in seconds since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, now: float) -> list[WaitingWebhook]:
        """The webhooks for which a message is due, but for those that have failed a moment ago."""
        of_webhook = DeliveryRow.webhook_id == WebhookRow.id
        due, has_failed = exists().where(of_webhook, DeliveryRow.due_at <= now), DeliveryRow.n_attempts > 0
        is_failing = exists().where(of_webhook, DeliveryRow.due_at <= now, has_failed)
        is_left_alone = exists().where(
            of_webhook, DeliveryRow.due_at > now, has_failed, DeliveryRow.attempted_at > now - _LEFT_ALONE_SECONDS
        )
        # Whoever tries a webhook out has mended it, perhaps.
        is_tried_out = exists().where(
            of_webhook, DeliveryRow.due_at <= now, DeliveryRow.event == Event.WEBHOOK_TEST.value
        )
        query = select(WebhookRow.id, is_failing).where(WebhookRow.is_active, due, or_(~is_left_alone, is_tried_out))
        with self._database.reading() as connection:
            return [WaitingWebhook(*row) for row in connection.execute(query)]

    def lease(self, webhook_id: str, now: float, *, until: float) -> LeasedMessage | None:
        """The message to a webhook that is due longest, leased until then; None if none is due."""
        due = (
            select(DeliveryRow, WebhookRow.url, WebhookRow.secret, WebhookRow.format, WebhookRow.daily_at)
            .join(WebhookRow, WebhookRow.id == DeliveryRow.webhook_id)
            .where(DeliveryRow.webhook_id == webhook_id, DeliveryRow.due_at <= now, WebhookRow.is_active)
            .order_by(DeliveryRow.due_at, DeliveryRow.number)
        )
        with self._database.writing() as connection:
            row = lease_first(connection, DeliveryRow, with_columns_of(due, _DueRow), {"due_at": until})
        return _leased(row) if row is not None else None

    def settle(self, leased: LeasedMessage, settlement: Settlement) -> None:
        """Write down what came of a message; one that somebody else has delivered meanwhile stays delivered."""
        values = {
            "status": settlement.status.value,
            "attempted_at": settlement.attempted_at,
            "detail": settlement.detail,
            "due_at": settlement.due_at,
            "n_attempts": leased.n_attempts + 1,
        }
        is_pending = DeliveryRow.id == leased.id, DeliveryRow.status == DeliveryStatus.PENDING.value
        with self._database.writing() as connection:
            connection.execute(update(DeliveryRow).where(*is_pending).values(values))

    def hold(self, webhook_id: str, *, until: float) -> None:
        """Send nothing to this webhook before then."""
        waiting = DeliveryRow.webhook_id == webhook_id, DeliveryRow.due_at < until
        with self._database.writing() as connection:
            connection.execute(update(DeliveryRow).where(*waiting).values(due_at=until))

    def disable(self, webhook_id: str, because: str) -> None:
        """Send this webhook nothing more, until it is switched on again."""
        disabled = {"is_active": False, "inactive_because": because}
        with self._database.writing() as connection:
            connection.execute(update(WebhookRow).where(WebhookRow.id == webhook_id).values(disabled))

    def forget(self, *, before: float) -> None:
        """Remove messages of what happened before then, whatever came of them."""
        old = DeliveryRow.happened_at < before
        with self._database.reading() as connection:
            is_due = connection.scalar(select(exists().where(old)))
        # Most of the time there is nothing to do, and the store has one writer.
        if is_due:
            with self._database.writing() as connection:
                connection.execute(delete(DeliveryRow).where(old))


class _DueRow(DeliveryRow):
    """A message's row with where it goes and how it is signed."""

    __abstract__ = True
    url: Mapped[str]
    secret: Mapped[str]
    format: Mapped[str]
    daily_at: Mapped[int | None]


def _leased(row: _DueRow) -> LeasedMessage:
    return LeasedMessage(
        row.id,
        row.webhook_id,
        row.url,
        row.secret,
        Event(row.event),
        row.happened_at,
        row.content,
        row.n_attempts,
        MessageFormat(row.format),
        row.daily_at is not None,
    )
