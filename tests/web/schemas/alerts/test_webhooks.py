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
