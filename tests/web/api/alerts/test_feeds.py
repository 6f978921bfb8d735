"""`/v1/conflicts.atom` through HTTP."""

from dataclasses import replace

import feedparser
from flask.testing import FlaskClient

from service.config.settings import Settings
from service.store import Store
from tests.services import store_app

ADDRESS = "/v1/conflicts.atom"


def test_the_feed_has_what_the_list_has(store_client: FlaskClient, filled: Store):
    for query in ("", "?kind=wording", "?outlet=The%20Star", "?severity=low", "?words=snow"):
        answer = store_client.get(ADDRESS + query)
        listed = store_client.get(f"/v1/conflicts{query}{'&' if query else '?'}order=newest").json["conflicts"]
        read = feedparser.parse(answer.data)
        assert (answer.status_code, answer.mimetype, read.bozo) == (200, "application/atom+xml", False)
        assert [entry.title for entry in read.entries] == [conflict["summary"] for conflict in listed]
        assert [entry.updated for entry in read.entries] == [conflict["changed_at"] for conflict in listed]


def test_a_reader_that_has_it_gets_nothing(store_client: FlaskClient, filled: Store):
    etag = store_client.get(ADDRESS).headers["ETag"]
    again = store_client.get(ADDRESS, headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")


def test_a_feed_keeps_its_id_from_page_to_page(store_client: FlaskClient, filled: Store):
    whole, short, other = (
        feedparser.parse(store_client.get(ADDRESS + query).data).feed.id for query in ("", "?limit=1", "?kind=wording")
    )
    assert whole == short != other


def test_a_saved_search_has_a_feed_of_its_name(store_client: FlaskClient, filled: Store):
    body = {"name": "Wordings", "filters": {"kind": "wording"}}
    search_id = store_client.post("/v1/searches", json=body).json["id"]
    read = feedparser.parse(store_client.get(f"{ADDRESS}?search_id={search_id}").data)
    assert (read.feed.title, [entry.tags[0].term for entry in read.entries]) == ("Conflicts: Wordings", ["wording"])
    assert store_client.get(f"{ADDRESS}?search_id=none").status_code == 404


def test_links_lead_to_the_public_address(filled: Store, settings: Settings):
    client = store_app(replace(settings, public_url="https://quotes.example"), filled).test_client()
    read = feedparser.parse(client.get(f"{ADDRESS}?kind=wording").data)
    assert read.entries[0].link.startswith("https://quotes.example/desk/conflicts/")
    assert read.feed.links[0].href == f"https://quotes.example{ADDRESS}?kind=wording"


def test_other_parameters_are_refused(store_client: FlaskClient):
    assert store_client.get(f"{ADDRESS}?order=gravest").status_code == 422
