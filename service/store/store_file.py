"""The file of a store in SQLite, and its log: whether they are still those that were opened, and can be written."""

import os
import sqlite3
from pathlib import Path

from service.errors import StoreError

# An article with all that follows takes well under one; SQLite's log is carried over at 32.
_FEWEST_FREE_MEGABYTES = 64
_MEGABYTE = 1024 * 1024

# Which file it is, whatever its name; None if there is none.
_Identity = tuple[int, int] | None
_LOG = ("-wal", "-shm")


def log_identity(path: Path) -> tuple[_Identity, ...]:
    """The two files of the log beside a file, in which articles lie before they are carried over to it.

    While a connection is open, SQLite removes neither. When somebody else does, who has them open goes on writing to
    them, and what is written is gone with the last one who has.
    """
    return tuple([_identity(path.with_name(path.name + ending)) for ending in _LOG])


def _identity(path: Path) -> _Identity:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def carry_over(connection: sqlite3.Connection) -> None:
    """Bring what a removed log holds into the file, on a connection that has the log open.

    Raises StoreError if others are reading or writing for too long, sqlite3.Error if the file cannot be written.
    """
    try:
        is_busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_IOERR_SHORT_READ":
            raise
        # Somebody else has done it: what is said to be in the log is in the new one.
        return
    if is_busy:
        raise StoreError("The log of the store's file was removed, and others are still at work with it.")


class StoreFile:
    """A file by its path. What is written to one that was removed would be lost when the last process closes it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._identity: _Identity = None

    def is_replaced(self) -> bool:
        """Whether it is another file than at the last look, as when a backup was restored.

        Raises StoreError if it is gone.
        """
        before = self._identity
        try:
            status = self._path.stat()
        except OSError as error:
            if before is None:
                # SQLite makes it.
                return False
            raise StoreError(f"The store's file {self._path} is gone: {error.strerror}.") from error
        self._identity = status.st_dev, status.st_ino
        return before not in (None, self._identity)

    def has_log(self, identity: tuple[_Identity, ...]) -> bool:
        """Whether this is still its log."""
        return log_identity(self._path) == identity

    def check_writable(self) -> None:
        """Raises StoreError if it, or the disk, takes nothing more."""
        for path in (self._path.parent, self._path):
            if not os.access(path, os.W_OK):
                raise StoreError(f"The store cannot be written: {path} is read-only.")
        disk = os.statvfs(self._path.parent)
        if disk.f_bavail * disk.f_frsize < _FEWEST_FREE_MEGABYTES * _MEGABYTE:
            raise StoreError(f"The store cannot be written: fewer than {_FEWEST_FREE_MEGABYTES} MB are free.")
