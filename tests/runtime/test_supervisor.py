"""`quotes serve` with a consumer beside gunicorn: started again when it dies, gone with the server."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving import Served, serving

pytestmark = pytest.mark.http

SECONDS = 60


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A service that finds no models, but answers what needs none."""
    (tmp_path / "models").mkdir()
    settings = {"QUOTES_MODELS": str(tmp_path / "models")}
    with serving(tmp_path, settings, until="/healthz") as running:
        yield running


def _children(pid: int) -> dict[int, str]:
    """The command lines of the processes that it has started."""
    found = {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == pid:
                found[int(process.name)] = (process / "cmdline").read_text().replace("\0", " ")
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def _consumers(served: Served) -> set[int]:
    return {pid for pid, command in _children(served.process.pid).items() if " work " in command}


def _wait_until(is_so) -> None:
    deadline = time.monotonic() + SECONDS
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _is_alive(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_consumer_that_dies_is_started_again_and_all_end_together(served: Served):
    (first,) = _consumers(served)
    os.kill(first, signal.SIGKILL)
    _wait_until(lambda: _consumers(served) - {first})
    assert "a consumer has ended" in served.log.read_text()
    _wait_until(lambda: "consumer started" in served.log.read_text())
    assert served.ask("GET", "/healthz").status_code == 200
    children = _children(served.process.pid)
    assert len(children) == 2
    served.process.send_signal(signal.SIGTERM)
    assert served.process.wait(SECONDS) == 0
    assert not any(map(_is_alive, children))


def test_all_end_where_the_supervisor_is_killed(served: Served):
    """A restart would find the port taken otherwise, and batches would be accepted that nobody reads."""
    _wait_until(lambda: "consumer started" in served.log.read_text())
    children = _children(served.process.pid)
    grandchildren = {pid for child in children for pid in _children(child)}
    assert len(children) == 2
    assert grandchildren
    served.process.kill()
    served.process.wait()
    served.process.returncode = 0
    _wait_until(lambda: not any(map(_is_alive, {*children, *grandchildren})))


def test_the_end_of_the_server_is_the_end(served: Served):
    (server,) = set(_children(served.process.pid)) - _consumers(served)
    os.kill(server, signal.SIGKILL)
    assert served.process.wait(SECONDS) == 128 + signal.SIGKILL
    served.process.returncode = 0
    assert not _consumers(served)
