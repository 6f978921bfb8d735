"""Messages to webhooks, sent when they are due: again and later where that fails, until it is of no use."""

import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime

from service.domain.webhooks import MAILTO, DeliveryStatus
from service.errors import OutgoingError, RefusedError
from service.outbound.http_client import Guard
from service.outbound.mail_server import MailServer
from service.store.webhooks.outbox import LeasedMessage, Outbox, Settlement
from service.webhooks.chat_messages import chat_body
from service.webhooks.mail_messages import mail_of
from service.webhooks.retry_schedule import wait_after
from service.webhooks.sentences import sentence_of
from service.webhooks.signing import Attempt, Message, Outcome, deliver

# Seconds since 1970.
Clock = Callable[[], float]

_log = logging.getLogger(__name__)
# Each waits for another server, and holds a thread for that; those that have failed before wait for each other only.
_AT_ONCE, _FAILING_AT_ONCE = 64, 8
# A worker that is stopping waits for the call to end; what is left is due at the next one.
_SECONDS_A_CALL = 30
# Of a day; nobody reads a longer mail, and what is left makes the next.
_MOST_TOGETHER = 200
# Beyond the guard's time for a request: looking a name up has the resolver's limits, and the store is busy at times.
_SPARE_SECONDS = 60
# What receivers ask for beyond that is more than the schedule's own longest wait.
_LONGEST_HOLD = 24 * 3600
# Longer than any message is tried, and as long as somebody may want to look.
_KEPT_SECONDS = 14 * 24 * 3600


class Deliverer:
    """Sends what is due, to each webhook in a thread of its own: none waits for another.

    Messages to one webhook go one by one, those that are due longest first. After one that fails, the others wait.
    """

    def __init__(
        self,
        outbox: Outbox,
        guard: Guard,
        *,
        mail: MailServer | None = None,
        public_url: str | None = None,
        clock: Clock = time.time,
    ) -> None:
        self._sender = _Sender(outbox, guard, mail, public_url, clock)
        self._senders = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="webhooks")
        self._retriers = ThreadPoolExecutor(_FAILING_AT_ONCE, thread_name_prefix="webhooks-again")
        self._under_way: dict[str, Future[int]] = {}

    def start_due(self) -> list["Future[int]"]:
        """Begin to send what is due, and answer with what is under way then: the numbers of attempts."""
        outbox, now = self._sender.outbox, self._sender.clock()
        outbox.forget(before=now - _KEPT_SECONDS)
        self._under_way = {each: sending for each, sending in self._under_way.items() if not sending.done()}
        for webhook in outbox.waiting(now):
            if webhook.id not in self._under_way:
                senders = self._retriers if webhook.is_failing else self._senders
                self._under_way[webhook.id] = senders.submit(self._sender.send_all, webhook.id)
        return list(self._under_way.values())


@dataclass(frozen=True, slots=True)
class _Sender:
    """Sends the messages of one webhook, one by one; links lead to the service's public address, if it has one."""

    outbox: Outbox
    guard: Guard
    mail: MailServer | None
    public_url: str | None
    clock: Clock

    def send_all(self, webhook_id: str) -> int:
        """Send what is due until one fails, or for a while; the number of attempts."""
        n_sent, ends = 0, self.clock() + _SECONDS_A_CALL
        while self.clock() < ends:
            leased = self._lease(webhook_id)
            if not leased:
                break
            n_sent += 1
            if self._send(leased) is not DeliveryStatus.DELIVERED:
                break
        return n_sent

    def _lease(self, webhook_id: str) -> list[LeasedMessage]:
        """The next message, or all that are sent together with it."""
        leased: list[LeasedMessage] = []
        while not leased or (leased[0].is_together and len(leased) < _MOST_TOGETHER):
            now = self.clock()
            one = self.outbox.lease(webhook_id, now, until=now + self.guard.seconds + _SPARE_SECONDS)
            if one is None:
                break
            leased.append(one)
        return leased

    def _send(self, leased: Sequence[LeasedMessage]) -> DeliveryStatus:
        attempt = self._attempt(leased)
        settlements = [self._settle(one, attempt) for one in leased]
        given_up = [one.id for one, end in zip(leased, settlements, strict=True) if end.status is DeliveryStatus.FAILED]
        if attempt.outcome is Outcome.GONE:
            self.outbox.disable(leased[0].webhook_id, attempt.detail)
        if given_up:
            # One line for all of a day.
            reported = {"webhook": leased[0].webhook_id, "message_id": given_up[0], "n_messages": len(given_up)}
            _log.warning("webhook message given up", extra={**reported, "because": attempt.detail})
        return settlements[0].status

    def _settle(self, leased: LeasedMessage, attempt: Attempt) -> Settlement:
        settlement = settlement_of(leased, attempt, self.clock())
        self.outbox.settle(leased, settlement)
        if attempt.retry_after is not None and settlement.due_at is not None:
            self.outbox.hold(leased.webhook_id, until=settlement.due_at)
        return settlement

    def _attempt(self, leased: Sequence[LeasedMessage]) -> Attempt:
        first = leased[0]
        if first.url.startswith(MAILTO):
            return self._mailed(leased)
        happened_at = datetime.fromtimestamp(first.happened_at, UTC)
        body = chat_body(first.format, first.event, first.content, self.public_url)
        message = Message(first.id, first.event, happened_at, first.content, body)
        return deliver(self.guard, first.url, message, [first.secret], at=datetime.fromtimestamp(self.clock(), UTC))

    def _mailed(self, leased: Sequence[LeasedMessage]) -> Attempt:
        if self.mail is None:
            return Attempt(Outcome.FAILED, "This service sends no e-mail: QUOTES_SMTP_URL is not set.")
        sentences = [sentence_of(one.event, one.content, self.public_url) for one in leased]
        try:
            self.mail.send(mail_of(leased[0].id, leased[0].url.removeprefix(MAILTO), sentences))
        except RefusedError as error:
            outcome = Outcome.GONE if error.is_address else Outcome.REFUSED
            return Attempt(outcome, f"The e-mail cannot be sent: {error}.")
        except OutgoingError as error:
            return Attempt(Outcome.FAILED, f"The e-mail cannot be sent: {error}.")
        return Attempt(Outcome.DELIVERED, "The mail server took the e-mail.")


def settlement_of(leased: LeasedMessage, attempt: Attempt, now: float) -> Settlement:
    """What follows from an attempt: it is done, tried again later, or given up."""
    if attempt.outcome is Outcome.DELIVERED:
        return Settlement(DeliveryStatus.DELIVERED, now, attempt.detail)
    if attempt.outcome is Outcome.REFUSED:
        return Settlement(DeliveryStatus.FAILED, now, f"{attempt.detail} It is not sent again.")
    if attempt.outcome is Outcome.GONE:
        return Settlement(DeliveryStatus.FAILED, now, f"{attempt.detail} It gets no more messages.")
    n_failures = leased.n_attempts + 1
    wait = wait_after(n_failures, leased.id)
    if wait is None:
        return Settlement(DeliveryStatus.FAILED, now, f"{attempt.detail} That was the last of {n_failures} attempts.")
    asked = min(attempt.retry_after or 0.0, _LONGEST_HOLD)
    return Settlement(DeliveryStatus.PENDING, now, attempt.detail, now + max(wait.total_seconds(), asked))
