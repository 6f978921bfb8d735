"""Requests over real sockets on this machine, and the addresses that are refused."""

import gzip
import time
from http.server import BaseHTTPRequestHandler

import pytest

from service.errors import OutgoingError
from service.outbound.http_client import Guard
from tests.outbound.servers import CERTIFICATE, send, serving

# Each test has a server of its own in a thread.
pytestmark = pytest.mark.slow

OPEN = Guard(seconds=5, allows_private=True)


def _hello(handler: BaseHTTPRequestHandler) -> None:
    send(handler, b"hello", Content_Type="Text/HTML; Charset=UTF-8")


def _forbidden(handler: BaseHTTPRequestHandler) -> None:
    pytest.fail("the guard let a request through")


def test_a_page_is_had():
    with serving(_hello) as port:
        reply = OPEN.get(f"http://127.0.0.1:{port}/page")
    assert (reply.status, reply.media_type, reply.charset, reply.body) == (200, "text/html", "utf-8", b"hello")


def test_a_server_need_not_tell_what_it_sends():
    with serving(lambda handler: send(handler, b"hello", status=404)) as port:
        reply = OPEN.get(f"http://127.0.0.1:{port}/page")
    assert (reply.status, reply.media_type, reply.charset, reply.body) == (404, "", None, b"hello")


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "localhost",
        "localhost.",
        "0.0.0.0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "10.0.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "240.0.0.1",
        "[fe80::1]",
        "[fc00::1]",
        "[ff02::1]",
    ],
)
def test_addresses_that_are_not_public_are_refused(host: str):
    with serving(_forbidden) as port, pytest.raises(OutgoingError, match="not public"):
        Guard().get(f"http://{host}:{port}/")


def test_the_environments_proxy_is_no_way_round(monkeypatch: pytest.MonkeyPatch):
    with serving(_forbidden) as port:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
        with pytest.raises(OutgoingError, match="not public"):
            Guard().get("http://127.0.0.1:1/")


def test_redirects_are_followed_and_checked(monkeypatch: pytest.MonkeyPatch):
    """A public server that sends on to this machine: the second address is refused as a first one is."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/old":
            send(handler, status=301, Location="/new")
        else:
            send(handler, handler.path.encode())

    with serving(answer) as port:
        assert OPEN.get(f"http://127.0.0.1:{port}/old").body == b"/new"
        monkeypatch.setattr("service.outbound.connections.is_public", lambda address: address == "127.0.0.1")
        assert Guard().get(f"http://127.0.0.1:{port}/old").body == b"/new"
    for target in ("http://127.0.0.2:1/", "//[::1]/", "https://10.0.0.1/x"):
        with (
            serving(lambda handler, target=target: send(handler, status=302, Location=target)) as port,
            pytest.raises(OutgoingError, match="not public"),
        ):
            Guard().get(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/", "http://[bad/"])
def test_redirects_lead_to_urls(target: str):
    with (
        serving(lambda handler: send(handler, status=302, Location=target)) as port,
        pytest.raises(OutgoingError, match="URL"),
    ):
        OPEN.get(f"http://127.0.0.1:{port}/")


def test_redirects_have_an_end():
    with (
        serving(lambda handler: send(handler, status=307, Location="/")) as port,
        pytest.raises(OutgoingError, match="too many times"),
    ):
        OPEN.get(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://x", "http://", "http://[bad/", "", "x", "http://a b/"]
)
def test_only_http_urls_are_taken(url: str):
    with pytest.raises(OutgoingError):
        OPEN.get(url)


def test_names_without_an_address_are_told():
    for name in ("nowhere.invalid", "x" * 70 + ".example", "ü" * 300, "a..b"):
        with pytest.raises(OutgoingError):
            OPEN.get(f"http://{name}/")


def test_pages_have_a_size():
    small = Guard(seconds=5, max_bytes=100, allows_private=True)
    with (
        serving(lambda handler: send(handler, b"x" * 101)) as port,
        pytest.raises(OutgoingError, match="larger than 100 bytes"),
    ):
        small.get(f"http://127.0.0.1:{port}/")


def test_the_size_is_that_of_the_unpacked_page():
    small = Guard(seconds=5, max_bytes=100_000, allows_private=True)
    packed = gzip.compress(b"x" * 50_000_000)
    with (
        serving(lambda handler: send(handler, packed, Content_Encoding="gzip")) as port,
        pytest.raises(OutgoingError, match="larger than"),
    ):
        small.get(f"http://127.0.0.1:{port}/")


def _trickling(head: bytes, drop: bytes):
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        for _ in range(100):
            handler.wfile.write(drop)
            time.sleep(0.05)

    return answer


@pytest.mark.parametrize(
    ("head", "drop"),
    [
        (b"HTTP/1.0 200 OK\r\n", b"X: y\r\n"),
        (b"HTTP/1.0 200 OK\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (b"", b"H"),
    ],
)
def test_a_server_that_sends_byte_by_byte_is_cut_off(head: bytes, drop: bytes):
    """Each read is quick, and all of them together take too long."""
    hasty = Guard(seconds=0.3, allows_private=True)
    with serving(_trickling(head, drop)) as port:
        started = time.monotonic()
        with pytest.raises(OutgoingError, match=r"longer than 0\.3 seconds"):
            hasty.get(f"http://127.0.0.1:{port}/")
        assert time.monotonic() - started < 2


def test_a_server_that_breaks_off_is_told():
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx")

    with serving(answer) as port, pytest.raises(OutgoingError, match="closed the connection"):
        OPEN.get(f"http://127.0.0.1:{port}/")


def test_tls_checks_the_name():
    trusting = Guard(seconds=5, allows_private=True, certificates=CERTIFICATE)
    with serving(_hello, over_tls=True) as port:
        assert trusting.get(f"https://localhost:{port}/").body == b"hello"
        with pytest.raises(OutgoingError, match="certificate"):
            trusting.get(f"https://127.0.0.1:{port}/")
        with pytest.raises(OutgoingError, match="certificate"):
            OPEN.get(f"https://localhost:{port}/")


def test_a_post_is_sent_whole_and_follows_no_redirect():
    def answer(handler: BaseHTTPRequestHandler) -> None:
        body = handler.rfile.read(int(handler.headers["Content-Length"]))
        send(handler, body + handler.headers["X-Sign"].encode(), status=307, Location="http://127.0.0.1:1/")

    with serving(answer) as port:
        reply = OPEN.post(f"http://127.0.0.1:{port}/", b"body ", {"X-Sign": "sign"})
    assert (reply.status, reply.body) == (307, b"body sign")
