"""Conflicts through HTTP: listed, found by earlier ids, judged."""

from dataclasses import replace
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from service.config.api_keys import Scope, new_key
from service.config.settings import Settings
from service.store import Store
from tests.services import store_app
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


def test_a_review_says_which_claim_is_right_and_who_looks_into_it(store_client: FlaskClient, filled: Store):
    (conflict,) = items(store_client.get("/v1/conflicts"))
    path = f"/v1/conflicts/{conflict['id']}"
    found = {"right_claim": 1, "source": "https://port.example/minutes"}
    answer = store_client.patch(path, json={"status": "confirmed", "by": "Lee", "assignee": "Kim", **found}).json
    assert (answer["assignee"], answer["status"]) == ("Kim", "confirmed")
    assert {name: answer["judgement"][name] for name in found} == found
    assert answer["judgement"]["none_is_right"] is False
    freed = store_client.patch(path, json={"assignee": None, "by": "Lee"}).json
    assert freed == {**answer, "assignee": None}
    (judgement,) = items(store_client.get("/v1/judgements"))
    assert {name: judgement[name] for name in found} == found
    beyond = store_client.patch(path, json={"status": "confirmed", "by": "Lee", "right_claim": 2})
    assert (beyond.status_code, beyond.json["type"]) == (422, "urn:quotes:problem:judgement")
    assert beyond.json["errors"][0]["field"] == "/right_claim"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, ""),
        ({"reason": "So.", "assignee": "Kim"}, "/reason"),
        ({"none_is_right": True, "assignee": "Kim"}, "/none_is_right"),
        ({"status": "dismissed", "right_claim": 0}, "/status"),
        ({"status": "open", "none_is_right": True}, "/status"),
        ({"status": "confirmed", "none_is_right": True, "right_claim": 0}, "/none_is_right"),
        ({"status": "confirmed", "right_claim": "0"}, "/right_claim"),
        ({"status": "confirmed", "by": ""}, "/by"),
    ],
)
def test_a_review_that_makes_no_sense_is_refused(store_client: FlaskClient, filled: Store, body, field):
    (conflict,) = items(store_client.get("/v1/conflicts"))
    answer = store_client.patch(f"/v1/conflicts/{conflict['id']}", json={"by": "Lee", **body})
    assert (answer.status_code, [error["field"] for error in answer.json["errors"]]) == (422, [field])


def test_a_judgement_is_somebodys(store_client: FlaskClient, filled: Store):
    (conflict,) = items(store_client.get("/v1/conflicts"))
    path = f"/v1/conflicts/{conflict['id']}"
    for answer in (
        store_client.patch(path, json={"status": "confirmed"}),
        store_client.patch("/v1/conflicts", json={"conflict_ids": [conflict["id"]], "status": "confirmed"}),
        store_client.post(f"{path}/undo", json={}),
    ):
        assert (answer.status_code, answer.json["errors"][0]["field"]) == (422, "/by")


def test_where_keys_are_asked_for_their_names_judge(filled: Store, settings: Settings):
    secret, key = new_key("ana", [Scope.READ, Scope.WRITE])
    client = store_app(replace(settings, api_keys=(key,)), filled).test_client()
    headers = {"Authorization": f"Bearer {secret}"}
    (conflict,) = items(client.get("/v1/conflicts", headers=headers))
    path = f"/v1/conflicts/{conflict['id']}"
    for body in ({"status": "confirmed"}, {"status": "confirmed", "by": "Somebody Else"}):
        assert client.patch(path, json=body, headers=headers).json["judgement"]["judged_by"] == "ana"
    pair = {"subject": "statement", "first": "a:1", "second": "c:1", "verdict": "different", "by": "Eve"}
    assert client.post("/v1/judgements", json=pair, headers=headers).json["judged_by"] == "ana"
    client.post(f"{path}/undo", json={"by": "Eve"}, headers=headers)
    newest, *_ = client.get(f"{path}/judgements", headers=headers).json["judgements"]
    assert newest["withdrawn_by"] == "ana"


