"""Connections whose other side dawdles."""

import socket
import threading
from collections.abc import Iterator

import pytest

from service.runtime import patient_socket
from service.runtime.patient_socket import PatientSocket


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[PatientSocket, socket.socket]]:
    """Two ends, the first of which waits for no longer than a moment."""
    monkeypatch.setattr(patient_socket, "_PAUSE_SECONDS", 0.1)
    first, second = socket.socketpair()
    ours = PatientSocket(first)
    with ours, second:
        yield ours, second


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


def test_who_sends_a_little_now_and_then_is_late_in_the_end(ends, monkeypatch):
    """Each pause by itself is short."""
    monkeypatch.setattr(patient_socket, "_FIRST_SECONDS", 0.2)
    ours, theirs = ends
    ours.begin()
    is_over = threading.Event()

    def dawdle() -> None:
        while not is_over.wait(0.02):
            theirs.sendall(b"a")

    sender = threading.Thread(target=dawdle)
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


def test_what_is_too_much_to_hold_waits_for_the_other_side(ends, monkeypatch):
    monkeypatch.setattr(patient_socket, "_MOST_HELD", 1000)
    ours, _ = ends
    ours.sendall(b"")
    with pytest.raises(ConnectionResetError):
        ours.sendall(b"a" * 10_000_000)


def test_all_who_do_not_read_are_held_only_so_much(ends, monkeypatch):
    monkeypatch.setattr(patient_socket, "_MOST_HELD_OF_ALL", 1_000_000)
    ours, _ = ends
    ours.sendall(b"a" * 1_000_000)
    with pytest.raises(ConnectionResetError):
        ours.sendall(b"a" * 1_000_000)
    first, second = socket.socketpair()
    ours.close()
    with PatientSocket(first) as other, second:
        other.sendall(b"a" * 1_000_000)
