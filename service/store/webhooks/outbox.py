"""What is on its way to webhooks: written down with the change that it tells of, leased to who sends it, then settled.

A lease is a time until which nobody else sends the same message. Who takes one and is killed loses nothing: the
message is due again when the lease ends, and goes out under the same id.
"""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, delete, exists, insert, select, update

from service.domain.webhooks import DeliveryStatus, Event
from service.store.sql.batching import batches
from service.store.sql.connection import Database
from service.store.sql.webhook_tables import DeliveryRow, WebhookRow

Content = Mapping[str, Any]


def record_event(connection: Connection, event: Event, content: Content) -> None:
    """Tell all webhooks that ask for it, when this transaction is done and not before.

    `content` is what the API shows of what it happened to.
    """
    record_events(connection, [(event, content)])


def record_events(connection: Connection, told: Iterable[tuple[Event, Content]]) -> None:
    """The same for several events; where there are no webhooks, nobody looks at them."""
    webhooks = connection.execute(select(WebhookRow.id, WebhookRow.events).where(WebhookRow.is_active)).all()
    if not webhooks:
        return
    rows = (
        new_delivery(webhook.id, event, content)
        for event, content in told
        for webhook in webhooks
        if event in webhook.events
    )
    for some in batches(rows):
        connection.execute(insert(DeliveryRow), some)


def new_delivery(webhook_id: str, event: Event, content: Content) -> dict[str, Any]:
    """The row of a message that is due at once."""
    now = time.time()
    return {
        "id": f"msg_{uuid4().hex}",
        "webhook_id": webhook_id,
        "event": event.value,
        "content": dict(content),
        "happened_at": now,
        "status": DeliveryStatus.PENDING.value,
        "n_attempts": 0,
        "due_at": now,
    }


@dataclass(frozen=True, slots=True)
class Leased:
    """A message, where it goes and how it is signed; its time is in seconds since 1970."""

    id: str
    webhook_id: str
    url: str
    secret: str = field(repr=False)
    event: Event
    happened_at: float
    content: Content
    n_attempts: int
    """Those before this one."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What came of an attempt; `due_at` is when to try again, at the earliest, where it is to be tried again."""

    status: DeliveryStatus
    attempted_at: float
    detail: str
    due_at: float | None = None


class Outbox:
    """The messages of one store; all times are in seconds since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, now: float) -> list[str]:
        """The ids of the webhooks for which a message is due."""
        due = exists().where(DeliveryRow.webhook_id == WebhookRow.id, DeliveryRow.due_at <= now)
        with self._database.reading() as connection:
            return list(connection.scalars(select(WebhookRow.id).where(WebhookRow.is_active, due)))

    def lease(self, webhook_id: str, now: float, *, until: float) -> Leased | None:
        """The message to a webhook that is due longest, for the caller alone until then; None where none is due."""
        due = (
            select(DeliveryRow, WebhookRow.url, WebhookRow.secret)
            .join(WebhookRow, WebhookRow.id == DeliveryRow.webhook_id)
            .where(DeliveryRow.webhook_id == webhook_id, DeliveryRow.due_at <= now, WebhookRow.is_active)
            .order_by(DeliveryRow.due_at, DeliveryRow.number)
        )
        with self._database.writing() as connection:
            row = connection.execute(due.limit(1)).first()
            if row is None:
                return None
            one = DeliveryRow.number == row.number
            connection.execute(update(DeliveryRow).where(one).values(due_at=until))
        told = {name: getattr(row, name) for name in Leased.__slots__}
        return Leased(**{**told, "event": Event(row.event)})

    def settle(self, leased: Leased, settlement: Settlement) -> None:
        """Write down what came of a message; one that somebody else has delivered meanwhile stays delivered."""
        values = {
            "status": settlement.status.value,
            "attempted_at": settlement.attempted_at,
            "detail": settlement.detail,
            "due_at": settlement.due_at,
            "n_attempts": leased.n_attempts + 1,
        }
        one = DeliveryRow.id == leased.id, DeliveryRow.status == DeliveryStatus.PENDING.value
        with self._database.writing() as connection:
            connection.execute(update(DeliveryRow).where(*one).values(values))

    def hold(self, webhook_id: str, *, until: float) -> None:
        """Send nothing to this webhook before then."""
        waiting = DeliveryRow.webhook_id == webhook_id, DeliveryRow.due_at < until
        with self._database.writing() as connection:
            connection.execute(update(DeliveryRow).where(*waiting).values(due_at=until))

    def disable(self, webhook_id: str, because: str) -> None:
        """Tell this webhook nothing more, until it is switched on again."""
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
