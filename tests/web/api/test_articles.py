"""Articles through HTTP: stored, shown, deleted."""

import pytest
from flask.testing import FlaskClient

from bench.hostile import name_of
from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.outbound.http_client import Reply
from service.store import Store
from tests.rough_parser import RoughParser
from tests.services import NoParser, service_app
from tests.web.api.stored import ANA, DRY, NOT_DRY, items, post


def test_an_article_is_stored_once(store_client: FlaskClient):
    body = {"text": "“The bridge will be closed for the whole of May,” the office wrote.", "outlet": "The Post"}
    first, again = (post(store_client, "/v1/articles", body) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json == again.json
    article_id = first.json["id"]
    assert first.headers["Location"] == f"/v1/articles/{article_id}"
    assert store_client.get(f"/v1/articles/{article_id}").json == first.json


def test_an_article_is_shown_with_its_quotations(store_client: FlaskClient, filled: Store):
    article = store_client.get("/v1/articles/b").json
    (quotation,) = article["quotations"]
    (part,) = quotation["parts"]
    assert article["text"][part["start"] : part["end"]] == part["exact"] == NOT_DRY
    assert quotation["statement_id"] in [one["id"] for one in items(store_client.get("/v1/statements"))]
    assert (article["outlet"], article["published_at"]) == ("The Star", "2024-05-02T10:00:00+02:00")


def test_an_article_is_answered_with_its_conflicts(store_client: FlaskClient, filled: Store):
    answer = post(
        store_client, "/v1/articles", {"id": "d", "text": f"“{DRY.replace('dry', 'half dry')}”", "outlet": "The Sun"}
    )
    assert (answer.status_code, answer.json["conflicts"]) == (201, [])  # nobody is found to have said it
    (conflict,) = store_client.get("/v1/articles/b").json["conflicts"]
    assert conflict == items(store_client.get("/v1/conflicts"))[0]
    assert [one["name"] for one in conflict["speakers"]] == [ANA]
    assert [one["outlet"] for one in conflict["articles"]] == ["The Post", "The Star"]


def test_an_article_says_which_bounds_it_reached(store: Store, settings: Settings):
    use_cases = UseCases(RoughParser(), dependencies=Dependencies(store=store))
    store_client = service_app(settings, use_cases).test_client()
    text = " ".join(f"{name_of(number)} said so." for number in range(200)) + " “" + "no " * 300 + "” said Ann Lee."
    stored = post(store_client, "/v1/articles", {"id": "a", "text": text})
    found = [(limit["name"], limit["article_id"]) for limit in stored.json["limits"]]
    assert (stored.status_code, found) == (201, [("people", "a"), ("sentence", "a"), ("repetition", "a")])
    assert store_client.get("/v1/articles/a").json == stored.json
    assert "names more than 100 people" in store_client.get("/desk/articles/a").text


def test_an_article_may_come_from_its_url(store: Store, settings: Settings):
    """Whatever stands there then is the article."""
    pages = iter([Reply(200, "text/plain", "utf-8", b"Nothing."), Reply(404, "text/plain", "utf-8", b"")])
    dependencies = Dependencies(fetch=lambda url: next(pages), store=store)
    store_client = service_app(settings, UseCases(NoParser(), dependencies=dependencies)).test_client()
    stored = post(store_client, "/v1/articles", {"url": "https://news.example/1"})
    assert (stored.status_code, stored.json["text"], stored.json["url"]) == (201, "Nothing.", "https://news.example/1")
    refused = post(store_client, "/v1/articles", {"url": "https://news.example/2"})
    assert (refused.status_code, refused.json["errors"][0]["field"]) == (422, "/url")


def test_a_request_that_names_itself_is_answered_once_whatever_stands_at_its_url(store: Store, settings: Settings):
    pages = iter([Reply(200, "text/plain", "utf-8", b"Nothing."), Reply(200, "text/plain", "utf-8", b"Something.")])
    dependencies = Dependencies(fetch=lambda url: next(pages), store=store)
    store_client = service_app(settings, UseCases(NoParser(), dependencies=dependencies)).test_client()
    body, named = {"url": "https://news.example/1"}, {"Idempotency-Key": "k1"}
    first, again = (post(store_client, "/v1/articles", body, **named) for _ in range(2))
    assert (first.status_code, again.status_code, again.json) == (201, 200, first.json)
    assert post(store_client, "/v1/articles", body).json["text"] == "Something."


def test_a_new_article_is_reported_once(store: Store, settings: Settings):
    reported = []
    dependencies = Dependencies(on_stored=reported.append, store=store)
    store_client = service_app(settings, UseCases(NoParser(), dependencies=dependencies)).test_client()
    for _ in range(2):
        post(store_client, "/v1/articles", {"id": "a", "text": "Nothing."})
    assert [report.article.id for report in reported] == ["a"]


def test_an_id_stands_for_one_article(store_client: FlaskClient):
    assert post(store_client, "/v1/articles", {"id": "a", "text": "Nothing."}).status_code == 201
    clash = post(store_client, "/v1/articles", {"id": "a", "text": "Something."})
    assert (clash.status_code, clash.json["type"]) == (409, "urn:quotes:problem:clash")
    assert store_client.get("/v1/articles/a").json["text"] == "Nothing."


@pytest.mark.parametrize("article_id", ["a/1", "/a", "https://news.example/1?page=2#top", "é %2F"])
def test_any_id_leads_to_its_article(store_client: FlaskClient, article_id):
    stored = post(store_client, "/v1/articles", {"id": article_id, "text": "Nothing."})
    assert store_client.get(stored.headers["Location"]).json["id"] == article_id


def test_a_request_that_names_itself_is_answered_once(store_client: FlaskClient):
    named = {"Idempotency-Key": "k1"}
    assert post(store_client, "/v1/articles", {"text": "Nothing."}, **named).status_code == 201
    assert post(store_client, "/v1/articles", {"text": "Nothing."}, **named).status_code == 200
    assert post(store_client, "/v1/articles", {"text": "Something."}, **named).status_code == 409


def test_a_request_whose_article_was_deleted_is_not_answered_with_another(store_client: FlaskClient):
    named, body = {"Idempotency-Key": "k1"}, {"id": "a", "text": "Nothing."}
    assert post(store_client, "/v1/articles", body, **named).status_code == 201
    assert store_client.delete("/v1/articles/a").status_code == 204
    again = post(store_client, "/v1/articles", body, **named)
    assert (again.status_code, again.json["type"]) == (409, "urn:quotes:problem:clash")
    assert post(store_client, "/v1/articles", body).status_code == 201


@pytest.mark.parametrize("outlet", ["O\u0308 Post", "Ö\u00ad Post", "\u200bÖ  Post "])
def test_an_outlet_is_one_however_it_is_typed(store_client: FlaskClient, outlet: str):
    for article_id, name in (("a", "Ö Post"), ("b", outlet)):
        post(store_client, "/v1/articles", {"id": article_id, "text": "Nothing.", "outlet": name})
    found = store_client.get("/v1/articles", query_string={"outlet": outlet}).json["articles"]
    assert [(one["id"], one["outlet"]) for one in found] == [("b", "Ö Post"), ("a", "Ö Post")]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, ""),
        ({"text": "a\0b"}, "/text"),
        ({"text": " "}, "/text"),
        ({"text": "x", "published_at": "noon"}, "/published_at"),
    ],
)
def test_what_cannot_be_stored_is_refused(store_client: FlaskClient, body, pointer):
    answer = post(store_client, "/v1/articles", body)
    assert (answer.status_code, answer.json["errors"][0]["field"]) == (422, pointer)


def test_what_came_from_a_deleted_article_is_deleted_too(store_client: FlaskClient, filled: Store):
    path = "/v1/articles/b"
    assert store_client.delete(path, headers={"If-Match": '"other"'}).status_code == 412
    etag = store_client.get(path).headers["ETag"]
    assert store_client.delete(path, headers={"If-Match": etag}).status_code == 204
    assert store_client.delete(path).status_code == 404
    assert items(store_client.get("/v1/conflicts")) == []
    assert len(items(store_client.get("/v1/quotations"))) == 2


def test_a_service_without_a_store_says_so(settings: Settings):
    store_client = service_app(settings, UseCases(NoParser())).test_client()
    answer = store_client.get("/v1/articles")
    assert (answer.status_code, answer.json["type"]) == (503, "urn:quotes:problem:store")
