"""Lexicon folders to try: a copy of the service's with other tables in it, and the service reading from that."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import service.lexicon

PACKAGED = Path(service.lexicon.__file__).parent
_READERS = ("service.lexicon", "service.attribution")


def copy_lexicon(folder: Path) -> Path:
    """The folder with the word lists and tables of the service in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in PACKAGED.glob("*.txt"):
        shutil.copy(path, folder / path.name)
    return folder


def write_table(path: Path, comment: str, rows: Mapping[str, str]) -> None:
    """A name and its value a line, under a comment."""
    head = "".join(f"# {line}\n" for line in comment.splitlines())
    path.write_text(head + "".join(f"{name} {value}\n" for name, value in rows.items()), encoding="utf-8")


@contextmanager
def lexicon_at(folder: Path) -> Iterator[None]:
    """Inside, attribution reads its word lists and tables from the folder and not from the package."""
    packaged = vars(service.lexicon)["files"]
    vars(service.lexicon)["files"] = lambda _: folder
    _forget_tables()
    try:
        yield
    finally:
        vars(service.lexicon)["files"] = packaged
        _forget_tables()


def _forget_tables() -> None:
    """Each table is read once and kept: by `functools.cache`, in the module that needs it."""
    modules = [module for name, module in sys.modules.items() if name.startswith(_READERS)]
    for function in [value for module in modules for value in vars(module).values()]:
        if hasattr(function, "cache_clear"):
            function.cache_clear()
