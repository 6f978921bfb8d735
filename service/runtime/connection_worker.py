"""gunicorn's worker with threads, for clients that dawdle: none before the request is there, or after the answer.

Its one loop holds all connections, of which thousands cost next to nothing, and gives those up that are late.
"""

import errno
import resource
import selectors
import socket
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import Any, ClassVar

from gunicorn import util
from gunicorn.workers.gthread import TConn, ThreadWorker

from service.runtime.patient_socket import Pace, PatientSocket
from service.runtime.request_arrival import Arrival, arrival_of
from service.runtime.request_input import with_plain_faults

# ruff: noqa: ANN401 - gunicorn has no types

# As gunicorn's: until the other side has read the end.
_LINGER_SECONDS, _MOST_DISCARDED, _PIECE = 2.0, 65_536, 65_536
# Enough for the connections, and what else there is: the readers' sockets, the store, the models.
_MOST_FILES, _OTHER_FILES = 65_536, 200
# What has come of all requests that are not there yet.
_MOST_RECEIVED = 134_217_728
# How often those who are late are looked for.
_LOOK_SECONDS = 0.5


class _Connection(TConn):  # type: ignore[misc]
    """A connection, with what has come of the next request, and what the loop waits for."""

    def __init__(self, *known: Any) -> None:
        super().__init__(*known)
        self.received = bytearray()
        self.arrival = Arrival.HEAD
        self.is_streamed = False
        self.n_discarded = 0
        self.ends_at = 0.0
        self.when_late: Callable[[], None] | None = None


