"""Connections to checked addresses, over real sockets on this machine."""

import socket
from http.server import BaseHTTPRequestHandler

import pytest

from service.errors import OutgoingError
from service.outbound.http_client import Guard
from tests.outbound.servers import send, serving

# Each test has a server of its own in a thread.
pytestmark = pytest.mark.slow

OPEN = Guard(seconds=5, allows_private=True)


def _hello(handler: BaseHTTPRequestHandler) -> None:
    send(handler, b"hello", Content_Type="Text/HTML; Charset=UTF-8")


def _resolving(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Lets the name news.example have these addresses, one answer after the other; notes each look-up."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def resolve(host: str, port: int, *options: int, **more: int) -> list[tuple]:
        if host != "news.example":
            return real(host, port, *options, **more)
        asked.append(host)
        addresses = answers[min(len(asked), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked


def test_one_address_that_is_not_public_is_one_too_many(monkeypatch: pytest.MonkeyPatch):
    _resolving(monkeypatch, ["93.184.215.14", "10.0.0.1"])
    with pytest.raises(OutgoingError, match="not public"):
        Guard().get("http://news.example/")


def test_the_name_is_looked_up_once_and_stays_in_the_request(monkeypatch: pytest.MonkeyPatch):
    """A second answer, as of a server that rebinds its name, is never asked for."""
    asked = _resolving(monkeypatch, ["127.0.0.1"], ["10.0.0.1"])
    with serving(lambda handler: send(handler, handler.headers["Host"].encode())) as port:
        assert OPEN.get(f"http://news.example:{port}/").body == f"news.example:{port}".encode()
    assert asked == ["news.example"]


def test_the_next_address_is_tried_where_one_does_not_answer(monkeypatch: pytest.MonkeyPatch):
    _resolving(monkeypatch, ["127.0.0.2", "127.0.0.1"])
    with serving(_hello) as port:
        assert OPEN.get(f"http://news.example:{port}/").status == 200
