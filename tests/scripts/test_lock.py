"""The lock file, which `make` installs without a resolver, names exactly what `pip install .` would install."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.scripts.installed import needed

ROOT = Path(__file__).parents[2]
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PINS = {canonicalize_name(name) for name in re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE)}


def test_it_names_exactly_what_the_project_needs():
    found: set[str] = set()
    for line in DECLARED:
        needed(Requirement(line), found)
    assert found == PINS
