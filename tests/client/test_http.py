"""The client against servers on this machine; against the service itself, see tests/test_http.py."""

import json
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from quotes_client import Article, Client, FieldError, RefusedError, UnexpectedError, UnreachableError
from service.web.api.examples import ANALYSIS_EXAMPLE
from tests.outbound.servers import send, serving

# Each test has a server of its own in a thread.
pytestmark = pytest.mark.slow

PROBLEM_TYPE = "application/problem+json"
PROBLEM = {
    "type": "urn:quotes:problem:article",
    "title": "An article cannot be read",
    "status": 422,
    "detail": "It is empty.",
    "instance": "urn:uuid:x",
    "errors": [{"field": "/articles/0/text", "message": "It is empty."}],
}


class _Server:
    """Answers with these, one after the other, the last again and again; keeps what it was asked."""

    def __init__(self, *answers: tuple[int, object, dict[str, str]]) -> None:
        self._answers = answers
        self.asked: list[tuple[str, dict[str, str], bytes]] = []

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        status, answer, headers = self._answers[min(len(self.asked), len(self._answers) - 1)]
        self.asked.append((handler.path, dict(handler.headers.items()), body))
        if status == 0:
            handler.connection.close()
        else:
            send(handler, json.dumps(answer).encode(), status=status, **headers)


GOOD = (200, ANALYSIS_EXAMPLE, {})


def test_sends_the_articles_and_the_key():
    server = _Server(GOOD)
    with serving(server) as port, Client(f"http://127.0.0.1:{port}/", key="quotes_x") as client:
        analysis = client.analyse([Article("“Yes,” he said.", id="a"), Article(url="http://news.example/1")])
    assert [article.id for article in analysis.articles] == [each["id"] for each in ANALYSIS_EXAMPLE["articles"]]
    ((path, headers, body),) = server.asked
    assert (path, headers["Authorization"]) == ("/v1/analyses", "Bearer quotes_x")
    assert json.loads(body) == {"articles": [{"text": "“Yes,” he said.", "id": "a"}, {"url": "http://news.example/1"}]}


def test_the_key_is_sent_whatever_a_netrc_file_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login a password b\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    server = _Server(GOOD)
    with serving(server) as port, Client(f"http://127.0.0.1:{port}", key="quotes_x") as client:
        client.analyse([Article("x")])
    assert server.asked[0][1]["Authorization"] == "Bearer quotes_x"


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_what_passes_is_tried_again_when_the_service_says(status: int):
    server = _Server((status, PROBLEM, {"Retry_After": "1"}), GOOD)
    with serving(server) as port, Client(f"http://127.0.0.1:{port}") as client:
        started = time.monotonic()
        client.analyse([Article("x")])
    assert len(server.asked) == 2
    assert time.monotonic() - started >= 1


def test_a_connection_that_breaks_is_tried_again():
    server = _Server((0, None, {}), GOOD)
    with serving(server) as port, Client(f"http://127.0.0.1:{port}") as client:
        client.analyse([Article("x")])
    assert len(server.asked) == 2


def test_what_creates_is_known_when_it_is_tried_again():
    """The first answer is lost, so that the service hears the same request twice."""
    known = ("title", "outlet", "url", "published_at", "language")
    article = {**dict.fromkeys(known), "authors": [], "metadata_from": dict.fromkeys((*known, "authors"))}
    article |= {"id": "a", "received_at": "2024-05-01T10:00:00+00:00", "text": "x", "version": 1}
    article |= {"quotations": [], "conflicts": [], "limits": []}
    server = _Server((0, None, {}), (201, article, {}))
    with serving(server) as port, Client(f"http://127.0.0.1:{port}") as client:
        for _ in range(2):
            client.store(Article("x"))
    lost, again, other = (headers["Idempotency-Key"] for _, headers, _ in server.asked)
    assert lost == again != other


