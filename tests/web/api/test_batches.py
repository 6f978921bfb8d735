"""Batches and jobs through HTTP; who reads the lines is another matter, see tests/jobs."""

import io
import json

import pytest

from service.application.use_cases import UseCases
from tests.services import NoParser, service_app
from tests.web.api.submitting import NDJSON, TWO, json_lines, submit


@pytest.mark.parametrize("media_type", [NDJSON, "application/jsonl; charset=utf-8"])
def test_a_batch_is_a_job(batch_client, woken, media_type):
    answer = submit(batch_client, TWO, media_type)
    assert answer.status_code == 202
    job = answer.json
    assert (job["state"], job["total"], job["done"], job["failed"], job["left"]) == ("running", 2, 0, 0, 2)
    assert answer.headers["Location"] == f"/v1/jobs/{job['id']}"
    assert batch_client.get(answer.headers["Location"]).json == job
    assert batch_client.get("/v1/jobs").json == {"jobs": [job], "next": None}
    assert len(woken) == 1


def test_what_is_submitted_is_stored_as_it_came(batch_client, batch_store):
    given = {"url": "https://news.example/ä", "title": "Ä", "published_at": "2024-05-01"}
    submit(batch_client, json_lines(given))
    assert json.loads(batch_store.leases.lease(60).payload) == given


@pytest.mark.parametrize("body", [b"", b"\n \n"])
def test_an_empty_batch_is_refused(batch_client, woken, body):
    answer = submit(batch_client, body)
    assert (answer.status_code, answer.json["detail"]) == (422, "The batch has no articles.")
    assert woken == []


def test_too_many_lines_are_refused_and_none_is_stored(batch_client, batch_store, woken):
    answer = submit(batch_client, json_lines(*[{"text": "x"}] * 5))
    assert (answer.status_code, answer.json["type"]) == (413, "urn:quotes:problem:too-large")
    assert batch_client.get("/v1/jobs").json["jobs"] == []
    assert not batch_store.leases.is_waiting()
    assert woken == []


def test_a_body_that_breaks_off_is_not_a_batch(batch_client, woken):
    environ = {"CONTENT_LENGTH": str(len(TWO) + 1), "wsgi.input_terminated": True}
    answer = batch_client.post(
        "/v1/batches", content_type=NDJSON, input_stream=io.BytesIO(TWO), environ_overrides=environ
    )
    assert (answer.status_code, answer.json["detail"]) == (400, "The body is incomplete or not well-formed.")
    assert batch_client.get("/v1/jobs").json["jobs"] == []
    assert woken == []


def test_the_same_request_is_the_same_job(batch_client):
    headers = {"Idempotency-Key": "k"}
    first, again = (submit(batch_client, TWO, **headers) for _ in range(2))
    assert (first.status_code, again.status_code) == (202, 202)
    assert first.json == again.json
    assert submit(batch_client, TWO + b"\n", **headers).status_code == 409
    assert len(batch_client.get("/v1/jobs").json["jobs"]) == 1


def test_without_a_store_there_are_no_batches(settings):
    batch_client = service_app(settings, UseCases(NoParser())).test_client()
    assert submit(batch_client, TWO).status_code == 503
    assert "quotes_queue_lines{" not in batch_client.get("/metrics").text
