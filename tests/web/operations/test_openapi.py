"""openapi.yaml is written by the program, valid, and true to the routes."""

import re
import tomllib
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from service.version import VERSION
from service.web.api.examples import ANALYSIS_EXAMPLE, ARTICLES_EXAMPLE
from service.web.operations.openapi import openapi_yaml
from tests.contract import CONTRACT, TEXT

ROOT = Path(__file__).parents[3]
# Pages and files for people: no part of the contract.
NOT_IN_CONTRACT = {"/", "/keep", "/docs", "/docs/assets/<path:name>", "/static/<path:filename>", "/openapi.yaml"}


def test_the_committed_contract_is_the_programs():
    """Where this fails: `make openapi`, and look at the difference."""
    assert openapi_yaml() == TEXT


def test_the_contract_is_valid_openapi():
    validate(CONTRACT)


def test_the_contract_has_all_routes(app: Flask):
    rules = (rule for rule in app.url_map.iter_rules() if not rule.endpoint.startswith("desk."))
    routes = {rule.rule for rule in rules} - NOT_IN_CONTRACT
    assert {re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route) for route in routes} == set(CONTRACT["paths"])


def test_the_contract_tells_who_may_be_refused():
    """All callers but those of the open views."""
    for path in CONTRACT["paths"].values():
        for operation in (operation for name, operation in path.items() if name != "parameters"):
            is_open = operation.get("security") == []
            assert ({"401", "403", "429"} & set(operation["responses"]) == set()) == is_open


def test_the_version_is_the_packages():
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == VERSION


def test_everything_is_described():
    undescribed = [
        f"{name}.{field}"
        for name, schema in CONTRACT["components"]["schemas"].items()
        for field, about in schema["properties"].items()
        if not about.get("description") or not schema.get("description")
    ]
    assert undescribed == []


def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": CONTRACT["components"]})


def test_the_examples_are_as_the_contract_says():
    _validator("AnalysisRequest").validate(ARTICLES_EXAMPLE)
    _validator("Analysis").validate(ANALYSIS_EXAMPLE)


def test_answers_are_as_the_contract_says(client: FlaskClient):
    _validator("Analysis").validate(client.post("/v1/analyses", json=ARTICLES_EXAMPLE).json)


@pytest.mark.parametrize("path", ["/v1/nothing", "/v1/analyses"])
def test_problems_are_as_the_contract_says(client: FlaskClient, path: str):
    _validator("Problem").validate(client.get(path).json)


def test_the_example_tells_the_truth_about_its_texts():
    texts = {article["id"]: article["text"] for article in ANALYSIS_EXAMPLE["articles"]}
    assert list(texts.values()) == [article["text"] for article in ARTICLES_EXAMPLE["articles"]]
    for quotation in ANALYSIS_EXAMPLE["quotations"]:
        for span in quotation["parts"]:
            assert texts[quotation["article_id"]][span["start"] : span["end"]] == span["exact"]
