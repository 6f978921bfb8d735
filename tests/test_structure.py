"""The measures of the house: short files, short functions, few parameters."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted([*(ROOT / "service").rglob("*.py"), *(ROOT / "clients").rglob("*.py")])
MOST_LINES = 250
MOST_FUNCTION_LINES = 40
MOST_PARAMETERS = 5
# Longer with a reason.
EXPLAINED: dict[str, str] = {}
# The rooms whose tests mirror them, file for file; the others are tested through the doors of the service.
MIRRORED = ("attribution/vocabulary", "config", "domain", "lexicon", "linking", "parsing", "runtime", "text")
# Tested elsewhere, or nothing to test.
WITHOUT_TEST_FILE = {
    "attribution/vocabulary/grammar": "names for relations and words",
    "parsing/annotation": "values and a protocol",
    "parsing/parser": "a protocol",
}
# Names that say nothing about what a module is for.
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "misc", "tools"}


def _functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]


def _parameters(function: ast.FunctionDef) -> int:
    arguments = function.args
    names = [each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    return len([name for name in names if name not in {"self", "cls"}])


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_are_short_and_named(path: Path):
    assert path.stem not in EMPTY_NAMES
    n_lines = path.read_text("utf-8").count("\n")
    assert n_lines <= MOST_LINES or path.name in EXPLAINED


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_are_short_and_take_little(path: Path):
    for function in _functions(path):
        assert function.end_lineno - function.lineno < MOST_FUNCTION_LINES, function.name
        assert _parameters(function) <= MOST_PARAMETERS, function.name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_say_what_they_are_for(path: Path):
    source = path.read_text("utf-8")
    assert not source.strip() or ast.get_docstring(ast.parse(source))


def _test_file(path: Path) -> Path:
    return ROOT / "tests" / path.relative_to(ROOT / "service").with_name(f"test_{path.name}")


def test_tests_mirror_the_rooms_that_decide():
    service = ROOT / "service"
    modules = [path for room in MIRRORED for path in (service / room).rglob("*.py") if path.stem != "__init__"]
    without = [path for path in modules if not _test_file(path).exists()]
    assert {path.relative_to(service).with_suffix("").as_posix() for path in without} == set(WITHOUT_TEST_FILE)
