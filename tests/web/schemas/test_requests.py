"""Which articles can be submitted."""

import pytest
from flask.testing import FlaskClient

from tests.web.problem_documents import GOOD, assert_problem, post_articles


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"articles": []}, "/articles"),
        ({"articles": None}, "/articles"),
        ({"articles": "text"}, "/articles"),
        ({"articles": [GOOD], "surprise": 1}, "/surprise"),
        ({"articles": [GOOD], "a/b~c": 1}, "/a~1b~0c"),
        ({"articles": [GOOD], "\ud800": 1}, "/\ud800"),
        ({"articles": ["text"]}, "/articles/0"),
        ({"articles": [GOOD, {"text": "x", "surprise": 1}]}, "/articles/1/surprise"),
        ({"articles": [{}]}, "/articles/0"),
        ({"articles": [{"text": None}]}, "/articles/0"),
        ({"articles": [{"text": "x", "html": "<p>x</p>"}]}, "/articles/0"),
        ({"articles": [GOOD, {"url": "http://127.0.0.1:1/"}]}, "/articles/1/url"),
        ({"articles": [{"text": ""}]}, "/articles/0/text"),
        ({"articles": [GOOD, {"text": " \n\u00a0"}]}, "/articles/1/text"),
        ({"articles": [{"text": "half \ud83d of a pair"}]}, "/articles/0/text"),
        ({"articles": [{"text": 7}]}, "/articles/0/text"),
        ({"articles": [{"html": ""}]}, "/articles/0/html"),
        ({"articles": [{"html": "<script>let x = 1;</script>"}]}, "/articles/0/html"),
        ({"articles": [{"html": "<p>" * 2000}]}, "/articles/0/html"),
        ({"articles": [{"id": "", **GOOD}]}, "/articles/0/id"),
        ({"articles": [{"id": "x" * 201, **GOOD}]}, "/articles/0/id"),
        ({"articles": [{"id": "\udcff", **GOOD}]}, "/articles/0/id"),
        ({"articles": [{"id": "a", **GOOD}, {"id": "b", **GOOD}, {"id": "a", **GOOD}]}, "/articles/2/id"),
        ({"articles": [{"url": "javascript:alert(1)", **GOOD}]}, "/articles/0/url"),
        ({"articles": [{"published_at": "yesterday", **GOOD}]}, "/articles/0/published_at"),
    ],
)
def test_articles_that_cannot_be_read(client: FlaskClient, body: object, field: str):
    problem = assert_problem(post_articles(client, body), 422)
    assert [error["field"] for error in problem["errors"]] == [field]


@pytest.mark.parametrize(
    "body",
    [
        {"articles": [{"text": "“NUL\x00,” he said.\x1b\ufeff\u2028"}]},
        {"articles": [{"html": "<p>“NUL\x00 &#0; &#xFFFF; \ud800,” he said.</p>"}]},
        {"articles": [{"text": "x", "html": None, "title": None, "outlet": None, "url": None}]},
        {"articles": [{"id": "a2", **GOOD}, GOOD, GOOD]},
        {"articles": [{"published_at": "2024-06-21T10:00:00Z", "url": "http://localhost/x", **GOOD}]},
    ],
)
def test_odd_articles_that_can_be_read(client: FlaskClient, body: object):
    assert post_articles(client, body).status_code == 200


@pytest.mark.parametrize("article_id", [".", "..", "a/../b", "/.", "./a"])
def test_no_id_leads_elsewhere(client: FlaskClient, article_id: str):
    problem = assert_problem(post_articles(client, {"articles": [{"id": article_id, **GOOD}]}), 422)
    assert problem["errors"][0]["field"] == "/articles/0/id"


@pytest.mark.parametrize("article_id", ["...", "a.b", "..a/b.", "https://news.example/1"])
def test_other_ids_have_dots(client: FlaskClient, article_id: str):
    assert post_articles(client, {"articles": [{"id": article_id, **GOOD}]}).status_code == 200
