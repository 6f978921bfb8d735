"""Every failure is a problem document of one shape, and none is a surprise."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from service import errors
from service.application.dependencies import Limits
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.web.middleware.problems import KINDS
from tests.conftest import CannedUseCases
from tests.services import NoParser, service_app
from tests.web.problem_documents import ANALYSES, GOOD, assert_problem


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


@pytest.mark.parametrize("error", [errors.BusyError("Full."), errors.StoreError("Away.")])
def test_who_finds_no_place_or_no_store_hears_when_to_come_again(settings: Settings, error: errors.ServiceError):
    client = service_app(settings, CannedUseCases(error)).test_client()
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
        errors.RefusedError,
        errors.MovedError,
    }
    assert family - set(KINDS) == rowless


def test_all_articles_of_a_request_have_a_limit_together(settings: Settings):
    limits = Limits(characters=20, request_characters=30)
    client = service_app(settings, UseCases(NoParser(), limits=limits)).test_client()
    assert client.post(ANALYSES, json={"articles": [{"text": "x" * 15}] * 2}).status_code == 200
    for field, text in (("text", "x" * 16), ("html", f"<p>{'x' * 16}</p>")):
        problem = assert_problem(client.post(ANALYSES, json={"articles": [{field: text}] * 2}), 413)
        assert problem["detail"] == "The articles have 32 characters together; the limit is 30."
    limits = client.get("/version").json["limits"]
    assert (limits["article_characters"], limits["request_characters"]) == (20, 30)
