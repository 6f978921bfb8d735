"""What processes of one service send each other, over sockets that no other process has: pickles, with their length."""

import pickle
import socket
import struct
from typing import Any

# ruff: noqa: ANN401 - any value may be sent, and both ends are this very program

_LENGTH = struct.Struct("!Q")
# To the template: what to do, and with which of its readers.
_ORDER = struct.Struct("!cI")
FORK, KILL = b"f", b"k"


def send(connection: socket.socket, message: object) -> None:
    """Send one message."""
    packed = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    connection.sendall(_LENGTH.pack(len(packed)))
    connection.sendall(packed)


def receive(connection: socket.socket) -> Any:
    """The next message; raises EOFError if the other process has ended."""
    (length,) = _LENGTH.unpack(_read(connection, _LENGTH.size))
    return pickle.loads(_read(connection, length))


def send_order(control: socket.socket, what: bytes, *, pid: int = 0, handed: socket.socket | None = None) -> None:
    """Ask the template for something; a socket may be handed over."""
    socket.send_fds(control, [_ORDER.pack(what, pid)], [handed.fileno()] if handed is not None else [])


def receive_order(control: socket.socket) -> tuple[bytes, int, list[int]]:
    """What is asked, of which reader, and what was handed over; raises EOFError if nobody is there to ask."""
    order, handed, *_ = socket.recv_fds(control, _ORDER.size, 1)
    if len(order) < _ORDER.size:
        raise EOFError
    what, pid = _ORDER.unpack(order)
    return what, pid, list(handed)


def _read(connection: socket.socket, size: int) -> bytes:
    packed = bytearray(size)
    view, n_read = memoryview(packed), 0
    while n_read < size:
        n_bytes = connection.recv_into(view[n_read:])
        if not n_bytes:
            raise EOFError
        n_read += n_bytes
    return bytes(packed)
