"""The connection to the database: SQLite in one file, or PostgreSQL by URL; one writer at a time on both."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, InternalError, OperationalError, SQLAlchemyError, TimeoutError
from sqlalchemy.pool import StaticPool

from service.errors import SettingsError, StoreError
from service.store.sql.words import has_words
from service.store.store_file import StoreFile, carry_over, log_identity

_log = logging.getLogger(__name__)

# What an article changes may lie anywhere, so those who write wait for each other: linking takes milliseconds.
_LOCK = "SELECT pg_advisory_xact_lock(5190273)"
# Longer than any article takes to be linked, and well under what a request may take.
_BUSY_SECONDS = 30
# An error's message goes into the log: it must not take along what was written, such as a webhook's secret.
_HIDDEN = {"hide_parameters": True}
# What a connection to SQLite keeps in memory: linking comes back to the same pages.
_READERS_KILOBYTES, _WRITERS_KILOBYTES = 8_192, 65_536
# The number of pages of 4 kB written to SQLite's log before it is carried over: an article changes some 200 of them,
# all over the file, and the same ones often.
_LOG_PAGES = 8_192
# The server has gone, the disk is full, the file is read-only. A damaged file has the error that is the parent of all,
# and of the others, some are mistakes of this program.
_AWAY = (OperationalError, InternalError)
_ALONE = {"pool_size": 1, "max_overflow": 0}
# Under this name a connection knows which log it has open.
_OPEN_LOG = "open_log"


class Database:
    """An open database; `reading`, `writing` and `updating` give a connection for one transaction."""

    def __init__(self, url: str, *, busy_seconds: float = _BUSY_SECONDS) -> None:
        """Who writes waits so long for who writes."""
        self.engine = _engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        # A connection of SQLite's forgets its pages as soon as another one writes: so there is one that writes.
        is_shared = self.is_sqlite and not isinstance(self.engine.pool, StaticPool)
        alone = {**_ALONE, "pool_timeout": busy_seconds}
        self._writer = _engine(url, kilobytes=_WRITERS_KILOBYTES, **alone) if is_shared else self.engine
        self._file = StoreFile(Path(self.engine.url.database or "")) if is_shared else None

    def check_writable(self) -> None:
        """Raises StoreError if nothing can be written: the file or its disk takes nothing more."""
        if self._file is not None:
            self._file.check_writable()

    def check_files(self) -> None:
        """Raises StoreError if SQLite's file or log was removed since this process opened it, or replaced.

        Another process that opens the store now would not know, and begin a second log beside the one that was removed.
        """
        if self._file is not None:
            with self.reading():
                pass

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()
        self._writer.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the store, whatever is written meanwhile."""
        with self._connection("BEGIN", "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The only writer; all is committed when the block ends, and nothing where it raises."""
        with self._connection("BEGIN IMMEDIATE", _LOCK, engine=self._writer) as connection:
            yield connection

    @contextmanager
    def updating(self) -> Iterator[Connection]:
        """One who writes rows that articles do not depend on; on PostgreSQL, beside those who write articles."""
        with self._connection("BEGIN IMMEDIATE", "SET TRANSACTION READ WRITE", engine=self._writer) as connection:
            yield connection

    @contextmanager
    def _connection(self, on_sqlite: str, on_postgresql: str, *, engine: Engine | None = None) -> Iterator[Connection]:
        self._has_new_file()
        try:
            with (engine or self.engine).connect() as connection:
                with connection.begin():
                    connection.execute(text(on_sqlite if self.is_sqlite else on_postgresql))
                    is_lost = self._has_lost_log(connection)
                    if not is_lost:
                        yield connection
                # What has been committed meanwhile would be lost with the log, or the file.
                is_replaced = self._has_new_file()
                if self._has_lost_log(connection):
                    self._rescue(connection)
            if is_lost or is_replaced:
                raise StoreError("The store's file or its log was removed or replaced. Please try again.")
        except DatabaseError as error:
            if not isinstance(error, _AWAY) and type(error) is not DatabaseError:
                raise
            raise StoreError(f"The store cannot be reached: {error.orig}") from error
        except TimeoutError as error:
            raise StoreError("All connections to the store are taken. Please try again in a moment.") from error

    def _has_new_file(self) -> bool:
        """Whether another file has its name since the last look; raises StoreError if it is gone."""
        is_new = self._file is not None and self._file.is_replaced()
        if is_new:
            # Connections to the one before know nothing of this one.
            self.close()
        return is_new

    def _has_lost_log(self, connection: Connection) -> bool:
        """Whether somebody has removed the log that this connection writes to."""
        return self._file is not None and not self._file.has_log(connection.info[_OPEN_LOG])

    def _rescue(self, connection: Connection) -> None:
        """Bring what is in a removed log into the file, and have all who come next open a new one."""
        carry_over(cast(sqlite3.Connection, connection.connection.driver_connection))
        _log.warning("the log of the store's file was removed; what it held is in the file now")
        connection.invalidate()
        self.close()


def _engine(url: str, *, kilobytes: int = _READERS_KILOBYTES, **more: Any) -> Engine:  # noqa: ANN401 - as create_engine
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "postgresql":
            return create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True, **_HIDDEN)
        arguments = {"timeout": _BUSY_SECONDS, "check_same_thread": False}
        options: dict[str, Any] = {**_HIDDEN, "connect_args": arguments, **more}
        if parsed.database in (None, "", ":memory:"):
            options["poolclass"] = StaticPool
        engine = create_engine(parsed, **options)
    except (ArgumentError, SQLAlchemyError, ImportError) as error:
        raise SettingsError(f"The store's URL cannot be used: {error}") from error
    event.listen(engine, "connect", partial(_prepare_sqlite, kilobytes, Path(parsed.database or ":memory:")))
    return engine


def _prepare_sqlite(kilobytes: int, path: Path, connection: Any, record: Any) -> None:  # noqa: ANN401 - the driver's
    # The driver would begin transactions on its own, and too late for the one who means to write.
    connection.isolation_level = None
    log = ("journal_mode=WAL", "synchronous=FULL", f"wal_autocheckpoint={_LOG_PAGES}")
    for pragma in (*log, "foreign_keys=ON", f"cache_size=-{kilobytes}"):
        connection.execute(f"PRAGMA {pragma}")
    # SQLite opens the log when something is read.
    connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    record.info[_OPEN_LOG] = log_identity(path)
    connection.create_function("has_words", 2, has_words, deterministic=True)
