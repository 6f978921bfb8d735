"""Versions of articles through HTTP."""

import json

import pytest
from flask.testing import FlaskClient

from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.domain.queries import PageRequest
from service.store import Store
from service.store.webhooks.event_payloads import version_content
from service.web.schemas import ArticleVersionSchema
from tests.rough_parser import RoughParser
from tests.services import service_app

ADDRESS = "/v1/articles/a%2F1"
BODY = {"text": "“The bridge will be closed for the whole of May,” said Ann Lee.", "outlet": "The Post"}
CORRECTED = {**BODY, "text": BODY["text"].replace("May", "June")}


@pytest.fixture
def store_client(store: Store, settings: Settings) -> FlaskClient:
    """A client of a service that finds speakers."""
    return service_app(settings, UseCases(RoughParser(), dependencies=Dependencies(store=store))).test_client()


def test_an_article_is_put_corrected_and_put_again(store_client: FlaskClient):
    first = store_client.put(ADDRESS, json=BODY)
    assert (first.status_code, first.json["id"], first.json["version"]) == (201, "a/1", 1)
    assert first.headers["Location"] == ADDRESS
    again = store_client.put(ADDRESS, json={**BODY, "id": "a/1"})
    assert (again.status_code, again.json) == (200, first.json)
    for _ in range(2):
        corrected = store_client.put(ADDRESS, json=CORRECTED)
        assert (corrected.status_code, corrected.json["version"]) == (200, 2)
    assert corrected.json == store_client.get(ADDRESS).json
    assert "June" in corrected.json["quotations"][0]["parts"][0]["exact"]
    assert len(store_client.get("/v1/articles").json["articles"]) == 1


def test_a_corrected_headline_is_a_version(store_client: FlaskClient, store: Store):
    for title in ("Bridge to close?", "Bridge to close", "Bridge to close"):
        answer = store_client.put(ADDRESS, json={**BODY, "title": title, "authors": ["Bo Kim"]})
    assert answer.json["version"] == 2
    newest, first = store_client.get(f"{ADDRESS}/versions").json["versions"]
    (change,) = newest["changes"]
    assert (change["kind"], change["title_before"], change["title_after"]) == (
        *("title_changed", "Bridge to close?"),
        "Bridge to close",
    )
    assert (first["article"]["title"], first["article"]["authors"]) == ("Bridge to close?", ["Bo Kim"])
    (item, _) = store.versions.listed("a/1", PageRequest()).items
    assert newest == json.loads(json.dumps(version_content(item)))


def test_corrected_authors_take_the_place_of_those_before(store_client: FlaskClient):
    for author in ("Bo Kim", "Ana Lee"):
        answer = store_client.put(ADDRESS, json={**BODY, "authors": [author]})
    assert (answer.json["authors"], answer.json["version"]) == (["Ana Lee"], 1)


def test_what_has_changed_is_listed(store_client: FlaskClient, store: Store):
    for body in (BODY, CORRECTED):
        store_client.put(ADDRESS, json=body)
    newest, first = store_client.get(f"{ADDRESS}/versions").json["versions"]
    (change,) = newest["changes"]
    assert (newest["number"], first["number"], first["changes"]) == (2, 1, [])
    assert (change["kind"], change["before"]["words"]) == (
        "words_changed",
        "The bridge will be closed for the whole of May,",
    )
    assert [step["b"] for step in change["diff"] if step["op"] != "equal"] == ["June"]
    whole = store_client.get(f"{ADDRESS}/versions/1").json
    assert (whole["text"], whole["number"], whole["article"]["outlet"]) == (BODY["text"], 1, "The Post")
    (quotation,) = whole["quotations"]
    assert (quotation["passage"], quotation["speaker"]) == (change["before"], "Ann Lee")
    for path in ("/v1/articles/b/versions", f"{ADDRESS}/versions/3", "/v1/articles/b/versions/1"):
        assert store_client.get(path).status_code == 404


def test_a_message_has_what_the_list_has(store_client: FlaskClient, store: Store):
    for body in (BODY, CORRECTED):
        store_client.put(ADDRESS, json=body)
    (version, _) = store.versions.listed("a/1", PageRequest()).items
    assert json.loads(json.dumps(version_content(version))) == ArticleVersionSchema().dump(version)


@pytest.mark.parametrize(
    ("address", "body", "field"),
    [
        (ADDRESS, {**BODY, "id": "b"}, "/id"),
        ("/v1/articles/" + "a" * 201, BODY, "/id"),
        ("/v1/articles/a%2F%2E%2E%2Fb", BODY, "/id"),
        (ADDRESS, {**BODY, "id": "b/versions"}, "/id"),
        (ADDRESS, {"outlet": "The Post"}, ""),
        (ADDRESS, {"text": " "}, "/text"),
    ],
)
def test_what_cannot_be_stored_is_refused(store_client: FlaskClient, address: str, body: dict[str, str], field: str):
    answer = store_client.put(address, json=body)
    assert (answer.status_code, answer.json["errors"][0]["field"]) == (422, field)


def test_two_editors_do_not_overwrite_each_other(store_client: FlaskClient):
    store_client.put(ADDRESS, json=BODY)
    etag = store_client.get(ADDRESS).headers["ETag"]
    assert store_client.put(ADDRESS, json=CORRECTED, headers={"If-Match": etag}).status_code == 200
    assert store_client.put(ADDRESS, json=BODY, headers={"If-Match": etag}).status_code == 412
    assert store_client.put("/v1/articles/b", json=BODY, headers={"If-Match": etag}).status_code == 404


def test_posting_another_text_is_still_a_clash(store_client: FlaskClient):
    store_client.put(ADDRESS, json=BODY)
    assert store_client.post("/v1/articles", json={**CORRECTED, "id": "a/1"}).status_code == 409


def test_the_desk_shows_what_has_changed(store_client: FlaskClient):
    store_client.put(ADDRESS, json=BODY)
    assert "What has changed" not in store_client.get("/desk/articles/a%2F1").text
    store_client.put(ADDRESS, json=CORRECTED)
    shown = store_client.get("/desk/articles/a%2F1").text
    assert "Changed after publication: version 2" in shown
    assert '<del><span class="vh">[not here: </span>May' in shown


def test_versions_are_only_read(store_client: FlaskClient):
    for method in ("PUT", "DELETE"):
        for path in ("versions", "versions/1"):
            answer = store_client.open(f"{ADDRESS}/{path}", method=method, json=BODY)
            assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
            assert store_client.options(f"{ADDRESS}/{path}").headers["Allow"] == "GET, HEAD, OPTIONS"
