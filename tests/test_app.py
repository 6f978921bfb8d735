"""The factory: what holds for all answers."""

from flask.testing import FlaskClient

BODY = {"articles": [{"id": "morning", "text": "“Yes,” he said."}, {"html": "<p>“No,” she said.</p>"}]}


def test_letters_are_sent_as_they_are(client: FlaskClient):
    assert "“We will".encode() in client.post("/v1/analyses", json=BODY).data
