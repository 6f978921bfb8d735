"""The process that has loaded everything, and forks readers that share its memory: each begins in no time.

It has one thread, for a fork after others have started would hang; it ends with the process that has started it, and
the readers end with it.
"""

import logging
import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from service.errors import ServiceError
from service.readers.messages import FORK, receive, receive_order, send
from service.runtime.parent_process import end_with

# ruff: noqa: ANN401 - work and answers are of any kind

_log = logging.getLogger(__name__)

# They take all that the cores give. Who answers requests needs little, and at once; batches, for which nobody waits,
# come after both.
_NICENESS = 5


@dataclass(frozen=True, slots=True)
class Workplace:
    """What readers work with: `do` answers a piece of work; `begin` is called in each reader before the first.

    `measures` takes the seconds of each parse of the work under way; `precision` is that of the models.
    """

    do: Callable[[Any], Any]
    begin: Callable[[], None]
    measures: list[float]
    precision: str | None = None


def run_template(control: socket.socket, load: Callable[[], Workplace]) -> None:
    """Fork readers, and end them, as asked on the socket, until it is closed."""
    for stop in (signal.SIGTERM, signal.SIGINT):
        # Who stops the service lets work end that is under way; this ends when the socket does.
        signal.signal(stop, signal.SIG_IGN)
    os.nice(_NICENESS)
    try:
        place = load()
    except ServiceError as error:
        send(control, error)
        return
    n_threads = len(os.listdir("/proc/self/task")) if os.path.isdir("/proc/self/task") else 1  # noqa: PTH208, PTH112
    if n_threads > 1:
        _log.warning("readers are forked from a process of %d threads", n_threads)
    send(control, place.precision)
    readers: set[int] = set()
    while True:
        try:
            what, pid, handed = receive_order(control)
        except (EOFError, ConnectionResetError):
            break
        _reap(readers)
        if what == FORK:
            readers.add(_fork(control, handed[0], place))
        elif pid in readers:
            os.kill(pid, signal.SIGKILL)
    for pid in readers:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _reap(readers: set[int]) -> None:
    """Forget those that have ended: another process may have their number soon."""
    for pid in tuple(readers):
        if os.waitpid(pid, os.WNOHANG)[0]:
            readers.discard(pid)


def _fork(control: socket.socket, handed: int, place: Workplace) -> int:
    parent = os.getpid()
    pid = os.fork()
    if pid:
        os.close(handed)
        return pid
    try:
        control.close()
        end_with(parent, signal.SIGKILL)
        place.begin()
        _serve(socket.socket(fileno=handed), place)
    except Exception:  # noqa: BLE001 - the outermost door of a process
        _log.exception("a reader has ended")
    finally:
        sys.stdout.flush()
        # Without the interpreter's own end, which would take down what the template needs.
        os._exit(0)


def _serve(connection: socket.socket, place: Workplace) -> None:
    send(connection, os.getpid())
    while True:
        try:
            work = receive(connection)
        except (EOFError, ConnectionResetError):
            return
        place.measures.clear()
        answer, error = _answer(work, place)
        with suppress(BrokenPipeError):
            send(connection, (answer, error, tuple(place.measures)))


def _answer(work: Any, place: Workplace) -> tuple[Any, ServiceError | str | None]:
    """The answer, or what was raised: on purpose, or as a text for the log."""
    try:
        return place.do(work), None
    except ServiceError as error:
        return None, error
    except Exception:  # noqa: BLE001 - the outermost door of the work; the one who asked raises it again
        return None, traceback.format_exc()
