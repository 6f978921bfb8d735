"""Exports by links on the desk."""

import csv
import json
import re
from dataclasses import replace
from html import unescape

import pytest
from flask.testing import FlaskClient

from service.config.api_keys import Scope, new_key
from service.config.settings import Settings
from service.domain.queries import Filters, PageRequest
from service.store import Store
from tests.services import store_app
from tests.web.desk.conftest import NOT_DRY

SECRET, KEY = new_key("reader", [Scope.READ])


def links(client: FlaskClient, path: str) -> dict[str, str]:
    """The page's links to exports, by their names."""
    found = re.findall(r'<a href="([^"]+)" download>([^<]+)</a>', client.get(path).text)
    return {label: unescape(address) for address, label in found}


@pytest.fixture
def signed_in(filled: Store, settings: Settings) -> FlaskClient:
    """The browser of who has signed in with a key that may read."""
    client = store_app(replace(settings, api_keys=(KEY,)), filled).test_client()
    client.post("/desk/sign-in", data={"key": SECRET})
    return client


def test_who_has_signed_in_exports_what_the_list_shows(signed_in: FlaskClient, filled: Store):
    addresses = links(signed_in, "/desk/?kind=wording&speaker=ana&order=gravest&cursor=")
    answer = signed_in.get(addresses["CSV"], headers={"Sec-Fetch-Site": "same-origin"})
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="conflicts.csv"'
    assert {row["kind"] for row in csv.DictReader(answer.text.splitlines())} == {"wording"}
    lines = signed_in.get(links(signed_in, "/desk/")["JSON lines"]).text.splitlines()
    shown = filled.reader.conflicts(Filters(), PageRequest()).items
    assert sorted(json.loads(line)["id"] for line in lines) == sorted(one.id for one in shown)
    assert links(signed_in, "/desk/?kind=speaker") == {}


def test_without_a_status_in_the_address_the_open_ones_are_exported(client: FlaskClient, filled: Store):
    (conflict,) = filled.reader.conflicts(Filters(kind="wording"), PageRequest()).items
    assert NOT_DRY in client.get(links(client, "/desk/")["CSV"]).text
    client.post(f"/desk/conflicts/{conflict.id}", data={"status": "confirmed", "by": "Lee", "right": "0"})
    assert links(client, "/desk/") == {}
    assert NOT_DRY not in client.get("/desk/exports/conflicts.csv").text
    addresses = links(client, "/desk/?status=")
    assert NOT_DRY in client.get(addresses["CSV"]).text
    reviews = client.get(addresses["ClaimReview (confirmed ones)"])
    assert reviews.mimetype == "application/ld+json"
    assert [one["reviewRating"]["ratingValue"] for one in reviews.json["@graph"]] == [5, 1]


def test_judgements_are_exported(client: FlaskClient, filled: Store):
    assert links(client, "/desk/judgements") == {}
    body = {"subject": "statement", "first": "a:1", "second": "c:1", "verdict": "different", "by": "=Lee"}
    client.post("/desk/judgements", data=body)
    addresses = links(client, "/desk/judgements")
    (row,) = csv.DictReader(client.get(addresses["CSV"]).text.splitlines())
    assert (row["verdict"], row["judged_by"]) == ("different", "'=Lee")
    assert json.loads(client.get(addresses["JSON lines"]).text)["judged_by"] == "=Lee"


def test_who_has_not_signed_in_exports_nothing(filled: Store, settings: Settings):
    client = store_app(replace(settings, api_keys=(KEY,)), filled).test_client()
    answer = client.get("/desk/exports/conflicts.csv")
    assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (303, "/desk/sign-in")
    assert client.get("/v1/exports/conflicts").status_code == 401


def test_the_cookie_counts_for_the_desk_alone(signed_in: FlaskClient):
    assert signed_in.get("/desk/exports/judgements.csv").status_code == 200
    assert signed_in.get("/v1/exports/judgements").status_code == 401


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_other_sites_can_have_nothing_exported(signed_in: FlaskClient, site: str):
    answer = signed_in.get("/desk/exports/conflicts.csv", headers={"Sec-Fetch-Site": site})
    assert (answer.status_code, answer.mimetype) == (403, "text/html")
    assert signed_in.post("/desk/exports/conflicts.csv").status_code == 405


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("conflicts.xml", 404),
        ("conflicts.csv?since=noon", 422),
        ("conflicts.csv?speaker=nobody", 422),
        ("conflicts.csv?search_id=nothing", 404),
    ],
)
def test_what_cannot_be_exported_is_told_on_a_page(client: FlaskClient, filled: Store, address: str, status: int):
    answer = client.get(f"/desk/exports/{address}")
    assert (answer.status_code, answer.mimetype) == (status, "text/html")
