"""gunicorn's worker with clients that dawdle: the real server, around an app that answers at once."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import requests

from tests.serving import free_port

pytestmark = pytest.mark.http

APP = """
def app(environ, start_response):
    path = environ["PATH_INFO"]
    if path == "/large":
        start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "3000000")])
        return [b"a" * 3_000_000]
    try:
        body = b""
        while piece := environ["wsgi.input"].read(65536):
            body += piece
    except (OSError, ValueError):
        start_response("400 Bad Request", [("Content-Type", "text/plain"), ("Content-Length", "0")])
        return [b""]
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
    return [body]
"""
CONFIG = """
from service.runtime.connection_worker import ConnectionWorker
from service.runtime.patient_socket import Pace

class Hurried(ConnectionWorker):
    head_seconds = body_seconds = send_seconds = idle_seconds = 1.5
    pace = Pace(pause_seconds=1.5)

worker_class = Hurried
threads = 4
worker_connections = 4000
sendfile = False
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with served(tmp_path_factory.mktemp("worker")) as port:
        yield port


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """The port of a server, which must end soon and without a traceback."""
    port = free_port()
    (folder / "echo.py").write_text(APP)
    (folder / "config.py").write_text(CONFIG)
    command = [sys.executable, "-m", "gunicorn", "--config", "config.py", "--bind", f"127.0.0.1:{port}", "echo:app"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(Path(__file__).parents[2])])}
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE) as server:
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except ConnectionRefusedError:
                time.sleep(0.1)
        try:
            yield port
        finally:
            started = time.monotonic()
            server.terminate()
            _, log = server.communicate(timeout=20)
            assert b"Traceback" not in log, log.decode()
            assert time.monotonic() - started < 10


def ask(port: int, body: bytes = b"abc") -> float:
    """The seconds of a small request."""
    started = time.monotonic()
    answer = requests.post(f"http://127.0.0.1:{port}/", data=body, timeout=10)
    assert (answer.status_code, answer.content) == (200, body)
    return time.monotonic() - started


def opened(port: int, stack: ExitStack, sent: bytes = b"") -> socket.socket:
    connection = stack.enter_context(socket.create_connection(("127.0.0.1", port), 10))
    connection.sendall(sent)
    return connection


HEAD = b"POST / HTTP/1.1\r\nHost: x\r\n"


DAWDLING = {
    "silent": b"",
    "half a head": HEAD,
    "half a body": HEAD + b"Content-Length: 1000\r\n\r\nabc",
    "half a long body": HEAD + b"Content-Length: 1000000\r\n\r\nabc",
    "half a chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab",
    "no reader": b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n",
    "never closed": b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
}


@pytest.mark.parametrize("sent", DAWDLING.values(), ids=DAWDLING)
def test_hundreds_who_dawdle_keep_nobody_waiting(port: int, sent: bytes):
    """Four threads, hundreds of them; and in the end all are given up."""
    with ExitStack() as stack:
        # Large answers are work.
        connections = [opened(port, stack, sent) for _ in range(40 if b"large" in sent else 300)]
        assert max(ask(port) for _ in range(10)) < 2
        for connection in connections[:20]:
            while True:
                try:
                    if not connection.recv(1_000_000):
                        break
                except ConnectionResetError:
                    break


def test_the_server_stops_while_they_dawdle(tmp_path: Path):
    with ExitStack() as stack, served(tmp_path) as port:
        for sent in DAWDLING.values():
            for _ in range(10):
                opened(port, stack, sent)
        assert ask(port) < 2


def test_a_request_comes_in_pieces(port: int):
    with ExitStack() as stack:
        connection = opened(port, stack)
        for byte in HEAD + b"Content-Length: 3\r\n\r\nabc":
            connection.sendall(bytes([byte]))
            time.sleep(0.005)
        answer = b""
        while not answer.endswith(b"\r\n\r\nabc"):
            piece = connection.recv(1000)
            assert piece, answer
            answer += piece


def test_requests_follow_each_other_on_a_connection(port: int):
    """Sent at once, or each after the answer to the one before."""
    with ExitStack() as stack:
        connection = opened(port, stack, (HEAD + b"Content-Length: 3\r\n\r\nabc") * 3)
        got = b""
        while got.count(b"\r\n\r\nabc") < 3:
            piece = connection.recv(1000)
            assert piece
            got += piece
    with requests.Session() as session:
        for size in (3, 500_000, 0, 100_000):
            answer = session.post(f"http://127.0.0.1:{port}/", data=b"a" * size, timeout=10)
            assert len(answer.content) == size


def test_long_answers_come_whole(port: int):
    assert len(requests.get(f"http://127.0.0.1:{port}/large", timeout=10).content) == 3_000_000


@pytest.mark.parametrize("chunks", [b"-5\r\nabcde\r\n0\r\n\r\n", b"zz\r\n", b"1_0\r\n", b"2\r\nabcde\r\n0\r\n\r\n"])
def test_malformed_chunks_are_refused(port: int, chunks: bytes):
    with ExitStack() as stack:
        connection = opened(port, stack, HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunks)
        assert connection.recv(1000).startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize("sent", [HEAD, HEAD + b"Content-Length: 9\r\n\r\nabc"])
def test_a_request_that_breaks_off_is_refused(port: int, sent: bytes):
    """The client has sent less than it has promised, says that nothing more comes, and waits for the answer."""
    with ExitStack() as stack:
        connection = opened(port, stack, sent)
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(1000).startswith(b"HTTP/1.1 400 ")


def test_a_head_without_an_end_is_refused(port: int):
    with ExitStack() as stack:
        connection = opened(port, stack, HEAD + b"X-Long: " + b"a" * 70_000)
        assert connection.recv(1000).startswith(b"HTTP/1.1 431 ")
