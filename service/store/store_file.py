"""The file of a store in SQLite: whether it is still the one that was opened, and can be written."""

import os
from pathlib import Path

from service.errors import StoreError

# An article with all that follows takes well under one; SQLite's log is carried over at 32.
_FEWEST_FREE_MEGABYTES = 64
_MEGABYTE = 1024 * 1024


class StoreFile:
    """A file by its path. What is written to one that was removed would be lost when the last process closes it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._identity: tuple[int, int] | None = None

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

    def check_writable(self) -> None:
        """Raises StoreError if it, or the disk, takes nothing more."""
        for path in (self._path.parent, self._path):
            if not os.access(path, os.W_OK):
                raise StoreError(f"The store cannot be written: {path} is read-only.")
        disk = os.statvfs(self._path.parent)
        if disk.f_bavail * disk.f_frsize < _FEWEST_FREE_MEGABYTES * _MEGABYTE:
            raise StoreError(f"The store cannot be written: fewer than {_FEWEST_FREE_MEGABYTES} MB are free.")
