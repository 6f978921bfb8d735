"""gunicorn's configuration, by the service's own settings: `gunicorn --config python:service.gunicorn`.

The app is never loaded before the fork: torch starts OpenMP threads, and a fork after that hangs.
"""

import socket
from ipaddress import ip_address

from gunicorn.arbiter import Arbiter

from service.settings import Settings

_settings = Settings.from_environment()

worker_class = "gthread"
workers = _settings.workers
# Whatever the settings: some are left for health checks while all places for parsing are taken.
threads = max(_settings.threads, _settings.parses + 2)
preload_app = False
# A worker's threads may be at work for as long as a request may; then it is given time to end them.
graceful_timeout = _settings.seconds + 5
timeout = _settings.seconds + 30
# Nothing here asks for runtime control, and a plain user has no folder for the socket.
control_socket_disable = True
accesslog = "-"


def when_ready(server: Arbiter) -> None:
    """Ends the start, before any worker is there, where other machines could call without a key."""
    if _settings.api_keys or _settings.open_to_all:
        return
    # The sockets themselves: they may come from options, from a file, or from systemd.
    far = [str(listener) for listener in server.LISTENERS if not _is_local(listener.sock)]
    if far:
        raise SystemExit(
            f"quotes: {', '.join(far)} can be reached from other machines: set QUOTES_API_KEYS "
            "(`quotes keys new` makes them), or QUOTES_OPEN_TO_ALL=yes to do without."
        )


def _is_local(listener: socket.socket) -> bool:
    if listener.family not in {socket.AF_INET, socket.AF_INET6}:
        return True
    return ip_address(listener.getsockname()[0]).is_loopback
