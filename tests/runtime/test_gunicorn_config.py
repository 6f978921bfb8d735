"""gunicorn's configuration: where the service refuses to start."""

import os
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from service.config.api_keys import Scope, new_key
from service.config.settings import Settings
from service.runtime import gunicorn_config

SERVE = [sys.executable, "-c", "from service.__main__ import main; main()", "serve", "--bind"]
_, KEY = new_key("desk", [Scope.READ])


def _listener(address: str, family: socket.AddressFamily = socket.AF_INET) -> socket.socket:
    listener = socket.socket(family)
    listener.bind(address if family == socket.AF_UNIX else (address, 0))
    return listener


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
    with _listener("127.0.0.1") as other:
        other.listen()
        address = f"127.0.0.1:{other.getsockname()[1]}"
        server = subprocess.run([*SERVE, address], capture_output=True, text=True, timeout=60, check=False)
    assert server.returncode != 0
    told = [line for line in server.stderr.splitlines() if line.startswith("quotes: ")]
    assert len(told) == 1
    assert told[0].endswith("another process listens there.")


@pytest.mark.slow
@pytest.mark.parametrize("settings", [replace(Settings(), api_keys=(KEY,)), replace(Settings(), open_to_all=True)])
def test_starts_with_keys_or_where_it_may_be_open(monkeypatch: pytest.MonkeyPatch, settings: Settings):
    monkeypatch.setattr(gunicorn_config, "_settings", settings)
    with _listener("0.0.0.0") as far:
        gunicorn_config._check_reach([far])


@pytest.mark.slow
def test_starts_where_only_this_machine_can_call(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(gunicorn_config, "_settings", Settings())
    with _listener("127.0.0.1") as near, _listener(str(tmp_path / "socket"), socket.AF_UNIX) as nearer:
        gunicorn_config._check_reach([near, nearer])


@pytest.mark.slow
def test_one_far_socket_is_one_too_many(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(gunicorn_config, "_settings", Settings())
    with _listener("127.0.0.1") as near, _listener("0.0.0.0") as far, pytest.raises(SystemExit, match="API_KEYS"):
        gunicorn_config._check_reach([near, far])
