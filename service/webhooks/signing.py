"""Messages to who asked for them, signed as the Standard Webhooks specification says; the one file that knows it."""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from http import HTTPStatus
from secrets import token_bytes

from standardwebhooks import Webhook

from service.domain.webhooks import Event
from service.errors import OutgoingError
from service.outbound.http_client import Guard

_PREFIX = "whsec_"
# The specification asks for 24 to 64.
_N_BYTES = 32


@dataclass(frozen=True, slots=True)
class Message:
    """An event, with the id by which a receiver knows it again when it comes a second time.

    `text` is what to send in the place of the standard's JSON, to receivers of another format.
    """

    id: str
    event: Event
    happened_at: datetime
    content: Mapping[str, object]
    text: str | None = None

    @property
    def body(self) -> str:
        """The JSON that is sent."""
        if self.text is not None:
            return self.text
        payload = {"type": self.event, "timestamp": self.happened_at.isoformat(), "data": self.content}
        return json.dumps(payload, ensure_ascii=False)


class Outcome(StrEnum):
    """How an attempt ended."""

    DELIVERED = "delivered"
    FAILED = "failed"
    # This message is never taken, and others may be.
    REFUSED = "refused"
    # The receiver wants nothing more, ever.
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Attempt:
    """How it ended, with a sentence for the operator of the webhook.

    `retry_after` is in how many seconds the receiver wants to be asked again, where it says so.
    """

    outcome: Outcome
    detail: str
    retry_after: float | None = None


def new_secret() -> str:
    """A secret that a receiver checks signatures by."""
    return _PREFIX + b64encode(token_bytes(_N_BYTES)).decode("ascii")


def signed_headers(message: Message, secrets: Sequence[str], at: datetime) -> dict[str, str]:
    """What is sent with the body: id, time and a signature by each secret, the old one too while it is replaced.

    Raises ValueError if a secret is not in base64.
    """
    # The library takes every time for one in UTC.
    utc = at.astimezone(UTC)
    return {
        "Content-Type": "application/json",
        "webhook-id": message.id,
        "webhook-timestamp": str(int(utc.timestamp())),
        "webhook-signature": " ".join(Webhook(secret).sign(message.id, utc, message.body) for secret in secrets),
    }


def deliver(guard: Guard, url: str, message: Message, secrets: Sequence[str], *, at: datetime) -> Attempt:
    """One attempt, through the guard; only a status of 200 to 299 is a delivery."""
    try:
        reply = guard.post(url, message.body.encode("utf-8"), signed_headers(message, secrets, at))
    except OutgoingError as error:
        return Attempt(Outcome.FAILED, f"The webhook cannot be reached: {error}.")
    return Attempt(_outcome(reply.status), f"The webhook responded with status {reply.status}.", reply.retry_after)


def _outcome(status: int) -> Outcome:
    if 200 <= status < 300:
        return Outcome.DELIVERED
    return Outcome.GONE if status == HTTPStatus.GONE else Outcome.FAILED
