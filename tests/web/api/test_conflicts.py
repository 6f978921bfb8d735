"""Conflicts through HTTP: listed, found by earlier ids, judged."""

from urllib.parse import quote

from flask.testing import FlaskClient

from service.store import Store
from tests.web.api.stored import ANA, DRY, items, report_with


def test_the_newest_conflicts_come_first_where_asked(store_client: FlaskClient, filled: Store):
    filled.articles.save(report_with("d", (ANA, "The sea is calm.", ("former mayor", "Lima"))))
    seen, address = [], "/v1/conflicts?order=newest&limit=1"
    while address:
        answer = store_client.get(address)
        seen += items(answer)
        address = answer.headers["Link"].split(">")[0][1:] if "Link" in answer.headers else None
    assert [one["kind"] for one in seen] == ["affiliation", "wording"]
    assert all(one["found_at"] == one["changed_at"] for one in seen)
    later = store_client.get(f"/v1/conflicts?changed_since={quote(seen[0]['changed_at'])}")
    assert items(later) == seen[:1]
    first = store_client.get("/v1/conflicts?order=newest&limit=1").json["next"]
    assert store_client.get(f"/v1/conflicts?cursor={first}").json["type"] == "urn:quotes:problem:cursor"


def test_a_conflict_is_found_by_the_ids_that_it_had(store_client: FlaskClient, filled: Store):
    (before,) = items(store_client.get("/v1/conflicts"))
    filled.articles.save(report_with("d", (ANA, DRY.replace("dry", "half dry"))))
    (after,) = items(store_client.get("/v1/conflicts"))
    moved = store_client.get(f"/v1/conflicts/{before['id']}")
    assert (moved.status_code, moved.headers["Location"]) == (308, f"/v1/conflicts/{after['id']}")
    assert after["found_at"] == before["found_at"] < after["changed_at"]


def test_a_judged_conflict_stays_judged(store_client: FlaskClient, filled: Store):
    (conflict,) = items(store_client.get("/v1/conflicts"))
    path, body = f"/v1/conflicts/{conflict['id']}", {"status": "dismissed", "by": "desk", "reason": "A misprint."}
    assert store_client.patch(path, json=body, headers={"If-Match": '"old"'}).status_code == 412
    answer = store_client.patch(path, json=body).json
    assert answer == {**conflict, "status": "dismissed", "judgement": answer["judgement"]}
    assert (answer["judgement"]["judged_by"], answer["judgement"]["reason"]) == ("desk", "A misprint.")
    filled.articles.save(report_with("0", (ANA, DRY)))
    (later,) = items(store_client.get("/v1/conflicts"))
    assert later["status"] == "dismissed"
    assert len(later["claims"][0]["article_ids"]) == 2
    (judgement,) = items(store_client.get("/v1/judgements"))
    assert (judgement["judged_by"], judgement["reason"], judgement["verdict"]) == ("desk", "A misprint.", "dismissed")
    assert store_client.patch("/v1/conflicts/nothing", json=body).status_code == 404
