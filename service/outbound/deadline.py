"""The time that a request to another server may take, whatever that server does."""

from contextlib import suppress
from os import dup
from socket import SHUT_RDWR, socket
from threading import Timer
from types import TracebackType


class Deadline:
    """Cuts the connections that it watches when the seconds are over.

    A time limit on each read is not enough: a server that sends a byte now and then keeps within it for ever.
    """

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._sockets: list[socket] = []
        self._timer = Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> "Deadline":
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        self._timer.join()
        for connection in self._sockets:
            connection.close()

    def watch(self, connection: socket) -> None:
        """Cuts this connection, too, when the time is over, or at once where it is."""
        # A duplicate: TLS takes the socket itself away, and what is cut is the connection behind both.
        # By its number, for one that is encrypted already cannot be copied.
        number = dup(connection.fileno())
        self._sockets.append(socket(connection.family, connection.type, connection.proto, fileno=number))
        if self.is_over:
            self._cut()

    def _cut(self) -> None:
        self.is_over = True
        for connection in self._sockets:
            # The other side may have gone already.
            with suppress(OSError):
                connection.shutdown(SHUT_RDWR)
