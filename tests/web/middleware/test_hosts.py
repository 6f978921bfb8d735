"""Names by which the service may be called."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from service.config.api_keys import Scope, new_key
from service.config.settings import Settings
from tests.conftest import CannedUseCases
from tests.services import service_app

SECRET, KEY = new_key("desk", [Scope.READ])


def client_of(settings: Settings, analysis, **chosen) -> FlaskClient:
    return service_app(replace(settings, **chosen), CannedUseCases(analysis)).test_client()


def status(client: FlaskClient, host: str, *, at: str = "127.0.0.1", path: str = "/version") -> int:
    return client.get(path, headers={"Host": host}, environ_overrides={"SERVER_NAME": at}).status_code


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:8000", "[::1]:8000", "quotes.localhost"])
def test_alone_on_this_machine_it_answers_to_its_own_names(settings, analysis, host):
    assert status(client_of(settings, analysis), host) == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "localhost.evil.example", "10.0.0.1"])
def test_a_page_that_gives_its_name_this_machines_address_is_refused(settings, analysis, host):
    client = client_of(settings, analysis)
    refused = client.get("/version", headers={"Host": host}, environ_overrides={"SERVER_NAME": "127.0.0.1"})
    assert (refused.status_code, refused.content_type) == (403, "application/problem+json")


def test_where_others_can_reach_it_any_name_may_be_its_own(settings, analysis):
    assert status(client_of(settings, analysis), "quotes.example", at="0.0.0.0") == 200


@pytest.mark.parametrize("chosen", [{"api_keys": (KEY,)}, {"proxies": 1}])
def test_behind_keys_or_a_proxy_other_names_pass(settings, analysis, chosen):
    client = client_of(settings, analysis, **chosen)
    answer = client.get("/", headers={"Host": "quotes.example", "Authorization": f"Bearer {SECRET}"})
    assert answer.status_code == 200


def test_a_list_of_names_holds_everywhere(settings, analysis):
    client = client_of(settings, analysis, hosts=("quotes.example", "10.0.0.1"))
    assert status(client, "Quotes.Example:443", at="0.0.0.0") == 200
    assert status(client, "10.0.0.1:8000", at="0.0.0.0") == 200
    assert status(client, "localhost", at="0.0.0.0") == 403


def test_health_is_told_by_any_name(settings, analysis):
    assert status(client_of(settings, analysis, hosts=("quotes.example",)), "10.1.2.3:8000", path="/healthz") == 200
