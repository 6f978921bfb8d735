"""The project's own source text, for the tests that read it; each file is parsed once."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent


@cache
def source(path: Path) -> str:
    """The text of a file."""
    return path.read_text("utf-8")


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All nodes of a module's syntax tree; first the module itself."""
    return tuple(ast.walk(ast.parse(source(path))))


def named(path: Path) -> str:
    """How a failed test names the file."""
    return path.relative_to(ROOT).as_posix()
