"""`/v1/searches` through HTTP."""

from flask.testing import FlaskClient

from service.store import Store

BODY = {"name": "Wells", "filters": {"words": "wells", "severity": "high", "since": "2024-05-01"}}
FILTERS = {
    **dict.fromkeys(("outlet", "speaker_id", "kind", "status", "until", "article_id")),
    **{"words": "wells", "severity": "high", "since": "2024-05-01T00:00:00.000+00:00"},
}


def test_a_search_is_saved_changed_and_removed(store_client: FlaskClient):
    answer = store_client.post("/v1/searches", json=BODY)
    made, address = answer.json, answer.headers["Location"]
    assert (answer.status_code, address, made["filters"]) == (201, f"/v1/searches/{made['id']}", FILTERS)
    assert store_client.get(address).json == made
    assert store_client.get("/v1/searches").json == {"searches": [made], "next": None}
    etag = store_client.get(address).headers["ETag"]
    changed = store_client.patch(address, json={"filters": {"kind": "wording"}}, headers={"If-Match": etag})
    assert (changed.json["name"], changed.json["filters"]["kind"], changed.json["filters"]["words"]) == (
        *("Wells", "wording"),
        None,
    )
    assert store_client.patch(address, json={"name": "Rain"}, headers={"If-Match": etag}).status_code == 412
    assert store_client.delete(address).status_code == 204
    for method in ("GET", "PATCH", "DELETE"):
        answer = store_client.open(address, method=method, json={} if method == "PATCH" else None)
        assert (answer.status_code, answer.json["type"]) == (404, "urn:quotes:problem:missing")


def test_two_searches_have_two_names(store_client: FlaskClient):
    store_client.post("/v1/searches", json=BODY)
    other = store_client.post("/v1/searches", json={**BODY, "name": "Rain"}).headers["Location"]
    assert store_client.post("/v1/searches", json=BODY).status_code == 409
    assert store_client.patch(other, json={"name": "Wells"}).status_code == 409
    assert store_client.patch(other, json={"name": "Rain"}).status_code == 200


def test_what_no_list_of_conflicts_takes_is_refused(store_client: FlaskClient):
    for filters in ({"limit": 3}, {"order": "newest"}, {"search_id": "s"}, {"severity": "grave"}, {"words": ""}):
        answer = store_client.post("/v1/searches", json={"name": "Wells", "filters": filters})
        assert (answer.status_code, answer.json["errors"][0]["field"]) == (422, f"/filters/{next(iter(filters))}")


def test_a_list_is_narrowed_by_a_saved_search(store_client: FlaskClient, filled: Store):
    (conflict,) = store_client.get("/v1/conflicts?kind=wording").json["conflicts"]
    for filters, more, n_found in (
        ({"words": conflict["summary"]}, "", 1),
        ({"severity": conflict["severity"]}, "&kind=wording", 1),
        ({"kind": "speaker"}, "&kind=wording", 0),
    ):
        name = f"{filters} {more}"
        id_ = store_client.post("/v1/searches", json={"name": name, "filters": filters}).json["id"]
        assert len(store_client.get(f"/v1/conflicts?search_id={id_}{more}").json["conflicts"]) == n_found
    assert store_client.get("/v1/conflicts?search_id=none").status_code == 404


def test_a_search_that_a_webhook_uses_stays(store_client: FlaskClient):
    search = store_client.post("/v1/searches", json=BODY).json["id"]
    webhook = {"url": "https://desk.example/", "events": ["conflict.created"], "search_id": search}
    address = store_client.post("/v1/webhooks", json=webhook).headers["Location"]
    assert store_client.get(address).json["search_id"] == search
    assert store_client.delete(f"/v1/searches/{search}").status_code == 409
    assert store_client.patch(address, json={"search_id": None}).json["search_id"] is None
    assert store_client.delete(f"/v1/searches/{search}").status_code == 204
    answer = store_client.patch(address, json={"search_id": search})
    assert (answer.status_code, answer.json["type"]) == (422, "urn:quotes:problem:webhook")
    assert answer.json["errors"][0]["field"] == "/search_id"
