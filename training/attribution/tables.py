"""Tables to try: a folder of learnt tables, and the service reading from that instead of the ones it came with."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import service
from service.lexicon import tables

MODELS = Path(service.__file__).parent / "models"
PACKAGED = MODELS / "attribution"
_READERS = ("service.lexicon", "service.attribution", "service.linking")


def copy_tables(folder: Path) -> Path:
    """The folder with the tables of the service in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in PACKAGED.glob("*.txt"):
        shutil.copy(path, folder / path.name)
    return folder


def write_table(path: Path, comment: str, rows: Mapping[str, str]) -> None:
    """A name and its value a line, under a comment."""
    head = "".join(f"# {line}\n" for line in comment.splitlines())
    path.write_text(head + "".join(f"{name} {value}\n" for name, value in rows.items()), encoding="utf-8")


@contextmanager
def tables_at(folder: Path, *, room: str = "models/attribution") -> Iterator[None]:
    """Inside, the learnt tables of the room are read from the folder and not from the package."""
    packaged = tables.file_of

    def tried(name: str) -> object:
        found, _, table = name.rpartition("/")
        return folder / f"{table}.txt" if found == room else packaged(name)

    vars(tables)["file_of"] = tried
    _forget_tables()
    try:
        yield
    finally:
        vars(tables)["file_of"] = packaged
        _forget_tables()


def _forget_tables() -> None:
    """Each table is read once and kept: by `functools.cache`, in the module that needs it."""
    modules = [module for name, module in sys.modules.items() if name.startswith(_READERS)]
    for function in [value for module in modules for value in vars(module).values()]:
        if hasattr(function, "cache_clear"):
            function.cache_clear()
