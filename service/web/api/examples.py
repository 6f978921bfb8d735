"""The example of the contract, as the service answered it: two outlets, one statement, two positions."""

import json
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent.parent / "examples"

ARTICLES_EXAMPLE: dict[str, Any] = json.loads((_FOLDER / "request.json").read_text("utf-8"))
ANALYSIS_EXAMPLE: dict[str, Any] = json.loads((_FOLDER / "answer.json").read_text("utf-8"))
# What each operation was asked and answered once, by its name: written by `python -m scripts.record_examples`.
OPERATIONS_FILE = _FOLDER / "operations.json"


def operation_examples() -> dict[str, dict[str, Any]]:
    """By the name of the operation: `path` and `query` parameters, `request` and `response`, as far as it has them."""
    examples: dict[str, dict[str, Any]] = json.loads(OPERATIONS_FILE.read_text("utf-8"))
    return examples
