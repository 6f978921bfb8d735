"""The committed contract, read once for all tests that look into it."""

from pathlib import Path
from typing import Any

import yaml

TEXT = (Path(__file__).parent.parent / "openapi.yaml").read_text("utf-8")
# By libyaml where it is there: the plain loader takes seconds.
CONTRACT: dict[str, Any] = yaml.load(TEXT, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
