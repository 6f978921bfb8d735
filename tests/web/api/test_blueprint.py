"""How the JSON views read what they are asked."""

import pytest
from flask.testing import FlaskClient

from tests.web.problem_documents import ANALYSES, JSON, assert_problem


@pytest.mark.parametrize(
    ("body", "media_type", "status"),
    [
        (b"", JSON, 400),
        (b"{", JSON, 400),
        (b"\xff\xfe{}", JSON, 400),
        ('{"articles": []}'.encode("utf-16"), JSON, 400),
        (b"[" * 10_000, JSON, 400),
        (b"[" * 100_000, JSON, 413),
        (b'{"articles": ' + b"9" * 5000 + b"}", JSON, 400),
        (b'{"articles": [{"text": "x"}]}', "text/plain", 415),
        (b'{"articles": [{"text": "x"}]}', "", 415),
        (b"articles=x", "application/x-www-form-urlencoded", 415),
        (b"null", JSON, 422),
        (b"[]", JSON, 422),
        (b'"text"', JSON, 422),
        (b"{}", JSON, 422),
    ],
)
def test_bodies_that_are_not_a_request(client: FlaskClient, body: bytes, media_type: str, status: int):
    assert_problem(client.post(ANALYSES, data=body, content_type=media_type), status)


@pytest.mark.parametrize(("media_type", "given"), [("text/plain", "is text/plain"), ("", "has no media type")])
def test_a_media_type_that_would_do_is_named(client: FlaskClient, media_type: str, given: str):
    answer = client.post("/v1/analyses", data=b"{}", content_type=media_type)
    assert answer.json["detail"] == f"The body {given}. Send Content-Type: application/json."


def test_an_unknown_parameter_is_named_with_those_that_there_are(client: FlaskClient):
    answer = client.get("/v1/articles?outlets=x")
    assert answer.json["detail"].startswith("Unknown field 'outlets'. There are: cursor, limit, outlet,")


def test_a_body_of_millions_of_parts_is_not_even_decoded(client: FlaskClient):
    body = b'{"articles": [' + b"0," * 1_000_000 + b"0]}"
    problem = assert_problem(client.post("/v1/analyses", data=body, content_type="application/json"), 413)
    assert problem["detail"] == "The body has more than 20000 parts."
