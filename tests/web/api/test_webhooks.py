"""`/v1/webhooks` through HTTP, and what its messages hold."""

import pytest
from flask.testing import FlaskClient

from service import create_app
from service.application.use_cases import UseCases
from service.config.api_keys import Scope, new_key
from service.config.settings import Settings
from service.outbound.http_client import Guard
from service.store import Store
from tests.linking.reports import report
from tests.store.receiver import SECRET, receiving
from tests.webhooks.sending import deliver_due

ANA = "Ana Pérez"
DRY = "The wells of the valley have been dry since the spring festival."
BODY = {"url": "https://desk.example/quotes", "events": ["conflict.created"]}


def test_the_secret_is_shown_once(store_client: FlaskClient):
    answer = store_client.post("/v1/webhooks", json=BODY)
    made = dict(answer.json)
    assert (answer.status_code, answer.headers["Location"]) == (201, f"/v1/webhooks/{made['id']}")
    assert made.pop("secret").startswith("whsec_")
    assert made == store_client.get(answer.headers["Location"]).json
    assert store_client.get("/v1/webhooks").json == {"webhooks": [made], "next": None}
    assert (made["active"], made["inactive_because"], made["events"]) == (True, None, ["conflict.created"])


def test_a_webhook_is_changed_and_removed(store_client: FlaskClient):
    address = store_client.post("/v1/webhooks", json={**BODY, "secret": SECRET}).headers["Location"]
    etag = store_client.get(address).headers["ETag"]
    changed = store_client.patch(
        address, json={"active": False, "events": ["job.finished"]}, headers={"If-Match": etag}
    )
    assert (changed.json["active"], changed.json["events"]) == (False, ["job.finished"])
    assert store_client.patch(address, json={"active": True}, headers={"If-Match": etag}).status_code == 412
    assert store_client.patch(address, json={}).json == changed.json
    assert [store_client.patch(address, json={"active": given}).status_code for given in ("no", 0)] == [422, 422]
    assert store_client.post(f"{address}/test").status_code == 202
    assert store_client.delete(address).status_code == 204
    for method, path in (("GET", ""), ("PATCH", ""), ("DELETE", ""), ("POST", "/test"), ("GET", "/deliveries")):
        answer = store_client.open(address + path, method=method, json={} if method == "PATCH" else None)
        assert (answer.status_code, answer.json["type"]) == (404, "urn:quotes:problem:missing")


@pytest.mark.slow
def test_a_message_holds_what_the_api_shows(store_client: FlaskClient, store: Store):
    with receiving() as receiver:
        store_client.post("/v1/webhooks", json={"url": receiver.url, "events": ["conflict.created"], "secret": SECRET})
        store.articles.save(report("a", (ANA, DRY, ("mayor", "Lima"))))
        store.articles.save(report("b", (ANA, DRY.replace("dry", "not dry"), ("former mayor", "Lima"))))
        assert deliver_due(store.outbox, Guard(allows_private=True)) == 2
    told = {message["data"]["id"]: message["data"] for message in receiver.verified()}
    assert told == {one["id"]: one for one in store_client.get("/v1/conflicts").json["conflicts"]}


@pytest.mark.slow
def test_a_webhook_can_be_tried_out(store_client: FlaskClient, store: Store):
    with receiving(500, 204) as receiver:
        body = {"url": receiver.url, "events": ["job.finished"], "secret": SECRET}
        address = store_client.post("/v1/webhooks", json=body).headers["Location"]
        waiting = store_client.post(f"{address}/test").json
        assert (waiting["status"], waiting["attempted_at"], waiting["n_attempts"]) == ("pending", None, 0)
        assert deliver_due(store.outbox, Guard(allows_private=True)) == 1
        store_client.post(f"{address}/test")
        assert deliver_due(store.outbox, Guard(allows_private=True)) == 1
    (message, _) = receiver.verified()
    assert (message["type"], message["data"]) == ("webhook.test", {"webhook_id": address.split("/")[-1]})
    newest, first = store_client.get(f"{address}/deliveries").json["deliveries"]
    assert (newest["status"], newest["due_at"], newest["n_attempts"]) == ("delivered", None, 1)
    assert (first["id"], first["status"]) == (waiting["id"], "pending")
    assert (first["detail"], first["due_at"] > first["attempted_at"]) == (
        "The webhook responded with status 500.",
        True,
    )


def test_deliveries_go_on_by_cursors(store_client: FlaskClient):
    address = store_client.post("/v1/webhooks", json=BODY).headers["Location"]
    ids = [store_client.post(f"{address}/test").json["id"] for _ in range(3)]
    page = store_client.get(f"{address}/deliveries?limit=2").json
    rest = store_client.get(f"{address}/deliveries?limit=2&cursor={page['next']}").json
    assert [one["id"] for one in (*page["deliveries"], *rest["deliveries"])] == ids[::-1]


def test_webhooks_are_for_who_runs_the_service(use_cases: UseCases, settings: Settings):
    """Who could add one would read all conflicts; who could read one, its URL."""
    keys = dict(new_key(scope.value, [scope]) for scope in Scope)
    settings = Settings(seeds=settings.seeds, api_keys=tuple(keys.values()))
    store_client = create_app(settings, use_cases=use_cases).test_client()
    for secret, key in keys.items():
        headers = {"Authorization": f"Bearer {secret}"}
        is_admin = Scope.ADMIN in key.scopes
        assert store_client.get("/v1/webhooks", headers=headers).status_code == (200 if is_admin else 403)
        assert store_client.post("/v1/webhooks", json=BODY, headers=headers).status_code == (201 if is_admin else 403)
