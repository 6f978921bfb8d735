"""A copy of a store in SQLite's file, made while the service runs; PostgreSQL has a program of its own for that."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import make_url

from service.errors import StoreError

# Webhooks' secrets are in it.
_FOR_ITS_OWNER_ONLY = 0o600


def back_up(url: str, path: Path) -> int:
    """Copy the store at the URL to a new file, whole or not at all; how many articles the copy has.

    It holds everything that was committed before it began. Nobody waits for it: neither who reads nor who writes.
    Raises StoreError where that cannot be done.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        raise StoreError(
            f"The store is in PostgreSQL, which has a program for that: pg_dump --format=custom --file={path} "
            f"{parsed.set(drivername='postgresql').render_as_string()}"
        )
    part = path.with_name(f"{path.name}.part")
    try:
        with _new_file(path, part):
            n_articles = _copy(Path(parsed.database or ""), part)
            # Whole and on the disk before it has its name.
            part.rename(path)
            _sync(path.parent)
    except FileExistsError as error:
        raise StoreError(f"{error.filename} is there already.") from error
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}.") from error
    except sqlite3.Error as error:
        raise StoreError(f"The store cannot be copied: {error}.") from error
    return n_articles


@contextmanager
def _new_file(path: Path, part: Path) -> Iterator[None]:
    """A file beside the one to be, which is taken away at the end."""
    if path.exists():
        raise FileExistsError(0, "", str(path))
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _FOR_ITS_OWNER_ONLY))
    try:
        yield
    finally:
        part.unlink(missing_ok=True)


def _copy(file: Path, part: Path) -> int:
    source = f"{file.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(source, uri=True)) as store, closing(sqlite3.connect(part)) as copy:
        # In one go: between two, a write would have it begin again and again.
        store.backup(copy)
        # Without a log beside it, the copy is one file.
        copy.execute("PRAGMA journal_mode=DELETE")
        (found,) = copy.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise StoreError(f"The store is damaged: {found}.")
        (n_articles,) = copy.execute("SELECT count(*) FROM articles").fetchone()
        return int(n_articles)


def _sync(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
