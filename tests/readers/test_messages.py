"""What processes send each other."""

import os
import socket

import pytest

from service.readers.messages import FORK, KILL, receive, receive_order, send, send_order


def test_messages_arrive_as_they_were_sent():
    first, second = socket.socketpair()
    with first, second:
        for message in ({"a": [1, 2.5, None]}, "“Ü”", b""):
            send(first, message)
            assert receive(second) == message


def test_who_has_ended_sends_nothing():
    first, second = socket.socketpair()
    with second:
        first.sendall(b"\0\0")
        first.close()
        with pytest.raises(EOFError):
            receive(second)
        with pytest.raises(EOFError):
            receive_order(second)


def test_an_order_may_hand_over_a_socket():
    first, second = socket.socketpair()
    ours, theirs = socket.socketpair()
    with first, second, ours:
        with theirs:
            send_order(first, FORK, handed=theirs)
        send_order(first, KILL, pid=7)
        what, pid, (handed,) = receive_order(second)
        assert (what, pid) == (FORK, 0)
        os.write(handed, b"abc")
        os.close(handed)
        assert ours.recv(10) == b"abc"
        assert receive_order(second) == (KILL, 7, [])
