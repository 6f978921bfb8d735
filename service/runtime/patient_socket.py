"""A connection that a thread reads and writes for as long as the other side keeps pace, and no longer."""

import errno
import select
import socket
from dataclasses import dataclass
from threading import Lock
from time import monotonic

_PIECE = 262_144


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast the other side must be, and how much is held for it meanwhile."""

    pause_seconds: float = 10
    """A pause that a network makes, and a person does not see."""
    first_seconds: float = 20
    bytes_a_second: int = 16_384
    """What is slower than this for longer than the first seconds is not a network, but an attack."""
    most_held: int = 4_194_304
    """Most answers are shorter: they are sent without a thread that waits. Of longer ones, as much is held."""
    most_held_of_all: int = 134_217_728
    """Of all connections; who does not read while others do neither is given up."""


class _Held:
    """How many bytes are held for all connections of a process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._n_bytes = 0

    def change(self, n_bytes: int) -> int:
        """More or less by this number; how many they are then."""
        with self._lock:
            self._n_bytes += n_bytes
            return self._n_bytes


_OF_ALL = _Held()


class PatientSocket(socket.socket):
    """Raises ConnectionResetError where the other side dawdles; what cannot be sent at once is held for `flush`."""

    def __init__(self, accepted: socket.socket, pace: Pace) -> None:
        super().__init__(accepted.family, accepted.type, accepted.proto, accepted.detach())
        self._pace = pace
        self._held = bytearray()
        # How much of it has been sent: it is thrown away in one go.
        self._n_gone = 0
        self.begin()

    def begin(self) -> None:
        """A new request begins to be read, and answered."""
        self._began = monotonic()
        self._n_read = self._n_sent = 0

    @property
    def holds(self) -> int:
        """How many bytes are still to be sent."""
        return len(self._held) - self._n_gone

    def recv_now(self, size: int) -> bytes:
        """What is there; raises BlockingIOError if nothing is."""
        self.setblocking(False)
        return super().recv(size)

    def recv(self, size: int, flags: int = 0) -> bytes:
        """The next bytes, as soon as there are any."""
        self.settimeout(self._seconds_for(self._n_read))
        try:
            piece = super().recv(size, flags)
        except TimeoutError as error:
            raise _too_slow() from error
        self._n_read += len(piece)
        return piece

    def sendall(self, content: bytes, _: int = 0) -> None:  # type: ignore[override]
        """Send as much as the other side takes now, and hold the rest; wait only where that is too much."""
        self.flush()
        n_sent = 0 if self.holds else self._send_now(content)
        self._hold(content[n_sent:])
        while self.holds > self._pace.most_held:
            writable = select.poll()
            writable.register(self, select.POLLOUT)
            if not writable.poll(self._seconds_for(self._n_sent) * 1000):
                raise _too_slow()
            self.flush()

    def flush(self) -> None:
        """Send what is held, as far as the other side takes it now."""
        if self.holds:
            with memoryview(self._held) as held, held[self._n_gone :] as left:
                n_sent = self._send_now(left)
            _OF_ALL.change(-n_sent)
            self._n_gone += n_sent
        if not self.holds:
            self._held, self._n_gone = bytearray(), 0

    def close(self) -> None:
        """As the parent's; what is held is for nobody."""
        _OF_ALL.change(-self.holds)
        self._held, self._n_gone = bytearray(), 0
        super().close()

    def _hold(self, content: bytes) -> None:
        if content and _OF_ALL.change(len(content)) > self._pace.most_held_of_all:
            _OF_ALL.change(-len(content))
            raise _too_slow()
        self._held += content

    def _send_now(self, content: bytes | memoryview) -> int:
        """How much of it could be sent."""
        self.setblocking(False)
        n_sent = 0
        with memoryview(content) as view:
            while n_sent < len(view):
                with view[n_sent : n_sent + _PIECE] as piece:
                    try:
                        n_sent += self.send(piece)
                    except BlockingIOError:
                        break
        self._n_sent += n_sent
        return n_sent

    def _seconds_for(self, n_bytes: int) -> float:
        """How long to wait for the next ones after this many; raises ConnectionResetError if they are late."""
        left = self._began + self._pace.first_seconds + n_bytes / self._pace.bytes_a_second - monotonic()
        if left <= 0:
            raise _too_slow()
        return min(left, self._pace.pause_seconds)


def _too_slow() -> ConnectionResetError:
    # By this number gunicorn knows that there is nothing to mend here.
    return ConnectionResetError(errno.ECONNRESET, "the other side is too slow")
