"""Servers on this machine that answer as a test wants."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.threaded import in_a_thread

# A certificate for the name "localhost", signed by itself, with its key. Good for nothing but these tests.
CERTIFICATE = Path(__file__).parent / "localhost.pem"

Answer = Callable[[BaseHTTPRequestHandler], None]


def send(handler: BaseHTTPRequestHandler, body: bytes = b"", *, status: int = 200, **headers: str) -> None:
    """Answers with this; `Content_Type` stands for "Content-Type"."""
    handler.send_response(status)
    for name, value in {"Content_Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


@contextmanager
def serving(answer: Answer, *, over_tls: bool = False) -> Iterator[int]:
    """The port of a server on 127.0.0.1 that answers every request so."""

    class _Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            # What is tested may go away in the middle.
            try:
                answer(self)
            except OSError:
                self.close_connection = True

        do_POST = do_GET  # noqa: N815 - the name is http.server's

        def log_message(self, *_: object) -> None:
            pass

    class _Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            pass

    server = _Server(("127.0.0.1", 0), _Handler)
    if over_tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    with in_a_thread(server):
        yield server.server_port
