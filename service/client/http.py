"""Requests to the service, tried again where that can help."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from types import TracebackType
from typing import Any, TypeVar

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from service.build import VERSION
from service.client.answers import Analysis, Version
from service.client.decoding import decode
from service.client.errors import FieldError, RefusedError, UnexpectedError, UnreachableError

_ALIVE, _READY = "/healthz", "/readyz"
_CONNECT_SECONDS = 10
# Asked too often; a proxy's answers while the service starts; no free place.
_PASSING = frozenset({429, 502, 503, 504})
_BACKOFF_SECONDS = 0.5
_LONGEST_WAIT = 60

# ruff: noqa: ANN401 - a body is any value that JSON has

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Article:
    """An article to read: its text, or the HTML page that holds it, or only the URL of either.

    `published_at` is a date, or a date and time, of ISO 8601.
    """

    text: str | None = None
    html: str | None = None
    url: str | None = None
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published_at: str | None = None


class Client:
    """The service at a URL; one for each thread, closed at the end, or used with `with`.

    `seconds` is how long to wait for each answer: longer than the service takes at most. Requests that find no
    connection, no place, or too many before them are tried again `retries` times, later and later, or when the
    service says. Every method raises a ClientError.
    """

    def __init__(
        self, url: str = "http://127.0.0.1:8000", *, key: str | None = None, seconds: float = 90, retries: int = 5
    ) -> None:
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

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Closes its connections."""
        self._session.close()

    def analyse(self, articles: Sequence[Article]) -> Analysis:
        """Who said what in the articles, and where they disagree; nothing is stored."""
        return self._ask(Analysis, "POST", "/v1/analyses", {"articles": [_given(article) for article in articles]})

    def is_alive(self) -> bool:
        """Whether the service answers now."""
        return self._is_ok(_ALIVE)

    def is_ready(self) -> bool:
        """Whether the service could work now; False, too, where nothing answers."""
        return self._is_ok(_READY)

    def version(self) -> Version:
        """What answers, and how accurate it is."""
        return self._ask(Version, "GET", "/version")

    def _ask(self, kind: type[_T], method: str, path: str, body: Any = None) -> _T:
        response = self._send(method, path, body)
        if not response.ok:
            raise _refused(response)
        try:
            return decode(kind, response.json())
        except ValueError as error:
            raise UnexpectedError(f"{self._url}{path} answers what is no {kind.__name__}: {error}") from error

    def _is_ok(self, path: str) -> bool:
        try:
            return self._send("GET", path).ok
        except UnreachableError:
            return False

    def _send(self, method: str, path: str, body: Any = None) -> requests.Response:
        timeout = (_CONNECT_SECONDS, self._seconds)
        try:
            return self._session.request(method, self._url + path, json=body, timeout=timeout)
        except requests.RequestException as error:
            raise UnreachableError(f"{self._url}{path} gives no answer: {error}") from error


def _retry(retries: int) -> Retry:
    return Retry(
        retries,
        status_forcelist=_PASSING,
        # All of them: whatever is asked here may be asked twice.
        allowed_methods=None,
        backoff_factor=_BACKOFF_SECONDS,
        backoff_max=_LONGEST_WAIT,
        backoff_jitter=_BACKOFF_SECONDS,
        retry_after_max=_LONGEST_WAIT,
        # The last answer says more than that there were many.
        raise_on_status=False,
    )


def _given(article: Article) -> dict[str, str]:
    return {name: value for name, value in asdict(article).items() if value is not None}


def _keep_header(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _refused(response: requests.Response) -> RefusedError:
    """The problem document; what a proxy answers in its place is none."""
    problem: Any = {}
    if response.headers.get("Content-Type") == "application/problem+json":
        problem = response.json()
    errors = tuple(FieldError(error["field"], error["message"]) for error in problem.get("errors", ()))
    detail = problem.get("detail", response.reason)
    return RefusedError(response.status_code, problem.get("type", "about:blank"), detail, errors)
