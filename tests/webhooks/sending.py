"""Webhook messages, sent while a test waits."""

import time

from service.outbound.http_client import Guard
from service.store.webhooks.outbox import Outbox
from service.webhooks.delivery import Clock, Deliverer


def deliver_due(outbox: Outbox, guard: Guard, *, clock: Clock = time.time) -> int:
    """Send what is due, and answer how many attempts that took; several may do so at once."""
    return sum(sending.result() for sending in Deliverer(outbox, guard, clock=clock).start_due())
