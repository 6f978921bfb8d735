"""Request ids, traces, and the line of each request."""

import logging
import re
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from service import create_app
from service.config.api_keys import Scope, new_key
from service.config.settings import Settings
from tests.conftest import CannedUseCases

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


def test_ids_are_taken_over(client: FlaskClient):
    headers = {"X-Request-ID": "desk:7/a+b=", "traceparent": f"00-{TRACE}-00f067aa0ba902b7-01"}
    answer = client.get("/healthz", headers=headers)
    assert answer.headers["X-Request-ID"] == "desk:7/a+b="
    assert re.fullmatch(rf"00-{TRACE}-[0-9a-f]{{16}}-01", answer.headers["traceparent"])


@pytest.mark.parametrize("given", [None, "", "a b", "x" * 129, 'x"}', "é"])
def test_ids_are_made_where_there_are_none(client: FlaskClient, given: str | None):
    answers = [client.get("/healthz", headers={"X-Request-ID": given} if given is not None else {}) for _ in range(2)]
    first, second = (answer.headers["X-Request-ID"] for answer in answers)
    assert re.fullmatch(r"[0-9a-f]{32}", first)
    assert first != second


_HEADERS = ("Authorization", "X-Request-ID", "traceparent", "Origin", "X-Forwarded-For", "Sec-Fetch-Site")


def test_no_header_breaks_it(settings: Settings, analysis):
    _, key = new_key("desk", [Scope.READ])
    everything = replace(
        settings, api_keys=(key,), requests_a_minute=1000, proxies=1, cors_origins=("https://a.example",)
    )
    client = create_app(everything, use_cases=CannedUseCases(analysis)).test_client()

    @given(st.sampled_from(_HEADERS), st.sampled_from(["", "Bearer ", "Basic "]), st.binary(max_size=60))
    @hypothesis_settings(max_examples=200, deadline=None)
    def ask(name: str, start: str, value: bytes) -> None:
        # As WSGI has headers: one character for each byte; no server lets ends of lines into them.
        text = start + value.translate(None, b"\r\n\0").decode("latin-1")
        given_header = {f"HTTP_{name.upper().replace('-', '_')}": text}
        assert client.get("/healthz", environ_overrides=given_header).status_code == 200
        assert client.post("/v1/analyses", environ_overrides=given_header).status_code in {401, 403}

    ask()


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/healthz", 200), ("GET", "/v1/nothing", 404), ("POST", "/v1/analyses", 415)]
)
def test_each_request_has_a_line(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, method: str, path: str, status: int
):
    """Without the query, in which somebody may have put a key."""
    with caplog.at_level(logging.INFO, "service.web.middleware.request_logging"):
        client.open(f"{path}?key=secret", method=method)
    (line,) = caplog.records
    assert (line.method, line.path, line.status, line.caller) == (method, path, status, "127.0.0.1")
    assert line.ms >= 0
    assert "secret" not in str(vars(line))


def test_the_line_names_the_key(settings: Settings, analysis, caplog: pytest.LogCaptureFixture):
    secret, key = new_key("desk", [Scope.READ])
    client = create_app(replace(settings, api_keys=(key,)), use_cases=CannedUseCases(analysis)).test_client()
    with caplog.at_level(logging.INFO, "service.web.middleware.request_logging"):
        client.get("/", headers={"Authorization": f"Bearer {secret}"})
    assert [line.caller for line in caplog.records] == ["desk"]


def test_requests_are_counted_by_route(client: FlaskClient):
    """What is not there has one name, whatever strangers ask for."""
    for path in ("/healthz", "/docs/assets/nothing.js", "/v1/nothing", "/x"):
        client.get(path)
    client.open("/healthz", method="BREW")
    text = client.get("/metrics").text
    assert 'quotes_requests_total{method="GET",route="/healthz",status="200"}' in text
    assert 'quotes_requests_total{method="GET",route="/docs/assets/<path:name>",status="404"}' in text
    assert 'quotes_requests_total{method="other",route="none",status="404"}' in text
    assert 'quotes_requests_total{method="other",route="none",status="405"}' in text
    assert 'quotes_request_seconds_count{method="GET",route="/healthz"}' in text
    assert "BREW" not in text
    assert "/v1/nothing" not in text


def test_metrics_are_for_those_who_run_the_service(settings: Settings, analysis):
    made = {scope: new_key(scope, [scope]) for scope in Scope}
    keyed = replace(settings, api_keys=tuple(key for _, key in made.values()))
    app: Flask = create_app(keyed, use_cases=CannedUseCases(analysis))
    statuses = {
        scope: app.test_client().get("/metrics", headers={"Authorization": f"Bearer {secret}"}).status_code
        for scope, (secret, _) in made.items()
    }
    assert statuses == {Scope.READ: 403, Scope.WRITE: 403, Scope.ADMIN: 200}
