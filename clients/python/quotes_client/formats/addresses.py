"""What stands at an address: a page, a feed, or any other format."""

from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING

from quotes_client.formats.found import UnreadableError
from quotes_client.version import VERSION

if TYPE_CHECKING:
    import requests

_SECONDS = 30
_LARGEST = 50_000_000
_PIECE = 65_536
_UNCHANGED = 304
_GONE = 410
_ASK_LATER = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Reply:
    """What was answered; `etag` and `modified` are for the next question, whether it has changed since."""

    url: str
    content: bytes
    kind: str
    charset: str | None
    etag: str | None = None
    modified: str | None = None


class GoneError(UnreadableError):
    """What stood there is gone for good, and must not be asked for again."""


class LaterError(UnreadableError):
    """The server asks to come again later, after `seconds` if it says so."""

    def __init__(self, message: str, seconds: float | None) -> None:
        super().__init__(message)
        self.seconds = seconds


def is_address(path: str) -> bool:
    """Whether this is an address and not the path of a file."""
    return path.startswith(("http://", "https://"))


def fetched(url: str, *, since: Reply | None = None) -> Reply | None:
    """What stands there now; None if that is what was answered before. Raises UnreadableError."""
    # Only now: help and files do without an HTTP library.
    import requests

    headers = {"User-Agent": f"quotes-client/{VERSION}", "Accept-Encoding": "gzip, deflate"}
    if since is not None:
        conditions = {"If-None-Match": since.etag, "If-Modified-Since": since.modified}
        headers |= {name: value for name, value in conditions.items() if value}
    try:
        with requests.get(url, headers=headers, timeout=_SECONDS, stream=True) as response:
            if response.status_code == _UNCHANGED:
                return None
            _check(response)
            return _reply(response)
    except (requests.RequestException, ValueError) as error:
        raise UnreadableError(f"cannot be fetched: {error}") from error


def _check(response: "requests.Response") -> None:
    status = response.status_code
    if status == _GONE:
        raise GoneError("is gone for good")
    if status in _ASK_LATER:
        wait = response.headers.get("Retry-After", "")
        raise LaterError(f"cannot be fetched now: status {status}", float(wait) if wait.isdecimal() else None)
    if not response.ok:
        raise UnreadableError(f"cannot be fetched: status {status}")


def _reply(response: "requests.Response") -> Reply:
    content = bytearray()
    for piece in response.iter_content(_PIECE):
        content += piece
        if len(content) > _LARGEST:
            raise UnreadableError(f"has more than {_LARGEST} bytes")
    header = Message()
    header["Content-Type"] = response.headers.get("Content-Type", "text/html")
    headers = response.headers
    return Reply(
        response.url,
        bytes(content),
        header.get_content_type(),
        header.get_content_charset(),
        headers.get("ETag"),
        headers.get("Last-Modified"),
    )
