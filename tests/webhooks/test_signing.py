"""Messages as a receiver gets them."""

import hmac
import json
from base64 import b64encode
from datetime import UTC, datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from service.domain.webhooks import Event
from service.outbound.http_client import Guard
from service.webhooks.signing import Message, Outcome, deliver, new_secret, signed_headers
from tests.outbound.servers import send, serving

OPEN = Guard(seconds=5, allows_private=True)
MESSAGE = Message(
    "msg_1", Event.CONFLICT_CREATED, datetime(2026, 3, 1, tzinfo=UTC), {"id": "c1", "summary": "“Yes” or “no”?"}
)


def test_the_signature_is_that_of_the_specification():
    """HMAC-SHA256 of id, time and body with dots between, in base64, by the bytes behind the secret's prefix."""
    secret = b"twenty-four bytes or more"
    headers = signed_headers(MESSAGE, [f"whsec_{b64encode(secret).decode()}"], datetime.fromtimestamp(1614265330, UTC))
    signed = hmac.digest(secret, f"msg_1.1614265330.{MESSAGE.body}".encode(), "sha256")
    assert (headers["webhook-id"], headers["webhook-timestamp"]) == ("msg_1", "1614265330")
    assert headers["webhook-signature"] == f"v1,{b64encode(signed).decode()}"


@pytest.mark.slow
def test_a_receiver_verifies_what_it_gets():
    secret = new_secret()
    got = []

    def receive(handler: BaseHTTPRequestHandler) -> None:
        body = handler.rfile.read(int(handler.headers["Content-Length"]))
        got.append(Webhook(secret).verify(body, dict(handler.headers.items())))
        send(handler, status=204)

    with serving(receive) as port:
        delivery = deliver(OPEN, f"http://127.0.0.1:{port}/", MESSAGE, [secret], at=datetime.now(UTC))
    assert delivery.outcome is Outcome.DELIVERED
    assert got == [
        {
            "type": "conflict.created",
            "timestamp": "2026-03-01T00:00:00+00:00",
            "data": {"id": "c1", "summary": "“Yes” or “no”?"},
        }
    ]


def test_the_time_is_the_same_in_every_zone():
    secret = new_secret()
    now = datetime.now(UTC)
    elsewhere = now.astimezone(timezone(timedelta(hours=9)))
    assert signed_headers(MESSAGE, [secret], elsewhere) == signed_headers(MESSAGE, [secret], now)


def test_while_a_secret_is_replaced_both_verify():
    old, new = new_secret(), new_secret()
    headers = signed_headers(MESSAGE, [old, new], datetime.now(UTC))
    for secret in (old, new):
        assert Webhook(secret).verify(MESSAGE.body, headers) == json.loads(MESSAGE.body)
    with pytest.raises(WebhookVerificationError):
        Webhook(new_secret()).verify(MESSAGE.body, headers)


def test_a_secret_must_be_base64():
    with pytest.raises(ValueError, match="base64"):
        signed_headers(MESSAGE, ["whsec_a"], datetime.now(UTC))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, Outcome.DELIVERED),
        (202, Outcome.DELIVERED),
        (302, Outcome.FAILED),
        (400, Outcome.FAILED),
        (410, Outcome.GONE),
        (503, Outcome.FAILED),
    ],
)
def test_the_status_decides(status: int, outcome: Outcome):
    with serving(lambda handler: send(handler, status=status, Location="http://127.0.0.1:1/")) as port:
        delivery = deliver(OPEN, f"http://127.0.0.1:{port}/", MESSAGE, [new_secret()], at=datetime.now(UTC))
    assert (delivery.outcome, str(status) in delivery.detail) == (outcome, True)


def test_who_cannot_be_reached_or_may_not_is_a_failure():
    closed = deliver(OPEN, "http://127.0.0.1:1/", MESSAGE, [new_secret()], at=datetime.now(UTC))
    assert (closed.outcome, "reached" in closed.detail) == (Outcome.FAILED, True)
    inner = deliver(Guard(), "http://127.0.0.1:1/", MESSAGE, [new_secret()], at=datetime.now(UTC))
    assert (inner.outcome, "not public" in inner.detail) == (Outcome.FAILED, True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("told", "least", "most"),
    [
        ("120", 120, 120),
        ("Fri, 31 Dec 2100 23:59:59 GMT", 10**9, 10**10),
        ("Fri, 31 Dec 1999 23:59:59 GMT", 0, 0),
    ],
)
def test_a_receiver_may_ask_for_time(told: str, least: float, most: float):
    with serving(lambda handler: send(handler, status=503, Retry_After=told)) as port:
        attempt = deliver(OPEN, f"http://127.0.0.1:{port}/", MESSAGE, [new_secret()], at=datetime.now(UTC))
    assert attempt.retry_after is not None
    assert least <= attempt.retry_after <= most


@pytest.mark.slow
@pytest.mark.parametrize("told", ["", "soon", "-1", "Fri, 31 Dec 99999999999999999999 23:59:59 GMT", "31 Dec 2100"])
def test_what_is_no_time_is_none(told: str):
    with serving(lambda handler: send(handler, status=503, Retry_After=told)) as port:
        attempt = deliver(OPEN, f"http://127.0.0.1:{port}/", MESSAGE, [new_secret()], at=datetime.now(UTC))
    assert attempt.retry_after is None
