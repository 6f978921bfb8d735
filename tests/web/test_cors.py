"""Pages of other sites."""

from dataclasses import replace

import pytest
from conftest import CannedUseCases
from flask.testing import FlaskClient

from service import create_app
from service.keys import Scope, new_key
from service.settings import Settings

DESK = "https://desk.example"
PREFLIGHT = {"Origin": DESK, "Access-Control-Request-Method": "POST"}


@pytest.fixture
def client(settings: Settings, analysis) -> FlaskClient:
    """An app that lets one origin in, and asks for keys."""
    _, key = new_key("desk", [Scope.READ])
    allowing = replace(settings, cors_origins=(DESK,), api_keys=(key,))
    return create_app(allowing, use_cases=CannedUseCases(analysis)).test_client()


def test_a_browser_hears_what_it_may_send(client: FlaskClient):
    answer = client.options("/v1/analyses", headers=PREFLIGHT)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == DESK
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]
    assert "Authorization" in answer.headers["Access-Control-Allow-Headers"]


def test_refusals_can_be_read_too(client: FlaskClient):
    answer = client.get("/", headers={"Origin": DESK})
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (401, DESK)
    assert "Origin" in answer.vary


@pytest.mark.parametrize("origin", ["https://other.example", "null", "https://desk.example.evil.example", ""])
def test_other_origins_are_not_let_in(client: FlaskClient, origin: str):
    answer = client.options("/v1/analyses", headers={**PREFLIGHT, "Origin": origin})
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_no_origin_is_let_in_by_default(settings: Settings, analysis):
    client = create_app(settings, use_cases=CannedUseCases(analysis)).test_client()
    answer = client.options("/v1/analyses", headers=PREFLIGHT)
    assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]
