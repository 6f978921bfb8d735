"""`GET /version`."""

from flask.testing import FlaskClient

from service.store import Store
from service.version import MODELS, VERSION, build_of, measured_accuracy


def test_tells_what_answers(client: FlaskClient):
    answer = client.get("/version").json
    build = build_of(MODELS)
    assert (answer["version"], answer["code"]) == (VERSION, build.code)
    assert (answer["models"], answer["weights"]) == (build.models, build.weights)
    assert answer["store"] is None


def test_tells_the_measured_figures_and_of_what_they_are(client: FlaskClient):
    answer = client.get("/version").json
    accuracy = measured_accuracy()
    assert {figure["name"]: figure["per_cent"] for figure in answer["accuracy"]} == accuracy.figures
    assert answer["is_measured_build"] == (accuracy.build == build_of(MODELS))


def test_the_version_names_the_stores_revision(store_client: FlaskClient, store: Store):
    assert store_client.get("/version").json["store"] == store.revision
