"""How often a caller may ask."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from service import create_app
from service.config.api_keys import Scope, new_key
from service.config.settings import Settings
from service.errors import BusyError
from tests.conftest import CannedUseCases
from tests.web.problem_documents import assert_problem

KEYS = [new_key(name, [Scope.READ]) for name in ("a", "b")]


def _client(settings: Settings, answer, **more: object) -> FlaskClient:
    return create_app(replace(settings, requests_a_minute=2, **more), use_cases=CannedUseCases(answer)).test_client()


def test_the_third_of_two_hears_when_to_come_again(settings: Settings, analysis):
    client = _client(settings, analysis)
    assert [client.get("/").status_code for _ in range(2)] == [200, 200]
    answer = client.get("/")
    assert "2 per 1 minute" in assert_problem(answer, 429)["detail"]
    assert 0 < int(answer.headers["Retry-After"]) <= 61


def test_health_is_always_answered(settings: Settings, analysis):
    client = _client(settings, analysis)
    assert {client.get("/healthz").status_code for _ in range(9)} == {200}
    assert client.get("/").status_code == 200


def test_each_key_has_a_limit_of_its_own(settings: Settings, analysis):
    client = _client(settings, analysis, api_keys=tuple(key for _, key in KEYS))
    for secret, _ in KEYS:
        headers = {"Authorization": f"Bearer {secret}"}
        assert [client.get("/", headers=headers).status_code for _ in range(3)] == [200, 200, 429]


@pytest.mark.parametrize(("proxies", "statuses"), [(0, [200, 200, 429]), (1, [200, 200, 200])])
def test_addresses_are_believed_from_so_many_proxies(settings: Settings, analysis, proxies: int, statuses: list[int]):
    client = _client(settings, analysis, proxies=proxies)
    told = [{"X-Forwarded-For": f"203.0.113.{n}"} for n in range(3)]
    assert [client.get("/", headers=headers).status_code for headers in told] == statuses


def test_other_retries_are_let_be(settings: Settings):
    """Who finds no place may come again in seconds, not at the end of the minute."""
    client = _client(settings, BusyError("Full."))
    answer = client.post("/v1/analyses", json={"articles": [{"text": "x"}]})
    assert answer.headers["Retry-After"] == "5"
