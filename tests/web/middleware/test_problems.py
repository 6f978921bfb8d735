"""Every failure is a problem document of one shape, and none is a surprise."""

import json
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service import create_app, errors
from service.application.dependencies import Limits
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.web.middleware.problems import KINDS
from tests.conftest import CannedUseCases
from tests.services import NoParser, service_app

ANALYSES = "/v1/analyses"
JSON = "application/json"
GOOD = {"text": "“Yes,” he said."}


def assert_problem(response: TestResponse, status: int) -> dict[str, object]:
    assert response.status_code == status
    assert response.content_type == "application/problem+json"
    problem = response.get_json()
    assert set(problem) - {"errors"} == {"type", "title", "status", "detail", "instance"}
    assert problem["status"] == status
    assert problem["instance"].startswith("urn:uuid:")
    assert problem["type"] == "about:blank" or problem["type"].startswith("urn:quotes:problem:")
    assert problem["detail"]
    for error in problem.get("errors", []):
        assert set(error) == {"field", "message"}
    return problem


def _post(client: FlaskClient, body: object) -> TestResponse:
    """In ASCII, as a client must write half of a surrogate pair."""
    return client.post(ANALYSES, data=json.dumps(body), content_type=JSON)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/nothing", 404),
        ("GET", "/docs/assets/nothing.js", 404),
        ("GET", "/docs/assets/../../docs.py", 404),
        ("GET", ANALYSES, 405),
        ("DELETE", "/healthz", 405),
        ("PUT", "/", 405),
    ],
)
def test_routing(client: FlaskClient, method: str, path: str, status: int):
    assert_problem(client.open(path, method=method), status)


def test_a_method_that_is_not_allowed_hears_which_are(client: FlaskClient):
    assert "POST" in client.get(ANALYSES).headers["Allow"]


@pytest.mark.parametrize(
    ("body", "media_type", "status"),
    [
        (b"", JSON, 400),
        (b"{", JSON, 400),
        (b"\xff\xfe{}", JSON, 400),
        ('{"articles": []}'.encode("utf-16"), JSON, 400),
        (b"[" * 100_000, JSON, 400),
        (b'{"articles": ' + b"9" * 5000 + b"}", JSON, 400),
        (b'{"articles": [{"text": "x"}]}', "text/plain", 415),
        (b'{"articles": [{"text": "x"}]}', "", 415),
        (b"articles=x", "application/x-www-form-urlencoded", 415),
        (b"null", JSON, 422),
        (b"[]", JSON, 422),
        (b'"text"', JSON, 422),
        (b"{}", JSON, 422),
    ],
)
def test_bodies_that_are_no_request(client: FlaskClient, body: bytes, media_type: str, status: int):
    assert_problem(client.post(ANALYSES, data=body, content_type=media_type), status)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"articles": []}, "/articles"),
        ({"articles": None}, "/articles"),
        ({"articles": "text"}, "/articles"),
        ({"articles": [GOOD], "surprise": 1}, "/surprise"),
        ({"articles": [GOOD], "a/b~c": 1}, "/a~1b~0c"),
        ({"articles": [GOOD], "\ud800": 1}, "/\ud800"),
        ({"articles": ["text"]}, "/articles/0"),
        ({"articles": [GOOD, {"text": "x", "surprise": 1}]}, "/articles/1/surprise"),
        ({"articles": [{}]}, "/articles/0"),
        ({"articles": [{"text": None}]}, "/articles/0"),
        ({"articles": [{"text": "x", "html": "<p>x</p>"}]}, "/articles/0"),
        ({"articles": [GOOD, {"url": "http://127.0.0.1:1/"}]}, "/articles/1/url"),
        ({"articles": [{"text": ""}]}, "/articles/0/text"),
        ({"articles": [GOOD, {"text": " \n\u00a0"}]}, "/articles/1/text"),
        ({"articles": [{"text": "half \ud83d of a pair"}]}, "/articles/0/text"),
        ({"articles": [{"text": 7}]}, "/articles/0/text"),
        ({"articles": [{"html": ""}]}, "/articles/0/html"),
        ({"articles": [{"html": "<script>let x = 1;</script>"}]}, "/articles/0/html"),
        ({"articles": [{"html": "<p>" * 2000}]}, "/articles/0/html"),
        ({"articles": [{"id": "", **GOOD}]}, "/articles/0/id"),
        ({"articles": [{"id": "x" * 201, **GOOD}]}, "/articles/0/id"),
        ({"articles": [{"id": "\udcff", **GOOD}]}, "/articles/0/id"),
        ({"articles": [{"id": "a", **GOOD}, {"id": "b", **GOOD}, {"id": "a", **GOOD}]}, "/articles/2/id"),
        ({"articles": [{"url": "javascript:alert(1)", **GOOD}]}, "/articles/0/url"),
        ({"articles": [{"published_at": "yesterday", **GOOD}]}, "/articles/0/published_at"),
    ],
)
def test_articles_that_cannot_be_taken(client: FlaskClient, body: object, field: str):
    problem = assert_problem(_post(client, body), 422)
    assert [error["field"] for error in problem["errors"]] == [field]


