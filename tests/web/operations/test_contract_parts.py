"""Names, examples and messages of the contract; the examples are what the service answers."""

import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from scripts.record_examples import MADE_BY_CLOCK_OR_CHANCE, recorded
from service import create_app
from service.config.settings import Settings
from service.domain.webhooks import Event
from service.web import EXTENSION
from service.web.api.examples import operation_examples
from service.web.operations.contract_parts import operations
from service.web.operations.operation_ids import OPERATION_IDS
from tests.contract import CONTRACT

OPERATIONS = [operation for _, _, operation in operations(CONTRACT["paths"])]
MESSAGES = [item["post"] for item in CONTRACT["webhooks"].values()]
# Ids of webhooks, messages, searches and jobs.
_BY_CHANCE = re.compile(r"(wh_|msg_|search_|j)[0-9a-f]{16,}")
BY_ID = {operation["operationId"]: operation for operation in [*OPERATIONS, *MESSAGES]}


def _exemplified(operation: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Any]]:
    """The schemas of an operation with their examples."""
    answers = [answer for status, answer in operation["responses"].items() if status.startswith("2")]
    for part in [operation.get("requestBody", {}), *answers]:
        for media_type, content in part.get("content", {}).items():
            if "example" in content and "ndjson" not in media_type and "jsonl" not in media_type:
                yield content["schema"], content["example"]
    for parameter in operation.get("parameters", []):
        if "example" in parameter:
            yield parameter["schema"], parameter["example"]


def test_every_operation_has_a_name_of_its_own():
    names = [operation["operationId"] for operation in [*OPERATIONS, *MESSAGES]]
    assert len(set(names)) == len(names)
    assert set(OPERATION_IDS.values()) == {operation["operationId"] for operation in OPERATIONS}


@pytest.mark.parametrize("name", BY_ID)
def test_examples_are_as_their_schemas_say(name: str):
    for schema, example in _exemplified(BY_ID[name]):
        Draft202012Validator({**schema, "components": CONTRACT["components"]}).validate(example)


@pytest.mark.parametrize("operation", [*OPERATIONS, *MESSAGES], ids=lambda operation: operation["operationId"])
def test_requests_and_answers_have_an_example(operation: dict[str, Any]):
    answers = [answer for status, answer in operation["responses"].items() if status.startswith("2")]
    for part in [operation.get("requestBody", {}), answers[0]]:
        if "content" in part:
            assert "example" in next(iter(part["content"].values()))


def test_all_events_that_can_be_asked_for_are_described():
    assert set(CONTRACT["webhooks"]) == set(Event) - {Event.WEBHOOK_TEST}


def _told(value: Any, key: str = "") -> Any:
    """The value without what clock and chance have made."""
    if key in MADE_BY_CLOCK_OR_CHANCE and value is not None:
        return "…"
    if isinstance(value, dict):
        return {name: _told(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_told(inner) for inner in value]
    return "…" if isinstance(value, str) and _BY_CHANCE.fullmatch(value) else value


@pytest.mark.model
def test_the_examples_are_what_the_service_answers(settings: Settings, tmp_path: Path):
    """Where this fails: `python -m scripts.record_examples`, then `make openapi`, and look at the difference."""
    client = create_app(replace(settings, database_url=f"sqlite:///{tmp_path}/quotes.sqlite")).test_client()
    deadline = time.monotonic() + 120
    while client.get("/readyz").status_code != 200 and time.monotonic() < deadline:
        time.sleep(0.1)
    examples, again = operation_examples(), recorded(client)
    client.application.extensions[EXTENSION].close()
    for name in set(examples) - {
        "getMetrics",
        "getVersion",
        "exportQuotations",
        "exportConflicts",
        "exportJudgements",
        "getConflictFeed",
    }:
        assert _told(again[name]) == _told(examples[name]), json.dumps(again[name], ensure_ascii=False)
