"""The client by itself: what it needs, and what of the contract it repeats."""

import ast
import subprocess
import sys
import tomllib
from enum import StrEnum
from pathlib import Path

import pytest

from quotes_client import enumerations
from quotes_client.version import VERSION
from service.version import VERSION as SERVICE_VERSION
from tests.contract import CONTRACT

ROOT = Path(__file__).parents[2]
CLIENT = ROOT / "clients" / "python"
PROJECT = tomllib.loads((CLIENT / "pyproject.toml").read_text("utf-8"))["project"]
ENUMERATIONS = [each for each in vars(enumerations).values() if isinstance(each, type) and each.__base__ is StrEnum]


def _imports() -> set[str]:
    found = set()
    for path in CLIENT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add((node.module or "").split(".")[0])
    return found


def _lists_of_values(part: object) -> set[tuple[str, ...]]:
    """Every `enum` of the contract, wherever it stands."""
    if isinstance(part, list):
        return set().union(*map(_lists_of_values, part))
    if not isinstance(part, dict):
        return set()
    found = set().union(*map(_lists_of_values, part.values()))
    if isinstance(part.get("enum"), list):
        found.add(tuple(sorted(value for value in part["enum"] if value is not None)))
    return found


def test_it_needs_what_it_declares_and_nothing_of_the_service():
    declared = {requirement.partition(">")[0].replace("-", "_") for requirement in PROJECT["dependencies"]}
    assert _imports() - set(sys.stdlib_module_names) - {"quotes_client"} == declared


@pytest.mark.slow
def test_its_help_loads_no_http_library():
    program = "import sys, quotes_client.cli.commands; print({*sys.modules} & {'requests', 'urllib3'})"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout == b"set()\n"


def test_it_has_the_services_version():
    assert VERSION == SERVICE_VERSION


@pytest.mark.parametrize("kind", ENUMERATIONS, ids=lambda kind: kind.__name__)
def test_its_values_are_those_of_the_contract(kind: type[StrEnum]):
    assert tuple(sorted(kind)) in _lists_of_values(CONTRACT)
