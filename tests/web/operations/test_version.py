"""`GET /version`."""

from flask.testing import FlaskClient

from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.store import Store
from service.version import MODELS, VERSION, build_of, measured_accuracy
from tests.services import service_app


class _Readers:
    """Have loaded their models."""

    precision = "int8"


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


def test_it_tells_what_the_models_compute_with(client: FlaskClient, settings: Settings):
    assert client.get("/version").json["precision"] is None
    served = service_app(settings, UseCases(dependencies=Dependencies(readers=_Readers()))).test_client()
    assert served.get("/version").json["precision"] == "int8"
