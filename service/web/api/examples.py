"""The example of the contract, as the service answered it: two outlets, one statement, two positions."""

import json
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent.parent / "examples"

ARTICLES_EXAMPLE: dict[str, Any] = json.loads((_FOLDER / "request.json").read_text("utf-8"))
ANALYSIS_EXAMPLE: dict[str, Any] = json.loads((_FOLDER / "answer.json").read_text("utf-8"))
