"""Connections to checked addresses; the one file that knows how urllib3 opens them."""

import socket
from collections.abc import Callable

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NewConnectionError

from service.errors import OutgoingError
from service.outbound.addresses import is_public
from service.outbound.deadline import Deadline

_Connect = Callable[[], socket.socket]


class GuardedAdapter(HTTPAdapter):
    """Connects to the very addresses that it has checked, so that no second look-up can lead elsewhere.

    The connection keeps the server's name: TLS checks its certificate for the name, as ever.
    """

    def __init__(self, deadline: Deadline, *, allows_private: bool) -> None:
        # Before the parent's: it calls init_poolmanager.
        self._deadline = deadline
        self._allows_private = allows_private
        super().__init__()

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **more: object) -> None:
        """As the parent's, with connections of our own."""
        super().init_poolmanager(connections, maxsize, block, **more)
        self.poolmanager.pool_classes_by_scheme = _pool_classes(self._open)

    def _open(self, connection: HTTPConnection, connect: _Connect) -> socket.socket:
        """The connection to the first address of its name that answers."""
        name = connection.host
        for address in self._addresses(name, connection.port):
            # Only while it connects: what TLS checks, and the Host header says, is the name.
            connection.host = address
            try:
                opened = connect()
            except NewConnectionError:
                if self._deadline.is_over:
                    break
            else:
                self._deadline.watch(opened)
                return opened
            finally:
                connection.host = name
        raise NewConnectionError(connection, f"no address of {name} responds")

    def _addresses(self, name: str, port: int) -> list[str]:
        # The look-up ends by the resolver's own limits; nothing else could end it.
        found = socket.getaddrinfo(name.strip("[]"), port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(address[0]) for *_, address in found))
        # One that is not public is one too many: nobody has an honest reason to mix them.
        if not self._allows_private and not all(map(is_public, addresses)):
            raise OutgoingError("its address is not public")
        return addresses


def _pool_classes(open_: Callable[[HTTPConnection, _Connect], socket.socket]) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return open_(self, super()._new_conn)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return open_(self, super()._new_conn)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