class ConnectionWorker(ThreadWorker):  # type: ignore[misc]
    """See above; a quarter of the threads at most read what is long, which is refused beyond that."""

    # A head comes in one piece from all but those who hold it back; a quarter of a megabyte takes a second or two.
    head_seconds, body_seconds = 10.0, 30.0
    # Until the next request, before which browsers open another connection; for an answer of a few megabytes.
    idle_seconds, send_seconds = 15.0, 30.0
    pace: ClassVar[Pace] = Pace()

    def init_process(self) -> None:
        """As the parent's, with room for many connections."""
        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = _MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, _MOST_FILES)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
        self.worker_connections: int = min(self.cfg.worker_connections, most - _OTHER_FILES)
        self._parked: set[_Connection] = set()
        self._looked_at, self._n_streamed, self._most_streamed = 0.0, 0, max(1, self.cfg.threads // 4)
        super().init_process()

    def load_wsgi(self) -> None:
        """As the parent's; what is no body raises what the app expects of one."""
        super().load_wsgi()
        self.wsgi = with_plain_faults(self.wsgi)  # type: ignore[has-type]

    def accept(self, listener: socket.socket) -> None:
        """Hold a new connection until its request is there."""
        try:
            accepted, client = listener.accept()
        except OSError as error:
            # It has gone again; or too many files are open, and some will be closed.
            if error.errno not in {errno.EAGAIN, errno.ECONNABORTED, errno.EMFILE, errno.ENFILE}:
                raise
            return
        self.nr_conns += 1
        conn = _Connection(self.cfg, PatientSocket(accepted, self.pace), client, listener.getsockname())
        if self.cfg.is_ssl:
            # What comes can only be read by a thread.
            self.enqueue_req(conn)
        else:
            self._park(conn, selectors.EVENT_READ, self._receive, self.head_seconds)

    def handle(self, conn: _Connection) -> Any:
        """In a thread: answer the request, of which what has come is read first."""
        if not self.cfg.is_ssl:
            conn.sock.begin()
            conn.init()
            conn.parser.unreader.unread(bytes(conn.received))
            conn.received.clear()
        return super().handle(conn)

    def finish_request(self, conn: _Connection, answered: "Future[Any]") -> None:
        """In the loop again: send what is left of the answer; then wait for the next request, or close."""
        self._n_streamed -= conn.is_streamed
        conn.is_streamed = False
        is_kept = not answered.cancelled() and answered.exception() is None and bool(answered.result())
        if self.cfg.is_ssl:
            self._close(conn)
        elif conn.sock.fileno() < 0:
            self.nr_conns -= 1
        else:
            self._send(conn, is_kept=is_kept)

    def murder_pending(self) -> None:
        """Give up who is late; and, at a stop, who has sent no request yet."""
        now = monotonic()
        if now - self._looked_at < _LOOK_SECONDS:
            return
        self._looked_at = now
        for conn in tuple(self._parked):
            is_idle = not self.alive and conn.arrival is Arrival.HEAD
            if (now > conn.ends_at or is_idle) and conn.when_late is not None:
                conn.when_late()
        if sum(len(conn.received) for conn in self._parked) > _MOST_RECEIVED:
            for conn in [conn for conn in self._parked if conn.arrival is Arrival.BODY]:
                self._refuse(conn, 503, "Service Unavailable", "Too many requests are coming in. Please try again.")

    def _receive(self, conn: _Connection) -> None:
        """Take what has come of a request, and hand it to a thread once it is there."""
        piece = _piece(conn)
        if piece:
            conn.received += piece
            self._look(conn)
        elif piece is not None and conn.received:
            self._refuse(conn, 400, "Bad Request", "The request breaks off.")
        elif piece is not None:
            self._close(conn)

    def _look(self, conn: _Connection) -> None:
        before, conn.arrival = conn.arrival, arrival_of(conn.received)
        match conn.arrival:
            case Arrival.HEAD if conn not in self._parked:
                self._park(conn, selectors.EVENT_READ, self._receive, self.head_seconds)
            case Arrival.BODY if before is not Arrival.BODY:
                self._park(conn, selectors.EVENT_READ, self._receive, self.body_seconds)
            case Arrival.WHOLE:
                self._unpark(conn)
                self.enqueue_req(conn)
            case Arrival.STREAM:
                self._stream(conn)
            case Arrival.TOO_LONG:
                self._refuse(conn, 431, "Request Header Fields Too Large")

    def _stream(self, conn: _Connection) -> None:
        if self._n_streamed == self._most_streamed:
            self._refuse(conn, 503, "Service Unavailable", "Too many long bodies are being read. Please try again.")
            return
        self._n_streamed += 1
        conn.is_streamed = True
        self._unpark(conn)
        self.enqueue_req(conn)

    def _send(self, conn: _Connection, *, is_kept: bool) -> None:
        """Send as much as goes; come again when more does."""
        try:
            conn.sock.flush()
        except OSError:
            self._close(conn)
            return
        if conn.sock.holds:
            if conn not in self._parked:
                conn.arrival = Arrival.WHOLE
                again = partial(self._send, is_kept=is_kept)
                self._park(conn, selectors.EVENT_WRITE, again, self.send_seconds)
        elif is_kept and self.alive:
            self._unpark(conn)
            self._await_next(conn)
        else:
            self._linger(conn)

    def _await_next(self, conn: _Connection) -> None:
        """The next request may be there already."""
        conn.received = bytearray(conn.parser.unreader.take_buffered())
        conn.arrival = Arrival.HEAD
        if conn.received:
            self._look(conn)
        else:
            self._park(conn, selectors.EVENT_READ, self._receive, self.idle_seconds)

    def _refuse(self, conn: _Connection, status: int, title: str, detail: str = "") -> None:
        with suppress(OSError):
            util.write_error(conn.sock, status, title, detail)
        self._linger(conn)

    def _linger(self, conn: _Connection) -> None:
        """Say that nothing more comes, and wait until that is read: a close at once could take the answer away."""
        try:
            conn.sock.shutdown(socket.SHUT_WR)
        except OSError:
            self._close(conn)
            return
        conn.arrival = Arrival.WHOLE
        self._park(conn, selectors.EVENT_READ, self._discard, _LINGER_SECONDS, when_late=self._close)

    def _discard(self, conn: _Connection) -> None:
        piece = _piece(conn)
        conn.n_discarded += len(piece or b"")
        if piece == b"" or conn.n_discarded > _MOST_DISCARDED:
            self._close(conn)

    def _late(self, conn: _Connection) -> None:
        """Who has sent a part of a request hears why; who has sent nothing has nobody who listens."""
        if conn.received and conn.arrival in {Arrival.HEAD, Arrival.BODY}:
            self._refuse(conn, 408, "Request Timeout", "The request did not come in time.")
        else:
            self._close(conn)

    def _close(self, conn: _Connection) -> None:
        self._unpark(conn)
        self.nr_conns -= 1
        conn.close()

    def _park(
        self,
        conn: _Connection,
        event: int,
        then: Callable[[_Connection], None],
        seconds: float,
        *,
        when_late: Callable[[_Connection], None] | None = None,
    ) -> None:
        """Wait for an event of a connection, for this long."""
        self._unpark(conn)
        conn.sock.setblocking(False)
        conn.ends_at = monotonic() + seconds
        conn.when_late = partial(when_late or self._late, conn)
        self._parked.add(conn)
        self.poller.register(conn.sock, event, lambda _: then(conn))

    def _unpark(self, conn: _Connection) -> None:
        if conn in self._parked:
            self._parked.discard(conn)
            self.poller.unregister(conn.sock)


def _piece(conn: _Connection) -> bytes | None:
    """What has come; nothing if the other side has ended, None if it has not."""
    try:
        return bytes(conn.sock.recv_now(_PIECE))
    except BlockingIOError:
        return None
    except OSError:
        return b""
