"""Removing an article."""

from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from service.domain.queries import Filters, PageRequest
from service.store import Store
from tests.web.desk.conftest import ANA, DRY, told


def test_the_page_says_what_goes_with_it(client: FlaskClient, filled: Store):
    assert 'href="/desk/remove/a"' in client.get("/desk/articles/a").text
    page = client.get("/desk/remove/a").text
    assert "Its 1 quotation will be deleted, and its 1 conflict with other reports will end." in page
    assert "The Post · 1 May 2024" in page
    assert filled.desk.overview().n_articles == 3


@pytest.mark.parametrize("article_id", ["a", "https://news.example/1?page=2#top"])
def test_an_article_is_removed(client: FlaskClient, filled: Store, article_id: str):
    if article_id != "a":
        filled.articles.save(told(article_id, (ANA, DRY)))
    path = client.get(f"/desk/articles/{quote(article_id)}").text.split('href="/desk/remove/')[1].split('"')[0]
    path = f"/desk/remove/{path}"
    answer = client.post(path)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/articles?done=removed")
    assert "The article has been removed." in client.get("/desk/articles?done=removed").text
    assert article_id not in {one.article_id for one in filled.reader.articles(Filters(), PageRequest()).items}
    assert client.post(path).status_code == 404
    assert client.get(path).status_code == 404


def test_judgements_outlast_it(client: FlaskClient, filled: Store):
    (conflict, *_) = filled.reader.conflicts(Filters(kind="wording"), PageRequest()).items
    client.post(f"/desk/conflicts/{conflict.id}", data={"status": "dismissed", "by": "Lee"})
    client.post("/desk/remove/a")
    assert filled.reader.conflicts(Filters(), PageRequest()).items == ()
    filled.articles.save(told("a", (ANA, DRY, ("mayor", "Lima")), outlet="The Post", published_at="2024-05-01"))
    (again,) = filled.reader.conflicts(Filters(kind="wording"), PageRequest()).items
    assert again.status == "dismissed"


def test_an_article_is_read_again(client: FlaskClient, store: Store):
    address = client.post("/desk/add", data={"text": f"“{DRY}” said the mayor."}).headers["Location"].split("?")[0]
    path = client.get(address).text.split('action="/desk/read-again/')[1].split('"')[0]
    answer = client.post(f"/desk/read-again/{path}")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{address}?done=read-again")
    assert "The article has been read again." in client.get(answer.headers["Location"]).text
    assert client.post("/desk/read-again/nothing").status_code == 404
