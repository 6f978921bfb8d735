"""Hostile inputs, each as what is sent: a request, or connections that are held."""

import gzip
import json
import socket
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlsplit

# How long connections are held, each sending a byte a second.
_HELD_SECONDS = 8
_HEAD = b"POST /v1/analyses HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
_LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Attack:
    """What is prepared, and then sent to a service at a URL, and how that was answered; and what came of it before."""

    name: str
    before: str
    prepare: Callable[[], Callable[[str], str]]


def _posted(content: bytes | str, url: str, **headers: str) -> str:
    place = urlsplit(url)
    connection = HTTPConnection(place.hostname or "", place.port, timeout=300)
    given = {"Content-Type": "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}}
    try:
        connection.request("POST", "/v1/analyses", content.encode() if isinstance(content, str) else content, given)
        response = connection.getresponse()
        answer = response.read()
    finally:
        connection.close()
    problem = json.loads(answer).get("type", "").rpartition(":")[2] if response.status != 200 else ""
    return f"{response.status} {problem.removesuffix('blank')}".strip() + f", {len(answer):,} bytes"


def _request(content: Callable[[], bytes | str], **headers: str) -> Callable[[], Callable[[str], str]]:
    """Made before others are asked, so that they wait for the service alone; and not earlier: some take much memory."""

    def prepare() -> Callable[[str], str]:
        made = content()
        return lambda url: _posted(made, url, **headers)

    return prepare


def _articles(*texts: str, field: str = "text") -> str:
    return json.dumps({"articles": [{field: text} for text in texts]})


def _flood(content: str, number: int) -> Callable[[], Callable[[str], str]]:
    """The same request as often at once, with how often each answer came."""

    def send(url: str) -> str:
        with ThreadPoolExecutor(number) as senders:
            answers = Counter(
                answer.partition(",")[0] for answer in senders.map(lambda _: _posted(content, url), range(number))
            )
        return ", ".join(f"{n_times} × {answer}" for answer, n_times in sorted(answers.items()))

    return lambda: send


def _twice(content: str) -> Callable[[], Callable[[str], str]]:
    def send(url: str) -> str:
        with ThreadPoolExecutor(2) as senders:
            return "; ".join(senders.map(lambda _: _posted(content, url), range(2)))

    return lambda: send


def _held(number: int, sent: bytes, *, more: bytes = b"") -> Callable[[], Callable[[str], str]]:
    """Connections that send this, then a little now and then, and read nothing."""

    def send(url: str) -> str:
        place = urlsplit(url)
        n_given_up = 0
        with ExitStack() as stack:
            connections = []
            for _ in range(number):
                one = stack.enter_context(socket.create_connection((place.hostname or "", place.port or 80), 10))
                one.sendall(sent)
                connections.append(one)
            for _ in range(_HELD_SECONDS):
                time.sleep(1)
                n_given_up += sum(not _still_takes(one, more) for one in connections)
        return "given up" if n_given_up else "held"

    return lambda: send


def _still_takes(connection: socket.socket, more: bytes) -> bool:
    try:
        connection.sendall(more)
    except OSError:
        return False
    return True


_HANGING = "<html><body>" + "<b></b>x " * 33_000 + "</body></html>"
_ORDINARY = "“We will build the new bridge before May,” said Ana Ruiz, director of the Port Office. "
_REPEATED = _articles(f"“{'never ' * 3000}” said Ana Ruiz.", f"“{'never ' * 50}” said Ana Ruiz.")

ATTACKS = (
    Attack(
        "4 million zeros for articles",
        "422 after 110 s, 263 MB, 4.5 GB",
        _request(lambda: '{"articles":[' + "0," * 3_999_999 + "0]}"),
    ),
    Attack(
        "500,000 unknown fields", "8 s, 25 MB", _request(lambda: json.dumps(dict.fromkeys(map(str, range(500_000)), 0)))
    ),
    Attack("20 articles of 100,000 characters", "503 after 60 s", _request(lambda: _articles(*["x " * 50_000] * 20))),
    Attack(
        "200 MB packed to 200 kB",
        "not read",
        _request(lambda: gzip.compress(b" " * 200 * 1024**2), Content_Encoding="gzip"),
    ),
    Attack(
        "a page that the extractor hangs in",
        "place taken for 8 min",
        _request(lambda: _articles(_HANGING, field="html")),
    ),
    Attack("two of them at once", "service stopped", _twice(_articles(_HANGING, field="html"))),
    Attack(
        "a list of names, 100,000 characters",
        "256 s",
        _request(lambda: _articles(("Ana Ruiz, Omar Said, " * 4762)[:_LONGEST])),
    ),
    Attack("short quoted letters, as long", "152 s", _request(lambda: _articles(("“a” " * 25_000)[:_LONGEST]))),
    Attack(
        "20 articles of such letters",
        "503 at the limit",
        _request(lambda: _articles(*["“a” " * (_LONGEST // 16)] * 20)),
    ),
    Attack("tiny quotations, as long", "41 s", _request(lambda: _articles(("“So,” he said. " * 7000)[:_LONGEST]))),
    Attack("quotation marks alone, as long", "45 s", _request(lambda: _articles('"' * _LONGEST))),
    Attack("a word 3,000 times against 50 times", "cubic", _request(lambda: _REPEATED)),
    Attack("60 analyses at once", "not measured", _flood(_articles(_ORDINARY * 100), 60)),
    Attack("300 silent connections", "no answer to anyone", _held(300, b"")),
    Attack("300 heads, a byte a second", "no answer to anyone", _held(300, _HEAD, more=b"x")),
    Attack(
        "200 uploads, a byte a second",
        "no answer to anyone",
        _held(200, _HEAD + b"Content-Length: 8000000\r\n\r\n", more=b" "),
    ),
    Attack(
        "200 chunked uploads, likewise",
        "no answer to anyone",
        _held(200, _HEAD + b"Transfer-Encoding: chunked\r\n\r\n", more=b"1\r\n \r\n"),
    ),
    Attack(
        "200 who read nothing",
        "no answer to anyone",
        _held(200, b"GET /openapi.yaml HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"),
    ),
)
