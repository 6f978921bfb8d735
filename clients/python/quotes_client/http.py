"""Requests to the service, tried again where that can help."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, make_dataclass
from http import HTTPStatus
from io import IOBase
from types import GenericAlias
from typing import Any, Self, TypeVar
from urllib.parse import quote, urlencode
from uuid import uuid4

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import MaxRetryError
from urllib3.util import Retry

from quotes_client.decoding import decode
from quotes_client.errors import FieldError, RefusedError, UnexpectedError, UnreachableError
from quotes_client.version import VERSION

_PROBLEM = "application/problem+json"
_ALIVE, _READY = "/healthz", "/readyz"
_CONNECT_SECONDS = 10
# Bytes of a streamed answer that are read at once.
_PIECE = 65_536
# Asked too often; a proxy's answers while the service starts; no free place. What the service itself says of that has a
# time to come again: without one, as where an analysis takes too long, the same would happen again.
_PASSING = frozenset({429, 502, 503, 504})
BACKOFF_SECONDS = 0.5
_LONGEST_WAIT = 60

# ruff: noqa: ANN401 - a body is any value that JSON has

_T = TypeVar("_T")


class Connection:
    """The service at a URL; what `Client` says of time limits and retries is done here."""

    def __init__(self, url: str, *, key: str | None, seconds: float, retries: int) -> None:
        self._url = url.rstrip("/")
        self._seconds = seconds
        self._session = requests.Session()
        self._session.headers["User-Agent"] = f"quotes-client/{VERSION}"
        if key is not None:
            self._session.headers["Authorization"] = f"Bearer {key}"
            # Otherwise a .netrc file would take the key's place.
            self._session.auth = _keep_header
        self._session.mount(self._url, HTTPAdapter(max_retries=_retry(retries)))
        # These are asked about this moment.
        for path in (_ALIVE, _READY):
            self._session.mount(self._url + path, HTTPAdapter())

    def close(self) -> None:
        """Closes all connections."""
        self._session.close()

    def is_alive(self) -> bool:
        """Whether the service answers now."""
        return self._is_ok(_ALIVE)

    def is_ready(self) -> bool:
        """Whether the service could work now."""
        return self._is_ok(_READY)

    def ask(
        self, kind: type[_T], method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None
    ) -> _T:
        """The answer, as this dataclass; a body that is a file is sent as it is.

        Raises a ClientError.
        """
        response = self._send(method, path, body, headers)
        if not response.ok:
            raise _refused(response)
        try:
            return decode(kind, response.json())
        except ValueError as error:
            raise UnexpectedError(f"{self._url}{path} answers what is no {kind.__name__}: {error}") from error

    def create(self, kind: type[_T], name: str, body: object, request_key: str | None) -> _T:
        """The answer to a POST that may be sent again: each call without a key of its own has a new Idempotency-Key."""
        return self.ask(kind, "POST", f"/v1/{name}", body, {"Idempotency-Key": request_key or uuid4().hex})

    def listed(self, kind: type[_T], path: str, search: Mapping[str, object]) -> Iterator[_T]:
        """The items of the list there, page after page.

        Raises a ClientError.
        """
        name = path.rsplit("/", 1)[-1]
        page_kind: Any = make_dataclass("Page", [(name, GenericAlias(tuple, (kind, ...))), ("next", str | None)])
        query = dict(search)
        while True:
            page = self.ask(page_kind, "GET", f"{path}?{urlencode(query)}")
            yield from getattr(page, name)
            if page.next is None:
                return
            query["cursor"] = page.next

    def total(self, path: str, search: Mapping[str, object]) -> int:
        """How many items the list there has; counting stops at 100,000.

        Raises a ClientError.
        """
        return self.ask(_Counted, "GET", f"{path}?{urlencode({**search, 'total': 'true', 'limit': 1})}").total

    def delete(self, path: str) -> bool:
        """Whether it was there: one that was deleted before, perhaps by a request without an answer, is not.

        Raises a ClientError.
        """
        response = self._send("DELETE", path)
        if not response.ok and response.status_code != HTTPStatus.NOT_FOUND:
            raise _refused(response)
        return response.ok

    def lines(self, path: str) -> Iterator[str]:
        """The answer's lines, each with its end, as they come.

        Raises a ClientError, also in the midst of the answer.
        """
        with self._send("GET", path, stream=True) as response:
            if not response.ok:
                raise _refused(response)
            rest = b""
            try:
                for piece in response.iter_content(_PIECE):
                    *whole, rest = (rest + piece).split(b"\n")
                    yield from (f"{line.decode('utf-8')}\n" for line in whole)
            except requests.RequestException as error:
                raise UnreachableError(f"{self._url}{path} breaks off: {error}") from error
            if rest:
                yield rest.decode("utf-8")

    def _is_ok(self, path: str) -> bool:
        try:
            return self._send("GET", path).ok
        except UnreachableError:
            return False

    def _send(
        self,
        method: str,
        path: str,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        *,
        stream: bool = False,
    ) -> requests.Response:
        how: dict[str, Any] = {"headers": headers, "timeout": (_CONNECT_SECONDS, self._seconds), "stream": stream}
        content = {"data": body} if isinstance(body, IOBase) else {"json": body}
        try:
            return self._session.request(method, self._url + path, **content, **how)
        except requests.RequestException as error:
            raise UnreachableError(f"{self._url}{path} gives no answer: {error}") from error


@dataclass(frozen=True, slots=True)
class _Counted:
    total: int


class _Retry(Retry):
    """Lets a problem document without Retry-After be the answer."""

    def increment(self, method: Any = None, url: Any = None, response: Any = None, *more: Any, **named: Any) -> Self:
        """The tries that are left; raises MaxRetryError, which makes the response the answer, if there are none."""
        headers: Mapping[str, str] = response.headers if response is not None else {}
        if headers.get("Content-Type") == _PROBLEM and "Retry-After" not in headers:
            raise MaxRetryError(named["_pool"], url)
        return super().increment(method, url, response, *more, **named)


def _retry(retries: int) -> Retry:
    return _Retry(
        retries,
        status_forcelist=_PASSING,
        # All of them: whatever is asked here may be asked twice.
        allowed_methods=None,
        backoff_factor=BACKOFF_SECONDS,
        backoff_max=_LONGEST_WAIT,
        backoff_jitter=BACKOFF_SECONDS,
        retry_after_max=_LONGEST_WAIT,
        # The last answer says more than that there were many.
        raise_on_status=False,
    )


def path_of(name: str, id_: str) -> str:
    """The path of one of these, by its id."""
    return f"/v1/{name}/{quote(id_, safe='')}"


def _keep_header(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _refused(response: requests.Response) -> RefusedError:
    """The problem document; what a proxy answers in its place is none."""
    problem: Any = {}
    if response.headers.get("Content-Type") == _PROBLEM:
        problem = response.json()
    errors = tuple(FieldError(error["field"], error["message"]) for error in problem.get("errors", ()))
    detail = problem.get("detail", response.reason)
    return RefusedError(response.status_code, problem.get("type", "about:blank"), detail, errors)
