"""A body of JSON lines."""

import io

import pytest

from service.web.api import ndjson
from tests.web.api.submitting import NDJSON, TWO, errors, json_lines, submit


@pytest.mark.parametrize(
    ("line", "field", "detail"),
    [
        (b"nonsense", None, "The line is not JSON in UTF-8: "),
        (b"\xff", None, "The line is not JSON in UTF-8: "),
        (b"[" * 150, None, "The line is not JSON in UTF-8: "),
        (b"[]", None, "Invalid input type."),
        (b'{"text": 1}', "/text", "Not a valid string."),
        (
            b'{"body": "x"}',
            "/body",
            "Unknown field 'body'. There are: authors, html, id, language, outlet, published_at, text, title, url.",
        ),
        (b'{"text": "x", "html": "x"}', None, "Give either text or html, not both."),
        (
            b'{"\\ud800": "x"}',
            "/?",
            "Unknown field '\\ud800'. There are: authors, html, id, language, outlet, published_at, text, title, url.",
        ),
        (b'{"id": "\\ud800", "text": "x"}', "/id", "Not a valid string: half a surrogate pair."),
        (b'{"text": "' + b"x" * 300 + b'"}', None, "The line is longer than the limit of 200 bytes."),
    ],
)
def test_a_line_that_is_not_an_article_does_not_sink_the_batch(batch_client, line, field, detail):
    job = submit(batch_client, b"\n" + line + b"\n" + TWO).json
    assert (job["total"], job["failed"], job["left"]) == (3, 1, 2)
    (error,) = errors(batch_client, job)
    assert (error["line"], error["field"], error["article_id"]) == (2, field, None)
    assert error["detail"].startswith(detail)


def test_an_error_names_the_article(batch_client):
    job = submit(batch_client, b'{"id": "a"}').json
    assert job["state"] == "finished"
    assert [error["article_id"] for error in errors(batch_client, job)] == ["a"]


def test_the_last_line_needs_no_end(batch_client):
    assert submit(batch_client, TWO.rstrip()).json["total"] == 2


def test_lines_may_end_as_on_windows(batch_client):
    assert submit(batch_client, TWO.replace(b"\n", b"\r\n") + b"\r\n").json["left"] == 2


@pytest.mark.parametrize("has_length", [True, False])
def test_too_many_bytes_are_refused(batch_client, has_length):
    body = b"\n" * 601
    sent = {"data": body} if has_length else {"input_stream": io.BytesIO(body)}
    more = {} if has_length else {"environ_overrides": {"wsgi.input_terminated": True}}
    answer = batch_client.post("/v1/batches", content_type=NDJSON, **sent, **more)
    assert (answer.status_code, answer.json["type"]) == (413, "urn:quotes:problem:too-large")
    assert "600 bytes" in answer.json["detail"]


@pytest.mark.parametrize("media_type", ["application/json", "text/plain", None])
def test_other_media_types_are_refused(batch_client, media_type):
    assert submit(batch_client, TWO, media_type).status_code == 415


def test_a_line_is_held_at_a_time(batch_client, monkeypatch):
    """What is too long is read away in pieces no longer than a line may be."""
    held = []
    monkeypatch.setattr(ndjson, "sha256", lambda: _Digest(held))
    assert submit(batch_client, b"x" * 550 + b"\n" + json_lines({"text": "x"})).json["failed"] == 1
    assert max(held) == 201


class _Digest:
    def __init__(self, held: list[int]) -> None:
        self._held = held

    def update(self, piece: bytes) -> None:
        self._held.append(len(piece))

    def hexdigest(self) -> str:
        return ""
