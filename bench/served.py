"""The service as it is started in production, on a free port of this machine, with an empty store of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import requests

from quotes_client import Client

# The models load in seconds; a machine that is busy with other work takes longer.
_START_SECONDS, _STOP_SECONDS = 120, 120
_COUNTED = re.compile(r'^quotes_requests_total\{method="(\w+)",route="([^"]+)",status="(\d+)"\} (\S+)$', re.MULTILINE)

# Requests by method, route and status.
Requests = Counter[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Served:
    """A service that runs: where it answers, its first process, and the folder with its store and its log."""

    url: str
    process: subprocess.Popen[bytes]
    folder: Path

    @property
    def log(self) -> str:
        """All that it has logged."""
        return (self.folder / "log").read_text("utf-8")

    def counted(self) -> Requests:
        """The requests that it has answered until now, by its own count."""
        text = requests.get(f"{self.url}/metrics", timeout=60).text
        return Counter({(method, route, status): int(float(n)) for method, route, status, n in _COUNTED.findall(text)})


@contextmanager
def served(settings: Mapping[str, str]) -> Iterator[Served]:
    """A service with these settings, ready to work.

    Raises RuntimeError if it does not get ready, or does not end well.
    """
    with TemporaryDirectory() as folder:
        service = _start(Path(folder), settings)
        try:
            _wait(service)
            yield service
        finally:
            service.process.terminate()
            status = service.process.wait(_STOP_SECONDS)
        # gunicorn has no signal of its own to tell by.
        if status not in (0, -signal.SIGTERM):
            raise RuntimeError(f"the service ended with {status}:\n{service.log}")


def _start(folder: Path, settings: Mapping[str, str]) -> Served:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-c", "from service.__main__ import main; main()", "serve", "--bind", address]
    environment = {**os.environ, "QUOTES_DATABASE_URL": f"sqlite:///{folder}/quotes.sqlite", **settings}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    return Served(f"http://{address}", process, folder)


def _wait(service: Served) -> None:
    deadline = time.monotonic() + _START_SECONDS
    with Client(service.url) as client:
        while not client.is_ready():
            if service.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the service did not get ready:\n{service.log}")
            time.sleep(0.2)
