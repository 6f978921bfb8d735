"""The measures of the house: short files, short functions, few parameters."""

import ast
from pathlib import Path

from tests.sources import ROOT, named, nodes, source

MODULES = sorted([*(ROOT / "service").rglob("*.py"), *(ROOT / "clients").rglob("*.py")])
MOST_LINES = 250
MOST_FUNCTION_LINES = 40
MOST_PARAMETERS = 5
# Longer with a reason.
EXPLAINED: dict[str, str] = {}
# Modules without a test file of their name: declarations that decide nothing, and what starts the command.
WITHOUT_TEST_FILE = {
    "__main__": "starts the command, whose tests are in tests/cli",
    "application/dependencies": "values",
    "attribution/utterance": "a value",
    "attribution/vocabulary/grammar": "names for relations and words",
    "domain/versions": "values",
    "errors": "the family of errors; tests/web/middleware/test_problems.py holds that each has a status",
    "parsing/annotation": "values and a protocol",
    "parsing/parser": "a protocol",
    "reader": "starts the process whose tests are in tests/readers",
    "store/sql/editing_tables": "tables, which tests/store/test_schema.py compares with the migrations",
    "store/sql/job_tables": "tables",
    "store/sql/tables": "tables",
    "store/sql/webhook_tables": "tables",
    "web/api/examples": "recorded examples, which tests/web/operations/test_contract_parts.py validates",
    "web/operations/operation_ids": "a table, which test_contract_parts.py beside it compares with the routes",
    "web/schemas/analysis": "fields of the contract, which tests/web/operations/test_openapi.py looks over",
    "web/schemas/jobs": "fields of the contract",
    "web/schemas/failures/problems": "fields of the contract",
    "web/schemas/states": "fields of the contract",
    "web/schemas/stored": "fields of the contract",
}
# Names that say nothing about what a module is for.
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "misc", "tools"}


def _functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in nodes(path) if isinstance(node, ast.FunctionDef)]


def _parameters(function: ast.FunctionDef) -> int:
    arguments = function.args
    names = [each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    return len([name for name in names if name not in {"self", "cls"}])


def test_files_are_short():
    lengths = {named(path): source(path).count("\n") for path in MODULES if path.name not in EXPLAINED}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def test_files_have_names_that_say_something():
    assert [named(path) for path in MODULES if path.stem in EMPTY_NAMES] == []


def test_functions_are_short_and_take_little():
    functions = [(named(path), function) for path in MODULES for function in _functions(path)]
    long = [(name, each.name) for name, each in functions if each.end_lineno - each.lineno >= MOST_FUNCTION_LINES]
    greedy = [(name, each.name) for name, each in functions if _parameters(each) > MOST_PARAMETERS]
    assert (long, greedy) == ([], [])


def test_modules_say_what_they_are_for():
    assert [named(path) for path in MODULES if source(path).strip() and not ast.get_docstring(nodes(path)[0])] == []


def _test_file(path: Path) -> Path:
    return ROOT / "tests" / path.relative_to(ROOT / "service").with_name(f"test_{path.name}")


def test_each_module_has_a_test_file_at_the_mirrored_place():
    service = ROOT / "service"
    modules = [path for path in service.rglob("*.py") if path.stem != "__init__" and "migrations" not in path.parts]
    without = [path for path in modules if not _test_file(path).exists()]
    assert {path.relative_to(service).with_suffix("").as_posix() for path in without} == set(WITHOUT_TEST_FILE)
