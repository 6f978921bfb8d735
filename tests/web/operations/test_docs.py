"""The contract for readers: `/openapi.yaml` and `/docs`."""

from flask.testing import FlaskClient

from tests.contract import TEXT


def test_the_service_serves_its_contract(client: FlaskClient):
    answer = client.get("/openapi.yaml")
    assert answer.text == TEXT
    assert answer.content_type == "application/yaml; charset=utf-8"


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
