"""A template whose readers do what tests ask: `python -m tests.readers.work FD`."""

import os
import signal
import socket
import sys
import time

from service.errors import ArticleError, ModelError
from service.readers.places import Deadline
from service.readers.template import Workplace, run_template

MEASURES: list[float] = []


def double(number: int, *, deadline: Deadline) -> int:
    assert 0 < deadline.seconds_left <= deadline.seconds
    MEASURES.append(0.5)
    return 2 * number


def process(_: int, *, deadline: Deadline) -> int:
    return os.getpid()


def parent(_: int, *, deadline: Deadline) -> int:
    """The template."""
    return os.getppid()


def niceness(_: int, *, deadline: Deadline) -> int:
    return os.nice(0)


def doze(_: int, *, deadline: Deadline) -> None:
    time.sleep(1)


def refuse(number: int, *, deadline: Deadline) -> None:
    raise ArticleError("It has no text.", index=number, field="text")


def fail(_: int, *, deadline: Deadline) -> None:
    raise ZeroDivisionError("nobody foresaw this")


def hang(_: int, *, deadline: Deadline) -> None:
    """Whatever is asked of it."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM):
        signal.signal(number, signal.SIG_IGN)
    while True:
        sum(range(10**6))


def eat(megabytes: int, *, deadline: Deadline) -> int:
    eaten = [b"x" * 1024 * 1024 for _ in range(megabytes)]
    time.sleep(0.5)
    return len(eaten)


def die(_: int, *, deadline: Deadline) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _load() -> Workplace:
    if "broken" in sys.argv:
        raise ModelError("There are no models.")
    return Workplace(lambda asked: asked[0](7, deadline=asked[1]), lambda: None, MEASURES, precision="int8")


if __name__ == "__main__":
    # As the module that work is pickled from, not as the program.
    from tests.readers import work

    run_template(socket.socket(fileno=int(sys.argv[-1])), work._load)
