"""The process that forks readers: what it says, and when it ends."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from service.errors import ModelError
from service.readers.messages import FORK, receive, send, send_order
from service.readers.places import Deadline
from tests.readers import work

pytestmark = pytest.mark.slow


@contextmanager
def started(*arguments: str) -> Iterator[tuple[socket.socket, "subprocess.Popen[bytes]"]]:
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            command = [sys.executable, "-m", "tests.readers.work", *arguments, str(theirs.fileno())]
            process = subprocess.Popen(command, pass_fds=[theirs.fileno()])
        yield ours, process
    assert process.wait(60) == 0


def test_it_says_that_it_has_loaded_and_ends_with_its_socket():
    with started() as (control, _):
        assert receive(control) == "int8"


def test_it_says_why_it_cannot_load():
    with started("broken") as (control, _):
        error = receive(control)
        assert isinstance(error, ModelError)


def test_readers_are_its_children_and_work_until_nobody_asks():
    with started() as (control, process):
        receive(control)
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                send_order(control, FORK, handed=theirs)
            pid = receive(ours)
            assert pid not in {os.getpid(), process.pid}
            send(ours, (work.double, Deadline.after(60)))
            assert receive(ours) == (14, None, (0.5,))


def test_readers_leave_the_cores_to_who_answers_requests():
    with started() as (control, _):
        receive(control)
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                send_order(control, FORK, handed=theirs)
            receive(ours)
            send(ours, (work.niceness, Deadline.after(60)))
            niceness, *_ = receive(ours)
    assert niceness == min(os.nice(0) + 5, 19)
