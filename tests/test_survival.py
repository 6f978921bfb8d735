"""What was answered with 2xx is kept, whatever happens to the service: killed outright while it works."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
import requests
from store.contents import compared, stored

from service.store.database import Database
from service.store.reports import reports

pytestmark = pytest.mark.http

START_SECONDS = 120
N_KILLS = 2
NAMES = ["Ana Ruiz", "Omar Said", "Eva Lund", "Ruiz"]
WORDS = [
    "We will close the bridge before May",
    "We will not close the bridge before May",
    "The ferry goes on until May",
]


def _article(number: int) -> dict[str, str]:
    said = f"“{WORDS[number % 3]},” said {NAMES[number % 4]}, the director of the Port Office."
    return {"id": f"n{number}", "text": f"{said}\n\nIt was the meeting number {number} of the board.", "outlet": "Post"}


@contextmanager
def _service(folder: Path) -> Iterator[str]:
    """A service with its store in the folder, and its end: killed with all its processes."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = [sys.executable, "-c", "from service.app import main; main()", "serve", "--bind", f"127.0.0.1:{port}"]
    environment = {**os.environ, "QUOTES_DATABASE_URL": f"sqlite:///{folder}/quotes.sqlite"}
    with (folder / "log").open("ab") as log:
        server = subprocess.Popen(program, env=environment, stdout=log, stderr=log, start_new_session=True)
    try:
        _wait_until_ready(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _wait_until_ready(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert server.poll() is None, "gunicorn ended"
        try:
            if requests.get(f"{address}/readyz", timeout=5).status_code == 200:
                return
        except requests.ConnectionError:
            pass
        time.sleep(0.2)
    pytest.fail("the service did not get ready")


def _send(address: str, numbers: Iterator[int], kept: list[str]) -> None:
    """One article after the other, until nobody answers."""
    try:
        for number in numbers:
            answer = requests.post(f"{address}/v1/articles", json=_article(number), timeout=60)
            if answer.ok:
                kept.append(answer.json()["id"])
    except requests.ConnectionError:
        return


def test_killed_at_any_moment_it_loses_nothing(tmp_path: Path):
    kept: list[str] = []
    numbers = iter(range(10_000))
    for seed in range(N_KILLS):
        with _service(tmp_path) as address:
            before = len(kept)
            sender = Thread(target=_send, args=(address, numbers, kept))
            sender.start()
            while len(kept) < before + 3:
                time.sleep(0.01)
            time.sleep(random.Random(seed).random())
        sender.join()
    database = Database(f"sqlite:///{tmp_path}/quotes.sqlite")
    with database.reading() as connection:
        found = list(reports(connection))
    ids = [report.article.id for report in found]
    assert len(ids) == len(set(ids))
    assert set(kept) <= set(ids)
    assert len(ids) <= len(kept) + N_KILLS, "one that was kept, but whose answer was cut off, each time"
    assert stored(database) == compared(found)
    assert stored(database).conflicts
    database.engine.dispose()
