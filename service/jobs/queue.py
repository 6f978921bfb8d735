"""What wakes the consumers, over processes and machines. The one file that knows huey.

huey delivers at most once, and here that is enough: a message only says that there are lines. Which lines, who reads
them and whether they were read is in the store; a message that is lost is made up for every few seconds.
"""

import logging
import sqlite3
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import psycopg
from huey import Huey, MemoryHuey, PostgresHuey, RedisHuey, SqliteHuey
from huey.consumer import Consumer, Scheduler
from huey.registry import Message
from huey.serializer import Serializer
from huey.storage import BaseSqlStorage

from service.errors import SettingsError, StoreError

_log = logging.getLogger(__name__)

_NAME = "quotes"
# How long what was lost, or what is due, waits at most; and how often an idle consumer asks SQLite, once a second.
_TEND_SECONDS = 10
_IDLE_SECONDS = 1.0
# Docker kills ten seconds after it has asked to stop.
_STOP_SECONDS = 8


class _Scheduler(Scheduler):
    periodic_task_seconds = _TEND_SECONDS


class _Consumer(Consumer):
    scheduler_class = _Scheduler


class _Names(Serializer):
    """A message is the name of what is to be done: huey's own are pickles, which could do anything."""

    def _serialize(self, message: Any) -> bytes:  # noqa: ANN401 - huey's
        return str(message.name).encode("ascii")

    def _deserialize(self, data: Any) -> Any:  # noqa: ANN401 - huey's
        return Message(None, bytes(data).decode("ascii"))


class Queue:
    """The queue at a URL: `sqlite:///file`, `postgresql://…`, `redis://…`, or `memory:` for one process.

    `read_line` and `tend` are what consumers do; who only wakes them needs neither. `huey` is the queue itself.
    """

    def __init__(
        self,
        url: str,
        *,
        read_line: Callable[[Callable[[], None]], None] = lambda _: None,
        tend: Callable[[Callable[[], None]], None] = lambda _: None,
    ) -> None:
        """Raises SettingsError for a URL of another queue; one that cannot be reached may be there later."""
        self.huey, self._errors = _queue_at(url)
        self._is_prepared = False
        self._message = self.huey.task(name="read_line")(lambda: read_line(self.wake))
        self.huey.periodic_task(lambda _: True, name="tend")(lambda: tend(self._wake_one))

    def wake(self) -> None:
        """Tell a consumer that there is a line; where that fails, they find it by themselves a little later."""
        try:
            self._prepare()
            self._message()
        except self._errors as error:
            _log.warning("no consumer can be woken: %s", error)

    def is_ready(self) -> bool:
        """Whether it can be reached."""
        try:
            self._prepare()
            self.huey.pending_count()
        except self._errors as error:
            _log.warning("the queue cannot be reached: %s", error)
            return False
        return True

    def close(self) -> None:
        """Give back this thread's connection, where there is one."""
        if isinstance(self.huey.storage, BaseSqlStorage):
            self.huey.storage.close()

    def consume(self, *, n_at_once: int) -> None:
        """Do what is to be done until SIGTERM, and then end what is under way, within seconds; in the main thread.

        Raises StoreError if the queue cannot be reached at first; later, it is waited for.
        """
        try:
            self._prepare()
        except self._errors as error:
            raise StoreError(f"The queue cannot be reached: {error}") from error
        _Consumer(
            self.huey,
            workers=n_at_once,
            max_delay=_IDLE_SECONDS,
            graceful_signal="TERM",
            shutdown_timeout=_STOP_SECONDS,
        ).run()

    def _wake_one(self) -> None:
        """Wakes nobody where messages wait already: each that finds a line makes the next."""
        if not self.huey.pending_count():
            self.wake()

    def _prepare(self) -> None:
        """Make the queue's own tables, where it has tables."""
        if not self._is_prepared and isinstance(self.huey.storage, BaseSqlStorage):
            self.huey.storage.initialize_schema()
        self._is_prepared = True


def _queue_at(url: str) -> tuple[Huey, tuple[type[Exception], ...]]:
    """The queue, and what it raises where it cannot be reached."""
    shared = {"results": False, "serializer": _Names()}
    match urlsplit(url).scheme:
        case "memory":
            return MemoryHuey(_NAME, **shared), ()
        case "sqlite":
            # Nothing is lost with a message, so nothing waits for the disk.
            file = url.removeprefix("sqlite:///")
            return SqliteHuey(_NAME, filename=file, fsync=False, create_tables=False, **shared), (sqlite3.Error,)
        case "postgresql":
            return PostgresHuey(_NAME, dsn=url, create_tables=False, **shared), (psycopg.Error,)
        case "redis" | "rediss":
            return _redis_queue(url, shared)
    raise SettingsError("The queue's URL cannot be used: it must begin with sqlite, postgresql or redis.")


def _redis_queue(url: str, shared: Mapping[str, Any]) -> tuple[Huey, tuple[type[Exception], ...]]:
    try:
        from redis.exceptions import RedisError
    except ImportError as error:
        raise SettingsError("The queue's URL needs the package redis: install quotes-service[redis].") from error
    try:
        return RedisHuey(_NAME, url=url, **shared), (RedisError, OSError)
    except ValueError as error:
        raise SettingsError(f"The queue's URL cannot be used: {error}") from error
