"""The time that a request may take."""

import socket
import time

from service.outbound.deadline import Deadline


def test_connections_are_cut_when_the_time_is_over():
    ours, theirs = socket.socketpair()
    with ours, theirs, Deadline(0.05) as deadline:
        deadline.watch(ours)
        assert not deadline.is_over
        assert ours.recv(1) == b""
        assert deadline.is_over


def test_a_connection_that_comes_too_late_is_cut_at_once():
    ours, theirs = socket.socketpair()
    with ours, theirs, Deadline(0) as deadline:
        while not deadline.is_over:
            time.sleep(0.001)
        deadline.watch(ours)
        assert ours.recv(1) == b""


def test_what_ends_in_time_is_not_cut():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        with Deadline(60) as deadline:
            deadline.watch(ours)
        theirs.sendall(b"x")
        assert ours.recv(1) == b"x"
        assert not deadline.is_over
