"""Exports through HTTP."""

import csv
import json

import pytest
from flask.testing import FlaskClient

from service.store import Store
from tests.web.api.stored import NOT_DRY, items


def test_quotations_are_exported_in_other_formats(store_client: FlaskClient, filled: Store):
    for name, media_type in (("jsonl", "application/x-ndjson"), ("csv", "text/csv"), ("schema.org", "application/ld")):
        answer = store_client.get(f"/v1/exports?format={name}")
        assert answer.content_type.startswith(media_type)
        assert answer.text.count(NOT_DRY) == 1 + (name == "jsonl")
    lines = store_client.get("/v1/exports?outlet=The Post").text.splitlines()
    assert [json.loads(line)["article_id"] for line in lines] == ["a", "c"]
    assert store_client.get("/v1/exports?format=xml").status_code == 422


@pytest.fixture
def confirmed(store_client: FlaskClient, filled: Store) -> dict:
    """A conflict of which the first side is right."""
    (conflict,) = items(store_client.get("/v1/conflicts"))
    body = {"status": "confirmed", "by": "Lee", "right_claim": 0, "reason": "=1+1", "source": "https://port.example/1"}
    return store_client.patch(f"/v1/conflicts/{conflict['id']}", json=body).json


def test_conflicts_are_exported_as_the_list_has_them(store_client: FlaskClient, confirmed: dict):
    lines = store_client.get("/v1/exports/conflicts").text.splitlines()
    assert [json.loads(line) for line in lines] == [confirmed]
    assert store_client.get("/v1/exports/conflicts?status=open").text == ""
    assert store_client.get("/v1/exports/conflicts?format=xml").status_code == 422
    assert store_client.get("/v1/exports/conflicts?limit=1").status_code == 422
    for name in ("jsonl", "csv", "claim-review"):
        assert store_client.get(f"/v1/exports/conflicts?search_id=nothing&format={name}").status_code == 404


def test_tables_have_a_row_for_each_side_and_no_formulas(store_client: FlaskClient, confirmed: dict):
    answer = store_client.get("/v1/exports/conflicts?format=csv")
    assert answer.content_type == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(answer.text.splitlines()))
    assert [row["words"] for row in rows] == [claim["value"] for claim in confirmed["claims"]]
    assert [row["is_right"] for row in rows] == ["True", "False"]
    assert {row["reason"] for row in rows} == {"'=1+1"}
    (judgement,) = csv.DictReader(store_client.get("/v1/exports/judgements?format=csv").text.splitlines())
    assert (judgement["verdict"], judgement["right_claim"], judgement["reason"]) == ("confirmed", "0", "'=1+1")


def test_judgements_are_exported_as_the_list_has_them(store_client: FlaskClient, confirmed: dict):
    lines = store_client.get("/v1/exports/judgements").text.splitlines()
    assert [json.loads(line) for line in lines] == items(store_client.get("/v1/judgements"))


def test_confirmed_conflicts_are_reviews_of_claims(store_client: FlaskClient, confirmed: dict):
    answer = store_client.get(f"/v1/conflicts/{confirmed['id']}/claim-review")
    assert answer.content_type == "application/ld+json"
    right, wrong = answer.json["@graph"]
    assert right["url"] == f"http://localhost/desk/conflicts/{confirmed['id']}"
    assert [one["reviewRating"]["ratingValue"] for one in (right, wrong)] == [5, 1]
    exported = store_client.get("/v1/exports/conflicts?format=claim-review")
    assert json.loads(exported.text) == answer.json
    store_client.patch(f"/v1/conflicts/{confirmed['id']}", json={"status": "dismissed", "by": "Lee"})
    assert store_client.get(f"/v1/conflicts/{confirmed['id']}/claim-review").status_code == 409
    assert json.loads(store_client.get("/v1/exports/conflicts?format=claim-review").text)["@graph"] == []
