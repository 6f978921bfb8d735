"""The contract for readers: `/openapi.yaml` and `/docs`."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.web.operations import docs
from tests.contract import TEXT


def test_the_service_serves_its_contract(client: FlaskClient):
    answer = client.get("/openapi.yaml")
    assert answer.text == TEXT
    assert answer.content_type == "application/yaml; charset=utf-8"


def test_many_who_ask_at_first_wait_for_one_contract(app: Flask, monkeypatch: pytest.MonkeyPatch):
    made = []

    def make() -> str:
        time.sleep(0.05)
        made.append(1)
        return TEXT

    monkeypatch.setattr(docs, "openapi_yaml", make)
    docs._openapi_yaml.cache_clear()
    with ThreadPoolExecutor(8) as askers:
        answers = list(askers.map(lambda _: app.test_client().get("/openapi.yaml").text, range(8)))
    docs._openapi_yaml.cache_clear()
    assert (len(made), set(answers)) == (1, {TEXT})


def test_the_docs_come_from_here(client: FlaskClient):
    """All that the page loads is answered by the service itself."""
    page = client.get("/docs").text
    for path in (
        "/docs/assets/swagger-ui.css",
        "/docs/assets/swagger-ui-bundle.js",
        "/static/docs.js",
        "/static/docs.css",
    ):
        assert f'"{path}"' in page
        with client.get(path) as answer:
            assert answer.status_code == 200
    assert "http://" not in page
    assert "https://" not in page