@pytest.mark.parametrize(
    "body",
    [
        {"articles": [{"text": "“NUL\x00,” he said.\x1b\ufeff\u2028"}]},
        {"articles": [{"html": "<p>“NUL\x00 &#0; &#xFFFF; \ud800,” he said.</p>"}]},
        {"articles": [{"text": "x", "html": None, "title": None, "outlet": None, "url": None}]},
        {"articles": [{"id": "a2", **GOOD}, GOOD, GOOD]},
        {"articles": [{"published_at": "2024-06-21T10:00:00Z", "url": "http://localhost/x", **GOOD}]},
    ],
)
def test_odd_articles_that_can_be_taken(client: FlaskClient, body: object):
    assert _post(client, body).status_code == 200


@pytest.fixture
def narrow(settings: Settings) -> FlaskClient:
    """A client of an app with small limits and real use cases."""
    use_cases = UseCases(NoParser(), limits=Limits(articles=2, characters=20))
    return service_app(replace(settings, max_bytes=1000), use_cases).test_client()


@pytest.mark.parametrize(
    ("articles", "status"),
    [
        ([{"text": "x" * 20}] * 2, 200),
        ([GOOD] * 3, 413),
        ([{"text": "x" * 21}], 413),
        ([{"html": f"<p>{'x' * 21}</p>"}], 413),
        ([{"text": "x" * 1000}], 413),
    ],
)
def test_limits(narrow: FlaskClient, articles: list[dict[str, str]], status: int):
    response = narrow.post(ANALYSES, json={"articles": articles})
    assert response.status_code == status
    if status != 200:
        assert_problem(response, status)


@pytest.mark.parametrize("kind", KINDS)
def test_errors_of_the_service(settings: Settings, kind: type[errors.ServiceError]):
    client = service_app(settings, CannedUseCases(kind("It is so."))).test_client()
    problem = assert_problem(client.post(ANALYSES, json={"articles": [GOOD]}), KINDS[kind].status)
    assert problem["detail"] == "It is so."
    assert problem["type"].endswith(KINDS[kind].name)


def test_who_finds_no_place_hears_when_to_come_again(settings: Settings):
    client = service_app(settings, CannedUseCases(errors.BusyError("Full."))).test_client()
    response = client.post(ANALYSES, json={"articles": [GOOD]})
    assert int(response.headers["Retry-After"]) > 0


def test_what_nobody_foresaw_is_a_problem_too(settings: Settings, caplog: pytest.LogCaptureFixture):
    """It tells nothing of the program's inside, but its name stands in the log."""
    client = service_app(settings, CannedUseCases(ZeroDivisionError("secret"))).test_client()
    problem = assert_problem(client.post(ANALYSES, json={"articles": [GOOD]}), 500)
    assert "secret" not in str(problem)
    assert problem["instance"] in caplog.text


