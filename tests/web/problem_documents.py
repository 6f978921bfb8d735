"""Requests for analyses, and what every problem document has."""

import json

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

ANALYSES = "/v1/analyses"
JSON = "application/json"
GOOD = {"text": "“Yes,” he said."}


def assert_problem(response: TestResponse, status: int) -> dict[str, object]:
    """The problem document of a response with this status."""
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


def post_articles(client: FlaskClient, body: object) -> TestResponse:
    """The response to a body in ASCII, as a client must write half of a surrogate pair."""
    return client.post(ANALYSES, data=json.dumps(body), content_type=JSON)
