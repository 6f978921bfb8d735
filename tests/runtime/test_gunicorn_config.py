"""gunicorn's configuration: where the service refuses to start."""

import gc
import os
import socket
import subprocess
import sys

import pytest
from gunicorn import util

from service.runtime import gunicorn_config

SERVE = [sys.executable, "-c", "from service.__main__ import main; main()", "serve", "--bind"]


@pytest.mark.http
@pytest.mark.parametrize("address", ["0.0.0.0:0", "[::]:0", ":0"])
def test_does_not_start_open_to_the_world(address: str):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QUOTES_")}
    server = subprocess.run([*SERVE, address], env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert server.returncode != 0
    assert "can be reached from other machines: set QUOTES_API_KEYS" in server.stderr
    assert "Booting worker" not in server.stderr


@pytest.mark.http
def test_one_line_says_that_a_port_is_busy():
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        server = subprocess.run([*SERVE, address], capture_output=True, text=True, timeout=60, check=False)
    assert server.returncode != 0
    told = [line for line in server.stderr.splitlines() if line.startswith("quotes: ")]
    assert len(told) == 1
    assert told[0].endswith("another process listens there.")


def test_what_a_process_has_made_at_its_start_is_never_searched_for_garbage(monkeypatch: pytest.MonkeyPatch):
    """All requests would wait for that."""
    monkeypatch.setattr(util, "write_error", util.write_error)
    threshold = gc.get_threshold()
    try:
        gunicorn_config.post_worker_init(None)
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold() == threshold
    finally:
        gc.unfreeze()
