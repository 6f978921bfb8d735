"""The service as it is started in production: gunicorn, over HTTP."""

import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

# The models load in seconds; a machine that is busy with other work takes longer.
START_SECONDS = 120


@dataclass(frozen=True)
class Served:
    """A service that runs."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    def ask(self, method: str, path: str, body: bytes | Iterator[bytes] | None = None, **headers: str):
        """The answer to a request whose body is JSON."""
        sent = {"Content-Type": "application/json", **headers}
        return requests.request(method, f"http://127.0.0.1:{self.port}{path}", data=body, headers=sent, timeout=60)


@contextmanager
def serving(folder: Path, settings: Mapping[str, str], *, until: str = "/readyz") -> Iterator[Served]:
    """A service with these settings, as soon as it answers there with 200; it must end well."""
    served = start(folder / "log", settings)
    try:
        wait_until(served, until)
        yield served
    finally:
        served.process.terminate()
        assert served.process.wait(30) == 0, served.log.read_text()


def start(log: Path, settings: Mapping[str, str]) -> Served:
    """A service that begins to run, with its processes in a group of their own and its store beside the log."""
    port = free_port()
    serve = "from service.__main__ import main; main()"
    settings = {"QUOTES_DATABASE_URL": f"sqlite:///{log.parent}/quotes.sqlite", **settings}
    command = [sys.executable, "-c", serve, "serve", "--bind", f"127.0.0.1:{port}"]
    environment = {**os.environ, **settings}
    with log.open("ab") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=output, start_new_session=True)
    return Served(port, process, log)


def free_port() -> int:
    """A port of this machine that nobody listens on, and that no connection of other tests can be given meanwhile.

    Systems give outgoing connections ports above these.
    """
    while True:
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", random.randrange(20_000, 32_000)))
            return probe.getsockname()[1]


def wait_until(served: Served, path: str) -> None:
    """Waits until the service answers there with 200."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert served.process.poll() is None, served.log.read_text()
        try:
            if served.ask("GET", path).status_code == 200:
                return
        except requests.ConnectionError:
            pass
        time.sleep(0.2)
    pytest.fail("the service did not get ready")
