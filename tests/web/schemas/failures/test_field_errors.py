"""Which mistakes a refusal lists."""

from flask.testing import FlaskClient

from service.web.schemas.failures.field_errors import field_errors
from tests.web.problem_documents import assert_problem, post_articles


def test_a_refusal_lists_some_mistakes_and_not_all(client: FlaskClient):
    problem = assert_problem(post_articles(client, {"articles": [0] * 5000}), 422)
    assert [error["field"] for error in problem["errors"]] == [f"/articles/{number}" for number in range(20)]


def test_messages_have_json_pointers():
    messages = {"articles": {0: {"a/b~c": ["No."], "_schema": ["Odd."]}}, "_schema": ["Not an object."]}
    assert [(error.field, error.message) for error in field_errors(messages)] == [
        ("/articles/0/a~1b~0c", "No."),
        ("/articles/0", "Odd."),
        ("", "Not an object."),
    ]