def test_after_all_retries_the_last_refusal_is_told():
    server = _Server(
        (503, {**PROBLEM, "status": 503, "detail": "Full."}, {"Content_Type": PROBLEM_TYPE, "Retry_After": "0"})
    )
    with (
        serving(server) as port,
        Client(f"http://127.0.0.1:{port}", retries=1) as client,
        pytest.raises(RefusedError, match=r"503: Full\.") as raised,
    ):
        client.analyse([Article("x")])
    assert (raised.value.status, len(server.asked)) == (503, 2)


def test_what_takes_too_long_is_not_tried_again():
    """Unlike what has a time to come again, or comes from a proxy."""
    server = _Server((503, {**PROBLEM, "type": "urn:quotes:problem:time-limit"}, {"Content_Type": PROBLEM_TYPE}))
    with serving(server) as port, Client(f"http://127.0.0.1:{port}") as client, pytest.raises(RefusedError) as raised:
        client.analyse([Article("x")])
    assert (raised.value.type, len(server.asked)) == ("urn:quotes:problem:time-limit", 1)


def test_a_refusal_for_good_is_not_tried_again():
    server = _Server((422, PROBLEM, {"Content_Type": "application/problem+json"}))
    with serving(server) as port, Client(f"http://127.0.0.1:{port}") as client, pytest.raises(RefusedError) as raised:
        client.analyse([Article("")])
    assert len(server.asked) == 1
    assert raised.value.type == "urn:quotes:problem:article"
    assert raised.value.errors == (FieldError("/articles/0/text", "It is empty."),)


def test_what_a_proxy_refuses_is_a_refusal_too():
    with (
        serving(_Server((404, "<html>", {}))) as port,
        Client(f"http://127.0.0.1:{port}") as client,
        pytest.raises(RefusedError, match="404: Not Found"),
    ):
        client.version()


@pytest.mark.parametrize("answer", [{}, [], {"version": 1}, "<html>"])
def test_what_is_another_service_is_told(answer: object):
    with (
        serving(_Server((200, answer, {}))) as port,
        Client(f"http://127.0.0.1:{port}") as client,
        pytest.raises(UnexpectedError, match="no Version"),
    ):
        client.version()


def test_nobody_there_is_told():
    with Client("http://127.0.0.1:1", retries=0) as client:
        with pytest.raises(UnreachableError):
            client.version()
        assert not client.is_ready()
        assert not client.is_alive()


def test_an_answer_is_not_waited_for_for_ever():
    def answer(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(1)

    with (
        serving(answer) as port,
        Client(f"http://127.0.0.1:{port}", seconds=0.1, retries=0) as client,
        pytest.raises(UnreachableError),
    ):
        client.version()


@pytest.mark.parametrize(("status", "is_ready"), [(200, True), (503, False)])
def test_readiness_is_that_of_this_moment(status: int, is_ready: bool):
    server = _Server((status, {}, {}))
    with serving(server) as port, Client(f"http://127.0.0.1:{port}") as client:
        assert client.is_ready() == is_ready
        assert client.is_alive() == is_ready
    assert [path for path, *_ in server.asked] == ["/readyz", "/healthz"]


def test_a_stream_that_breaks_off_is_no_answer():
    """The first lines come; then the connection ends before the last piece."""

    def half(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        piece = "one\r\ntwo é\nthr".encode()
        handler.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
        handler.close_connection = True

    with serving(half) as port, Client(f"http://127.0.0.1:{port}") as client:
        lines = client.exports("csv")
        assert [next(lines), next(lines)] == ["one\r\n", "two é\n"]
        with pytest.raises(UnreachableError, match="breaks off"):
            next(lines)


def test_the_last_line_may_have_no_end():
    with (
        serving(lambda handler: send(handler, b"one\ntwo")) as port,
        Client(f"http://127.0.0.1:{port}") as client,
    ):
        assert list(client.exports()) == ["one\n", "two"]
