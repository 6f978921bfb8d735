"""The lock file, which `make` installs without a resolver, names exactly what `pip install .` would install."""

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PINS = {canonicalize_name(name) for name in re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE)}


def _needed(requirement: Requirement, found: set[str]) -> set[str]:
    """This package and all that it needs; an extra counts only as it is spelled, as for pip before 23.3."""
    name = canonicalize_name(requirement.name)
    package = distribution(name)
    extras = requirement.extras & set(package.metadata.get_all("Provides-Extra") or ())
    found.add(name)
    for line in package.requires or ():
        needed = Requirement(line)
        is_wanted = needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in ("", *extras))
        is_known = canonicalize_name(needed.name) in found and not needed.extras
        if is_wanted and not is_known:
            _needed(needed, found)
    return found


def test_it_names_exactly_what_the_project_needs():
    found: set[str] = set()
    for line in DECLARED:
        _needed(Requirement(line), found)
    assert found == PINS
