"""Requests to other servers, kept to public addresses and within limits; the one door out of the service."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin

import requests
from urllib3.exceptions import HTTPError

from service.errors import OutgoingError
from service.outbound.connections import GuardedAdapter
from service.outbound.deadline import Deadline
from service.version import VERSION

_AGENT = f"quotes-service/{VERSION}"
# Browsers follow 20; a news article needs one or two.
_MOST_REDIRECTS = 5
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Reply:
    """What another server answered; the media type is "" and the charset None if it tells none.

    `retry_after` is in how many seconds it wants to be asked again, where it says so.
    """

    status: int
    media_type: str
    charset: str | None
    body: bytes
    retry_after: float | None = None


@dataclass(frozen=True, slots=True)
class Guard:
    """What a request to another server may take: seconds with all its redirects, bytes of the body unpacked.

    Where it `allows_private` addresses, it connects to any. `certificates` is a file of the authorities that
    TLS trusts; None means those of the package certifi.
    """

    seconds: float = 10
    max_bytes: int = 5_242_880
    allows_private: bool = False
    certificates: Path | None = None

    def get(self, url: str) -> Reply:
        """What stands at this http or https URL, redirects followed.

        Raises OutgoingError if it may not, or cannot, be had; any status is a reply.
        """
        with Deadline(self.seconds) as deadline, self._session(deadline) as session:
            for _ in range(_MOST_REDIRECTS + 1):
                response = self._ask(session, deadline, requests.Request("GET", url))
                target = session.get_redirect_target(response)
                if target is None:
                    return self._reply(response, deadline)
                response.close()
                url = _joined(url, target)
        raise OutgoingError("it redirects too many times")

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        """The answer to this body; a redirect is an answer, too.

        Raises OutgoingError as `get` does.
        """
        with Deadline(self.seconds) as deadline, self._session(deadline) as session:
            asked = requests.Request("POST", url, data=body, headers=dict(headers))
            return self._reply(self._ask(session, deadline, asked), deadline)

    def _session(self, deadline: Deadline) -> requests.Session:
        session = requests.Session()
        # No proxy and no .netrc from the environment: a proxy would resolve names itself, past the guard.
        session.trust_env = False
        session.headers["User-Agent"] = _AGENT
        session.verify = True if self.certificates is None else str(self.certificates)
        for scheme in ("http://", "https://"):
            session.mount(scheme, GuardedAdapter(deadline, allows_private=self.allows_private))
        return session

    def _ask(self, session: requests.Session, deadline: Deadline, asked: requests.Request) -> requests.Response:
        try:
            prepared = session.prepare_request(asked)
            return session.send(prepared, timeout=self.seconds, allow_redirects=False, stream=True)
        # ValueError: not a URL; OSError: connection failures; HTTPError: what requests lets through.
        except (ValueError, OSError, HTTPError) as error:
            raise self._failure(error, deadline) from error

    def _reply(self, response: requests.Response, deadline: Deadline) -> Reply:
        body = bytearray()
        try:
            for chunk in response.iter_content(_CHUNK):
                body += chunk
                if len(body) > self.max_bytes:
                    raise OutgoingError(f"it is larger than {self.max_bytes} bytes")
        except (OSError, HTTPError) as error:
            raise self._failure(error, deadline) from error
        # An answer without a length that is cut looks like one that has ended.
        if deadline.is_over:
            raise self._failure(TimeoutError(), deadline)
        return Reply(response.status_code, *_kind(response), bytes(body), _retry_after(response))

    def _failure(self, error: Exception, deadline: Deadline) -> OutgoingError:
        if deadline.is_over or isinstance(error, requests.Timeout):
            return OutgoingError(f"it takes longer than {self.seconds:g} seconds")
        if isinstance(error, requests.exceptions.SSLError):
            return OutgoingError("its certificate is not valid for this name, or not trusted")
        if isinstance(error, ValueError):
            return OutgoingError("it is not a URL that can be fetched")
        return OutgoingError("its server cannot be reached or closed the connection")


def _kind(response: requests.Response) -> tuple[str, str | None]:
    """The media type and the charset, in small letters; "" and None if the server tells none."""
    kind = Message()
    kind["Content-Type"] = response.headers.get("Content-Type", "")
    return (kind.get_content_type() if kind["Content-Type"] else ""), kind.get_content_charset()


def _retry_after(response: requests.Response) -> float | None:
    """The seconds in a header that has seconds or a time; None for neither."""
    value = response.headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        at = parsedate_to_datetime(value)
    # OverflowError: a year beyond all numbers.
    except (ValueError, OverflowError):
        return None
    # A time without a zone is none that HTTP knows.
    return max((at - datetime.now(UTC)).total_seconds(), 0.0) if at.tzinfo is not None else None


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError as error:
        raise OutgoingError("it redirects to something that is not a URL") from error
