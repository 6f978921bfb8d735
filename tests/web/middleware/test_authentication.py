"""Keys and scopes in front of the views."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service import create_app
from service.application.use_cases import UseCases
from service.config.api_keys import Scope, new_key
from service.config.settings import Settings
from service.web import EXTENSION
from tests.conftest import CannedUseCases
from tests.services import NoParser
from tests.web.problem_documents import assert_problem

READER, READER_KEY = new_key("reader", [Scope.READ])
WRITER, WRITER_KEY = new_key("writer", [Scope.WRITE])
BODY = {"articles": [{"text": "“Yes,” he said."}]}


@pytest.fixture(scope="module")
def keyed_app() -> Flask:
    """An app that asks for keys, with one more view, which changes something."""
    keyed = Settings(api_keys=(READER_KEY, WRITER_KEY))
    app = create_app(keyed, use_cases=UseCases(NoParser()))
    app.add_url_rule("/things", "things", lambda: "done", methods=["GET", "PUT", "DELETE"])
    return app


@pytest.fixture
def app(keyed_app: Flask, analysis) -> Flask:
    """The same, with an answer."""
    keyed_app.extensions[EXTENSION] = CannedUseCases(analysis)
    return keyed_app


def _bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/docs", "/openapi.yaml", "/static/docs.js"])
def test_some_views_are_for_everybody(client: FlaskClient, path: str):
    with client.get(path) as answer:
        assert answer.status_code == 200


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/"), ("POST", "/"), ("POST", "/v1/analyses"), ("PUT", "/things")]
)
def test_all_others_ask_for_a_key(client: FlaskClient, method: str, path: str):
    answer = client.open(path, method=method)
    assert "API key" in assert_problem(answer, 401)["detail"]
    bearer, basic = answer.headers.getlist("WWW-Authenticate")
    assert bearer.startswith("Bearer realm=")
    assert basic.startswith("Basic realm=")


@pytest.mark.parametrize(
    "header",
    [
        "Bearer",
        "Bearer x",
        f"Bearer {READER}x",
        f"Token {READER}",
        "Basic !",
        "Basic OnF1b3Rlcw==",
        "x",
        "Bearer é",
        "Basic é",
    ],
)
def test_what_is_no_key_is_refused(client: FlaskClient, header: str):
    assert_problem(client.post("/v1/analyses", json=BODY, headers={"Authorization": header}), 401)


def test_an_unknown_key_is_told_so(client: FlaskClient):
    answer = client.post("/v1/analyses", json=BODY, headers=_bearer("x"))
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]


def test_a_reader_reads_and_analyses(client: FlaskClient):
    assert client.post("/v1/analyses", json=BODY, headers=_bearer(READER)).status_code == 200
    assert client.get("/things", headers=_bearer(READER)).status_code == 200


def test_a_browser_gives_the_key_as_a_password(client: FlaskClient):
    assert client.get("/", auth=("anybody", READER)).status_code == 200
    assert client.post("/", data={"text": "“Yes,” he said."}, auth=("", READER)).status_code == 200


@pytest.mark.parametrize(
    ("key", "method", "path", "scope"),
    [
        (READER, "PUT", "/things", "write"),
        (READER, "DELETE", "/things", "write"),
        (WRITER, "GET", "/things", "read"),
        (WRITER, "POST", "/v1/analyses", "read"),
        (READER, "POST", "/v1/articles", "write"),
        (READER, "DELETE", "/v1/articles/a", "write"),
        (READER, "PATCH", "/v1/conflicts/c", "write"),
        (READER, "POST", "/v1/judgements", "write"),
        (WRITER, "GET", "/v1/articles/a", "read"),
        (WRITER, "GET", "/v1/conflicts", "read"),
    ],
)
def test_a_missing_scope_is_named(client: FlaskClient, key: str, method: str, path: str, scope: str):
    answer = client.open(path, method=method, headers=_bearer(key))
    assert scope in assert_problem(answer, 403)["detail"]
    assert f'scope="{scope}"' in answer.headers["WWW-Authenticate"]


def test_what_is_not_there_is_told_without_a_key(client: FlaskClient):
    assert_problem(client.get("/v1/nothing"), 404)


def test_without_keys_nobody_is_asked(settings: Settings, analysis):
    client = create_app(settings, use_cases=CannedUseCases(analysis)).test_client()
    assert client.post("/v1/analyses", json=BODY).status_code == 200
