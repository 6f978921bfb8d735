"""An analysis in the shape of the answer."""

from flask.testing import FlaskClient

BODY = {"articles": [{"id": "morning", "text": "“Yes,” he said."}, {"html": "<p>“No,” she said.</p>"}]}


def test_what_is_not_speech_has_neither_speaker_nor_statement(client: FlaskClient):
    gift = client.post("/v1/analyses", json=BODY).json["quotations"][1]
    assert gift["is_speech"] is False
    assert (gift["speaker_id"], gift["statement_id"], gift["unattributed_because"]) == (
        None,
        None,
        "not_speech",
    )


def test_articles_list_their_quotations(client: FlaskClient):
    morning, evening = client.post("/v1/analyses", json=BODY).json["articles"]
    assert morning["quotations"] == ["morning:15", "morning:118", "morning:147"]
    assert evening["quotations"] == ["evening:1"]
