"""A consumer, without its queue; see tests/runtime/test_supervisor.py for the process."""

import os
import signal

import pytest

from service.jobs import consumer


class _Queue:
    """Reads one line, and stops."""

    def __init__(self, url: str, *, read_line, tend) -> None:
        self._read_line = read_line

    def consume(self, *, n_at_once: int) -> None:
        self._read_line(lambda: None)


class _Work:
    def __init__(self, n_left: int) -> None:
        self.n_left, self.n_read = n_left, 0

    def read_line(self, wake) -> None:
        self.n_read += 1

    def tend(self, wake) -> None: ...

    def hand_back(self) -> int:
        return self.n_left


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The codes with which the process would have ended at once."""
    codes: list[int] = []
    monkeypatch.setattr(consumer, "Queue", _Queue)
    monkeypatch.setattr(os, "_exit", codes.append)
    return codes


@pytest.mark.parametrize(("n_left", "codes"), [(0, []), (2, [0])])
def test_threads_that_still_compute_are_not_waited_for(ended: list[int], n_left: int, codes: list[int]):
    work = _Work(n_left)
    consumer.consume("sqlite://", work, n_at_once=1)
    assert (work.n_read, ended) == (1, codes)


def test_it_ends_with_its_parent_and_gives_way_to_the_server(ended: list[int], monkeypatch: pytest.MonkeyPatch):
    sent, nice = [], []
    monkeypatch.setattr(os, "kill", lambda process, number: sent.append((process, number)))
    monkeypatch.setattr(os, "nice", nice.append)
    monkeypatch.setattr(os, "getppid", lambda: 1)
    monkeypatch.setattr(consumer, "Thread", _AtOnce)
    consumer.consume("sqlite://", _Work(0), n_at_once=1, parent=2)
    assert sent == [(os.getpid(), signal.SIGTERM)]
    assert nice[0] > 0


class _AtOnce:
    """A thread that is run where it is started."""

    def __init__(self, *, target, args, name: str, daemon: bool) -> None:
        self._target, self._args = target, args

    def start(self) -> None:
        self._target(*self._args)
