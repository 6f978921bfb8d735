"""Connections whose other side dawdles."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from service.runtime.patient_socket import Pace, PatientSocket

HURRIED = Pace(pause_seconds=0.1)


@contextmanager
def connected(pace: Pace) -> Iterator[tuple[PatientSocket, socket.socket]]:
    first, second = socket.socketpair()
    with PatientSocket(first, pace) as ours, second:
        yield ours, second


@pytest.fixture
def ends() -> Iterator[tuple[PatientSocket, socket.socket]]:
    """Two ends, the first of which waits for no longer than a moment."""
    with connected(HURRIED) as both:
        yield both


def read_all(ours: PatientSocket) -> None:
    while ours.recv(10):
        pass


def test_what_comes_is_read(ends):
    ours, theirs = ends
    theirs.sendall(b"abc")
    assert ours.recv(10) == b"abc"
    with pytest.raises(BlockingIOError):
        ours.recv_now(10)
    theirs.close()
    assert ours.recv(10) == b""


def test_a_pause_is_the_end(ends):
    ours, _ = ends
    with pytest.raises(ConnectionResetError):
        ours.recv(10)


def test_who_sends_a_little_now_and_then_is_late_in_the_end():
    """Each pause by itself is short."""
    is_over = threading.Event()

    def dawdle(theirs: socket.socket) -> None:
        while not is_over.wait(0.02):
            theirs.sendall(b"a")

    with connected(replace(HURRIED, first_seconds=0.2)) as (ours, theirs):
        sender = threading.Thread(target=dawdle, args=(theirs,))
        sender.start()
        with pytest.raises(ConnectionResetError):
            read_all(ours)
        is_over.set()
        sender.join()


def test_what_nobody_reads_yet_is_held(ends):
    ours, theirs = ends
    content = bytes(range(256)) * 8192
    ours.sendall(content)
    assert ours.holds
    got = bytearray()
    while ours.holds or len(got) < len(content):
        got += theirs.recv(1_000_000)
        ours.flush()
    assert got == content


def test_what_is_too_much_to_hold_waits_for_the_other_side():
    with connected(replace(HURRIED, most_held=1000)) as (ours, _):
        ours.sendall(b"")
        with pytest.raises(ConnectionResetError):
            ours.sendall(b"a" * 10_000_000)


def test_all_who_do_not_read_are_held_only_so_much():
    pace = replace(HURRIED, most_held_of_all=1_000_000)
    with connected(pace) as (ours, _):
        ours.sendall(b"a" * 1_000_000)
        with pytest.raises(ConnectionResetError):
            ours.sendall(b"a" * 1_000_000)
    with connected(pace) as (other, _):
        other.sendall(b"a" * 1_000_000)
