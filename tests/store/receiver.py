"""A receiver of webhooks on this machine."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

from standardwebhooks import Webhook

from tests.outbound.servers import send, serving

SECRET = "whsec_" + "c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0"


@dataclass
class Receiver:
    """What it got, and how it answers: with these statuses, one after the other, and then always with the last."""

    statuses: list[int]
    headers: dict[str, str]
    url: str = ""
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        body = handler.rfile.read(int(handler.headers["Content-Length"]))
        self.got.append((dict(handler.headers.items()), body))
        status = self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
        send(handler, status=status, **self.headers)

    @property
    def ids(self) -> list[str]:
        """The messages' ids, in the order in which they came."""
        return [headers["webhook-id"] for headers, _ in self.got]

    @property
    def types(self) -> list[str]:
        """What they tell of."""
        return [json.loads(body)["type"] for _, body in self.got]

    def verified(self) -> list[Any]:
        """All messages, by their signatures."""
        return [Webhook(SECRET).verify(body, headers) for headers, body in self.got]


@contextmanager
def receiving(*statuses: int, **headers: str) -> Iterator[Receiver]:
    """A receiver that runs; without statuses, it takes everything."""
    receiver = Receiver(list(statuses or (204,)), headers)
    with serving(receiver.answer) as port:
        receiver.url = f"http://127.0.0.1:{port}/quotes"
        yield receiver
