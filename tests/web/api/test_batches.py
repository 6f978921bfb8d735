"""Batches and jobs through HTTP; who reads the lines is another matter, see tests/jobs."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.jobs.batches import Batches
from service.store import Store
from service.web.api import ndjson
from tests.linking.reports import report
from tests.services import NoParser, new_store, service_app

NDJSON = "application/x-ndjson"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def woken() -> list[None]:
    """As many as wakes were sent."""
    return []


@pytest.fixture
def client(store: Store, woken: list[None], settings: Settings) -> FlaskClient:
    """A client of a service with low limits."""
    batches = Batches(store, lambda: woken.append(None), max_lines=4)
    dependencies = Dependencies(store=store, batches=batches)
    settings = replace(settings, max_bytes=200, max_batch_bytes=600)
    return service_app(settings, UseCases(NoParser(), dependencies=dependencies)).test_client()


def hand_in(client, body, media_type=NDJSON, **headers):
    return client.post("/v1/batches", data=body, content_type=media_type, headers=headers)


def json_lines(*values):
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


def errors(client, job):
    return client.get(f"/v1/jobs/{job['id']}/errors").json["errors"]


TWO = json_lines({"id": "a", "text": "Rain."}, {"id": "b", "text": "Snow."})


@pytest.mark.parametrize("media_type", [NDJSON, "application/jsonl; charset=utf-8"])
def test_a_batch_is_a_job(client, woken, media_type):
    answer = hand_in(client, TWO, media_type)
    assert answer.status_code == 202
    job = answer.json
    assert (job["state"], job["total"], job["done"], job["failed"], job["left"]) == ("running", 2, 0, 0, 2)
    assert answer.headers["Location"] == f"/v1/jobs/{job['id']}"
    assert client.get(answer.headers["Location"]).json == job
    assert client.get("/v1/jobs").json == {"jobs": [job], "next": None}
    assert len(woken) == 1


def test_what_is_handed_in_is_kept_as_it_came(client, store):
    given = {"url": "https://news.example/ä", "title": "Ä", "published_at": "2024-05-01"}
    hand_in(client, json_lines(given))
    assert json.loads(store.leases.lease(60).payload) == given


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
            "Unknown field 'body'. There are: html, id, outlet, published_at, text, title, url.",
        ),
        (b'{"text": "x", "html": "x"}', None, "Give either text or html, not both."),
        (
            b'{"\\ud800": "x"}',
            "/?",
            "Unknown field '\\ud800'. There are: html, id, outlet, published_at, text, title, url.",
        ),
        (b'{"id": "\\ud800", "text": "x"}', "/id", "Not a valid string: half a surrogate pair."),
        (b'{"text": "' + b"x" * 300 + b'"}', None, "The line is longer than the limit of 200 bytes."),
    ],
)
def test_a_line_that_is_no_article_does_not_sink_the_batch(client, line, field, detail):
    job = hand_in(client, b"\n" + line + b"\n" + TWO).json
    assert (job["total"], job["failed"], job["left"]) == (3, 1, 2)
    (error,) = errors(client, job)
    assert (error["line"], error["field"], error["article_id"]) == (2, field, None)
    assert error["detail"].startswith(detail)


def test_an_error_names_the_article(client):
    job = hand_in(client, b'{"id": "a"}').json
    assert job["state"] == "finished"
    assert [error["article_id"] for error in errors(client, job)] == ["a"]


def test_the_last_line_needs_no_end(client):
    assert hand_in(client, TWO.rstrip()).json["total"] == 2


def test_lines_may_end_as_on_windows(client):
    assert hand_in(client, TWO.replace(b"\n", b"\r\n") + b"\r\n").json["left"] == 2


@pytest.mark.parametrize("body", [b"", b"\n \n"])
def test_an_empty_batch_is_refused(client, woken, body):
    answer = hand_in(client, body)
    assert (answer.status_code, answer.json["detail"]) == (422, "The batch has no articles.")
    assert woken == []


def test_too_many_lines_are_refused_and_none_is_kept(client, store, woken):
    answer = hand_in(client, json_lines(*[{"text": "x"}] * 5))
    assert (answer.status_code, answer.json["type"]) == (413, "urn:quotes:problem:too-large")
    assert client.get("/v1/jobs").json["jobs"] == []
    assert not store.leases.is_waiting()
    assert woken == []


@pytest.mark.parametrize("has_length", [True, False])
def test_too_many_bytes_are_refused(client, has_length):
    body = b"\n" * 601
    sent = {"data": body} if has_length else {"input_stream": io.BytesIO(body)}
    more = {} if has_length else {"environ_overrides": {"wsgi.input_terminated": True}}
    answer = client.post("/v1/batches", content_type=NDJSON, **sent, **more)
    assert (answer.status_code, answer.json["type"]) == (413, "urn:quotes:problem:too-large")
    assert "600 bytes" in answer.json["detail"]


def test_a_body_that_breaks_off_is_no_batch(client, woken):
    environ = {"CONTENT_LENGTH": str(len(TWO) + 1), "wsgi.input_terminated": True}
    answer = client.post("/v1/batches", content_type=NDJSON, input_stream=io.BytesIO(TWO), environ_overrides=environ)
    assert (answer.status_code, answer.json["detail"]) == (400, "The body is incomplete or not well-formed.")
    assert client.get("/v1/jobs").json["jobs"] == []
    assert woken == []


@pytest.mark.parametrize("media_type", ["application/json", "text/plain", None])
def test_other_media_types_are_refused(client, media_type):
    assert hand_in(client, TWO, media_type).status_code == 415


def test_the_same_request_is_the_same_job(client):
    headers = {"Idempotency-Key": "k"}
    first, again = (hand_in(client, TWO, **headers) for _ in range(2))
    assert (first.status_code, again.status_code) == (202, 202)
    assert first.json == again.json
    assert hand_in(client, TWO + b"\n", **headers).status_code == 409
    assert len(client.get("/v1/jobs").json["jobs"]) == 1


def test_a_job_is_cancelled(client, store):
    job = hand_in(client, TWO).json
    leased = store.leases.lease(60)
    store.leases.complete(leased, report("a", ("Ana", "We wait for rain.")))
    for _ in range(2):
        answer = client.post(f"/v1/jobs/{job['id']}/cancel")
        assert answer.status_code == 200
        assert (answer.json["state"], answer.json["done"], answer.json["left"]) == ("cancelled", 1, 1)
    assert client.get("/v1/articles/a").status_code == 200


def test_lists_go_on(client):
    for _ in range(3):
        hand_in(client, b"1\n2\n")
    first = client.get("/v1/jobs?limit=2")
    assert len(first.json["jobs"]) == 2
    assert len(client.get(first.headers["Link"].split(">")[0][1:]).json["jobs"]) == 1
    job = first.json["jobs"][0]
    first = client.get(f"/v1/jobs/{job['id']}/errors?limit=1")
    rest = client.get(first.headers["Link"].split(">")[0][1:])
    assert [error["line"] for answer in (first, rest) for error in answer.json["errors"]] == [1, 2]


@pytest.mark.parametrize("path", ["/v1/jobs/j0", "/v1/jobs/j0/errors"])
def test_an_unknown_job_is_missing(client, path):
    assert client.get(path).status_code == 404
    assert client.post("/v1/jobs/j0/cancel").status_code == 404


def test_how_deep_the_queue_is_can_be_asked(client, store):
    hand_in(client, TWO)
    store.leases.lease(60)
    figures = client.get("/metrics").text
    assert 'quotes_queue_lines{state="waiting"} 1.0' in figures
    assert 'quotes_queue_lines{state="leased"} 1.0' in figures


def test_without_a_store_there_are_no_batches(settings):
    client = service_app(settings, UseCases(NoParser())).test_client()
    assert hand_in(client, TWO).status_code == 503
    assert "quotes_queue_lines{" not in client.get("/metrics").text


def test_a_line_is_held_at_a_time(client, monkeypatch):
    """What is too long is read away in pieces no longer than a line may be."""
    held = []
    monkeypatch.setattr(ndjson, "sha256", lambda: _Digest(held))
    assert hand_in(client, b"x" * 550 + b"\n" + json_lines({"text": "x"})).json["failed"] == 1
    assert max(held) == 201


class _Digest:
    def __init__(self, held: list[int]) -> None:
        self._held = held

    def update(self, piece: bytes) -> None:
        self._held.append(len(piece))

    def hexdigest(self) -> str:
        return ""
