"""`POST /v1/analyses`: the shape of the answer."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.domain.queries import AnalysisOptions
from service.web import EXTENSION

BODY = {"articles": [{"id": "morning", "text": "“Yes,” he said."}, {"html": "<p>“No,” she said.</p>"}]}


def test_answers_with_every_part(client: FlaskClient):
    answer = client.post("/v1/analyses", json=BODY)
    assert answer.status_code == 200
    assert list(answer.json) == ["articles", "quotations", "speakers", "statements", "conflicts", "limits"]


def test_every_span_is_a_slice_of_its_article(client: FlaskClient):
    answer = client.post("/v1/analyses", json=BODY).json
    texts = {article["id"]: article["text"] for article in answer["articles"]}
    for quotation in answer["quotations"]:
        for span in [*quotation["parts"], quotation["cue"], quotation["mention"]]:
            assert span is None or texts[quotation["article_id"]][span["start"] : span["end"]] == span["exact"]
    for speaker in answer["speakers"]:
        for place in speaker["affiliations"]:
            assert texts[place["article_id"]][place["start"] : place["end"]] == place["text"]


def test_a_quotation_has_all_fields_of_the_contract(client: FlaskClient):
    said = client.post("/v1/analyses", json=BODY).json["quotations"][0]
    assert said == {
        "id": "morning:15",
        "article_id": "morning",
        "kind": "direct",
        "is_speech": True,
        "parts": [
            {"start": 15, "end": 40, "in": "text", "exact": "We will build the bridge,"},
            {"start": 87, "end": 98, "in": "text", "exact": "before May."},
        ],
        "cue": {"start": 42, "end": 46, "in": "text", "exact": "said"},
        "mention": {"start": 47, "end": 55, "in": "text", "exact": "Ana Ruiz"},
        "speaker_id": "s1",
        "unattributed_because": None,
        "reported_as": "said",
        "speaker_ids": ["s1"],
        "via": [],
        "statement_id": "t1",
        "confidence": 0.97,
        "evidence": ["subject_of_cue"],
    }


def test_a_conflict_has_claims_with_articles_and_a_diff(client: FlaskClient):
    wording, affiliation = client.post("/v1/analyses", json=BODY).json["conflicts"]
    assert wording["diff"][1] == {"op": "insert", "a": "", "b": "not"}
    assert [claim["article_ids"] for claim in wording["claims"]] == [["morning"], ["evening"]]
    assert affiliation["diff"] is None
    assert affiliation["claims"][0]["evidence"][0]["quotation_id"] is None


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("", AnalysisOptions()),
        ("?include=attitudes", AnalysisOptions(attitudes=True)),
        ("?min_confidence=0.7", AnalysisOptions(min_confidence=0.7)),
    ],
)
def test_options_are_asked_for(app: Flask, client: FlaskClient, query: str, options: AnalysisOptions):
    assert client.post(f"/v1/analyses{query}", json=BODY).status_code == 200
    assert app.extensions[EXTENSION].options == options


@pytest.mark.parametrize("query", ["include=thoughts", "min_confidence=2", "min_confidence=nan", "confidence=1"])
def test_other_options_are_refused(client: FlaskClient, query: str):
    assert client.post(f"/v1/analyses?{query}", json=BODY).status_code == 422
