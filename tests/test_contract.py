"""The contract in short: requests by openapi.yaml to the app, each answer held against it; `make contract` has more."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import schemathesis
from flask import Flask
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from bench.contract_checks import valid_data_acceptance, wrong_data_rejection
from service import create_app
from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.jobs.batches import Batches
from tests.linking.reports import report
from tests.rounds import rounds
from tests.services import NoParser, new_store

# Schemathesis takes seconds to make the requests.
pytestmark = pytest.mark.slow

REPLACED = [positive_data_acceptance, negative_data_rejection]
# Some hundreds of requests, the same ones every time.
MADE = {
    "seed": 1,
    "cache": {"enabled": False},
    "generation": {"max-examples": rounds(2, 8), "deterministic": True, "database": "none"},
}
# Read when the test begins: as parameters, all operations would be prepared by each parallel worker, for seconds.
CONTRACT = schemathesis.pytest.from_fixture("contract")
CHECKS = {"additional_checks": [valid_data_acceptance, wrong_data_rejection], "excluded_checks": REPLACED}


@pytest.fixture(scope="module")
def contract() -> BaseSchema:
    """The committed contract; each operation is a subtest."""
    return schemathesis.openapi.from_path(
        Path(__file__).parent.parent / "openapi.yaml", config=schemathesis.Config.from_dict(MADE)
    )


@pytest.fixture(scope="module")
def service(tmp_path_factory) -> Iterator[Flask]:
    """An app whose store has a conflict."""
    folder = tmp_path_factory.mktemp("contract")
    store = new_store(folder)
    for article_id, words in (
        ("a", "The wells have been dry since May."),
        ("b", "The wells have not been dry since May."),
    ):
        store.articles.save(report(article_id, ("Ana Ruiz", words)))
    use_cases = UseCases(NoParser(), dependencies=Dependencies(store=store, batches=Batches(store, wake=lambda: None)))
    yield create_app(replace(Settings(), seeds=folder), use_cases=use_cases)
    store.close()


@pytest.fixture(autouse=True)
def renamed(request: pytest.FixtureRequest):
    """Schemathesis names a failure after its operation by an attribute that pytest has no longer."""
    request.node._nodeid = request.node.nodeid


# In two parts, for two workers.
@CONTRACT.include(method="GET").parametrize()
def test_answers_to_questions_are_as_the_contract_says(case: schemathesis.Case, service: Flask):
    case.call_and_validate(app=service, **CHECKS)


@CONTRACT.exclude(method="GET").parametrize()
def test_answers_to_orders_are_as_the_contract_says(case: schemathesis.Case, service: Flask):
    case.call_and_validate(app=service, **CHECKS)
