"""Whether the service of this machine is ready, asked over HTTP as a health check does."""

from http import HTTPStatus
from http.client import HTTPConnection, HTTPException

from service.errors import SettingsError

# Addresses that mean every one of the machine's; such a service is asked at the machine's own.
_ANY = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "[::]": "::1"}
_SECONDS = 3


def is_ready(address: str) -> bool:
    """Whether `/readyz` answers 200 at this address, such as 0.0.0.0:8000; raises SettingsError if it has no port."""
    host, _, port = address.rpartition(":")
    if not port.isdecimal():
        raise SettingsError(f"{address} has no port that could be asked.")
    connection = HTTPConnection(_ANY.get(host, host.strip("[]")), int(port), timeout=_SECONDS)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