def test_every_error_of_the_service_has_a_row():
    """Settings are wrong at the start, outgoing errors end in others, what moved is no failure, two are parents."""
    family = {error for error in vars(errors).values() if isinstance(error, type)}
    rowless = {
        errors.ServiceError,
        errors.SubmissionError,
        errors.SettingsError,
        errors.OutgoingError,
        errors.MovedError,
    }
    assert family - set(KINDS) == rowless


def test_readiness(app: Flask, settings: Settings, analysis):
    assert app.test_client().get("/readyz").json == {"status": "ready"}
    unready = create_app(settings, use_cases=CannedUseCases(analysis, is_ready=False)).test_client()
    assert_problem(unready.get("/readyz"), 503)
    assert unready.get("/healthz").json == {"status": "alive"}


@pytest.mark.parametrize(("media_type", "given"), [("text/plain", "is text/plain"), ("", "has no media type")])
def test_a_media_type_that_would_do_is_named(client: FlaskClient, media_type: str, given: str):
    answer = client.post("/v1/analyses", data=b"{}", content_type=media_type)
    assert answer.json["detail"] == f"The body {given}. Send Content-Type: application/json."


def test_an_unknown_field_is_named_with_those_that_there_are(client: FlaskClient):
    answer = client.post("/v1/analyses", json={"articles": [{"txt": "x"}]})
    assert answer.json["detail"].startswith("Unknown field 'txt'. There are: html, id, outlet,")
    assert answer.json["errors"][0]["field"] == "/articles/0/txt"


def test_an_unknown_parameter_is_named_with_those_that_there_are(client: FlaskClient):
    answer = client.get("/v1/articles?outlets=x")
    assert answer.json["detail"].startswith("Unknown field 'outlets'. There are: cursor, limit, outlet,")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"articles": [0] * 300_000}, "/articles"),
        ({f"field{number}": 1 for number in range(300_000)}, ""),
        ({"articles": [{f"field{number}": 1 for number in range(300_000)}]}, "/articles/0"),
        ({"articles": [GOOD], "x" * 1_000_000: 1}, "/" + "x" * 499),
    ],
)
def test_requests_are_counted_before_they_are_looked_at(client: FlaskClient, body: object, field: str):
    """Without that, each of these takes many seconds, and is answered with megabytes."""
    answer = _post(client, body)
    problem = assert_problem(answer, 422)
    assert [error["field"] for error in problem["errors"]] == [field]
    assert len(answer.data) < 2000


def test_a_refusal_lists_some_mistakes_and_not_all(client: FlaskClient):
    problem = assert_problem(_post(client, {"articles": [0] * 5000}), 422)
    assert [error["field"] for error in problem["errors"]] == [f"/articles/{number}" for number in range(20)]


@pytest.mark.parametrize("article_id", [".", "..", "a/../b", "/.", "./a"])
def test_no_id_leads_elsewhere(client: FlaskClient, article_id: str):
    problem = assert_problem(_post(client, {"articles": [{"id": article_id, **GOOD}]}), 422)
    assert problem["errors"][0]["field"] == "/articles/0/id"


@pytest.mark.parametrize("article_id", ["...", "a.b", "..a/b.", "https://news.example/1"])
def test_other_ids_have_dots(client: FlaskClient, article_id: str):
    assert _post(client, {"articles": [{"id": article_id, **GOOD}]}).status_code == 200


def test_all_articles_of_a_request_have_a_limit_together(settings: Settings):
    limits = Limits(characters=20, request_characters=30)
    client = service_app(settings, UseCases(NoParser(), limits=limits)).test_client()
    assert client.post(ANALYSES, json={"articles": [{"text": "x" * 15}] * 2}).status_code == 200
    for field, text in (("text", "x" * 16), ("html", f"<p>{'x' * 16}</p>")):
        problem = assert_problem(client.post(ANALYSES, json={"articles": [{field: text}] * 2}), 413)
        assert problem["detail"] == "The articles have 32 characters together; the limit is 30."
    limits = client.get("/version").json["limits"]
    assert (limits["article_characters"], limits["request_characters"]) == (20, 30)
