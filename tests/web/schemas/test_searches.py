"""What lists may be asked for."""

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    "query",
    [
        "outlets=Post",
        "limit=0",
        "limit=201",
        "limit=x",
        "cursor=x",
        "cursor=W10",
        "cursor=WyJhIl0",
        "since=noon",
        "words=%00",
    ],
)
def test_searches_are_checked(store_client: FlaskClient, query):
    answer = store_client.get(f"/v1/articles?{query}")
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
