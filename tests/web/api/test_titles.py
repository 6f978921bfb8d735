"""Quotations in titles, from the request to the conflict with another article: analysed, and stored."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.domain.queries import Filters, PageRequest
from service.store import Store
from service.store.webhooks.event_payloads import conflict_content
from tests.rough_parser import RoughParser
from tests.services import service_app
from tests.web.api.stored import items, post
from tests.web.pages import SoundPage

WORDS = "The wells of the valley are dry since the festival"
TITLED = {
    "id": "a",
    "outlet": "The Post",
    "title": f"“{WORDS},” said Pérez",
    "text": "The village has no water. The mayor, Ana Pérez, told nobody.",
}
OTHER = {"id": "b", "outlet": "The Star", "text": f"“{WORDS},” said Omar Haddad. The village has no water."}


@pytest.fixture
def client(store: Store, settings: Settings) -> FlaskClient:
    """A client of a service that finds speakers."""
    return service_app(settings, UseCases(RoughParser(), dependencies=Dependencies(store=store))).test_client()


def check(answer: dict[str, Any], conflict: dict[str, Any]) -> None:
    """The words stand where the answer says, and are another person's in the other article."""
    quoted = {one["article_id"]: one for one in answer["quotations"]}
    (part,) = quoted["a"]["parts"]
    assert (part["in"], TITLED["title"][part["start"] : part["end"]]) == ("title", part["exact"])
    assert {quoted["a"][name]["in"] for name in ("cue", "mention")} == {"title"}
    (other,) = quoted["b"]["parts"]
    assert (other["in"], OTHER["text"][other["start"] : other["end"]]) == ("text", other["exact"])
    assert quoted["a"]["statement_id"] == quoted["b"]["statement_id"] is not None
    assert (conflict["kind"], {claim["value"] for claim in conflict["claims"]}) == (
        "speaker",
        {"Ana Pérez", "Omar Haddad"},
    )
    places = {place["article_id"]: place for claim in conflict["claims"] for place in claim["evidence"]}
    assert {id_: place["in"] for id_, place in places.items()} == {"a": "title", "b": "text"}
    assert places["a"]["exact"] == part["exact"]


def test_a_title_is_analysed_and_contradicted(client: FlaskClient):
    answer = post(client, "/v1/analyses", {"articles": [TITLED, OTHER]}).json
    (conflict,) = answer["conflicts"]
    check(answer, conflict)


def test_a_title_is_stored_shown_and_contradicted(client: FlaskClient, store: Store):
    stored = [post(client, "/v1/articles", body).json for body in (TITLED, OTHER)]
    stored[0] = client.get("/v1/articles/a").json
    answer = {"quotations": [one for article in stored for one in article["quotations"]]}
    (conflict,) = items(client.get("/v1/conflicts"))
    check(answer, conflict)
    sentences = {
        place["sentence"]["in"]: place["sentence"]["exact"]
        for claim in conflict["claims"]
        for place in claim["evidence"]
    }
    assert (sentences["title"], sentences["text"]) == (TITLED["title"], OTHER["text"].split(". ")[0] + ".")
    (found,) = store.reader.conflicts(Filters(), PageRequest()).items
    assert json.loads(json.dumps(conflict_content(found))) == conflict, "what webhooks are told"
    page = client.get("/desk/articles/a").text
    SoundPage(page)
    assert '<h1>“<span id="a1-title-1" class="m quotation evidence disputed">' in page
    assert 'href="#a1-title-1"' in page
    assert "/desk/articles/a#a1-title-1" in client.get(f"/desk/conflicts/{conflict['id']}").text


def test_a_title_that_the_text_opens_with_is_quoted_once(client: FlaskClient):
    body = {"id": "c", "title": TITLED["title"], "text": f"{TITLED['title']}\n\n{TITLED['text']}"}
    (quotation,) = post(client, "/v1/analyses", {"articles": [body]}).json["quotations"]
    assert quotation["parts"][0]["in"] == "text"
