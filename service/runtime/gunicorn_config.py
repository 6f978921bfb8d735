"""gunicorn's configuration, by the service's own settings: `gunicorn --config python:service.runtime.gunicorn_config`.

The app is never loaded before the fork: each process has its own connections, threads and readers.
"""

import json
import os
import signal
import socket
from shutil import rmtree
from tempfile import mkdtemp
from uuid import uuid4

from gunicorn import util
from gunicorn.arbiter import Arbiter

from service.config.settings import Settings
from service.errors import SettingsError
from service.runtime.garbage_collection import freeze_present
from service.runtime.logs import log_config
from service.runtime.parent_process import SUPERVISED_BY, end_with
from service.runtime.start_checks import check_folders, check_ports, check_reach

# Not imported from service.runtime.metrics, which must not be imported here.
_METRICS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"

_settings = Settings.from_environment()

bind = list(_settings.bind)
# Not by its class: gunicorn's parent process imports as little as it can.
worker_class = "service.runtime.connection_worker.ConnectionWorker"
workers = _settings.workers
# Whatever the settings: some are left for health checks while all places for parsing are taken and waited for.
threads = max(_settings.threads, 4 * _settings.parses + 4)
# Most of them wait, and have no thread.
worker_connections = 4000
# What is sent is sent by one way, which may have to wait.
sendfile = False
preload_app = False
# A worker's threads may be at work for as long as a request may; then it is given time to end them.
graceful_timeout = _settings.seconds + 5
timeout = _settings.seconds + 30
# Nothing here asks for runtime control, and a plain user has no folder for the socket.
control_socket_disable = True
logconfig_dict = log_config()


def on_starting(server: Arbiter) -> None:
    """Ends the start in one line where it cannot succeed; gunicorn would try for seconds, or again and again.

    Sockets that come from systemd are bound already.
    """
    if os.environ.get(SUPERVISED_BY) == str(os.getppid()):
        end_with(os.getppid(), signal.SIGTERM)
    try:
        check_folders(_settings)
        if "LISTEN_FDS" not in os.environ and "GUNICORN_FD" not in os.environ:
            check_ports(server.cfg.address)
    except SettingsError as error:
        raise SystemExit(f"quotes: {error}") from error


def when_ready(server: Arbiter) -> None:
    """Ends the start where strangers could call; makes the folder for what is counted. No worker is there yet.

    There is one already where a supervisor has started this server.
    """
    try:
        check_reach([listener.sock for listener in server.LISTENERS], _settings)
    except SettingsError as error:
        raise SystemExit(f"quotes: {error}") from error
    if _METRICS_FOLDER not in os.environ:
        os.environ[_METRICS_FOLDER] = server.own_folder = mkdtemp(prefix="quotes-metrics-")


def post_worker_init(_: object) -> None:
    """Has what cannot be read as a request answered as the app answers what it refuses; gunicorn would send a page.

    The app is there now, and stays.
    """
    util.write_error = _write_problem
    freeze_present()


def on_exit(server: Arbiter) -> None:
    """Takes away the folder that was made here."""
    rmtree(getattr(server, "own_folder", ""), ignore_errors=True)


def _write_problem(connection: socket.socket, status: int, title: str, detail: str) -> None:
    problem = {"type": "about:blank", "title": title, "status": status, "detail": detail or title}
    body = json.dumps({**problem, "instance": f"urn:uuid:{uuid4()}"})
    headers = f"Content-Type: application/problem+json\r\nContent-Length: {len(body)}\r\nConnection: close"
    util.write_nonblock(connection, f"HTTP/1.1 {status} {title}\r\n{headers}\r\n\r\n{body}".encode("ascii"))
