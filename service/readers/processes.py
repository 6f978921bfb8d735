"""The template and its readers, as the process sees them that asks for them."""

import logging
import os
import socket
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import contextmanager, suppress
from pathlib import Path
from select import POLLIN, poll
from threading import Lock, Thread
from time import monotonic
from typing import Any

from service.errors import ModelError, ServiceError
from service.readers.messages import FORK, KILL, receive, send, send_order
from service.readers.places import Deadline

# ruff: noqa: ANN401 - work and answers are of any kind

_log = logging.getLogger(__name__)

_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
_MEGABYTE = 1024 * 1024


class ReaderError(Exception):
    """A reader has ended by itself, or met what nobody foresaw; the message is for the log."""


class Template:
    """The template, seen from here; its readers end with it."""

    def __init__(self, command: Sequence[str], given: bytes = b"") -> None:
        """The command finds what is `given` (at most a pipe's 64 kB) on its standard input."""
        self.started_at = monotonic()
        self.has_ended = False
        self._loaded: Future[str | None] = Future()
        self._control, theirs = socket.socketpair()
        self._asking = Lock()
        with theirs:
            arguments = [*command, str(theirs.fileno())]
            self._process = subprocess.Popen(arguments, pass_fds=[theirs.fileno()], stdin=subprocess.PIPE)
        self._hand(given)
        self._watcher = Thread(target=self._watch, name="watch-readers", daemon=True)
        self._watcher.start()

    def _hand(self, given: bytes) -> None:
        stdin = self._process.stdin
        assert stdin is not None
        # It may have ended already; then the watcher says why.
        with suppress(BrokenPipeError), stdin:
            stdin.write(given)

    @property
    def pid(self) -> int:
        """Its number as a process."""
        return self._process.pid

    def is_ready(self) -> bool:
        """Whether it has loaded everything, and lives."""
        return not self.has_ended and self._loaded.done() and self._loaded.exception() is None

    @property
    def precision(self) -> str | None:
        """That of the models; None before they are loaded."""
        return self._loaded.result() if self.is_ready() else None

    def wait(self) -> None:
        """Return when everything is loaded; raises ModelError if it cannot be."""
        self._loaded.result()

    def fork(self, deadline: Deadline) -> "Reader":
        """A new reader, as soon as everything is loaded."""
        try:
            self._loaded.result(timeout=deadline.seconds_left)
            return self._forked(deadline)
        except FutureTimeoutError as error:
            raise deadline.error() from error
        except (OSError, EOFError) as error:
            raise ReaderError("no reader could be forked") from error

    def _forked(self, deadline: Deadline) -> "Reader":
        ours, theirs = socket.socketpair()
        try:
            with theirs, self._asking:
                send_order(self._control, FORK, handed=theirs)
            return Reader(self, ours, deadline)
        except BaseException:
            ours.close()
            raise

    def kill(self, pid: int) -> None:
        """End a reader, whatever it does."""
        try:
            with self._asking:
                send_order(self._control, KILL, pid=pid)
        except OSError:
            _log.info("reader %d has ended with its template", pid)

    def end(self) -> None:
        """End it, and its readers."""
        with suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)
        self._watcher.join()

    def _watch(self) -> None:
        """Hear that it has loaded, or cannot; and then that it has ended."""
        try:
            answer = receive(self._control)
            if isinstance(answer, ServiceError):
                self._loaded.set_exception(answer)
            else:
                self._loaded.set_result(answer)
                # It sends nothing more.
                receive(self._control)
        except (EOFError, OSError) as error:
            _log.info("the process that forks readers has ended: %s", error or "it was stopped or killed")
        self.has_ended = True
        self._control.close()
        code = self._process.wait()
        if not self._loaded.done():
            self._loaded.set_exception(ModelError(f"The process that loads the models has ended with code {code}."))


class Reader:
    """A reader, seen from here."""

    def __init__(self, template: Template, connection: socket.socket, deadline: Deadline) -> None:
        self._template = template
        self._connection = connection
        connection.settimeout(max(deadline.seconds_left, 0.001))
        self._pid: int = receive(connection)

    def begin(self, work: object, deadline: Deadline) -> None:
        """Hand the work over."""
        with self._until(deadline):
            send(self._connection, work)

    def has_answer(self, seconds: float) -> bool:
        """Whether an answer comes within this time, or there will be none."""
        watch = poll()
        watch.register(self._connection, POLLIN)
        return bool(watch.poll(seconds * 1000))

    def answer(self, deadline: Deadline) -> Any:
        """What the work came to, what it raised, and what was measured."""
        with self._until(deadline):
            return receive(self._connection)

    @contextmanager
    def _until(self, deadline: Deadline) -> Iterator[None]:
        """Whatever is sent or received has this long; raises TimeLimitError, and ReaderError if there is nobody."""
        self._connection.settimeout(max(deadline.seconds_left, 0.001))
        try:
            yield
        except TimeoutError as error:
            raise deadline.error() from error
        except (EOFError, OSError) as error:
            raise ReaderError(f"reader {self._pid} has ended by itself") from error

    def is_alive(self) -> bool:
        """While it waits for work, nothing comes from it but its end."""
        return not self.has_answer(0)

    @property
    def megabytes(self) -> int:
        """What it holds in memory now; 0 where the system does not tell."""
        try:
            resident = Path(f"/proc/{self._pid}/statm").read_text("ascii").split()[1]
        except (OSError, IndexError):
            return 0
        return int(resident) * _PAGE_BYTES // _MEGABYTE

    def end(self) -> None:
        """Kill it."""
        self._template.kill(self._pid)
        self._connection.close()
