"""What stands at addresses, by a server on this machine."""

import pytest

from quotes_client import Article
from quotes_client.formats.addresses import GoneError, LaterError, fetched, is_address
from quotes_client.formats.files import articles_at
from quotes_client.formats.found import Found, UnreadableError
from quotes_client.formats.records import FieldMap
from tests.client.formats.test_files import FILES
from tests.outbound.servers import send, serving

# Each test has a server of its own in a thread.
pytestmark = pytest.mark.slow

PAGE = b"<p>It rains.</p>"


@pytest.mark.parametrize(
    ("kind", "content", "expected"),
    [
        ("text/html; charset=iso-8859-1", "<p>É</p>".encode("cp1252"), Article(html="<p>É</p>")),
        ("text/plain", b"It rains.", Article("It rains.")),
        ("application/json", b'{"text": "It rains."}', Article("It rains.")),
        ("application/ld+json", b'[{"text": "It rains."}]', Article("It rains.")),
        ("text/csv", b"text\nIt rains.\n", Article("It rains.")),
        ("application/xhtml+xml", b"<html><p>It rains.</p></html>", Article(html="<html><p>It rains.</p></html>")),
    ],
)
def test_answers_are_read_by_their_kind(kind: str, content: bytes, expected: Article):
    with serving(lambda handler: send(handler, content, Content_Type=kind)) as port:
        url = f"http://127.0.0.1:{port}/a"
        (finding,) = articles_at((url,), FieldMap.of(()))
    assert isinstance(finding, Found)
    assert (finding.article.text, finding.article.html) == (expected.text, expected.html)
    assert finding.article.url in (url, None)


@pytest.mark.parametrize("kind", ["application/rss+xml", "text/xml", "text/html", "text/plain"])
def test_a_feed_is_known_whatever_its_server_calls_it(kind: str):
    content = (FILES / "feed.rss").read_bytes()
    with serving(lambda handler: send(handler, content, Content_Type=kind)) as port:
        findings = list(articles_at((f"http://127.0.0.1:{port}/",), FieldMap.of(())))
    assert len(findings) == 3


@pytest.mark.parametrize(
    ("status", "kind", "reason"),
    [
        (404, "text/html", "cannot be fetched: status 404."),
        (200, "image/png", "is not an article but of the type image/png."),
        (410, "text/html", "is gone for good."),
    ],
)
def test_what_is_not_an_article_is_refused(status: int, kind: str, reason: str):
    with serving(lambda handler: send(handler, PAGE, status=status, Content_Type=kind)) as port:
        (refused,) = articles_at((f"http://127.0.0.1:{port}/",), FieldMap.of(()))
    assert refused.reason == f"http://127.0.0.1:{port}/ {reason}"


def test_a_server_that_is_not_there_is_named():
    (refused,) = articles_at(("http://127.0.0.1:1/",), FieldMap.of(()))
    assert refused.reason.startswith("http://127.0.0.1:1/ cannot be fetched: ")


def test_what_has_not_changed_is_not_sent_again():
    asked = []

    def answer(handler) -> None:
        asked.append((handler.headers["If-None-Match"], handler.headers["If-Modified-Since"]))
        send(handler, PAGE, status=304 if asked[-1][0] else 200, ETag='"1"', Last_Modified="Mon")

    with serving(answer) as port:
        first = fetched(f"http://127.0.0.1:{port}/")
        assert first is not None
        assert fetched(first.url, since=first) is None
    assert asked == [(None, None), ('"1"', "Mon")]


def test_servers_say_when_to_come_again():
    with (
        serving(lambda handler: send(handler, status=429, Retry_After="7")) as port,
        pytest.raises(LaterError) as later,
    ):
        fetched(f"http://127.0.0.1:{port}/")
    assert later.value.seconds == 7
    with serving(lambda handler: send(handler, status=410)) as port, pytest.raises(GoneError):
        fetched(f"http://127.0.0.1:{port}/")


def test_an_answer_has_a_limit(monkeypatch):
    monkeypatch.setattr("quotes_client.formats.addresses._LARGEST", 10)
    with (
        serving(lambda handler: send(handler, PAGE)) as port,
        pytest.raises(UnreadableError, match="more than 10 bytes"),
    ):
        fetched(f"http://127.0.0.1:{port}/")


def test_addresses_are_told_from_files():
    assert is_address("https://x.example/a")
    assert not is_address("folder/https.txt")
