"""Pages of other sites."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from service.config.api_keys import Scope, new_key
from service.config.settings import Settings
from tests.conftest import CannedUseCases
from tests.services import service_app

DESK = "https://desk.example"
_, KEY = new_key("desk", [Scope.READ])
PREFLIGHT = {"Origin": DESK, "Access-Control-Request-Method": "POST"}


@pytest.fixture
def client(settings: Settings, analysis) -> FlaskClient:
    """An app that lets one origin in, and asks for keys."""
    allowing = replace(settings, cors_origins=(DESK,), api_keys=(KEY,))
    return service_app(allowing, CannedUseCases(analysis)).test_client()


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


@pytest.mark.parametrize(
    ("site", "origin", "status"),
    [
        (None, None, 200),
        ("none", None, 200),
        ("same-origin", "http://localhost", 200),
        ("cross-site", DESK, 200),
        ("cross-site", "https://other.example", 403),
        ("cross-site", "null", 403),
        ("same-site", "https://other.localhost", 403),
        # What browsers tell a service that is not behind https.
        (None, "http://localhost", 200),
        (None, DESK, 200),
        (None, "http://other.example", 403),
        (None, "http://localhost:8001", 403),
        (None, "null", 403),
        (None, "http://[", 403),
    ],
)
def test_forms_of_other_sites_are_refused(
    settings: Settings, analysis, site: str | None, origin: str | None, status: int
):
    """A browser would send them with the key that it remembers."""
    app = service_app(replace(settings, cors_origins=(DESK,)), CannedUseCases(analysis))
    headers = {name: value for name, value in (("Sec-Fetch-Site", site), ("Origin", origin)) if value is not None}
    assert app.test_client().post("/", data={"text": "x"}, headers=headers).status_code == status
    assert app.test_client().get("/", headers=headers).status_code == 200


def test_no_origin_is_let_in_by_default(settings: Settings, analysis):
    client = service_app(settings, CannedUseCases(analysis)).test_client()
    answer = client.options("/v1/analyses", headers=PREFLIGHT)
    assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]
