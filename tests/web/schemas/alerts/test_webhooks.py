"""Which webhooks can be registered."""

import pytest
from flask.testing import FlaskClient

from tests.store.receiver import SECRET

BODY = {"url": "https://desk.example/quotes", "events": ["conflict.created"]}


@pytest.mark.parametrize(
    ("given", "pointer"),
    [
        ({"url": "desk.example"}, "/url"),
        ({"url": "ftp://desk.example/"}, "/url"),
        ({"url": "https://desk.example/\0"}, "/url"),
        ({"url": "mailto:"}, "/url"),
        ({"url": "mailto:lee@news.example?bcc=all@news.example"}, "/url"),
        ({"url": "mailto:lee@news.example,all@news.example"}, "/url"),
        ({"url": "mailto:lee@news.example\nBcc: all@news.example"}, "/url"),
        ({"daily_at": 24}, "/daily_at"),
        ({"daily_at": "6"}, "/daily_at"),
        ({"daily_at": 6.5}, "/daily_at"),
        ({"daily_at": True}, "/daily_at"),
        ({"events": []}, "/events"),
        ({"events": ["webhook.test"]}, "/events/0"),
        ({"secret": "c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0"}, "/secret"),
        ({"secret": "whsec_c2VjcmV0"}, "/secret"),
        ({"secret": "whsec_é"}, "/secret"),
        ({"secrets": SECRET}, "/secrets"),
    ],
)
def test_what_is_not_a_webhook_is_refused(store_client: FlaskClient, given, pointer):
    answer = store_client.post("/v1/webhooks", json={**BODY, **given})
    assert (answer.status_code, answer.json["errors"][0]["field"]) == (422, pointer)
    assert SECRET not in answer.text


def test_a_whole_number_may_have_a_point(store_client: FlaskClient):
    address = store_client.post("/v1/webhooks", json={**BODY, "daily_at": None}).headers["Location"]
    answer = store_client.patch(address, json={"daily_at": 6.0})
    # Read, and refused for what stands behind the form: it is no e-mail.
    assert (answer.status_code, answer.json["type"]) == (422, "urn:quotes:problem:webhook")
