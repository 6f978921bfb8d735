"""The connection to the database: SQLite in one file, or PostgreSQL by URL; one writer at a time on both."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from service.errors import SettingsError, StoreError

# What an article changes may lie anywhere, so those who write wait for each other: linking takes milliseconds.
_LOCK = "SELECT pg_advisory_xact_lock(5190273)"
# Longer than any article takes to be linked, and well under what a request may take.
_BUSY_SECONDS = 30
# An error's message goes into the log: it must not take along what was written, such as a webhook's secret.
_HIDDEN = {"hide_parameters": True}


class Database:
    """An open database; `reading`, `writing` and `updating` give a connection for one transaction."""

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the store, whatever is written meanwhile."""
        with self._connection("BEGIN", "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The only writer; all is kept when the block ends, and nothing where it raises."""
        with self._connection("BEGIN IMMEDIATE", _LOCK) as connection:
            yield connection

    @contextmanager
    def updating(self) -> Iterator[Connection]:
        """One who writes rows that articles do not depend on; on PostgreSQL, beside those who write articles."""
        with self._connection("BEGIN IMMEDIATE", "SET TRANSACTION READ WRITE") as connection:
            yield connection

    @contextmanager
    def _connection(self, on_sqlite: str, on_postgresql: str) -> Iterator[Connection]:
        try:
            with self.engine.begin() as connection:
                connection.execute(text(on_sqlite if self.is_sqlite else on_postgresql))
                yield connection
        except OperationalError as error:
            raise StoreError(f"The store cannot be reached: {error.orig}") from error


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "postgresql":
            return create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True, **_HIDDEN)
        options: dict[str, Any] = {**_HIDDEN, "connect_args": {"timeout": _BUSY_SECONDS, "check_same_thread": False}}
        if parsed.database in (None, "", ":memory:"):
            options["poolclass"] = StaticPool
        engine = create_engine(parsed, **options)
    except (ArgumentError, SQLAlchemyError, ImportError) as error:
        raise SettingsError(f"The store's URL cannot be used: {error}") from error
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's own connection
    # The driver would begin transactions on its own, and too late for the one who means to write.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}")
