"""What requests may contain, counted and named."""

import pytest
from flask.testing import FlaskClient

from tests.web.problem_documents import GOOD, assert_problem, post_articles


def test_an_unknown_field_is_named_with_those_that_there_are(client: FlaskClient):
    answer = client.post("/v1/analyses", json={"articles": [{"txt": "x"}]})
    assert answer.json["detail"].startswith("Unknown field 'txt'. There are: authors, html, id,")
    assert answer.json["errors"][0]["field"] == "/articles/0/txt"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"articles": [0] * 15_000}, "/articles"),
        ({f"field{number}": 1 for number in range(15_000)}, ""),
        ({"articles": [{f"field{number}": 1 for number in range(15_000)}]}, "/articles/0"),
        ({"articles": [GOOD], "x" * 1_000_000: 1}, "/" + "x" * 499),
    ],
)
def test_requests_are_counted_before_they_are_looked_at(client: FlaskClient, body: object, field: str):
    """Without that, each of these is answered with megabytes; more parts are not even decoded."""
    answer = post_articles(client, body)
    problem = assert_problem(answer, 422)
    assert [error["field"] for error in problem["errors"]] == [field]
    assert len(answer.data) < 2000
