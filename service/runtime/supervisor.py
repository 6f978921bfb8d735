"""`python -m service.runtime.supervisor SERVER…`: the server and, beside it, the consumers; all end with the server.

It does as little as it can, for what it cannot do is not done: only a process that never ends needs no supervisor.
"""

import logging
import os
import signal
import sys
import time
from contextlib import suppress
from logging.config import dictConfig
from tempfile import TemporaryDirectory
from types import FrameType

from service.config.settings import Settings
from service.runtime.logs import log_config
from service.runtime.parent_process import SUPERVISED_BY

_log = logging.getLogger("service.runtime.supervisor")

_STOPS = (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
# Signals that gunicorn knows: reload the settings, reopen the logs, add or remove a process.
_FORWARDED = (*_STOPS, signal.SIGHUP, signal.SIGUSR1, signal.SIGTTIN, signal.SIGTTOU)
# A consumer that ends at once would otherwise keep a core busy with its starts.
_PAUSE_SECONDS = 1
# What a consumer takes to stop, and a little more.
_STOP_SECONDS = 12


class _Processes:
    """The server, and the consumers beside it."""

    def __init__(self, server: list[str], n_consumers: int) -> None:
        # A signal that comes while they start is forwarded when they have.
        signal.pthread_sigmask(signal.SIG_BLOCK, _FORWARDED)
        self._is_stopping = False
        self._server = _started(server)
        self._consumers = {_started_consumer() for _ in range(n_consumers)}
        for signum in _FORWARDED:
            signal.signal(signum, self._forward)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _FORWARDED)

    def watch(self) -> int:
        """Start consumers again that end, until the server does; its exit code."""
        while True:
            pid, status = os.wait()
            if pid == self._server:
                self._stop_consumers()
                return os.waitstatus_to_exitcode(status)
            if pid in self._consumers:
                self._consumers.remove(pid)
                _log.warning("a consumer has ended", extra={"exit_code": os.waitstatus_to_exitcode(status)})
                time.sleep(_PAUSE_SECONDS)
                if not self._is_stopping:
                    self._consumers.add(_started_consumer())

    def _stop_consumers(self) -> None:
        """Ends them all; those that do not stop are killed, and others take over their lines."""
        self._send(signal.SIGTERM, self._consumers)
        deadline = time.monotonic() + _STOP_SECONDS
        while self._consumers:
            pid, _ = os.waitpid(-1, os.WNOHANG)
            self._consumers.discard(pid)
            if time.monotonic() > deadline:
                self._send(signal.SIGKILL, self._consumers)
                return
            time.sleep(0.05)

    def _forward(self, signum: int, _: FrameType | None) -> None:
        if signum in _STOPS:
            self._is_stopping = True
            self._send(signal.SIGTERM, self._consumers)
        self._send(signum, {self._server})

    @staticmethod
    def _send(signum: int, pids: set[int]) -> None:
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signum)


def _started_consumer() -> int:
    return _started(["-m", "service", "work", "--parent", str(os.getpid())])


def _started(arguments: list[str]) -> int:
    return os.posix_spawn(sys.executable, [sys.executable, *arguments], os.environ, setsigmask=())


def main() -> None:
    """Run until the server ends."""
    dictConfig(log_config())
    # What consumers count is counted with what the server counts.
    with TemporaryDirectory(prefix="quotes-metrics-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        # The server ends with this process, even where it is killed; see `gunicorn_config`.
        os.environ[SUPERVISED_BY] = str(os.getpid())
        code = _Processes(sys.argv[1:], Settings.from_environment().consumers).watch()
    sys.exit(code if code >= 0 else 128 - code)


if __name__ == "__main__":
    main()