def test_a_decision_is_taken_back_and_both_are_in_the_history(store_client: FlaskClient, filled: Store):
    (conflict,) = items(store_client.get("/v1/conflicts"))
    path = f"/v1/conflicts/{conflict['id']}"
    store_client.patch(path, json={"status": "dismissed", "by": "Lee", "reason": "A misprint."})
    judged = store_client.patch(path, json={"status": "confirmed", "by": "Kim"}).json["judgement"]
    assert store_client.post(f"{path}/undo", json={"by": "Kim"}, headers={"If-Match": '"old"'}).status_code == 412
    undone = store_client.post(f"{path}/undo", json={"by": "Eve", "judged_at": judged["judged_at"]}).json
    assert (undone["status"], undone["judgement"]["reason"]) == ("dismissed", "A misprint.")
    again = store_client.post(f"{path}/undo", json={"by": "Eve", "judged_at": judged["judged_at"]})
    assert again.status_code == 409
    history = items(store_client.get(f"{path}/judgements"))
    shown = [(one["status"], one["judged_by"], one["holds"], one["withdrawn_by"]) for one in history]
    assert shown == [("confirmed", "Kim", False, "Eve"), ("dismissed", "Lee", True, None)]
    assert store_client.post("/v1/conflicts/nothing/undo", json={"by": "Eve"}).status_code == 404
    assert store_client.get("/v1/conflicts/nothing/judgements").status_code == 404


def test_several_conflicts_are_judged_or_none(store_client: FlaskClient, filled: Store):
    filled.articles.save(report_with("d", (ANA, "The sea is calm.", ("former mayor", "Lima"))))
    ids = [one["id"] for one in items(store_client.get("/v1/conflicts"))]
    body = {"conflict_ids": [*ids, ids[0]], "status": "dismissed", "by": "Lee", "was": "open"}
    answer = store_client.patch("/v1/conflicts", json=body)
    assert [(one["id"], one["status"]) for one in answer.json["conflicts"]] == [(id_, "dismissed") for id_ in ids]
    assert store_client.patch("/v1/conflicts", json=body).status_code == 409
    missing = {**body, "conflict_ids": [ids[0], "nothing"], "status": "confirmed", "was": None}
    assert store_client.patch("/v1/conflicts", json=missing).status_code == 404
    assert {one["status"] for one in items(store_client.get("/v1/conflicts"))} == {"dismissed"}
    assigned = {"conflict_ids": ids, "assignee": "Kim", "by": "Lee"}
    assert {one["assignee"] for one in store_client.patch("/v1/conflicts", json=assigned).json["conflicts"]} == {"Kim"}


def test_a_conflict_is_judged_by_an_id_that_it_had(store_client: FlaskClient, filled: Store):
    (before,) = items(store_client.get("/v1/conflicts"))
    filled.articles.save(report_with("d", (ANA, DRY.replace("dry", "half dry"))))
    for path in ("", "/undo", "/judgements"):
        method = {"": "PATCH", "/undo": "POST", "/judgements": "GET"}[path]
        body = {"": {"status": "confirmed", "by": "Lee"}, "/undo": {"by": "Lee"}, "/judgements": None}[path]
        answer = store_client.open(f"/v1/conflicts/{before['id']}{path}", method=method, json=body)
        assert (answer.status_code, answer.headers["Location"].endswith(path)) == (308, True)


@pytest.mark.parametrize(
    ("words", "is_found"),
    [("festival not", True), ("WELLS Pérez", True), ("perez", True), ("well", False), ("rain", False), ("%", False)],
)
def test_conflicts_are_found_by_all_words_of_their_claims(store_client: FlaskClient, filled: Store, words, is_found):
    assert bool(items(store_client.get(f"/v1/conflicts?words={quote(words)}"))) == is_found
