"""What a start needs of the machine, checked before anything else; a refusal names the path or port, and the user."""

import errno
import os
import pwd
import socket
import tempfile
from collections.abc import Iterable
from ipaddress import ip_address
from pathlib import Path

from service.config.settings import Settings
from service.config.variables import variable
from service.errors import SettingsError

# What gunicorn's addresses are: a host and a port, or the path of a socket.
Address = tuple[str, int] | str


def check_folders(settings: Settings) -> None:
    """Raises SettingsError where there is no folder for temporary files, or none for a store or queue in SQLite."""
    try:
        tempfile.gettempdir()
    except FileNotFoundError as error:
        raise SettingsError(
            f"{user()} has no folder for temporary files: make /tmp writable (in a container, by --tmpfs /tmp), "
            "or name a folder by TMPDIR."
        ) from error
    _check_file(settings.database_url, variable("database_url"))
    _check_file(settings.queue, variable("queue_url"))


def check_ports(addresses: Iterable[Address]) -> None:
    """Raises SettingsError where another process listens there, or this user may not."""
    for address in addresses:
        if isinstance(address, tuple):
            _check_port(*address)


def check_reach(listeners: Iterable[socket.socket], settings: Settings) -> None:
    """Raises SettingsError where strangers could call, whether settings, options or systemd opened the sockets."""
    far = [listener.getsockname() for listener in listeners if not _is_local(listener)]
    if far and not (settings.api_keys or settings.open_to_all):
        raise SettingsError(
            f"{far[0][0]}, port {far[0][1]}, can be reached from other machines: set QUOTES_API_KEYS "
            "(`quotes keys new` makes them), or QUOTES_OPEN_TO_ALL=yes to do without."
        )


def _is_local(listener: socket.socket) -> bool:
    if listener.family not in {socket.AF_INET, socket.AF_INET6}:
        return True
    return ip_address(listener.getsockname()[0]).is_loopback


def ensure_home() -> None:
    """Give a user whom the system does not know the home that containers give one: libraries ask for it."""
    try:
        Path.home()
    except RuntimeError:
        os.environ["HOME"] = "/"


def user() -> str:
    """Who this process is, as a refusal names them; a number alone where the system knows no name."""
    number = os.geteuid()
    try:
        return f"user {number} ({pwd.getpwuid(number).pw_name})"
    except KeyError:
        return f"user {number}"


def _check_file(url: str, name: str) -> None:
    """SQLite writes the file and, beside it, its journals."""
    scheme, _, place = url.partition(":///")
    file = Path(place.partition("?")[0]).absolute()
    if scheme.partition("+")[0] != "sqlite" or file.name in {"", ":memory:"}:
        return
    if not file.parent.is_dir():
        raise SettingsError(f"{name} is {url}: there is no folder {file.parent}.")
    for path in (file.parent, file):
        if path.exists() and not _can_write(path):
            raise SettingsError(f"{name} is {url}: {user()} cannot write {path}.")


def _can_write(path: Path) -> bool:
    """As the system says; in a folder it is tried, for a share on a network may promise it and refuse all the same."""
    if not os.access(path, os.W_OK):
        return False
    if path.is_dir():
        try:
            tempfile.TemporaryFile(dir=path).close()
        except OSError:
            return False
    return True


def _check_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As gunicorn does: a port that a stopped server has left a moment ago can be had.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            why = "another process listens there" if error.errno == errno.EADDRINUSE else error.strerror
            raise SettingsError(f"{user()} cannot listen on {host}, port {port}: {why}.") from error
